import type { InstitutionId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Change, ViewStore } from '@alongside/projections/store/view-store.js';
import { capacityView } from '@alongside/projections/views/capacity.view.js';
import { directoryView } from '@alongside/projections/views/directory.view.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { isPrivate } from '@alongside/projections/views/private-rows.js';
import type { DirectoryDocument, DirectoryFacet } from '@alongside/search/directory.js';
import type { GridPoint } from '@alongside/domain/uk/national-grid.js';
import { WRITE_LIMIT_DOCUMENTS, type SearchIndex } from '@alongside/search/search-index.js';
import type { Listed, MentorPool } from './mentor-pool.js';

/** The directory's index. */
export type DirectoryIndex = SearchIndex<DirectoryDocument, DirectoryFacet>;

/** Keeps the directory's index in step with the views of this process: filled at start where it lags, then one write per commit, in order. */
export class DirectoryIndexer {
  #turn: Promise<void> = Promise.resolve();
  /** Places as the index has them, where this process wrote them: most of what is counted of a mentor is not in the index. */
  readonly #free = new Map<PersonId, number>();

  constructor(
    private readonly index: DirectoryIndex,
    private readonly pool: MentorPool,
    private readonly store: Pick<ViewStore, 'get'>,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Brings the index to where the views are. Nothing is done where it is there already. */
  fill(through: Position | undefined): Promise<void> {
    return this.#next(async () => {
      if ((await this.index.through()) !== through) await this.#refill(through);
    });
  }

  /** Makes the index again from the views as they stand: they were rebuilt, and what was read from them before may be wrong. */
  refill(through: Position | undefined): void {
    this.#next(() => this.#refill(through)).catch(this.report);
  }

  async #refill(through: Position | undefined): Promise<void> {
    await this.index.clear();
    const documents = [...this.pool.mentors].map((listed) => this.#documentOf(listed));
    for (let from = 0; from < documents.length; from += WRITE_LIMIT_DOCUMENTS)
      await this.index.write({ put: documents.slice(from, from + WRITE_LIMIT_DOCUMENTS) });
    await this.index.write({ ...(through !== undefined && { through }) });
  }

  /** To be told of every commit of the views, after the pool was. */
  heed(changes: readonly Change[], through: Position): void {
    const people = new Set<PersonId>();
    for (const { view, id } of changes) {
      if (isPrivate(id)) continue;
      if (view === directoryView.name) people.add(id as PersonId);
      if (view === capacityView.name && this.#isOtherThanIndexed(id as PersonId)) people.add(id as PersonId);
      // A school that is renamed, or changes its trust, is found by its new name in all its mentors.
      if (view === institutionView.name)
        for (const { row } of this.pool.mentors) if (row.institutions.includes(id as InstitutionId)) people.add(row.person);
    }
    if (people.size === 0) return;
    const listed = [...people].map((person) => [person, this.pool.find(person)] as const);
    const put = listed.flatMap(([, one]) => (one ? [this.#documentOf(one)] : []));
    const remove = listed.flatMap(([person, one]) => (one ? [] : [person]));
    for (const person of remove) this.#free.delete(person);
    this.#next(() => this.index.write({ put, remove, through })).catch(this.report);
  }

  /** Settles once everything told so far is in the index. */
  settled(): Promise<void> {
    return this.#next(async () => {});
  }

  /** Whether the index holds all that it was told so far: not where it was emptied, and could not be filled again. */
  isWhole(): Promise<boolean> {
    return this.#next(async () => (await this.index.through()) !== undefined);
  }

  /** Overwrites what the index still holds of those who are gone. */
  scrub(): Promise<void> {
    return this.#next(() => this.index.scrub());
  }

  async close(): Promise<void> {
    await this.#turn.catch(() => undefined);
    await this.index.close();
  }

  #next<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const done = this.#turn.then(work, work);
    this.#turn = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  #isOtherThanIndexed(person: PersonId): boolean {
    const listed = this.pool.find(person);
    return listed !== undefined && this.#free.get(person) !== freePlacesOf(listed);
  }

  #documentOf(listed: Listed): DirectoryDocument {
    const { row, audience } = listed;
    const freePlaces = freePlacesOf(listed);
    this.#free.set(row.person, freePlaces);
    const at = row.institutions.flatMap((id) => this.store.get<InstitutionRow>(institutionView.name, id)?.data ?? []);
    return {
      id: row.person,
      audience,
      name: row.name,
      jobTitle: row.jobTitle,
      about: row.about,
      institutions: at.map(({ details }) => details.name),
      subjects: row.subjects,
      phases: row.phases,
      expertise: row.expertise,
      settings: row.settings,
      stages: row.offer.careerStages,
      format: row.availability?.format ?? null,
      weekdays: [...new Set(row.availability?.slots.map(({ weekday }) => weekday) ?? [])],
      areas: unique(at.map(({ details }) => details.localAuthority)),
      trusts: unique(at.map(({ trust }) => trust)),
      places: at.flatMap(({ details }) => pointOf(details) ?? []),
      freePlaces,
      paused: row.paused,
    };
  }
}

/** Where an institution is; absent where its register does not say. */
export const pointOf = ({ easting, northing }: InstitutionRow['details']): GridPoint | undefined =>
  easting === undefined || northing === undefined ? undefined : { easting, northing };

const freePlacesOf = ({ row }: Listed): number => (row.paused ? 0 : Math.max(0, row.places - row.taken));

const unique = <T extends string>(values: readonly (T | null | undefined)[]): readonly T[] => [
  ...new Set(values.filter((value) => value !== null && value !== undefined)),
];
