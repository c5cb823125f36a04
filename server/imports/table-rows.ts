import { IMPORT_LIMIT_ROWS, isBlank, letterOf, marksOf, type RawRow } from '@alongside/domain/imports/columns.js';
import { cleanLine } from '@alongside/domain/text/hygiene.js';
import { plainKey } from '@alongside/domain/text/folding.js';
import { undoneTwice } from './twice-saved.js';
import { TooLarge } from './zip-parts.js';

/** Rows among which the headings are looked for, below a title. */
export const TITLE_LIMIT_ROWS = 10;
/** Columns of one table: far more than any register has. */
export const TABLE_LIMIT_COLUMNS = 2_000;
/** Letters of one row. */
export const ROW_LIMIT_CHARACTERS = 1024 * 1024;
/** Cells of one table, empty ones included: the register of England has 8 million. A workbook says in a few letters that it repeats them. */
const TABLE_LIMIT_CELLS = 12_000_000;
/** Letters of one table, those that are repeated included. */
const TABLE_LIMIT_CHARACTERS = 256 * 1024 * 1024;
/** Rows of headings above one another that may be the ones. */
const HEADINGS_LIMIT_ROWS = TITLE_LIMIT_ROWS;
/** A row of so many headings that are known is the row of headings, whatever is above it. */
const HEADINGS_FROM_COLUMNS = 2;

/** Which of a file's columns are kept, by their letters. */
export type Kept = (headers: readonly string[]) => ReadonlySet<string>;
/** How many of these cells are headings that are known. */
export type KnownHeadings = (cells: readonly string[]) => number;

/** What a reader takes from a table: every column where `kept` is absent, and no heading by its words where `known` is. */
export interface Wanted {
  readonly kept?: Kept;
  readonly known?: KnownHeadings;
  /** Whether cells are those of a person, and so no headings: the first row of a list may be one. */
  readonly isPerson?: (cells: readonly string[]) => boolean;
}

/** A cell over several rows or columns: its place and its last column from 0, and its first and last row. */
export interface Merged {
  readonly at: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

interface Held {
  readonly record: readonly string[];
  readonly row: number;
  readonly marks: Marks;
}

/** The places of cells of which something is said: their letters are a guess, or they are formulas. */
export type Marks = { readonly [Mark in 'doubtful' | 'workedOut' | 'formulas']?: readonly number[] } & {
  /** What a doubtful cell may be meant to hold, by its place. */
  readonly readings?: ReadonlyMap<number, readonly string[]>;
};

const filled = (record: readonly string[]): number => record.filter((text) => text.trim() !== '').length;

/** The rows of a table, each reduced to the columns that are kept as soon as it is read. The headings may be below titles, and in two rows. */
export class TableRows {
  readonly rows: RawRow[] = [];
  headers: readonly string[] = [];
  /** How many headings are known by their words. */
  known = 0;
  /** The row of the headings, as a spreadsheet numbers it; 0 where the list has none. */
  headingsRow = 1;
  /** The lines above the headings, as far as they are one cell: a title may say what the list is. */
  titles: readonly string[] = [];
  #cells: readonly (readonly [letter: string, index: number])[] | undefined;
  #held: Held[] = [];
  /** Headings that were found, while the row below may be the ones: of groups some are known as well. */
  #found: { readonly headers: readonly string[]; readonly from: Held } | undefined;

  #cellsTaken = 0;
  #lettersTaken = 0;
  #headingsTaken = 0;

  constructor(private readonly wanted: Wanted = {}) {}

  /** More rows than one file may have: the others need not be read. */
  get isFull(): boolean {
    return this.rows.length > IMPORT_LIMIT_ROWS;
  }

