import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { DirectoryDocument, DirectoryFacet } from '@alongside/search/directory.js';
import { WRITE_LIMIT_DOCUMENTS, type SearchIndex } from '@alongside/search/search-index.js';
import type { IndexCondition } from './index-condition.js';

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
  between: (done: number, of: number) => Promise<void> = async () => {},
): Promise<Awaited<ReturnType<DirectoryIndex['rebuild']>>> {
  const people = everybody();
  const rebuild = await index.rebuild();
  for (let from = 0; from < people.length; from += WRITE_LIMIT_DOCUMENTS) {
    await rebuild.write(documentsOf(people.slice(from, from + WRITE_LIMIT_DOCUMENTS)).put);
    await between(Math.min(from + WRITE_LIMIT_DOCUMENTS, people.length), people.length);
  }
  return rebuild;
}

/** For an index in a file of this process: one write per commit, in order. A write that fails is reported, and is not tried again. */
export class LocalIndexKeeper implements IndexKeeper {
  readonly condition = { state: 'ready' } as const;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly index: DirectoryIndex,
    private readonly sources: IndexSources,
    private readonly report: (error: unknown) => void,
  ) {}

  fill(through: Position | undefined): Promise<void> {
    return this.#next(async () => {
      if ((await this.index.through()) !== through) await this.#refill(through);
    });
  }

  refill(through: Position | undefined): void {
    this.#next(() => this.#refill(through)).catch(this.report);
  }

  async #refill(through: Position | undefined): Promise<void> {
    await (await fillAnew(this.index, this.sources)).finish(through);
  }

  changed(people: ReadonlySet<PersonId>, through: Position): void {
    const documents = this.sources.documentsOf([...people]);
    this.#next(() => this.index.write({ ...documents, through })).catch(this.report);
  }

  settled(): Promise<void> {
    return this.#next(async () => {});
  }

  /** Not where it was emptied, and could not be filled again. */
  isWhole(): Promise<boolean> {
    return this.#next(async () => (await this.index.through()) !== undefined);
  }

  scrub(): Promise<void> {
    return this.#next(() => this.index.scrub());
  }

  notice(): void {}

  async close(): Promise<void> {
    await this.#turn.catch(() => undefined);
    await this.index.close();
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
