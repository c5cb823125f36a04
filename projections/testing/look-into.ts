import type { ViewReader } from '../engine/view-reader.js';
import type { Row } from '../engine/view.js';
import { isPrivate } from '../views/private-rows.js';

const has = (data: unknown, field: string, value: string): boolean => {
  const found = (data as Readonly<Record<string, unknown>>)[field];
  return found === value || (Array.isArray(found) && found.includes(value));
};

/** Looks into folded views by name, as a store would: by id, or by equality of fields. */
export const lookInto = (views: ReadonlyMap<string, ReadonlyMap<string, Row<unknown>>>): ViewReader => ({
  // The caller names the view and so its type, as with any store.
  row: <Data>(view: string, id: string) => views.get(view)?.get(id)?.data as Data | undefined,
  rows: <Data>(view: string, where: Readonly<Record<string, string>>) =>
    [...(views.get(view) ?? [])]
      .filter(([id, { data }]) => !isPrivate(id) && Object.entries(where).every(([field, value]) => has(data, field, value)))
      .map(([, { data }]) => data as Data),
});
