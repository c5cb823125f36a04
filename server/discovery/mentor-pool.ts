import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { Workplace } from '@alongside/ml/features/candidate.js';
import { QUERY_LIMIT_ROWS, type Change, type ViewStore } from '@alongside/projections/store/view-store.js';
import { directoryView, type DirectoryRow } from '@alongside/projections/views/directory.view.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';

/** A mentor of the pool and who may find them. */
export interface Listed {
  readonly row: DirectoryRow;
  readonly audience: RowAudience;
}

/**
 * All mentors and workplaces, in memory and in step with the views. Reading 50,000 rows for each mentee would take longer than ranking
 * them.
 */
export class MentorPool {
  readonly #mentors = new Map<PersonId, Listed>();
  readonly #workplaces = new Map<InstitutionId, Workplace>();

  /** Reads the views as they stand. */
  fill(store: Pick<ViewStore, 'list'>): void {
    this.#mentors.clear();
    this.#workplaces.clear();
    for (const row of everyRow<InstitutionRow>(store, institutionView.name)) this.#keepWorkplace(row.data);
    for (const row of everyRow<DirectoryRow>(store, directoryView.name))
      if (isListed(row.data)) this.#mentors.set(row.data.person, { row: row.data, audience: row.audience });
  }

  /** To be told of every commit of the views. */
  heed(changes: readonly Change[]): void {
    for (const { view, id, row } of changes) {
      if (view === institutionView.name && row) this.#keepWorkplace(row.data as InstitutionRow);
      if (view !== directoryView.name) continue;
      if (row && isListed(row.data)) this.#mentors.set(row.data.person, { row: row.data, audience: row.audience });
      else if (!row) this.#mentors.delete(id as PersonId);
    }
  }

  get mentors(): Iterable<Listed> {
    return this.#mentors.values();
  }

  find(person: PersonId): Listed | undefined {
    return this.#mentors.get(person);
  }

  get workplaces(): ReadonlyMap<InstitutionId, Workplace> {
    return this.#workplaces;
  }

  #keepWorkplace({ institution, details: { name, easting, northing }, trust }: InstitutionRow): void {
    this.#workplaces.set(institution, {
      institution,
      name,
      trust,
      ...(easting !== undefined && northing !== undefined && { easting, northing }),
    });
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
