import type { Database } from '../../sqlite/driver.js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { IndexSettings, IndexWrite, Searchable } from '@alongside/search/search-index.js';
import { scrubFile } from '../../sqlite/rebuildable-file.js';
import { Columns } from './columns.js';
import { Documents, FIRST, type Tables } from './documents.js';
import { Widening } from './widening.js';

const SECOND: Tables = { documents: 'documents_b', words: 'words_b', terms: 'terms_b' };
/** Raised when words are folded in another way: every index is filled again. */
const FOLDING_VERSION = 2;
/** In `meta`: by which settings the file was filled, which tables are asked, and that others were begun. */
const [SETTINGS, ASKED, BEGUN, THROUGH] = ['settings', 'asked', 'begun', 'through'];

/** Everything a search looks at: documents on disk, and what filters and slips need of them in memory. */
export class Content<Document extends Searchable, Facet extends string> {
  readonly columns: Columns<Document, Facet>;
  readonly widening: Widening;

  constructor(
    readonly documents: Documents<Document>,
    settings: IndexSettings<Document, Facet>,
  ) {
    this.columns = new Columns(settings);
    this.columns.change([...documents.all()]);
    this.widening = new Widening(documents);
  }

  write(write: IndexWrite<Document>): void {
    const changes = this.documents.write(write);
    this.columns.change(changes);
    this.widening.heed(changes);
  }
}

/** The content of a file that is asked, and the next one while it is made beside it. A process that dies meanwhile leaves the first, to be made again. */
export class Contents<Document extends Searchable, Facet extends string> {
  #asked: Content<Document, Facet>;
  #next: Content<Document, Facet> | undefined;

  constructor(
    private readonly db: Database,
    private readonly settings: IndexSettings<Document, Facet>,
  ) {
    db.exec('CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
    if (this.#meta(SETTINGS) === this.#fingerprint()) this.#takeUp();
    else this.#begin();
    this.#asked = this.#open(this.#meta(ASKED) === SECOND.documents ? SECOND : FIRST);
  }

  get asked(): Content<Document, Facet> {
    return this.#asked;
  }

  /** A new, empty content beside the one that is asked. */
  next(): Content<Document, Facet> {
    this.dropNext();
    this.#setMeta(BEGUN, '1');
    return (this.#next = this.#open(this.#other()));
  }

  isNext(content: Content<Document, Facet>): boolean {
    return this.#next === content;
  }

  /** From now on the next is asked: all of it or, where this process dies, nothing. */
  take(through: Position | undefined): void {
    const next = this.#next;
    if (!next) throw new Error('No content was begun.');
    this.db.transaction(() => {
      this.#setMeta(ASKED, next.documents.tables.documents);
      this.#unsetMeta(BEGUN);
      if (through === undefined) this.#unsetMeta(THROUGH);
      else this.#setMeta(THROUGH, through);
    })();
    [this.#asked, this.#next] = [next, undefined];
    this.#drop(this.#other());
  }

  /** Takes out what was begun and is not finished. */
  dropNext(): void {
    this.#next = undefined;
    this.#drop(this.#other());
    this.#unsetMeta(BEGUN);
  }

  /** Takes everything out. */
  empty(): void {
    this.#begin();
    this.#next = undefined;
    this.#asked = this.#open(FIRST);
  }

  scrub(): void {
    this.dropNext();
    this.#asked.documents.scrub();
    scrubFile(this.db);
    this.#asked.widening.forget();
  }

  close(): void {
    this.db.close();
  }

  #open(tables: Tables): Content<Document, Facet> {
    return new Content(new Documents<Document>(this.db, this.settings, tables), this.settings);
  }

  #other(): Tables {
    return this.#asked.documents.tables === FIRST ? SECOND : FIRST;
  }

  /** As the last process left it. Where that began another content and never finished it, this one is not whole. */
  #takeUp(): void {
    this.db.transaction(() => {
      if (this.#meta(BEGUN) !== undefined) this.#unsetMeta(THROUGH);
      this.#drop(this.#meta(ASKED) === SECOND.documents ? FIRST : SECOND);
      this.#unsetMeta(BEGUN);
    })();
  }

  #begin(): void {
    this.db.transaction(() => {
      for (const tables of [FIRST, SECOND]) this.#drop(tables);
      this.db.exec('DELETE FROM meta');
      this.#setMeta(SETTINGS, this.#fingerprint());
    })();
  }

  /** Pages are let go as they are: overwriting all of a content would keep everybody waiting for seconds. A scrub leaves none of them. */
  #drop({ documents, words, terms }: Tables): void {
    this.db.pragma('secure_delete = OFF');
    try {
      this.db.exec(`DROP TABLE IF EXISTS temp.${terms}; DROP TABLE IF EXISTS ${words}; DROP TABLE IF EXISTS ${documents}`);
    } finally {
      this.db.pragma('secure_delete = ON');
    }
  }

  #meta(key: string): string | undefined {
    return this.db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)?.value;
  }

  #setMeta(key: string, value: string): void {
    this.db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
  }

  #unsetMeta(key: string): void {
    this.db.prepare('DELETE FROM meta WHERE key = ?').run(key);
  }

  #fingerprint(): string {
    const { name, version, columns, facets } = this.settings;
    return JSON.stringify({ name, version, folding: FOLDING_VERSION, columns: columns.map((column) => column.name), facets });
  }
}
