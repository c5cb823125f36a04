import { fork, type ChildProcess } from 'node:child_process';
import type { LogFields } from '../app/logger.js';
import { builtModule } from '../event-store/built.js';
import type { CsvRefusal } from './read-csv.js';
import type { FileSummary, KnownMembers, Members, ReadingOrder, Told } from './reading-messages.js';

/** What one file may take. */
export interface ReadingLimits {
  /** The memory for JavaScript of the process that reads, in megabytes; the bytes of the file come on top. */
  readonly memoryMb: number;
  /** From the last byte of the file to its last row, in milliseconds. */
  readonly timeMs: number;
}

/** Eight times the memory that a register of 86 MB takes, and some twenty times its seconds on two idle cores. */
export const READING_LIMITS: ReadingLimits = { memoryMb: 512, timeMs: 180_000 };

/** How the reading of a file ended. */
export type Ending =
  | { readonly kind: 'read'; readonly summary: FileSummary; readonly batches: readonly Uint8Array[] }
  | { readonly kind: 'refused'; readonly refusal: CsvRefusal }
  | { readonly kind: 'stopped'; readonly why: 'time' | 'calledOff' }
  | { readonly kind: 'failed'; readonly failure: LogFields };

/** One file on its way through a process of its own. A thread that runs out of memory would end the whole hub (0018). */
export class ReadingProcess {
  /** Settles, and never rejects, once all is read or the process is gone. */
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  readonly #batches: Uint8Array[] = [];
  readonly #known: KnownMembers;
  #end: (ending: Ending) => void = () => undefined;
  #over = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    order: ReadingOrder,
    private readonly limits: ReadingLimits,
    known: KnownMembers,
  ) {
    this.#known = known;
    this.ended = new Promise((resolve) => (this.#end = resolve));
    this.#child = fork(builtModule('../bundle/reading.process.js', import.meta.url), [], {
      execArgv: [`--max-old-space-size=${limits.memoryMb}`],
      // Nothing of the hub's settings: the master key is not for the person who reads what strangers send.
      env: {},
      // What V8 prints when it gives up would quote nothing useful; how the process ended is in the hub's own log.
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    this.#child.on('message', (told) => this.#hear(told as Told));
    this.#child.on('error', (error) => this.#finish({ kind: 'failed', failure: { failure: error.name } }));
    this.#child.on('exit', (code, signal) => this.#gone({ ...(code !== null && { status: code }), ...(signal && { signal }) }));
    this.#child.send(order, () => undefined);
    // Broken where the process is gone before the file is; `exit` says how.
    this.#child.stdin?.on('error', () => undefined);
  }

  /** Passes on a piece of the file; settles when there is room for the next, or nobody to read it. */
  async take(part: Uint8Array): Promise<void> {
    const { stdin } = this.#child;
    if (this.#over || !stdin || stdin.write(part)) return;
    await Promise.race([this.ended, new Promise((resolve) => stdin.once('drain', resolve))]);
  }

  /** The file is whole: from now on the time counts. */
  finish(): void {
    if (this.#over) return;
    this.#timer = setTimeout(() => this.stop('time'), this.limits.timeMs);
    this.#child.stdin?.end();
  }

  /** Ends the process wherever it is; does nothing where it has ended. */
  stop(why: 'time' | 'calledOff'): void {
    this.#finish({ kind: 'stopped', why });
  }

  #hear(told: Told): void {
    switch (told.kind) {
      case 'ask':
        return this.#answer({
          emails: told.emails.filter(this.#known.isMember),
          called: told.names.flatMap((name) => {
            const members = this.#known.membersCalled(name);
            return members.length === 0 ? [] : [[name, members] as const];
          }),
          joined: this.#known.joined,
        });
      case 'batch':
        return void this.#batches.push(told.rows);
      case 'read':
        return this.#finish({ kind: 'read', summary: told.summary, batches: this.#batches });
      case 'refused':
      case 'failed':
        return this.#finish(told);
    }
  }

  #answer(members: Members): void {
    // A failure to send means that the process is gone, which `exit` tells.
    this.#child.send(members, () => undefined);
  }

  /** The process is no more. What it said last may still be on its way, up to the end of the channel. */
  #gone(how: LogFields): void {
    const died = () => this.#finish({ kind: 'failed', failure: { failure: 'ReadingProcessEnded', ...how } });
    if (this.#child.connected) this.#child.once('disconnect', died);
    else died();
  }

  #finish(ending: Ending): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#timer);
    this.#child.kill('SIGKILL');
    this.#end(ending);
  }
}
