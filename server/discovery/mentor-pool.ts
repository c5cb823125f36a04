import { isDeepStrictEqual } from 'node:util';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { Mentor, Workplace } from '@alongside/ml/features/candidate.js';
import { MentorIndex } from '@alongside/ml/ranking/mentor-index.js';
import { mentorFrom } from '@alongside/ml/features/from-rows.js';
import { QUERY_LIMIT_ROWS, type Change, type ViewStore } from '@alongside/projections/store/view-store.js';
import { capacityView, noCapacity, type CapacityRow } from '@alongside/projections/views/capacity.view.js';
import { directoryView, type DirectoryRow } from '@alongside/projections/views/directory.view.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { isPrivate } from '@alongside/projections/views/private-rows.js';

/** What a mentor says of themselves, and their counters. */
export type MentorRow = DirectoryRow & CapacityRow;

/** A mentor of the pool and who may find them. */
export interface Listed {
  readonly row: MentorRow;
  readonly audience: RowAudience;
  /** As matching knows them: made once, and not for each mentee who looks. */
  readonly mentor: Mentor;
}

/**
 * All mentors and workplaces, in memory and in step with the views. Reading 50,000 rows for each mentee would take longer than ranking
 * them.
 */
export class MentorPool {
  readonly #mentors = new Map<PersonId, Listed>();
  /** The same mentors, as ranking looks through them. */
  readonly #index = new MentorIndex();
  readonly #capacities = new Map<PersonId, CapacityRow>();
  readonly #workplaces = new Map<InstitutionId, Workplace>();
  /** Who is listed, by where they work. */
  readonly #at = new Map<InstitutionId, Set<PersonId>>();
  /** A workplace changed after mentors were made with it. */
  #isStale = false;

  /** Reads the views as they stand. */
  fill(store: Pick<ViewStore, 'list'>): void {
    this.#mentors.clear();
    this.#index.clear();
    this.#capacities.clear();
    this.#workplaces.clear();
    this.#at.clear();
    for (const row of everyRow<InstitutionRow>(store, institutionView.name)) this.#keepWorkplace(row.data);
    for (const { id, data } of everyRow<CapacityRow>(store, capacityView.name)) if (!isPrivate(id)) this.#capacities.set(data.person, data);
    for (const row of everyRow<DirectoryRow>(store, directoryView.name)) if (isListed(row.data)) this.#keepMentor(row.data, row.audience);
  }

  /** To be told of every commit of the views. */
  heed(changes: readonly Change[]): void {
    for (const { view, id, row } of changes) {
      if (view === institutionView.name && row) this.#keepWorkplace(row.data as InstitutionRow);
      if (view === capacityView.name && !isPrivate(id)) this.#count(id as PersonId, row?.data as CapacityRow | undefined);
      if (view !== directoryView.name) continue;
      if (row && isListed(row.data)) this.#keepMentor(row.data, row.audience);
      else if (!row) this.#drop(id as PersonId);
    }
  }

  get mentors(): Iterable<Listed> {
    this.#freshen();
    return this.#mentors.values();
  }

  get index(): MentorIndex {
    this.#freshen();
    return this.#index;
  }

  find(person: PersonId): Listed | undefined {
    this.#freshen();
    return this.#mentors.get(person);
  }

  /** The mentors of some institutions, each once. */
  *of(institutions: Iterable<InstitutionId>): Generator<Listed> {
    const seen = new Set<PersonId>();
    for (const institution of institutions)
      for (const person of this.#at.get(institution) ?? []) {
        const listed = seen.has(person) ? undefined : this.find(person);
        seen.add(person);
        if (listed) yield listed;
      }
  }

  get workplaces(): ReadonlyMap<InstitutionId, Workplace> {
    return this.#workplaces;
  }

  #keepMentor(row: DirectoryRow, audience: RowAudience): void {
    const { person } = row;
    // The two views change in one commit, but a rebuilt one is read by itself.
    this.#list({ ...row, ...(this.#capacities.get(person) ?? noCapacity(person)) }, audience);
  }

  #list(row: MentorRow, audience: RowAudience): void {
    const mentor = mentorFrom(row, this.#workplaces);
    this.#place(row.person, row.institutions);
    this.#mentors.set(row.person, { row, audience, mentor });
    this.#index.put(mentor);
  }

  /** Registers change thousands of workplaces at once: mentors are made anew once, when they are next looked at. */
  #freshen(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    for (const { row, audience } of this.#mentors.values()) this.#list(row, audience);
  }

  #place(person: PersonId, institutions: readonly InstitutionId[]): void {
    const before = this.#mentors.get(person)?.row.institutions ?? [];
    if (before === institutions) return;
    for (const one of before) this.#at.get(one)?.delete(person);
    for (const one of institutions) this.#at.set(one, (this.#at.get(one) ?? new Set()).add(person));
  }

  #drop(person: PersonId): void {
    this.#place(person, []);
    this.#index.remove(person);
    this.#mentors.delete(person);
  }

  #count(person: PersonId, capacity: CapacityRow | undefined): void {
    if (capacity) this.#capacities.set(person, capacity);
    else this.#capacities.delete(person);
    const listed = this.#mentors.get(person);
    if (listed) this.#list({ ...listed.row, ...(capacity ?? noCapacity(person)) }, listed.audience);
  }

  #keepWorkplace({ institution, details: { name, nation, easting, northing }, trust }: InstitutionRow): void {
    const map = easting !== undefined && northing !== undefined ? { easting, northing } : {};
    const workplace: Workplace = { institution, name, trust, nation, ...map };
    // Most changes of an institution are none of its place.
    if (isDeepStrictEqual(workplace, this.#workplaces.get(institution))) return;
    this.#workplaces.set(institution, workplace);
    this.#isStale = this.#mentors.size > 0;
  }
}

/** The view keeps drafts of those who do not offer (yet) beside the rows that people see; they have no audience and another shape. */
const isListed = (data: unknown): data is DirectoryRow =>
  typeof data === 'object' && data !== null && 'offering' in data && data.offering === true;

function* everyRow<Data>(store: Pick<ViewStore, 'list'>, view: string) {
  for (let afterId: string | undefined; ;) {
    const page = store.list<Data>(view, { for: 'all', limitRows: QUERY_LIMIT_ROWS, ...(afterId !== undefined && { afterId }) });
    yield* page;
    if (page.length < QUERY_LIMIT_ROWS) return;
    afterId = page.at(-1)?.id;
  }
}