  /** Takes row after row, titles and headings first. A cell whose letters were saved twice is mended, and is a guess. */
  take(cells: readonly string[], row: number, said: Marks = {}): void {
    const asSaved = this.#within(cells);
    // Nothing that could be headings, or begin the rows below them.
    if (this.#found && filled(asSaved) === 0) return;
    const undone = asSaved.map(undoneTwice);
    const twice = undone.flatMap((text, index) => (text === undefined ? [] : [index]));
    const record = twice.length === 0 ? asSaved : asSaved.map((text, index) => undone[index] ?? text);
    const marks = twice.length === 0 ? said : { ...said, doubtful: [...new Set([...(said.doubtful ?? []), ...twice])] };
    if (this.#cells) return this.#add({ record, row, marks });
    const one = { record, row, marks };
    const above = this.#found?.from ?? this.#held.at(-1);
    const isPerson = this.wanted.isPerson?.(record) ?? false;
    const headers = isPerson ? undefined : this.#headingsIn(record, above?.record);
    if (this.#found && filled(record) > 0 && !(headers && this.#isBetter(headers, record))) return this.#beginFound(one);
    if (headers) {
      this.#found = { headers, from: one };
      this.#headingsTaken += 1;
    }
    if (this.#found) return;
    this.#held.push(one);
    if (this.#held.length > TITLE_LIMIT_ROWS) this.settle();
  }

  /** The cells of a row; refuses what no list has. A small file may be vast once it is a table, and others wait for its place. */
  #within(cells: readonly string[]): readonly string[] {
    // A spreadsheet saves a comma for each column that was ever formatted.
    const last = cells.length <= TABLE_LIMIT_COLUMNS ? cells.length - 1 : cells.findLastIndex((text) => text.trim() !== '');
    if (last >= TABLE_LIMIT_COLUMNS) throw new TooLarge('A row with too many columns.');
    const letters = cells.reduce((sum, text) => sum + text.length, 0);
    if (letters > ROW_LIMIT_CHARACTERS) throw new TooLarge('A row with too many letters.');
    this.#count(cells.length, letters);
    return last === cells.length - 1 ? cells : cells.slice(0, last + 1);
  }

  #count(cells: number, letters: number): void {
    this.#cellsTaken += cells;
    this.#lettersTaken += letters;
    if (this.#lettersTaken > TABLE_LIMIT_CHARACTERS) throw new TooLarge('A table with too many letters.');
    if (this.#cellsTaken > TABLE_LIMIT_CELLS) throw new TooLarge('A table with too many cells.');
  }

  #headingsIn(record: readonly string[], above: readonly string[] | undefined): readonly string[] | undefined {
    return this.wanted.known && headingsIn(record, above, this.wanted.known);
  }

  /** Whether more of these are known than of the headings that were found; of as many, where there are more of them. Cells of a person are hardly ever headings. */
  #isBetter(headers: readonly string[], own: readonly string[]): boolean {
    const { known = () => 0 } = this.wanted;
    const before = this.#found?.headers ?? [];
    if (this.#headingsTaken >= HEADINGS_LIMIT_ROWS) return false;
    const more = known(headers) - known(before);
    return more > 0 ? known(own) > 0 : more === 0 && known(own) >= HEADINGS_FROM_COLUMNS && filled(headers) > filled(before);
  }

  /** Once all rows are taken: what a merged cell says holds for each row below its first. A row with nothing else is part of the one above. */
  fillMerged(all: readonly Merged[]): void {
    this.settle();
    if (all.length === 0) return;
    const indexes = new Map(this.rows.map(({ row }, index) => [row, index]));
    const texts = new Map<number, Map<string, string>>();
    for (const { at, from, to } of all) {
      const [letter, first] = [letterOf(at), indexes.get(from) ?? Infinity];
      const text = this.rows[first]?.cells[letter] ?? '';
      if (text.trim() === '') continue;
      for (let index = first + 1; (this.rows[index]?.row ?? Infinity) <= to; index += 1) {
        this.#count(1, text.length);
        const own = texts.get(index) ?? new Map<string, string>();
        texts.set(index, own.set(letter, text));
      }
    }
    for (const [index, covered] of texts) {
      const raw = this.rows[index];
      if (!raw || isBlank(raw)) continue;
      const filled = [...covered].filter(([letter]) => (raw.cells[letter] ?? '').trim() === '');
      this.rows[index] = { ...raw, cells: { ...raw.cells, ...Object.fromEntries(filled) }, merged: [...covered.keys()] };
    }
    this.#markBeside(all, indexes);
  }

  /** What a cell covers beside it. It is not filled: “Ann Ray” over “Surname” and “Forename” is in neither. */
  #markBeside(all: readonly Merged[], indexes: ReadonlyMap<number, number>): void {
    const places = new Map<number, Set<number>>();
    for (const { at, last, from } of all) {
      const index = indexes.get(from);
      const end = Math.min(last, this.headers.length - 1);
      if (index === undefined || end <= at) continue;
      this.#count(end - at, 0);
      const own = places.get(index) ?? new Set<number>();
      for (let place = at + 1; place <= end; place += 1) own.add(place);
      places.set(index, own);
    }
    for (const [index, covered] of places) {
      const raw = this.rows[index];
      if (raw) this.rows[index] = { ...raw, beside: [...covered].map(letterOf) };
    }
  }

  #beginFound(...rows: readonly Held[]): void {
    const { headers, from } = this.#found ?? {};
    this.#titled(this.#held.filter((one) => one !== from));
    this.#held = [];
    this.#found = undefined;
    if (headers && from) this.#begin(headers, from.row);
    for (const one of rows) this.#add(one);
  }

  /** Where no heading is known, the first row has them unless it is a person’s, or the first below a title: rows of one cell above rows with more. */
  settle(): void {
    if (this.#found) return this.#beginFound();
    const held = this.#held;
    this.#held = [];
    if (held.length === 0 || this.#cells) return;
    const said = this.#titledAt(held);
    const wide = said > 0 ? said : held.findIndex(({ record }) => filled(record) > 1);
    const isTitled = wide > 0 && (said > 0 || held.slice(wide).every(({ record }) => filled(record) > 1));
    const [first, ...rest] = isTitled ? held.slice(wide) : held;
    if (!first) return;
    this.#titled(isTitled ? held.slice(0, wide) : []);
    if (this.wanted.isPerson?.(first.record)) {
      this.#begin(
        first.record.map(() => ''),
        0,
      );
      for (const one of [first, ...rest]) this.#add(one);
      return;
    }
    this.#begin(
      first.record.map((header) => header.trim()),
      first.row,
    );
    for (const one of rest) this.#add(one);
  }

  /** Where a heading that is known is below lines of one cell: “Name” alone below “Leavers 2026”. */
  #titledAt(held: readonly Held[]): number {
    const at = held.findIndex(({ record }) => (this.wanted.known?.(record) ?? 0) > 0);
    return held.slice(0, Math.max(0, at)).every(({ record }) => filled(record) <= 1) ? at : -1;
  }

  #titled(rows: readonly Held[]): void {
    this.titles = rows.flatMap(({ record }) => (filled(record) === 1 ? [record.find((text) => text.trim() !== '')?.trim() ?? ''] : []));
  }

