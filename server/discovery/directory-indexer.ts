import type { InstitutionId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Change, ViewStore } from '@alongside/projections/store/view-store.js';
import { capacityView } from '@alongside/projections/views/capacity.view.js';
import { directoryView } from '@alongside/projections/views/directory.view.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { isPrivate } from '@alongside/projections/views/private-rows.js';
import type { DirectoryDocument, DirectoryFacet } from '@alongside/search/directory.js';
import type { GridPoint } from '@alongside/domain/uk/national-grid.js';
import { livenessOf } from '@alongside/ml/ranking/exposure.js';
import { IndexAway } from '@alongside/search/index-away.js';
import type { SearchAnswer, SearchQuery } from '@alongside/search/search-index.js';
import { AwayIndexKeeper } from './away-index-keeper.js';
import { isServed, notSearched, type IndexCondition } from './index-condition.js';
import { LocalIndexKeeper, type DirectoryIndex, type IndexKeeper, type IndexSources } from './index-keeper.js';
import type { Listed, MentorPool } from './mentor-pool.js';

/** Keeps the directory's index in step with the views of this process, and asks it. */
export class DirectoryIndexer {
  readonly #keeper: IndexKeeper;
  /** What is counted of a mentor as the index has it, where this process wrote it: most of it is not in the index. */
  readonly #counted = new Map<PersonId, string>();

  constructor(
    private readonly index: DirectoryIndex,
    private readonly pool: MentorPool,
    private readonly store: Pick<ViewStore, 'get'>,
    report: (error: unknown) => void,
    now: () => string,
  ) {
    const sources: IndexSources = {
      everybody: () => [...pool.mentors].map(({ row }) => row.person),
      documentsOf: (people) => this.#documentsOf(people),
    };
    this.#keeper = index.elsewhere
      ? new AwayIndexKeeper(index, sources, { now, report })
      : new LocalIndexKeeper(index, sources, { now, report });
  }

  get condition(): IndexCondition {
    return this.#keeper.condition;
  }

  /** Answers a question. Throws a `Problem` while the index is away or being made. */
  async search(query: SearchQuery<DirectoryFacet>): Promise<SearchAnswer<DirectoryDocument, DirectoryFacet>> {
    if (!isServed(this.condition)) throw notSearched(this.condition);
    try {
      return await this.index.search(query);
    } catch (error) {
      if (!(error instanceof IndexAway)) throw error;
      this.#keeper.notice(error);
      throw notSearched(this.condition);
    }
  }

  /** Brings the index to where the views are. Nothing is done where it is there already. */
  fill(through: Position | undefined): Promise<void> {
    return this.#keeper.fill(through);
  }

  /** Makes the index again from the views as they stand: they were rebuilt, and what was read from them before may be wrong. */
  refill(through: Position | undefined): void {
    this.#keeper.refill(through);
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
    if (people.size > 0) this.#keeper.changed(people, through);
  }

  /** Settles once everything told so far is in the index, or cannot be there soon. */
  settled(): Promise<void> {
    return this.#keeper.settled();
  }

  /** Whether the index holds all that it was told so far. */
  isWhole(): Promise<boolean> {
    return this.#keeper.isWhole();
  }

  /** Overwrites what the index still holds of those who are gone. */
  scrub(): Promise<void> {
    return this.#keeper.scrub();
  }

  close(): Promise<void> {
    return this.#keeper.close();
  }

  #isOtherThanIndexed(person: PersonId): boolean {
    const listed = this.pool.find(person);
    return listed !== undefined && this.#counted.get(person) !== countedOf(listed);
  }

  #documentsOf(people: readonly PersonId[]): ReturnType<IndexSources['documentsOf']> {
    const listed = people.map((person) => [person, this.pool.find(person)] as const);
    const remove = listed.flatMap(([person, one]) => (one ? [] : [person]));
    for (const person of remove) this.#counted.delete(person);
    return { put: listed.flatMap(([, one]) => (one ? [this.#documentOf(one)] : [])), remove };
  }

  #documentOf(listed: Listed): DirectoryDocument {
    const { row, audience } = listed;
    this.#counted.set(row.person, countedOf(listed));
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
      freePlaces: freePlacesOf(listed),
      paused: row.paused,
      liveness: livenessOf(listed.mentor),
    };
  }
}

/** Where an institution is; absent where its register does not say. */
export const pointOf = ({ easting, northing }: InstitutionRow['details']): GridPoint | undefined =>
  easting === undefined || northing === undefined ? undefined : { easting, northing };

const freePlacesOf = ({ row }: Listed): number => (row.paused ? 0 : Math.max(0, row.places - row.taken));

/** All that the index has of what is counted. */
const countedOf = (listed: Listed): string => `${freePlacesOf(listed)} ${livenessOf(listed.mentor)}`;

const unique = <T extends string>(values: readonly (T | null | undefined)[]): readonly T[] => [
  ...new Set(values.filter((value) => value !== null && value !== undefined)),
];
