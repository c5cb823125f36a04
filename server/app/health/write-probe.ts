import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { WatchedStore } from '../../event-store/watched-store.js';
import { writeFailureOf, type WriteFailure } from './write-failure.js';

/** Whether what people do can be saved. */
export interface WriteCondition {
  readonly state: 'ok' | 'failing';
  readonly since?: string;
  readonly why?: WriteFailure;
}

/** A good answer holds so long; a bad one is looked into again soon, so that the hub goes on when there is room. */
const GOOD_FOR_MS = 30_000;
const BAD_FOR_MS = 2_000;
/** The log must answer within this. */
const ANSWER_LIMIT_MS = 10_000;
/** What the views and their journal need at least. */
const PROBE_BYTES = 256 * 1024;

export interface WriteProbeOptions {
  readonly store: Pick<WatchedStore, 'onAppend' | 'probe'>;
  /** The folder of this process. */
  readonly folder: string;
  /** Whether that folder is still the one that was opened. */
  readonly inPlace?: () => boolean;
  readonly now: () => Instant;
  readonly nowMs?: () => number;
  readonly answerLimitMs?: number;
}

/** Asks the log and the disk whether they take writes: by a commit that leaves no event and by a file that goes at once. */
export class WriteProbe {
  #condition: WriteCondition = { state: 'ok' };
  #knownMs = Number.NEGATIVE_INFINITY;
  #asking: Promise<WriteCondition> | undefined;
  readonly #nowMs: () => number;

  constructor(private readonly options: WriteProbeOptions) {
    this.#nowMs = options.nowMs ?? (() => performance.now());
    options.store.onAppend(({ error }) => {
      const why = error === undefined ? undefined : writeFailureOf(error);
      // Something else than the disk says nothing of the next append, and a good one nothing of the folder.
      if (why) this.#found(why);
    });
  }

  /** As it was known last. */
  get condition(): WriteCondition {
    return this.#condition;
  }

  /** As it is, or was a moment ago. */
  now(): Promise<WriteCondition> {
    return this.#known(this.#condition.state === 'ok' ? GOOD_FOR_MS : BAD_FOR_MS);
  }

  /** As it was seconds ago at most: for what is promised before it is written. */
  asOfLate(): Promise<WriteCondition> {
    return this.#known(BAD_FOR_MS);
  }

  #known(goodFor: number): Promise<WriteCondition> {
    if (this.options.inPlace?.() === false) return Promise.resolve(this.#found('folder'));
    if (this.#nowMs() - this.#knownMs < goodFor) return Promise.resolve(this.#condition);
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #ask(): Promise<WriteCondition> {
    const { store, folder, answerLimitMs = ANSWER_LIMIT_MS } = this.options;
    try {
      const late = pause(answerLimitMs, 'late' as const, { ref: false });
      const asked = Promise.all([store.probe?.(), probeFolder(folder)]);
      asked.catch(() => undefined);
      return this.#found((await Promise.race([asked, late])) === 'late' ? 'no-answer' : undefined);
    } catch (error) {
      return this.#found(writeFailureOf(error) ?? 'disk');
    }
  }

  #found(why: WriteFailure | undefined): WriteCondition {
    this.#knownMs = this.#nowMs();
    this.#condition = why ? { state: 'failing', since: this.#condition.since ?? this.options.now(), why } : { state: 'ok' };
    return this.#condition;
  }
}

/** Rejects where a folder does not take a file of some size. Nothing of it stays. */
export async function probeFolder(folder: string, bytes = PROBE_BYTES): Promise<void> {
  const file = join(folder, `.probe-${process.pid}`);
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(Buffer.alloc(bytes, 1));
    await handle.sync();
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
}