  #begin(headers: readonly string[], row: number): void {
    // They stand within sentences of the page, where what turns the text around it must not.
    this.headers = headers.map((heading) => cleanLine(heading).trim());
    this.headingsRow = row;
    this.known = this.wanted.known?.(this.headers) ?? 0;
    const kept = this.wanted.kept?.(this.headers);
    this.#cells = headers.map((_, index) => [letterOf(index), index] as const).filter(([letter]) => kept?.has(letter) ?? true);
  }

  /** A row that is wider than the headings has columns without a heading, which are shown as well. */
  #widen(record: readonly string[]): void {
    if (this.wanted.kept || record.length <= this.headers.length) return;
    if (record.slice(this.headers.length).every((text) => text.trim() === '')) return;
    const more = Array.from({ length: record.length - this.headers.length }, (_, index) => index + this.headers.length);
    this.#cells = [...(this.#cells ?? []), ...more.map((index) => [letterOf(index), index] as const)];
    this.headers = [...this.headers, ...more.map(() => '')];
  }

  #add({ record, row, marks }: Held): void {
    this.#widen(record);
    const columns = this.#cells ?? [];
    const cells = Object.fromEntries(columns.map(([letter, index]) => [letter, record[index] ?? '']));
    const lettersAt = (places: readonly number[] = []) =>
      places.length === 0 ? [] : columns.flatMap(([letter, index]) => (places.includes(index) ? [letter] : []));
    const { doubtful, workedOut, formulas, readings } = marks;
    const said = { doubtful: lettersAt(doubtful), workedOut: lettersAt(workedOut), formulas: lettersAt(formulas) };
    // One that was mended since is neither of these.
    const meant = columns.flatMap(([letter, index]): readonly (readonly [string, readonly string[]])[] => {
      const texts = readings?.get(index);
      return texts?.[0] === record[index] && texts ? [[letter, texts]] : [];
    });
    this.rows.push({ row, cells, ...marksOf(said), ...(meant.length > 0 && { readings: Object.fromEntries(meant) }) });
  }
}

/** The headings where a row holds them, alone or together with the row above; undefined where too few are known. */
function headingsIn(record: readonly string[], above: readonly string[] | undefined, known: KnownHeadings): readonly string[] | undefined {
  const alone = record.map((header) => header.trim());
  const few = (headers: readonly string[]) => known(headers) < HEADINGS_FROM_COLUMNS;
  if (!above || filled(above) < 2 || filled(record) < 2) return few(alone) ? undefined : alone;
  const groups = spread(above, alone.length);
  const joined = alone.map((heading, index) => [groups[index], heading].filter(Boolean).join(' ').trim());
  // “Email” twice below “Line manager” and “Staff member” is two headings only together with them.
  const times = new Map<string, number>();
  for (const key of alone.map(plainKey)) times.set(key, (times.get(key) ?? 0) + 1);
  const isTwice = (heading: string) => heading !== '' && (times.get(plainKey(heading)) ?? 0) > 1;
  const best = known(joined) > known(alone) ? joined : alone;
  if (few(best)) return undefined;
  if (best === joined) return joined;
  const own = alone.map((heading, index) => (isTwice(heading) ? (joined[index] ?? heading) : heading));
  // “to” below “Reports”, and nothing below a heading that goes over both rows.
  const mixed = own.map((heading, index) => {
    if (heading === '') return above[index]?.trim() ?? '';
    const both = joined[index] ?? heading;
    return known([heading]) === 0 && known([both]) > 0 ? both : heading;
  });
  return known(mixed) > known(own) ? mixed : own;
}

/** Names of groups above headings, each on all columns up to the next: a merged cell is in its first column alone. */
function spread(above: readonly string[], length: number): readonly string[] {
  let group = '';
  return Array.from({ length }, (_, index) => (group = above[index]?.trim() || group));
}
