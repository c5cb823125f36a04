import type { Look } from '../engine/look.js';
import { QUERY_LIMIT_ROWS, type ViewStore } from './view-store.js';

/** Looks things up in a view store, without an audience: for facts that a decision needs, never for what a person is shown. */
export const lookIn = (store: ViewStore): Look => ({
  row: <Data>(view: string, id: string) => store.get<Data>(view, id)?.data,
  rows: <Data>(view: string, where: Readonly<Record<string, string>>) => {
    const found: Data[] = [];
    for (let afterId: string | undefined; ;) {
      const page = store.list<Data>(view, { for: 'all', where, ...(afterId !== undefined && { afterId }) });
      found.push(...page.map((row) => row.data));
      if (page.length < QUERY_LIMIT_ROWS) return found;
      afterId = page.at(-1)?.id;
    }
  },
});
