import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import { wordMatcher } from '@alongside/domain/text/folding.js';
import { QUERY_LIMIT_ROWS, type StoredRow, type ViewStore } from '@alongside/projections/store/view-store.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { pointOf } from './directory-indexer.js';
import { KnownPlaces, type PlacedInstitution } from './known-places.js';
import type { NamedPlaces } from './written-filters.js';

interface Known extends NamedPlaces {
  readonly nations: ReadonlySet<Nation>;
  readonly onMap: KnownPlaces;
}

/** What institutions of a hub are called and where they are, read again after any of them changed. */
export class Places {
  #known: Known | undefined;

  constructor(private readonly store: Pick<ViewStore, 'list'>) {}

  read(): Known {
    return (this.#known ??= this.#readAnew());
  }

  forget(): void {
    this.#known = undefined;
  }

  #readAnew(): Known {
    const [areas, trusts, nations] = [new Set<string>(), new Map<string, string>(), new Set<Nation>()];
    const placed: PlacedInstitution[] = [];
    const names: { readonly name: string }[] = [];
    for (const { data } of this.#rows()) {
      const { localAuthority: area, kind, name, town, postcode, nation } = data.details;
      nations.add(nation);
      names.push({ name });
      if (area) areas.add(area);
      if (kind === 'trust') trusts.set(data.institution, name);
      const point = pointOf(data.details);
      if (point) placed.push({ ...point, name, ...(town && { town }), ...(area && { area }), ...(postcode && { postcode }) });
    }
    const begins = wordMatcher<{ readonly name: string }>(({ name }) => name);
    const hasInstitution = (said: string) => names.some(begins(said));
    return {
      nations,
      areas: [...areas],
      trusts: [...trusts].map(([id, name]) => ({ id, name })),
      hasInstitution,
      onMap: new KnownPlaces(placed),
    };
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
