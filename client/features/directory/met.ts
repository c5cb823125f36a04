import type { Hit } from './answer.js';

/** Words of a mentor that met the search in one of these columns, as they are compared. */
export const wordsMet = ({ why = [] }: Hit, ...columns: readonly string[]): ReadonlySet<string> =>
  new Set(why.flatMap((one) => (one.columns.some((column) => columns.includes(column)) ? one.words : [])));

/** Focus areas, subjects and phases of a mentor that met the search, by id. */
export const valuesMet = ({ why = [] }: Hit): ReadonlySet<string> =>
  new Set(why.flatMap(({ values = {} }) => Object.values(values).flatMap((ids = []) => ids)));

/** By a word with a slip, the words that were found instead. */
export function slipsIn(hits: readonly Hit[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { why = [] } of hits)
    for (const { typed, how, words } of why) if (how === 'slip') found.set(typed, [...new Set([...(found.get(typed) ?? []), ...words])]);
  return found;
}
