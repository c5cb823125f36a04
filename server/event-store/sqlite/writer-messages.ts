import type { AppendOrder, AppendOutcome } from './log-writer.js';

/** What the thread that serves asks of the writer's thread. Each order has exactly one answer, in the order in which they were given. */
export type WriterOrder = AppendOrder | { readonly kind: 'shred'; readonly stream: string } | { readonly kind: 'close' };

export type WriterAnswer = AppendOutcome | { readonly kind: 'done' };

/** The most appends that share one transaction: bounds how long the first of them waits, and lets one group be written while the next is made ready. */
export const GROUP_LIMIT_APPENDS = 128;
/** The most bytes of bodies that share one transaction. */
export const GROUP_LIMIT_CHARACTERS = 8 * 1024 * 1024;
