import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { NOT_OVER } from '@alongside/domain/mentorships/states.js';
import { pairingView, type PairingRow } from '@alongside/projections/views/pairing.view.js';
import { rosterView, type RosterRow } from '@alongside/projections/views/roster.view.js';
import { QUERY_LIMIT_ROWS, type Change, type ViewStore } from '@alongside/projections/store/view-store.js';
import { MemberBook, type MembersFound, type MemberQuestion } from './member-book.js';
import { RunningPairs } from './running-pairs.js';

/** So many institutions are held at once; of 12,000 members each is some ten megabytes. */
const BOOKS_LIMIT = 8;

type Store = Pick<ViewStore, 'list'>;
type Told = Pick<Change, 'view' | 'id' | 'row'>;
/** What was read from the views, or is being read. Changes reach it from its beginning, so that none falls between two pages. */
interface Held<Rows> {
  readonly rows: Rows;
  readonly read: Promise<void>;
}

/** Finds members of institutions whose list is longer than a browser reads. Read from the views at the first question, and kept in step. */
export class MemberFinder {
  /** Those that were asked about, the last asked last. */
  readonly #books = new Map<string, Held<MemberBook>>();
  #pairs: Held<RunningPairs> | undefined;

  constructor(private readonly store: Store) {}

  /** `seesPairs`: whether the reader may know who is in a pair. */
  async find(
    at: InstitutionId,
    { seesPairs, ...question }: Omit<MemberQuestion, 'pairs'> & { readonly seesPairs: boolean },
  ): Promise<MembersFound> {
    const book = this.#bookOf(at);
    await book.read;
    const pairs = seesPairs ? (this.#pairs ??= this.#readPairs()) : undefined;
    await pairs?.read;
    return book.rows.find({ ...question, pairs: pairs?.rows });
  }

  heed(changes: readonly Told[]): void {
    for (const change of changes) {
      this.#pairs?.rows.heed(change);
      if (change.view !== rosterView.name) continue;
      // As `memberId` makes it.
      const end = change.id.indexOf(':');
      const book = this.#books.get(change.id.slice(0, end))?.rows;
      if (change.row) book?.put(change.row.data as RosterRow);
      else book?.remove(change.id.slice(end + 1) as PersonId);
    }
  }

  /** Other rows of a view are served from now on. */
  replaced(view: string): void {
    if (view === rosterView.name) this.#books.clear();
    if (view === pairingView.name) this.#pairs = undefined;
  }

  #bookOf(at: InstitutionId): Held<MemberBook> {
    const book = this.#books.get(at) ?? this.#readBook(at);
    this.#books.delete(at);
    this.#books.set(at, book);
    const [oldest] = this.#books.keys();
    if (this.#books.size > BOOKS_LIMIT && oldest !== undefined) this.#books.delete(oldest);
    return book;
  }

  #readBook(institution: InstitutionId): Held<MemberBook> {
    const rows = new MemberBook();
    const read = this.#read<RosterRow>(rosterView.name, { institution }, (row) => rows.put(row));
    return { rows, read: read.catch((error: unknown) => this.#forget(error, () => this.#books.delete(institution))) };
  }

  #readPairs(): Held<RunningPairs> {
    const rows = new RunningPairs();
    const read = async () => {
      for (const status of NOT_OVER) await this.#read<PairingRow>(pairingView.name, { status }, (row) => rows.put(row));
    };
    return { rows, read: read().catch((error: unknown) => this.#forget(error, () => (this.#pairs = undefined))) };
  }

  /** What could not be read is read anew at the next question. */
  #forget(error: unknown, forget: () => unknown): never {
    forget();
    throw error;
  }

  /** A page at a time: other people are answered between two. */
  async #read<Row>(view: string, where: Readonly<Record<string, string>>, take: (row: Row) => void): Promise<void> {
    for (let afterId: string | undefined; ;) {
      const page = this.store.list<Row>(view, {
        for: 'all',
        where,
        limitRows: QUERY_LIMIT_ROWS,
        ...(afterId !== undefined && { afterId }),
      });
      for (const { data } of page) take(data);
      if (page.length < QUERY_LIMIT_ROWS) return;
      afterId = page.at(-1)?.id;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
