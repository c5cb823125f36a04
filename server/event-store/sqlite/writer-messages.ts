import type { AppendOrder, AppendOutcome } from './log-writer.js';

/** What the thread that serves asks of the writer's thread. Each order has exactly one answer, in the order in which they were given. */
export type WriterOrder =
  AppendOrder | { readonly kind: 'shred'; readonly stream: string } | { readonly kind: 'probe' } | { readonly kind: 'close' };

/** What the serving thread sends in one piece. */
export interface WriterMessage {
  readonly orders: readonly WriterOrder[];
  /** The turn of the event loop in which these were given is not over: the next piece follows at once, and may share their commit. */
  readonly more: boolean;
}

/** What the writer's thread is started with. `sent` counts the messages to it, in memory that both threads see. */
export interface WriterData {
  readonly file: string;
  readonly sent: Int32Array<SharedArrayBuffer>;
}

/** The longest that a commit waits for the next piece of a turn: the serving thread may have other work to do in it. */
export const NEXT_PIECE_WAIT_MS = 1;

/** After a commit of so many, more are likely: the writer stays awake, because waking an idle processor of a virtual machine takes long. */
export const BUSY_APPENDS = 8;
export const STAY_AWAKE_MS = 0.2;

export type WriterAnswer = AppendOutcome | { readonly kind: 'done' };

/** The most appends that share one transaction: bounds how long the first of them waits, and lets one group be written while the next is made ready. */
export const GROUP_LIMIT_APPENDS = 128;
/** The most bytes of bodies that share one transaction. */
export const GROUP_LIMIT_CHARACTERS = 8 * 1024 * 1024;
