import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { IndexAway } from '@alongside/search/index-away.js';
import { WRITE_LIMIT_DOCUMENTS } from '@alongside/search/search-index.js';
import { isServed, type IndexCondition } from './index-condition.js';
import { fillAnew, type DirectoryIndex, type IndexKeeper, type IndexSources } from './index-keeper.js';

/** How long a reader waits for their own change to be in the index before they are answered without it. */
const SETTLED_LIMIT_MS = 5_000;
const PAUSE_FIRST_MS = 1_000;
const PAUSE_MOST_MS = 30_000;

interface Parts {
  readonly now: () => string;
  readonly report: (error: unknown) => void;
  readonly pauseFirstMs?: number;
  readonly pauseMostMs?: number;
}

/** For an index on a server, which may be away. Until what is owed is written, it is not asked: it may show what is hidden by now. */
export class AwayIndexKeeper implements IndexKeeper {
  #condition: IndexCondition = { state: 'filling', done: 0, of: 0, served: false };
  /** People whose documents the index does not have as they are. */
  readonly #owed = new Set<PersonId>();
  #writing = 0;
  /** How far the views are, as was told last. */
  #through: Position | undefined;
  /** Where the index is known to be; where it may be as well, if the answer to a write was lost. */
  #reached: Position | undefined;
  #perhaps: Position | undefined;
  #isUnsure = false;
  #refillsAsked = 0;
  #refillsDone = 0;
  #scrubOwed = false;
  #closed = false;
  #work: Promise<void> | undefined;
  #wake: () => void = () => {};
  #waiting: (() => void)[] = [];

  constructor(
    private readonly index: DirectoryIndex,
    private readonly sources: IndexSources,
    private readonly parts: Parts,
  ) {}

  get condition(): IndexCondition {
    return this.#condition;
  }

  async fill(through: Position | undefined): Promise<void> {
    this.#through = this.#reached = through;
    this.#isUnsure = true;
    await this.#start();
  }

  refill(through: Position | undefined): void {
    this.#through = through;
    this.#refillsAsked += 1;
    void this.#start();
  }

  changed(people: ReadonlySet<PersonId>, through: Position): void {
    for (const person of people) this.#owed.add(person);
    this.#through = through;
    void this.#start();
  }

  /** At once while the server is away: nobody waits for what cannot be. */
  settled(): Promise<void> {
    if (this.#isPaid() || !isServed(this.#condition)) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, SETTLED_LIMIT_MS);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  async isWhole(): Promise<boolean> {
    return this.#condition.state === 'ready';
  }

  /** Asks for it and does not wait: erasing goes on while the server is away or busy. Done once the index is otherwise in step. */
  async scrub(): Promise<void> {
    this.#scrubOwed = true;
    this.index.owesScrub?.();
    void this.#start();
  }

  notice(error: unknown): void {
    if (!(error instanceof IndexAway) || this.#closed) return;
    this.#fall(error);
    void this.#start();
  }

  async close(): Promise<void> {
    if (this.#condition.state !== 'behind') await this.settled();
    this.#closed = true;
    this.#wake();
    await this.index.close();
    await this.#work;
  }

  /** One thing after another until nothing is owed. */
  #start(): Promise<void> {
    return (this.#work ??= this.#workOff().finally(() => (this.#work = undefined)));
  }

  async #workOff(): Promise<void> {
    const { pauseFirstMs = PAUSE_FIRST_MS, pauseMostMs = PAUSE_MOST_MS } = this.parts;
    let pause = pauseFirstMs;
    while (!this.#closed && this.#hasWork()) {
      try {
        await this.#step();
        pause = pauseFirstMs;
      } catch (error) {
        if (this.#closed) return;
        this.#fall(error);
        await this.#paused(pause);
        pause = Math.min(pause * 2, pauseMostMs);
      }
    }
  }

  #hasWork(): boolean {
    return this.#isUnsure || this.#refillsDone !== this.#refillsAsked || this.#owed.size > 0 || this.#scrubOwed;
  }

  async #step(): Promise<void> {
    if (this.#isUnsure) {
      const there = await this.index.through();
      const isKnown = there !== undefined && (there === this.#reached || there === this.#perhaps);
      if (!isKnown && this.#refillsDone === this.#refillsAsked) this.#refillsAsked += 1;
      this.#isUnsure = false;
    }
    if (this.#refillsDone !== this.#refillsAsked) await this.#refill();
    else if (this.#owed.size > 0) await this.#deliver();
    if (this.#owed.size > 0) return;
    this.#condition = { state: 'ready' };
    if (!this.#scrubOwed) return;
    await this.index.scrub();
    this.#scrubOwed = false;
  }

  async #deliver(): Promise<readonly PersonId[]> {
    const people = [...this.#owed].slice(0, WRITE_LIMIT_DOCUMENTS);
    const isAll = people.length === this.#owed.size;
    await this.#owing(people, async () => {
      if (!isAll || this.#through === undefined) return this.index.write(this.sources.documentsOf(people));
      const through = (this.#perhaps = this.#through);
      await this.index.write({ ...this.sources.documentsOf(people), through });
      this.#reached = through;
    });
    return people;
  }

  /** While the old content is asked it is also written; those who changed are written into the new one before it takes its place. */
  async #refill(): Promise<void> {
    const asked = this.#refillsAsked;
    const served = isServed(this.#condition);
    const again = new Set<PersonId>();
    this.#condition = { state: 'filling', done: 0, of: this.sources.everybody().length, served };
    const rebuild = await fillAnew(this.index, this.sources, async (done, of) => {
      this.#condition = { state: 'filling', done, of, served };
      while (served && this.#owed.size > 0) for (const person of await this.#deliver()) again.add(person);
    });
    const late = [...new Set([...again, ...this.#owed])];
    await this.#owing(late, async () => {
      const through = (this.#perhaps = this.#through);
      for (let from = 0; from < late.length; from += WRITE_LIMIT_DOCUMENTS) {
        const { put, remove } = this.sources.documentsOf(late.slice(from, from + WRITE_LIMIT_DOCUMENTS));
        await rebuild.write(put, remove);
      }
      await rebuild.finish(through);
      this.#reached = through;
    });
    this.#refillsDone = asked;
  }

  /** Takes people off what is owed while they are written, and puts them back where that fails. */
  async #owing(people: readonly PersonId[], write: () => Promise<void>): Promise<void> {
    for (const person of people) this.#owed.delete(person);
    this.#writing += 1;
    try {
      await write();
    } catch (error) {
      for (const person of people) this.#owed.add(person);
      throw error;
    } finally {
      this.#writing -= 1;
    }
    this.#letGo();
  }

  #isPaid(): boolean {
    return this.#owed.size === 0 && this.#writing === 0;
  }

  #letGo(): void {
    if (!this.#isPaid() && isServed(this.#condition)) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }

  #fall(error: unknown): void {
    const why = error instanceof IndexAway ? error.why : 'refused';
    const before = this.#condition;
    const same = before.state === 'behind' ? before : undefined;
    // Once for each reason: it is tried again for as long as it takes.
    if (same?.why !== why) this.parts.report(error);
    this.#condition = { state: 'behind', why, since: same?.since ?? this.parts.now() };
    this.#isUnsure = true;
    this.#letGo();
  }

  #paused(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      timer.unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
