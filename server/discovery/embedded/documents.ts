import type { Database, Statement } from '../../sqlite/driver.js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { wordsToFind } from '@alongside/domain/text/folding.js';
import { spellingsOf } from '@alongside/domain/text/spelling.js';
import { asTyped, type AskedWord } from '@alongside/search/asked-words.js';
import { levelsOf } from '@alongside/search/levels.js';
import type { IndexSettings, IndexWrite, Searchable } from '@alongside/search/search-index.js';
import type { ColumnChange } from './columns.js';
import type { Bitmap } from './bitmap.js';
import type { WordsOnDisk } from './widening.js';
import { anywhere, inColumns, whole, wholeAnywhere } from './words.js';

const NAME = /^[a-z][a-z_]*$/i;
const THROUGH = 'through';

/** What the tables of a content are called: a file may hold two. */
export interface Tables {
  readonly documents: string;
  readonly words: string;
  readonly terms: string;
}
export const FIRST: Tables = { documents: 'documents', words: 'words', terms: 'terms' };

/** Documents and their words on disk: one table, and one full-text index with the same row numbers. Makes its tables where they are not there. */
export class Documents<Document extends Searchable> implements WordsOnDisk {
  readonly #columns: readonly string[];
  readonly #levels: readonly (readonly string[])[];
  readonly #find: Statement<[string], { n: number; data: string }>;
  readonly #insert: Statement;
  readonly #update: Statement;
  readonly #remove: Statement;
  readonly #insertText: Statement;
  readonly #removeText: Statement;
  readonly #byNumber: Statement<[number], string>;
  readonly #matched: Statement<[string], number>;
  readonly #terms: Statement<[], string>;
  readonly #setMeta: Statement;
  readonly #getMeta: Statement<[string], string>;

