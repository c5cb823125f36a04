import type { Position } from '@alongside/domain/kernel/brand.js';
import { wordsOf, type AskedWord } from '@alongside/search/asked-words.js';
import { shownValues } from '@alongside/search/facet-values.js';
import { IndexAway } from '@alongside/search/index-away.js';
import {
  HITS_LIMIT_DOCUMENTS,
  namesValue,
  WRITE_LIMIT_DOCUMENTS,
  type AnyOf,
  type FacetValue,
  type IndexSettings,
  type IndexWrite,
  type Rebuild,
  type Searchable,
  type SearchAnswer,
  type SearchIndex,
  type SearchQuery,
} from '@alongside/search/search-index.js';
import { whyFound } from '@alongside/search/why.js';
import { Connection, type Deadlines } from './connection.js';
import { decoded } from './encoded.js';
import { allOf, hasPlace, hasValue, isOfKind, not, NOTHING, visibleTo, type Filter } from './filters.js';
import { laddered, metBy, metByValue } from './ladder.js';
import { nearestPageOf, pageOf, partsOf } from './pages.js';
import { fingerprintOf, goneOf, markOf, recordOf, valuesOf, type IndexRecord } from './record.js';
import { ServerIndex, type Answered, type Asked } from './server-index.js';
import { settingsOf } from './settings.js';
import { surroundingsOf } from './surroundings.js';
import { widened } from './widening.js';

/** Whether what the server holds was filled by this process's folder and nothing was owed to it since. Kept beside the views. */
export interface Trust {
  readonly isHeld: () => boolean;
  readonly keep: () => void;
  readonly drop: () => void;
}
const ALWAYS: Trust = { isHeld: () => true, keep: () => {}, drop: () => {} };

export interface MeilisearchServer extends Deadlines {
  readonly url: string;
  readonly key?: string;
  /** The name of the index on the server: of this process alone (0081). */
  readonly uid: string;
  readonly trust?: Trust;
}

const EVERY = isOfKind('document');

/** Search on a Meilisearch server (0081): filters say who is found, facet search what may have been meant, and this class who comes first. */
export class MeilisearchIndex<Document extends Searchable, Facet extends string> implements SearchIndex<Document, Facet> {
  readonly elsewhere = true;
  readonly #connection: Connection;
  readonly #live: ServerIndex;
  readonly #next: ServerIndex;
  readonly #trust: Trust;
  readonly #fingerprint: string;
  #opening: Promise<void> | undefined;
  #through: Position | undefined;

  /** Asks nothing of the server yet: it may be away. */
  constructor(
    { url, key, uid, trust = ALWAYS, ...deadlines }: MeilisearchServer,
    private readonly settings: IndexSettings<Document, Facet>,
  ) {
    this.#connection = new Connection(url, key, deadlines);
    this.#live = new ServerIndex(this.#connection, uid, settingsOf(settings));
    this.#next = new ServerIndex(this.#connection, `${uid}-next`, settingsOf(settings));
    this.#trust = trust;
    this.#fingerprint = fingerprintOf(settings);
  }

