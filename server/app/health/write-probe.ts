import { statSync } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { WatchedStore } from '../../event-store/watched-store.js';
import { writeFailureOf, type OfFolder, type WriteFailure } from './write-failure.js';

/** Whether what people do can be saved. */
export interface WriteCondition {
  readonly state: 'ok' | 'failing';
  readonly since?: string;
  readonly why?: WriteFailure;
}

/** A good answer holds so long; a bad one is looked into again soon, so that the hub goes on when there is room. */
const GOOD_FOR_MS = 5_000;
/** In between, where there is room, little is written: a disk that is watched for years should not wear from it. */
const WHOLE_EVERY_MS = 30_000;
const BAD_FOR_MS = 2_000;
/** The log must answer within this. */
const ANSWER_LIMIT_MS = 10_000;
/** What the views and their journal need at least. */
const PROBE_BYTES = 256 * 1024;
/** Enough to hear that a disk takes nothing. */
const SMALL_PROBE_BYTES = 4 * 1024;
/** With less than this free, each probe is a whole one. */
const ROOMY_BYTES = 64 * PROBE_BYTES;

export interface WriteProbeOptions {
  readonly store: Pick<WatchedStore, 'onAppend' | 'probe'>;
  /** The folder of this process. */
  readonly folder: string;
  /** Whether that folder is still the one that was opened. */
  readonly inPlace?: () => boolean;
  /** Whether the log lies on another disk than that folder, or on a server. */
  readonly isApart?: () => boolean;
  readonly now: () => Instant;
  readonly nowMs?: () => number;
  readonly answerLimitMs?: number;
  /** Free room on the disk of the folder. */
  readonly freeBytes?: () => Promise<number>;
  /** Writes a file of some size there and removes it; rejects where that cannot be done. */
  readonly write?: (folder: string, bytes: number) => Promise<void>;
}

/** Asks the log and the disk whether they take writes: by a commit that leaves no event and by a file that goes at once. */
export class WriteProbe {
  #condition: WriteCondition = { state: 'ok' };
  #knownMs = Number.NEGATIVE_INFINITY;
  /** When as much as is needed was last written. */
  #wholeMs = Number.NEGATIVE_INFINITY;
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
    const { store, answerLimitMs = ANSWER_LIMIT_MS } = this.options;
    try {
      const late = pause(answerLimitMs, 'late' as const, { ref: false });
      // Of the log first: what it takes is saved, whatever becomes of the folder.
      const ofFolder = this.#write().then(
        () => undefined,
        (error: unknown) => this.#ofFolder(error),
      );
      const asked = Promise.all([store.probe?.(), ofFolder]).then(([, why]) => why);
      asked.catch(() => undefined);
      const found = await Promise.race([asked, late]);
      return this.#found(found === 'late' ? 'no-answer' : found);
    } catch (error) {
      return this.#found(writeFailureOf(error) ?? 'disk');
    }
  }

  #ofFolder(error: unknown): WriteFailure {
    const why = writeFailureOf(error) ?? 'disk';
    if (this.options.isApart?.() !== true) return why;
    return (why === 'full' ? 'folder-full' : 'folder-refuses') satisfies OfFolder;
  }

  async #write(): Promise<void> {
    const { folder, write = probeFolder, freeBytes = () => freeBytesOf(folder) } = this.options;
    const isDue = this.#condition.state !== 'ok' || this.#nowMs() - this.#wholeMs >= WHOLE_EVERY_MS;
    if (!isDue && (await freeBytes()) >= ROOMY_BYTES) return write(folder, SMALL_PROBE_BYTES);
    await write(folder, PROBE_BYTES);
    this.#wholeMs = this.#nowMs();
  }

  #found(why: WriteFailure | undefined): WriteCondition {
    this.#knownMs = this.#nowMs();
    this.#condition = why ? { state: 'failing', since: this.#condition.since ?? this.options.now(), why } : { state: 'ok' };
    return this.#condition;
  }
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Whether a folder and a file lie on one disk; so it is taken to be where one of them cannot be asked. */
export function onSameDisk(folder: string, file: string): boolean {
  try {
    return statSync(folder).dev === statSync(dirname(file)).dev;
  } catch {
    return true;
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
