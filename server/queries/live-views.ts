import type { Position } from '@alongside/domain/kernel/brand.js';
import { QUERY_LIMIT_ROWS, type Change, type ViewStore } from '@alongside/projections/store/view-store.js';
import type { HubDueReader, HubViews } from '@alongside/projections/views/index.js';

/** The views of this process while they follow the log. */
export interface LiveViews {
  readonly store: ViewStore;
  /** Everything up to here is in the views; absent while nothing is. */
  through(): Position | undefined;
  /** Settles with whether the views have taken in everything up to a position, within `CAUGHT_UP_LIMIT_MS`. */
  caughtUp(position: Position): Promise<boolean>;
  /** Told synchronously after each commit, so that no reader can come between. Returns how to stop listening. */
  onChanges(listener: (changes: readonly Change[], through: Position) => void): () => void;
}

/** How long a reader waits for its own write to reach the views, in milliseconds. */
export const CAUGHT_UP_LIMIT_MS = 5_000;

/** Looks in a view store without an audience: for facts, never for what a person is shown. */
export const viewReaderOf = (store: Pick<ViewStore, 'get' | 'list' | 'upTo'>): HubDueReader => ({
  upTo: (view, field, last) => store.upTo<RowIn<typeof view>>(view, field, last).map(({ data }) => data),
  row: (view, id) => store.get<RowIn<typeof view>>(view, id)?.data,
  rows: (view, where) => {
    const found: RowIn<typeof view>[] = [];
    for (const page of pagesOf<RowIn<typeof view>>(store, view, where)) for (const data of page) found.push(data);
    return found;
  },
  pages: (view, where) => pagesOf<RowIn<typeof view>>(store, view, where),
});

function* pagesOf<Row>(store: Pick<ViewStore, 'list'>, view: string, where: object): Generator<readonly Row[], undefined> {
  for (let afterId: string | undefined; ;) {
    const page = store.list<Row>(view, {
      for: 'all',
      where: where as Readonly<Record<string, string>>,
      limitRows: QUERY_LIMIT_ROWS,
      ...(afterId !== undefined && { afterId }),
    });
    yield page.map(({ data }) => data);
    if (page.length < QUERY_LIMIT_ROWS) return;
    afterId = page.at(-1)?.id;
  }
}
type RowIn<Name extends keyof HubViews> = HubViews[Name]['row'];
