import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { pairingView, type PairingRow } from '@alongside/projections/views/pairing.view.js';
import { rosterView, type RosterRow } from '@alongside/projections/views/roster.view.js';
import type { Change, ViewStore } from '@alongside/projections/store/view-store.js';
import { viewReaderOf } from '../queries/live-views.js';
import { MemberBook, type MembersFound, type MemberQuestion } from './member-book.js';
import { RunningPairs } from './running-pairs.js';

/** So many institutions are held at once; of 12,000 members each is some ten megabytes. */
const BOOKS_LIMIT = 8;

type Store = Pick<ViewStore, 'get' | 'list' | 'upTo'>;
type Told = Pick<Change, 'view' | 'id' | 'row'>;

/** Finds members of institutions whose list is longer than a browser reads. Read from the views at the first question, and kept in step. */
export class MemberFinder {
  /** Those that were asked about, the last asked last. */
  readonly #books = new Map<string, MemberBook>();
  #pairs: RunningPairs | undefined;

  constructor(private readonly store: Store) {}

  /** `seesPairs`: whether the reader may know who is in a pair. */
  find(at: InstitutionId, { seesPairs, ...question }: Omit<MemberQuestion, 'pairs'> & { readonly seesPairs: boolean }): MembersFound {
    return this.#bookOf(at).find({ ...question, pairs: seesPairs ? this.#running() : undefined });
  }

  heed(changes: readonly Told[]): void {
    for (const change of changes) {
      this.#pairs?.heed(change);
      if (change.view !== rosterView.name) continue;
      // As `memberId` makes it.
      const end = change.id.indexOf(':');
      const book = this.#books.get(change.id.slice(0, end));
      if (change.row) book?.put(change.row.data as RosterRow);
      else book?.remove(change.id.slice(end + 1) as PersonId);
    }
  }

  /** Other rows of a view are served from now on. */
  replaced(view: string): void {
    if (view === rosterView.name) this.#books.clear();
    if (view === pairingView.name) this.#pairs = undefined;
  }

  #bookOf(at: InstitutionId): MemberBook {
    const book = this.#books.get(at) ?? new MemberBook(viewReaderOf(this.store).rows(rosterView.name, { institution: at }));
    this.#books.delete(at);
    this.#books.set(at, book);
    const [oldest] = this.#books.keys();
    if (this.#books.size > BOOKS_LIMIT && oldest !== undefined) this.#books.delete(oldest);
    return book;
  }

  #running(): RunningPairs {
    const look = viewReaderOf(this.store);
    return (this.#pairs ??= new RunningPairs((status): readonly PairingRow[] => look.rows(pairingView.name, { status })));
  }
}
