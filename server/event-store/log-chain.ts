import { hash as digest } from 'node:crypto';

/** A head of the chain over the whole log is kept once in so many events, so that a change is found to lie between two of them. */
export const MARK_EVERY_EVENTS = 4_096;

/** Where the chain over the whole log was after so many events of the history. */
export interface LogHead {
  /** How many events of the history there are up to here: the same in every copy of the log, whichever store keeps it. */
  readonly events: number;
  /** Where the last of them stands in the log that it was read from, for words only. */
  readonly position: string;
  /** SHA-256, hex, over the head before and the last event's stream, revision and hash. */
  readonly hash: string;
}

/** What bears witness to a log outside it: its newest head, and earlier ones. */
export interface Witness {
  readonly head: LogHead;
  readonly marks: readonly LogHead[];
  /** Position of the last event of any kind. Where positions are numbers, and rows are never taken out, a log never ends before it. */
  readonly last?: string | undefined;
}

/** The chain over the history in the log’s order, folded by its readers and stored nowhere in it. Events about keys are left out: they may be shredded. */
export class LogChain {
  #head: LogHead;
  readonly #marks: LogHead[];
  #last: string | undefined;

  /** Goes on from a witness, or from the beginning. */
  constructor(from?: Witness) {
    this.#head = from?.head ?? { events: 0, position: '', hash: '' };
    this.#marks = [...(from?.marks ?? [])];
    this.#last = from?.last;
  }

  /** There is an event, of whatever kind, at this position. */
  saw(position: string): void {
    this.#last = position;
  }

  /** Takes in the next event of the history. */
  take({ stream, revision, position, hash }: { stream: string; revision: number; position: string; hash: string }): LogHead {
    const events = this.#head.events + 1;
    this.#head = { events, position, hash: digest('sha256', `${this.#head.hash}\n${stream}\n${revision}\n${hash}`) };
    if (events % MARK_EVERY_EVENTS === 0) this.#marks.push(this.#head);
    return this.#head;
  }

  get head(): LogHead {
    return this.#head;
  }

  /** What is to be kept outside the log; undefined while there is no event. */
  witness(): Witness | undefined {
    return this.#head.events === 0 ? undefined : { head: this.#head, marks: [...this.#marks], last: this.#last };
  }
}

/** Holds a chain against what a witness knows, while it is folded. */
export class Heard {
  readonly #known: readonly LogHead[];
  #next = 0;
  /** The last head of the witness that the log agrees with. */
  agreed: LogHead | undefined;
  /** The first that it does not agree with. */
  differs: LogHead | undefined;

  /** Position of the last event of any kind that the witness knows. */
  readonly last: string | undefined;

  constructor({ head, marks, last }: Witness) {
    this.last = last;
    this.#known = [...marks.filter(({ events }) => events < head.events), head];
  }

  take(head: LogHead): void {
    const known = this.#known[this.#next];
    if (known?.events !== head.events) return;
    this.#next += 1;
    if (known.hash === head.hash) this.agreed = known;
    else this.differs ??= known;
  }

  /** The newest head that the witness knows. */
  get newest(): LogHead | undefined {
    return this.#known.at(-1);
  }
}
