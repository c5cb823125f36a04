import { QUERY_LIMIT_ROWS, type StoredRow, type ViewStore } from '@alongside/projections/store/view-store.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import type { NamedPlaces } from './written-filters.js';

/** The areas and trusts of a hub by name, read again after any institution changed. */
export class Places {
  #known: NamedPlaces | undefined;

  constructor(private readonly store: Pick<ViewStore, 'list'>) {}

  read(): NamedPlaces {
    return (this.#known ??= this.#readAnew());
  }

  forget(): void {
    this.#known = undefined;
  }

  #readAnew(): NamedPlaces {
    const [areas, trusts] = [new Set<string>(), new Map<string, string>()];
    for (const { data } of this.#rows()) {
      if (data.details.localAuthority) areas.add(data.details.localAuthority);
      if (data.details.kind === 'trust') trusts.set(data.institution, data.details.name);
    }
    return { areas: [...areas], trusts: [...trusts].map(([id, name]) => ({ id, name })) };
  }

  *#rows(): Generator<StoredRow<InstitutionRow>> {
    let afterId: string | undefined;
    do {
      const page = this.store.list<InstitutionRow>(institutionView.name, {
        for: 'all',
        limitRows: QUERY_LIMIT_ROWS,
        ...(afterId !== undefined && { afterId }),
      });
      yield* page;
      afterId = page.length === QUERY_LIMIT_ROWS ? page.at(-1)?.id : undefined;
    } while (afterId !== undefined);
  }
}
