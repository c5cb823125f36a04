import { Worker } from 'node:worker_threads';
import { builtModule } from '../built.js';
import { EventStoreClosed } from '../checks.js';
import type { AppendOrder, AppendOutcome, Failed } from './log-writer.js';
import type { WriterAnswer, WriterData, WriterMessage, WriterOrder } from './writer-messages.js';

/** Orders that may wait for the writer; beyond this an append throws rather than let memory fill. */
export const WAITING_LIMIT_ORDERS = 20_000;

/** So many orders go to the writer without waiting for the end of the turn: it inserts them while this thread makes the next ones ready. */
const PIECE_ORDERS = 8;

/** Room for the short-lived copies of a burst of appends, so that they are dropped in few collections rather than kept through many. */
const YOUNG_GENERATION_MB = 64;

/** More appends wait for the disk than the hub is ready to hold. Try again later. */
export class EventStoreBusy extends Error {
  readonly code = 'EVENT_STORE.BUSY';
  constructor() {
    super(`More than ${WAITING_LIMIT_ORDERS} appends wait to be written.`);
    this.name = 'EventStoreBusy';
  }
}

/** The writer could not do what was asked. `code` is SQLite's (`SQLITE_FULL`) or the log's own (`EVENT_STORE.ID_REUSED`). */
export class EventStoreFailed extends Error {
  readonly code: string;
  /** As in `Failed`. */
  readonly sure: number | undefined;
  constructor({ code, message, sure }: Failed) {
    super(message);
    this.name = 'EventStoreFailed';
    this.code = code;
    this.sure = sure;
  }
}

interface Waiting {
  readonly resolve: (answer: WriterAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** The writer's end on the thread that serves: gathers the orders of one turn into one message, and hands out the answers. */
export class WriterThread {
  readonly #worker: Worker;
  readonly #sent: WriterData['sent'];
  readonly #onWritten: () => void;
  readonly #waiting: Waiting[] = [];
  #answered = 0;
  #outbox: WriterOrder[] = [];
  /** A turn is under way of which pieces were sent: its end is to be sent too, even with nothing in it. */
  #following = false;
  #dead: Error | undefined;

  private constructor(worker: Worker, sent: WriterData['sent'], onWritten: () => void) {
    this.#worker = worker;
    this.#sent = sent;
    this.#onWritten = onWritten;
    worker.on('message', (answers: readonly WriterAnswer[]) => this.#take(answers));
    worker.on('error', (error) => this.#die(error));
    worker.on('exit', () => this.#die(new Error('The writer of the log ended.')));
  }

  /** Starts the thread and opens the file; rejects with the reason where it cannot be opened. `onWritten` hears of every commit. */
  static async start(file: string, onWritten: () => void): Promise<WriterThread> {
    const sent = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const worker = new Worker(builtModule('../../bundle/writer.worker.js', import.meta.url), {
      workerData: { file, sent } satisfies WriterData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    const thread = new WriterThread(worker, sent, onWritten);
    await new Promise<WriterAnswer>((resolve, reject) => thread.#waiting.push({ resolve, reject }));
    return thread;
  }

  append(order: AppendOrder): Promise<Exclude<AppendOutcome, Failed>> {
    // Answers come in the order of the questions, and an append is answered by an outcome; a failure rejects.
    return this.#ask(order) as Promise<Exclude<AppendOutcome, Failed>>;
  }

  async shred(stream: string): Promise<void> {
    await this.#ask({ kind: 'shred', stream });
  }

  /** Rejects where the file does not take a commit. */
  async probe(): Promise<void> {
    await this.#ask({ kind: 'probe' });
  }

  /** Settles once everything asked before is on disk and the file is closed. */
  async close(): Promise<void> {
    if (!this.#dead) await this.#ask({ kind: 'close' });
    this.#dead = new EventStoreClosed();
    await this.#worker.terminate();
  }

  #ask(order: WriterOrder): Promise<WriterAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#dead) return reject(this.#dead);
      if (this.#waiting.length - this.#answered >= WAITING_LIMIT_ORDERS) return reject(new EventStoreBusy());
      if (this.#outbox.length === 0 && !this.#following) process.nextTick(() => this.#send(false));
      if (this.#waiting.length === this.#answered) this.#worker.ref();
      this.#outbox.push(order);
      this.#waiting.push({ resolve, reject });
      if (this.#outbox.length >= PIECE_ORDERS) this.#send(true);
    });
  }

  #send(more: boolean): void {
    const orders = this.#outbox;
    this.#outbox = [];
    this.#following = more;
    if (this.#dead) return;
    this.#worker.postMessage({ orders, more } satisfies WriterMessage);
    Atomics.add(this.#sent, 0, 1);
    Atomics.notify(this.#sent, 0);
  }

  #take(answers: readonly WriterAnswer[]): void {
    let written = false;
    for (const answer of answers) {
      const waiting = this.#waiting[this.#answered++];
      if (answer.kind === 'appended') written = true;
      if (answer.kind === 'failed') waiting?.reject(new EventStoreFailed(answer));
      else waiting?.resolve(answer);
    }
    if (this.#answered === this.#waiting.length) {
      this.#waiting.length = 0;
      this.#answered = 0;
      this.#worker.unref();
    } else if (this.#answered > WAITING_LIMIT_ORDERS) {
      this.#waiting.splice(0, this.#answered);
      this.#answered = 0;
    }
    if (written) this.#onWritten();
  }

  #die(error: Error): void {
    this.#dead ??= new EventStoreClosed(error);
    const left = this.#waiting.splice(0).slice(this.#answered);
    this.#answered = 0;
    for (const { reject } of left) reject(error);
  }
}
