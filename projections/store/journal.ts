import type { Position } from '@alongside/domain/kernel/brand.js';
import { either, type RowAudience } from '@alongside/domain/policies/audience.js';
import type { Change } from './view-store.js';

/** One change as a journal keeps it: where, and who could see the row before. No data. */
export interface JournalEntry {
  readonly view: string;
  readonly id: string;
  readonly position: Position;
  readonly before: RowAudience;
}

/** One change per row, in order of its last: a row that passed through several hands tells all who held it. */
export function mergeEntries(entries: Iterable<JournalEntry>): readonly JournalEntry[] {
  const merged = new Map<string, JournalEntry>();
  for (const entry of entries) {
    const key = `${entry.view}\n${entry.id}`;
    const earlier = merged.get(key);
    // Taken out and put in again, so that the map stays in order of the last change.
    merged.delete(key);
    merged.set(key, earlier ? { ...entry, before: either(earlier.before, entry.before) } : entry);
  }
  return [...merged.values()];
}

/** In the order in which it happened in the log; stable for changes of one event. */
export const inOrder = (changes: Change[]): Change[] =>
  changes.sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : 0));

/** The position before every other. */
export const FROM_THE_START = '' as Position;
