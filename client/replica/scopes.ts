import { SCOPE_LIMIT_IDS, type Scope } from '@alongside/domain/protocol/messages.js';
import { keyOf, type Where } from './lists.js';

/** What the live line keeps in step: one row, the rows of a view whose fields equal these, or with none all of a view. */
export type Kept = { readonly view: string; readonly id: string } | { readonly view: string; readonly where: Where };

/** One name for each thing that is kept. */
export const scopeKey = (kept: Kept): string => ('id' in kept ? `${kept.view}/${kept.id}` : keyOf(kept.view, kept.where));

/** As they are said to the hub: the rows of one view together. */
export function scopesOf(all: Iterable<Kept>): Scope[] {
  const rows = new Map<string, string[]>();
  const scopes: Scope[] = [];
  for (const kept of all) {
    if ('where' in kept) scopes.push({ view: kept.view, where: kept.where });
    else if (rows.get(kept.view)?.push(kept.id) === undefined) rows.set(kept.view, [kept.id]);
  }
  for (const [view, ids] of rows)
    for (let at = 0; at < ids.length; at += SCOPE_LIMIT_IDS) scopes.push({ view, ids: ids.slice(at, at + SCOPE_LIMIT_IDS) });
  return scopes;
}
