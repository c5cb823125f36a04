import type { MultiSearchQuery, Settings } from 'meilisearch';
import { IndexAway } from '@alongside/search/index-away.js';
import type { Connection } from './connection.js';
import { isOfKind, type Filter } from './filters.js';
import { MARK_KEY, WORDS, type IndexRecord, type Mark } from './record.js';
import { otherThan } from './settings.js';

/** One question of several: which documents, and what of them. */
export interface Asked {
  readonly filter: Filter;
  /** Attributes of which values are counted. */
  readonly counted?: readonly string[];
  /** Absent: only how many there are. */
  readonly page?: {
    readonly offset: number;
    readonly limit: number;
    readonly retrieve: readonly string[];
    readonly sort: readonly string[];
  };
}
export interface Answered {
  /** How many there are; of a page it is not asked. */
  readonly total: number;
  readonly hits: readonly Readonly<Record<string, unknown>>[];
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** One index on the server, by its name. */
export class ServerIndex {
  constructor(
    private readonly connection: Connection,
    readonly uid: string,
    private readonly settings: Settings,
  ) {}

  /** Makes it where it is not there, and sets what is set otherwise. */
  async ensure(): Promise<void> {
    if (!(await this.#isThere())) {
      const made = this.connection.do((client) => client.createIndex(this.uid, { primaryKey: 'key' }));
      // Another process may have made it meanwhile.
      await made.catch((error: unknown) => {
        if (!(error instanceof IndexAway && error.said === 'index_already_exists')) throw error;
      });
    }
    const kept = await this.connection.ask((client) => client.index(this.uid).getSettings());
    const other = otherThan(this.settings, kept);
    if (Object.keys(other).length > 0) await this.connection.do((client) => client.index(this.uid).updateSettings(other), { much: true });
  }

  async drop(): Promise<void> {
    if (await this.#isThere()) await this.connection.do((client) => client.deleteIndex(this.uid));
  }

  async #isThere(): Promise<boolean> {
    try {
      await this.connection.ask((client) => client.getRawIndex(this.uid));
      return true;
    } catch (error) {
      if (error instanceof IndexAway && error.why === 'lost') return false;
      throw error;
    }
  }

  async mark(): Promise<Mark | undefined> {
    try {
      return await this.connection.ask((client) => client.index<IndexRecord>(this.uid).getDocument<Mark & IndexRecord>(MARK_KEY));
    } catch (error) {
      if (error instanceof IndexAway && error.said === 'document_not_found') return undefined;
      throw error;
    }
  }

  /** One task, and so all of them or none. */
  put(records: readonly IndexRecord[]): Promise<void> {
    return this.connection.do((client) => client.index<IndexRecord>(this.uid).addDocuments([...records]), { much: true });
  }

  /** Takes out what was put in the place of removed documents. */
  removeGone(): Promise<void> {
    return this.connection.do((client) => client.index(this.uid).deleteDocuments({ filter: isOfKind('gone') }));
  }

  empty(): Promise<void> {
    return this.connection.do((client) => client.index(this.uid).deleteAllDocuments());
  }

  /** Has the server write the index into a new file without what was deleted. */
  compact(): Promise<void> {
    return this.connection.do((client) => client.index(this.uid).compact());
  }

  /** Several questions at once, answered in their order. */
  async ask(questions: readonly Asked[]): Promise<readonly Answered[]> {
    if (questions.length === 0) return [];
    const queries = questions.map((one) => this.#queryOf(one));
    const { results } = await this.connection.ask((client) => client.multiSearch({ queries }));
    return results.map((result) => ({
      total: 'totalHits' in result ? Number(result.totalHits) : 0,
      hits: result.hits,
      counts: result.facetDistribution ?? {},
    }));
  }

  /** How many documents meet each. */
  async count(filters: readonly Filter[]): Promise<readonly number[]> {
    return (await this.ask(filters.map((filter) => ({ filter })))).map(({ total }) => total);
  }

  /** Words of these documents that are near one that was typed or begin nearly so, as Meilisearch's typo tolerance finds them. */
  async wordsNear(typed: string, filter: Filter): Promise<readonly string[]> {
    const { facetHits } = await this.connection.ask((client) =>
      client.index(this.uid).searchForFacetValues({ facetName: WORDS, facetQuery: typed, filter }),
    );
    return facetHits.map(({ value }) => value);
  }

  #queryOf({ filter, counted, page }: Asked): MultiSearchQuery {
    const common = { indexUid: this.uid, q: '', filter, ...(counted && { facets: [...counted] }) };
    if (!page) return { ...common, hitsPerPage: 0 };
    const { offset, limit, retrieve, sort } = page;
    return { ...common, offset, limit, attributesToRetrieve: [...retrieve], sort: [...sort] };
  }
}
