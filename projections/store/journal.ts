import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { isPrincipal, meets, type RowAudience } from '@alongside/domain/policies/audience.js';
import type { Change, Missed, StoredRow } from './view-store.js';

/** One change as a journal keeps it: where, and who could see the row before and after it, in one list where they are the same. No data. */
export interface JournalEntry {
  /** View and id as one text, made once: a resume groups changes of one row by it. */
  readonly of: string;
  readonly view: string;
  readonly id: string;
  readonly position: Position;
  readonly before: RowAudience;
  readonly after: RowAudience;
}

/** A returning client reads at most so many entries for each change that they asked for: a row that changed often has many. */
export const JOURNAL_LIMIT_ENTRIES_PER_CHANGE = 4;

/** One name for a row of a view. */
export const rowKey = (view: string, id: string): string => `${view}\n${id}`;

export function entryOf({ view, id, position, before, row }: Change): JournalEntry {
  const after = row?.audience ?? [];
  return { of: rowKey(view, id), view, id, position, before, after: sameAudience(before, after) ? before : after };
}

const sameAudience = (a: RowAudience, b: RowAudience): boolean => a.length === b.length && a.every((part, place) => part === b[place]);

/** Whose change it is: each principal who could see the row on either side of it. */
export const standingIn = ({ before, after }: Pick<JournalEntry, 'before' | 'after'>): ReadonlySet<Principal> =>
  new Set((before === after ? before : [...before, ...after]).filter(isPrincipal));

/**
 * What a reader missed, in order. Each change asks whether they could see the row before it: a reader who never could is told nothing (R5).
 */
export function missedIn(
  entries: Iterable<JournalEntry>,
  principals: ReadonlySet<Principal>,
  rowOf: (view: string, id: string) => StoredRow | undefined,
): readonly Missed[] {
  const merged = new Map<string, { readonly entry: JournalEntry; readonly saw: boolean }>();
  for (const entry of entries) {
    const earlier = merged.get(entry.of);
    const saw = earlier?.saw || meets(entry.before, principals);
    // Taken out and put in again, so that the map stays in order of the last change.
    if (earlier) merged.delete(entry.of);
    merged.set(entry.of, { entry, saw });
  }
  const missed: Missed[] = [];
  for (const { entry, saw } of merged.values()) {
    const { view, id, position } = entry;
    const row = rowOf(view, id);
    if (row && meets(row.audience, principals))
      missed.push({ view, id, position: row.position, row: { audience: row.audience, data: row.data } });
    else if (saw) missed.push({ view, id, position });
  }
  return missed;
}

/** In the order in which it happened in the log; stable for changes of one event. */
export const inOrder = <Placed extends { readonly position: Position }>(changes: Placed[]): Placed[] =>
  changes.sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : 0));

/** The position before every other. */
export const FROM_THE_START = '' as Position;
