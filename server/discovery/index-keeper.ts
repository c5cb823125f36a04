import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { DirectoryDocument, DirectoryFacet } from '@alongside/search/directory.js';
import { WRITE_LIMIT_DOCUMENTS, type SearchIndex } from '@alongside/search/search-index.js';
import { isServed, type IndexCondition } from './index-condition.js';

/** The directory's index. */
export type DirectoryIndex = SearchIndex<DirectoryDocument, DirectoryFacet>;

/** What the index should hold, as the views are now. */
export interface IndexSources {
  readonly everybody: () => readonly PersonId[];
  /** The documents of those who are listed, and the ids of those who are not. */
  readonly documentsOf: (people: readonly PersonId[]) => {
    readonly put: readonly DirectoryDocument[];
    readonly remove: readonly PersonId[];
  };
}

/** Keeps an index in step with the views of this process. */
export interface IndexKeeper {
  readonly condition: IndexCondition;
  /** Brings the index to where the views are. Nothing is done where it is there already. */
  fill(through: Position | undefined): Promise<void>;
  /** Makes the index again from the views as they stand. */
  refill(through: Position | undefined): void;
  /** People whose documents are other now. */
  changed(people: ReadonlySet<PersonId>, through: Position): void;
  settled(): Promise<void>;
  isWhole(): Promise<boolean>;
  scrub(): Promise<void>;
  /** To be told of a question that failed. */
  notice(error: unknown): void;
  close(): Promise<void>;
}

/** Writes a whole new content, a part at a time. `between`: after each part, with how many people it holds. */
export async function fillAnew(
  index: Pick<DirectoryIndex, 'rebuild'>,
  { everybody, documentsOf }: IndexSources,
  between: (done: number, of: number) => Promise<void>,
  partDocuments = WRITE_LIMIT_DOCUMENTS,
): Promise<Awaited<ReturnType<DirectoryIndex['rebuild']>>> {
  const people = everybody();
  const rebuild = await index.rebuild();
  for (let from = 0; from < people.length; from += partDocuments) {
    await rebuild.write(documentsOf(people.slice(from, from + partDocuments)).put);
    await between(Math.min(from + partDocuments, people.length), people.length);
  }
  return rebuild;
}

/** An index that could not be made again, and is asked as it was, is tried again with a change so much later, in milliseconds. */
const RETRY_AFTER_MS = 600_000;
/** How many documents are written before others have their turn: some milliseconds. */
const PART_DOCUMENTS = 50;
const othersFirst = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** For an index in a file of this process: one write per commit, in order. A failed write is reported, not tried again. Made again beside what is asked. */
export class LocalIndexKeeper implements IndexKeeper {
  #condition: IndexCondition = { state: 'filling', done: 0, of: 0, served: false };
  #turn: Promise<void> = Promise.resolve();
  #making: Promise<void> | undefined;
  #isAskedAgain = false;
  /** Who changed while a new content is made: written into it before it is asked. */
  #late: Set<PersonId> | undefined;
  #through: Position | undefined;

  constructor(
    private readonly index: DirectoryIndex,
    private readonly sources: IndexSources,
    private readonly parts: { readonly report: (error: unknown) => void; readonly now: () => string },
  ) {}

  get condition(): IndexCondition {
    return this.#condition;
  }

  fill(through: Position | undefined): Promise<void> {
    this.#through = through;
    this.#late = new Set();
    return this.#make(async () => {
      if ((await this.index.through()) !== through) return this.#refill();
      [this.#condition, this.#late] = [{ state: 'ready' }, undefined];
    });
  }

  refill(through: Position | undefined): void {
    this.#through = through;
    if (this.#isAskedAgain) return;
    this.#isAskedAgain = this.#making !== undefined;
    const before = this.#making?.catch(() => undefined) ?? Promise.resolve();
    this.#make(async () => {
      await before;
      this.#isAskedAgain = false;
      await this.#refill();
    }).catch(this.parts.report);
  }

  changed(people: ReadonlySet<PersonId>, through: Position): void {
    this.#through = through;
    const condition = this.#condition;
    if (condition.state === 'behind' && !condition.served) return this.refill(through);
    for (const person of people) this.#late?.add(person);
    const documents = this.sources.documentsOf([...people]);
    this.#next(() => this.index.write({ ...documents, through })).catch(this.parts.report);
    if (condition.state === 'behind' && this.#sinceMs(condition.since) >= RETRY_AFTER_MS) this.refill(through);
  }

  settled(): Promise<void> {
    return this.#next(async () => {});
  }

  /** Not where it is being made, or could not be. */
  isWhole(): Promise<boolean> {
    return this.#next(async () => this.#condition.state === 'ready' && (await this.index.through()) !== undefined);
  }

  /** Waits for a content that is being made: it would hold again what is to be gone. */
  async scrub(): Promise<void> {
    while (this.#making) await this.#making.catch(() => undefined);
    await this.#next(() => this.index.scrub());
  }

  notice(): void {}

  async close(): Promise<void> {
    while (this.#making) await this.#making.catch(() => undefined);
    await this.#turn;
    await this.index.close();
  }

  #make(work: () => Promise<void>): Promise<void> {
    const made = work().finally(() => {
      if (this.#making === made) this.#making = undefined;
    });
    this.#making = made;
    return made;
  }

  async #refill(): Promise<void> {
    const served = isServed(this.#condition);
    const late = (this.#late = new Set());
    const say = (done: number, of: number) => void (this.#condition = { state: 'filling', done, of, served });
    say(0, this.sources.everybody().length);
    try {
      const between = (done: number, of: number) => (say(done, of), othersFirst());
      const rebuild = await fillAnew(this.index, this.sources, between, PART_DOCUMENTS);
      await this.#next(async () => {
        const people = [...late];
        for (let from = 0; from < people.length; from += WRITE_LIMIT_DOCUMENTS) {
          const { put, remove } = this.sources.documentsOf(people.slice(from, from + WRITE_LIMIT_DOCUMENTS));
          await rebuild.write(put, remove);
        }
        await rebuild.finish(this.#through);
      });
      this.#condition = { state: 'ready' };
    } catch (error) {
      // What was asked meanwhile was kept in step; what it was made from before may be wrong.
      this.#condition = { state: 'behind', why: 'disk', since: this.parts.now(), ...(served && { served }) };
      throw error;
    } finally {
      if (this.#late === late) this.#late = undefined;
    }
  }

  #sinceMs(since: string): number {
    return Date.parse(this.parts.now()) - Date.parse(since);
  }

  #next<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const done = this.#turn.then(work, work);
    this.#turn = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }
}
