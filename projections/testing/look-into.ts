import { matches } from '../engine/matches.js';
import type { Row } from '../engine/view.js';
import type { HubReader, HubViews } from '../views/index.js';
import { isPrivate } from '../views/private-rows.js';

/** Looks into folded views by name, as a store would: by id, or by equality of fields. */
export const lookInto = (views: ReadonlyMap<string, ReadonlyMap<string, Row<unknown>>>): HubReader => ({
  // The name of a view says what its rows hold, as with any store.
  row: (view, id) => views.get(view)?.get(id)?.data as HubViews[typeof view]['row'] | undefined,
  rows: (view, where) =>
    [...(views.get(view) ?? [])]
      .filter(([id, { data }]) => !isPrivate(id) && matches(data, where))
      .map(([, { data }]) => data as HubViews[typeof view]['row']),
});