  async write({ put = [], remove = [], through }: IndexWrite<Document>): Promise<void> {
    const records = this.#recordsOf(put, remove);
    await this.#use(async () => {
      const reached = through ?? this.#through;
      await this.#live.put([...records, markOf(this.#fingerprint, reached)]);
      this.#through = reached;
      // What is removed is found no longer; what is left of its key may wait for the next time.
      if (remove.length > 0) await this.#live.removeGone().catch(unlessAway);
    });
  }

  through(): Promise<Position | undefined> {
    return this.#use(async () => {
      const mark = this.#trust.isHeld() ? await this.#live.mark() : undefined;
      return mark?.through ?? undefined;
    });
  }

  count(): Promise<number> {
    return this.#use(async () => (await this.#live.count([EVERY]))[0] ?? 0);
  }

  clear(): Promise<void> {
    return this.#use(async () => {
      await this.#live.empty();
      this.#through = undefined;
    });
  }

  rebuild(): Promise<Rebuild<Document>> {
    return this.#use(async () => {
      await this.#next.drop();
      await this.#next.ensure();
      return {
        write: (put, remove = []) => this.#use(() => this.#next.put(this.#recordsOf(put, remove))),
        finish: (through) => this.#use(() => this.#swap(through)),
      };
    });
  }

  /** Deletes the old content with its file: nothing of it is in the new one. */
  async #swap(through: Position | undefined): Promise<void> {
    await this.#next.put([markOf(this.#fingerprint, through)]);
    await this.#next.removeGone();
    const indexes: [string, string] = [this.#live.uid, this.#next.uid];
    await this.#connection.do((client) => client.swapIndexes([{ indexes, rename: false }]));
    this.#through = through;
    this.#trust.keep();
    await this.#next.drop().catch(unlessAway);
  }

  /** Has the server write the index without what was deleted. What its disk keeps of the old file is not in its hands, nor in ours. */
  async scrub(): Promise<void> {
    this.#trust.drop();
    await this.#use(async () => {
      await this.#live.removeGone();
      await this.#next.drop();
      await this.#live.compact();
    });
    this.#trust.keep();
  }

  owesScrub(): void {
    this.#trust.drop();
  }

  async close(): Promise<void> {
    this.#connection.close();
  }

  search(query: SearchQuery<Facet>): Promise<SearchAnswer<Document, Facet>> {
    return this.#use(async () => {
      const typed = wordsOf(query.text);
      const { understood = [], without = [] } = query;
      const metByIt = (one: AnyOf<Facet>) => metBy(one, this.settings.columns);
      const seen = allOf([visibleTo(query.for), ...understood.map(metByIt), ...without.map((one) => not(metByIt(one)))]);
      // Something was typed, but nothing that has letters or digits: nothing can match it.
      if (typed.length === 0 && query.text.trim() !== '') return this.#answer(query, seen, [], [NOTHING]);
      if (typed.length === 0) {
        const byValue = understood.filter(namesValue);
        return this.#answer(query, seen, [], byValue.length > 0 ? [allOf(byValue.map(metByValue)), EVERY] : [EVERY]);
      }
      const words = await widened(typed, this.#live, seen);
      return this.#answer(query, seen, words, laddered(words, this.settings.columns));
    });
  }

  async #answer(
    query: SearchQuery<Facet>,
    seen: Filter,
    words: readonly AskedWord[],
    rungs: readonly Filter[],
  ): Promise<SearchAnswer<Document, Facet>> {
    const chosen = new Map<Facet, Filter>();
    for (const facet of this.settings.facets) {
      const values = query.filters?.[facet];
      if (values && values.length > 0) chosen.set(facet, hasValue(valuesOf(facet), values));
    }
    const matching = allOf([seen, rungs.at(-1) ?? NOTHING]);
    const surroundings = query.within && (await surroundingsOf(query.within, matching, [...chosen.values()], this.#live));
    const near = surroundings ? [hasPlace(surroundings.inside)] : [];
    const among = allOf([seen, ...chosen.values(), ...near]);
    const others = (without?: Facet) => [...chosen].flatMap(([facet, filter]) => (facet === without ? [] : [filter]));
    const counted: Asked[] = [
      {
        filter: allOf([matching, ...others(), ...near]),
        counted: this.settings.facets.filter((facet) => !chosen.has(facet)).map(valuesOf),
      },
      ...[...chosen.keys()].map((facet): Asked => ({ filter: allOf([matching, ...others(facet), ...near]), counted: [valuesOf(facet)] })),
    ];
    const answers = await this.#live.ask([...rungs.map((rung): Asked => ({ filter: allOf([among, rung]) })), ...counted]);
    const totals = answers.slice(0, rungs.length).map(({ total }) => total);
    const limit = Math.min(Math.max(0, query.limitDocuments ?? HITS_LIMIT_DOCUMENTS), HITS_LIMIT_DOCUMENTS);
    const parts = partsOf(rungs, totals, Math.max(0, query.offsetDocuments ?? 0), limit);
    const page = await (query.within ? nearestPageOf(parts, among, this.#live, query.within) : pageOf(parts, among, this.#live));
    const hits = page.map((json) => JSON.parse(json) as Document); // As `recordOf` wrote it.
    return {
      hits,
      why: hits.map((hit) => whyFound(hit, words, query, this.settings)),
      total: totals.at(-1) ?? 0,
      facets: this.#facetsIn(query, answers.slice(rungs.length)),
      ...(surroundings && { around: surroundings.around }),
    };
  }

  #facetsIn({ filters }: SearchQuery<Facet>, answers: readonly Answered[]): Readonly<Record<Facet, readonly FacetValue[]>> {
    const counts = Object.assign({}, ...answers.map((answer) => answer.counts)) as Answered['counts'];
    const shown = this.settings.facets.map((facet): [Facet, readonly FacetValue[]] => {
      const values = Object.entries(counts[valuesOf(facet)] ?? {}).map(([value, count]) => ({ value: decoded(value), count }));
      return [facet, shownValues(values, filters?.[facet] ?? [])];
    });
    return Object.fromEntries(shown) as Record<Facet, readonly FacetValue[]>;
  }

  #recordsOf(put: readonly Document[], remove: readonly string[]): readonly IndexRecord[] {
    const documents = put.length + remove.length;
    if (documents > WRITE_LIMIT_DOCUMENTS)
      throw new RangeError(`${documents} documents are more than the ${WRITE_LIMIT_DOCUMENTS} that one write takes.`);
    return [...put.map((document) => recordOf(document, this.settings)), ...remove.map(goneOf)];
  }

  /** Opens the index first, and again after anything went wrong: the server may have come back as another, or empty. */
  async #use<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    try {
      await (this.#opening ??= this.#open());
      return await work();
    } catch (error) {
      if (error instanceof IndexAway) this.#opening = undefined;
      throw error;
    }
  }

  async #open(): Promise<void> {
    await this.#connection.checkVersion();
    await this.#live.ensure();
    const mark = await this.#live.mark();
    const isOurs = mark?.settings === this.#fingerprint;
    if (mark && !isOurs) await this.#live.empty();
    this.#through = isOurs ? (mark.through ?? undefined) : undefined;
  }
}

function unlessAway(error: unknown): void {
  if (!(error instanceof IndexAway)) throw error;
}
