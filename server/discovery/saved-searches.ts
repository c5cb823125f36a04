import type { Day, Instant, PersonId, SearchId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { FOUND_LIMIT_MENTORS } from '@alongside/domain/searches/searches.events.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { Change, ViewStore } from '@alongside/projections/store/view-store.js';
import { foundDigest, savedSearchView, type SavedSearchRow } from '@alongside/projections/views/saved-search.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import { isByDay } from '../reactors/hub-clock.js';
import type { DirectorySearch } from './directory-search.js';

/** Searches looked at in one strike of the clock, a minute apart: 10,000 take the morning, and each holds the hub up for some milliseconds. */
export const LOOKED_AT_ONCE_SEARCHES = 100;

interface Parts {
  readonly directory: Pick<DirectorySearch, 'found'>;
  readonly store: Pick<ViewStore, 'get' | 'list'>;
  readonly now: () => Instant;
  readonly dispatcher: { dispatch(envelope: object, by: PersonId): Promise<unknown> };
  readonly report: (error: unknown) => void;
  /** Settles once the index holds all that the views do; false where it does not, and would find too few. */
  readonly isWhole: () => Promise<boolean>;
}

/** Looks once a day whom each saved search finds, and says so to the log where that has changed. A new one is looked at within a minute. */
export class SavedSearches {
  /** The day on which each was looked at last; a process that starts looks at all again, which changes nothing where nothing has changed. */
  readonly #lookedOn = new Map<SearchId, Day | null>();
  /** Those that no process has looked at yet. */
  readonly #fresh = new Set<SearchId>();

  constructor(private readonly parts: Parts) {
    this.fill();
  }

  /** Learns of every search that is kept: at the start, and when the view was built again. */
  fill(): void {
    const { store } = this.parts;
    for (let afterId = ''; ;) {
      const rows = store.list<SavedSearchRow>(savedSearchView.name, { for: 'all', ...(afterId && { afterId }) });
      for (const { data } of rows) this.#know(data);
      const last = rows.at(-1);
      if (!last) return;
      afterId = last.id;
    }
  }

  /** To be told of every commit of the views. */
  heed(changes: readonly Change[]): void {
    for (const { view, id, row } of changes) {
      if (view !== savedSearchView.name) continue;
      if (row) this.#know(row.data as SavedSearchRow);
      else {
        this.#lookedOn.delete(id as SearchId);
        this.#fresh.delete(id as SearchId);
      }
    }
  }

  #know({ search, found }: SavedSearchRow): void {
    if (!this.#lookedOn.has(search)) this.#lookedOn.set(search, null);
    if (found === null) this.#fresh.add(search);
    else this.#fresh.delete(search);
  }

  /** Looks at those that are due. */
  async look(): Promise<void> {
    const now = this.parts.now();
    for (const id of this.#due(now)) {
      // While it is made again it finds too few, and those who are missing would be news tomorrow.
      if (!(await this.parts.isWhole())) return;
      const row = this.#row(id);
      // One that fails keeps no other waiting, and is looked at again tomorrow, or as the hub starts.
      if (row) await this.#lookAt(row, now).catch(this.parts.report);
      if (this.#lookedOn.has(id)) this.#lookedOn.set(id, dayOf(now));
      // Others are answered between two searches.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #row(id: SearchId): SavedSearchRow | undefined {
    return this.parts.store.get<SavedSearchRow>(savedSearchView.name, id)?.data;
  }

  /** One that was never looked at tells nobody anything: it need not wait for the day. */
  #due(now: Instant): readonly SearchId[] {
    const [today, due] = [dayOf(now), [] as SearchId[]];
    // New ones come first: who begins to match before they were looked at is never told of.
    for (const id of new Set([...this.#fresh, ...(isByDay(now) ? this.#lookedOn.keys() : [])])) {
      if (due.length === LOOKED_AT_ONCE_SEARCHES) break;
      if (this.#lookedOn.get(id) !== today) due.push(id);
    }
    return due;
  }

  async #lookAt({ search, person, asked, found }: SavedSearchRow, now: Instant): Promise<void> {
    const { people: all, total } = await this.parts.directory.found(person, queryIn(asked));
    // A few more of very many say nothing.
    if (total > FOUND_LIMIT_MENTORS) return;
    // A mentor who looks for another is no news to themself.
    const people = all.filter((one) => one !== person);
    const digest = foundDigest(people);
    if (digest === found) return;
    // By what it was and what it is: every process of the hub gives the same command.
    const commandId = commandIdFrom('look-at-saved-search', search, dayOf(now), String(found), digest);
    await this.parts.dispatcher.dispatch(
      { commandId, type: 'NoteSearchResults', stampedAt: now, data: { person, search, found: people } },
      HUB,
    );
  }
}

/** As the framework reads the query of an address: a name that comes several times has a list. */
export function queryIn(asked: string): Readonly<Record<string, string | readonly string[]>> {
  const params = new URLSearchParams(asked);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
