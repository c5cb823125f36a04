import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Day, Instant } from '@alongside/domain/kernel/brand.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { Lessons } from '@alongside/ml/learned/lessons.js';
import type { Lesson } from '@alongside/ml/learned/lesson.js';
import { landmarkOf, type Landmark } from '@alongside/projections/engine/landmark.js';
import { builtModule } from '../event-store/built.js';
import type { JoinKeeper } from '../joining/join-keeper.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import type { LearnAsked, LearnEnd, LearnOrder, LearnSaid } from './learn-order.js';

/** Events that are read before others have their turn: few, so that nobody who waits for a page notices. */
const READ_AT_ONCE_EVENTS = 50;
/** Lessons that are handed over at once. */
const HANDED_AT_ONCE_LESSONS = 50;

/** A training that was stopped, or had nothing to begin with. The sentence is for the person who asked for it. */
export class NotTrained extends Error {}

const STOPPED = 'The training was stopped. Nothing was written.';

export interface Learning {
  readonly log: Pick<SealedLog<AnyEvent>, 'readAll'>;
  readonly joins: Pick<JoinKeeper, 'inForce'>;
  readonly today: Day;
  /** Told how much is done, from 0 to 1, and what is being done. */
  readonly onProgress?: (done: number, doing: string) => void;
  /** Ends it wherever it is; the caller then gets a sentence. */
  readonly signal?: AbortSignal;
}

/** Makes lessons of the log, and learns from them on a thread of its own. Rejects with `NotTrained`, or where the log or the thread failed. */
export async function learnOnThread(order: LearnOrder, learning: Learning): Promise<LearnEnd> {
  const { onProgress, signal } = learning;
  if (signal?.aborted) throw new NotTrained(STOPPED);
  const worker = new Worker(builtModule('./learn.worker.js', import.meta.url), { workerData: order });
  let cancel = (): void => undefined;
  try {
    const ended = new Promise<LearnEnd>((resolve, reject) => {
      cancel = () => reject(new NotTrained(STOPPED));
      signal?.addEventListener('abort', cancel, { once: true });
      worker.on('message', (said: LearnSaid) => {
        if (said.kind === 'progress') onProgress?.(said.done, said.doing);
        else resolve({ model: said.model, verdict: said.verdict });
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread that learns ended without a word.')));
    });
    const told = tellAll((asked) => worker.postMessage(asked), learning);
    // Whichever fails first is the one that is told of.
    await Promise.race([told, ended]);
    return await ended;
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}

async function tellAll(ask: (asked: LearnAsked) => void, { log, joins, today, onProgress, signal }: Learning): Promise<void> {
  onProgress?.(0, 'Loading mentorships');
  const lessons = new Lessons();
  const known = joins.inForce;
  let waiting: Lesson[] = [];
  const hand = (least: number) => {
    if (waiting.length < least) return;
    ask({ kind: 'lessons', lessons: waiting });
    waiting = [];
  };
  let reached: Landmark | undefined;
  for await (const events of log.readAll({ batchSizeEvents: READ_AT_ONCE_EVENTS })) {
    if (signal?.aborted) return;
    for (const event of events) {
      const lesson = lessons.hear(known.read(event), dayOf(event.at as Instant));
      if (lesson) waiting.push(lesson);
      reached = landmarkOf(event);
    }
    hand(HANDED_AT_ONCE_LESSONS);
    await nextTurn();
  }
  for (const lesson of lessons.underWay(today)) {
    waiting.push(lesson);
    if (waiting.length < HANDED_AT_ONCE_LESSONS) continue;
    hand(HANDED_AT_ONCE_LESSONS);
    await nextTurn();
  }
  hand(1);
  if (!reached) throw new NotTrained('Nothing has happened in this hub yet.');
  ask({ kind: 'learn', reached, erased: [...lessons.erased] });
}