  constructor(
    private readonly db: Database,
    private readonly settings: IndexSettings<Document>,
    readonly tables: Tables = FIRST,
  ) {
    this.#columns = settings.columns.map((column) => column.name);
    this.#levels = levelsOf(settings.columns);
    for (const column of this.#columns) if (!NAME.test(column)) throw new Error(`A column cannot be called ${column}.`);
    const { documents, words, terms } = tables;
    db.exec(`
      CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS ${documents} (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, data TEXT NOT NULL);
      CREATE VIRTUAL TABLE IF NOT EXISTS ${words}
        USING fts5(${this.#columns.join(', ')}, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3');
      CREATE VIRTUAL TABLE IF NOT EXISTS temp.${terms} USING fts5vocab('main', '${words}', 'row');
    `);
    this.#getMeta = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck() as never;
    this.#setMeta = db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
    this.#terms = db.prepare<[], string>(`SELECT term FROM temp.${terms}`).pluck() as never;
    const places = this.#columns.map(() => '?').join(', ');
    this.#find = db.prepare(`SELECT n, data FROM ${documents} WHERE id = ?`);
    this.#insert = db.prepare(`INSERT INTO ${documents} (id, data) VALUES (?, ?)`);
    this.#update = db.prepare(`UPDATE ${documents} SET data = ? WHERE n = ?`);
    this.#remove = db.prepare(`DELETE FROM ${documents} WHERE n = ?`);
    this.#insertText = db.prepare(`INSERT INTO ${words} (rowid, ${this.#columns.join(', ')}) VALUES (?, ${places})`);
    this.#removeText = db.prepare(`DELETE FROM ${words} WHERE rowid = ?`);
    this.#byNumber = db.prepare<[number], string>(`SELECT data FROM ${documents} WHERE n = ?`).pluck() as never;
    this.#matched = db.prepare<[string], number>(`SELECT rowid FROM ${words} WHERE ${words} MATCH ?`).pluck() as never;
  }

  /** All or nothing. Answers what it changed. */
  write({ put = [], remove = [], through }: IndexWrite<Document>): readonly ColumnChange<Document>[] {
    return this.db.transaction(() => {
      const changes = [...put.flatMap((document) => this.#put(document)), ...remove.flatMap((id) => this.#take(id))];
      if (through !== undefined) this.#setMeta.run(THROUGH, through);
      return changes;
    })();
  }

  through(): Position | undefined {
    return this.#getMeta.get(THROUGH) as Position | undefined;
  }

  *all(): Generator<ColumnChange<Document>> {
    for (const { n, data } of this.#everything()) {
      yield { number: n, before: undefined, after: JSON.parse(data) as Document };
    }
  }

  #everything(): IterableIterator<{ n: number; data: string }> {
    return this.db.prepare(`SELECT n, data FROM ${this.tables.documents}`).iterate() as never;
  }

  read(numbers: readonly number[]): readonly Document[] {
    return numbers.flatMap((number) => {
      const data = this.#byNumber.get(number);
      return data === undefined ? [] : [JSON.parse(data) as Document];
    });
  }

  /** The numbers of the documents that have every word, or one that was meant by it at no more than `cost`, in no order. */
  matching(words: readonly AskedWord[], cost?: number): readonly number[] {
    return this.#matched.all(anywhere(words, cost));
  }

  /** Those that have every word in one of the columns, whole or also as the beginning of one; none without a word. */
  matchingIn(columns: readonly string[], words: readonly string[], begun: boolean): readonly number[] {
    const known = columns.filter((column) => this.#columns.includes(column));
    if (words.length === 0 || known.length === 0) return [];
    const typed = words.map(asTyped);
    const query = begun ? anywhere(typed) : typed.map(({ spellings }) => whole(spellings)).join(' AND ');
    return this.#matched.all(known.map((column) => `(${inColumns([column], query)})`).join(' OR '));
  }

  /** Those that have every word in the most telling column. */
  matchingFirstColumn(words: readonly AskedWord[]): readonly number[] {
    return this.#matched.all(inColumns(this.#columns.slice(0, 1), anywhere(words)));
  }

  /** Who comes before whom (SI7, SI15): those of each rung, which may name some of those before again. Asked as they are taken. */
  *rungs(words: readonly AskedWord[]): Generator<readonly number[]> {
    const costs = [...new Set([0, ...words.flatMap(({ meant }) => meant.map(({ cost }) => cost))])].toSorted();
    for (const cost of costs)
      for (const columns of this.#levels)
        for (const query of [wholeAnywhere(words, cost), anywhere(words, cost)]) yield this.#matched.all(inColumns(columns, query));
  }

  terms(): Iterable<string> {
    return this.#terms.iterate();
  }

  hasWhole(words: readonly string[], among?: Bitmap): boolean {
    return this.#hasAny(whole(words), among);
  }

  hasBeginning(words: readonly string[], among: Bitmap): boolean {
    return this.#hasAny(anywhere([{ typed: '', spellings: words, meant: [] }]), among);
  }

  /** Built anew rather than deleted securely word by word, which would make every change of a document thirty times dearer. */
  scrub(): void {
    this.db.exec(`INSERT INTO ${this.tables.words} (${this.tables.words}) VALUES ('rebuild')`);
  }

  #put(document: Document): readonly ColumnChange<Document>[] {
    const data = JSON.stringify(document);
    const found = this.#find.get(document.id);
    if (found?.data === data) return [];
    const before = found && (JSON.parse(found.data) as Document);
    const number = found ? found.n : Number(this.#insert.run(document.id, data).lastInsertRowid);
    if (found) this.#update.run(data, number);
    const [had, has] = [before && this.#textOf(before), this.#textOf(document)];
    if (had?.join('\n') === has.join('\n')) return [{ number, before, after: document }];
    if (had) this.#removeText.run(number);
    this.#insertText.run(number, ...has);
    return [{ number, before, after: document, ...(had && { textBefore: had }), textAfter: has }];
  }

  #take(id: string): readonly ColumnChange<Document>[] {
    const found = this.#find.get(id);
    if (!found) return [];
    this.#removeText.run(found.n);
    this.#remove.run(found.n);
    const before = JSON.parse(found.data) as Document;
    return [{ number: found.n, before, after: undefined, textBefore: this.#textOf(before) }];
  }

  /** Stops at the first: nearly always it is the first that is looked at. */
  #hasAny(query: string, among: Bitmap | undefined): boolean {
    for (const number of this.#matched.iterate(query)) if (!among || among.has(number)) return true;
    return false;
  }

  #textOf(document: Document): readonly string[] {
    const text = this.settings.textOf(document);
    return this.#columns.map((column) =>
      wordsToFind(text[column] ?? '')
        .flatMap(spellingsOf)
        .join(' '),
    );
  }
}
