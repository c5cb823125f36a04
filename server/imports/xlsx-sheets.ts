import { posix } from 'node:path';
import { TABLE_LIMIT_COLUMNS, TITLE_LIMIT_ROWS, type Merged } from './table-rows.js';
import { Broken, grown, TooLarge, type ZipParts } from './zip-parts.js';

/** The places of cells of a row that are formulas: those whose saved result was read, and those whose result the file does not have. */
export interface FormulaPlaces {
  readonly workedOut: readonly number[];
  readonly formulas: readonly number[];
}

/** Takes a row of a sheet; true ends the reading. */
export type TakeRow = (record: readonly string[], row: number, isHidden: boolean, places: FormulaPlaces) => boolean;

export type TakeMerged = (one: Merged) => void;

/** The sheets of a workbook, in their order. */
export interface Sheets {
  readonly names: readonly string[];
  /** Which of them a person who opens the workbook does not see. */
  readonly hidden: ReadonlySet<number>;
  /** Reads the rows of a sheet that hold anything, and tells its merged cells before it settles: Excel has them below the rows. */
  readonly read: (index: number, take: TakeRow, merged?: TakeMerged) => Promise<void>;
  /** Reads its first rows alone: the sheet may be another than the one that is wanted. */
  readonly glance: (index: number, take: TakeRow) => Promise<void>;
}

/** Sheets of a workbook in which a list is looked for; and so many that are hidden. */
export const SHEETS_LIMIT = 20;
/** Rows of a sheet that say whether it holds a list. */
export const GLANCE_LIMIT_ROWS = TITLE_LIMIT_ROWS + 2;

/** Texts that cells share: sixteen of its own for every row that a file may have. */
const SHARED_LIMIT_TEXTS = 2_000_000;

/** Puts a cell where it belongs in its row; refuses rows that no list has. */
export function place(record: string[], index: number, text: string): void {
  if (text === '') return;
  if (index >= TABLE_LIMIT_COLUMNS) throw new Broken('A row with too many columns.');
  while (record.length < index) record.push('');
  record[index] = text;
}

/** What a number of a cell stands for by its format. */
type Format = { readonly kind: 'number' } | { readonly kind: 'day' } | { readonly kind: 'figures'; readonly length: number };
const NUMBER: Format = { kind: 'number' };

interface Book {
  readonly parts: ZipParts;
  readonly shared: readonly string[];
  readonly formats: readonly Format[];
  /** Days are counted from 1904, as older Macs did. */
  readonly is1904: boolean;
  /** Whether the results beside its formulas are what a person saw: a program that cannot work them out asks for it, and often writes noughts. */
  readonly isWorkedOut: boolean;
}

/** The sheets of an `.xlsx` workbook. Nothing is worked out: a formula is read as the result that was saved with it, or else as its text (0070). */
export async function xlsxSheets(parts: ZipParts, limitTexts = SHARED_LIMIT_TEXTS): Promise<Sheets> {
  const main = (await relations(parts, '')).find(({ type }) => type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml';
  const related = await relations(parts, main);
  const pathOf = (what: string) => {
    const path = related.find(({ type }) => type.endsWith(`/${what}`))?.path ?? '';
    if (path && !parts.has(path)) throw new Broken('A part that is not there.');
    return path;
  };
  const sheets: { readonly name: string; readonly path: string }[] = [];
  const hidden = new Set<number>();
  let [is1904, isWorkedOut] = [false, true];
  await parts.hear(main, {
    open: (name, attributes) => {
      if (name === 'calcPr' && (isYes(attributes['fullCalcOnLoad']) || /^(?:0|false)$/.test(attributes['calcCompleted'] ?? '')))
        isWorkedOut = false;
      if (name === 'workbookPr') is1904 = isYes(attributes['date1904']);
      if (name !== 'sheet') return;
      const path = related.find(({ id }) => id === attributes['id'])?.path;
      if (!path || !parts.has(path)) throw new Broken('A sheet that is not there.');
      if ((attributes['state'] ?? 'visible') !== 'visible') hidden.add(sheets.length);
      sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  const formats = await formatsIn(parts, pathOf('styles'));
  const shared = await sharedIn(parts, pathOf('sharedStrings'), limitTexts);
  const book: Book = { parts, shared, formats, is1904, isWorkedOut };
  const readWith = (how: Hear) => (index: number, take: TakeRow, merged?: TakeMerged) =>
    readSheet(book, { path: sheets[index]?.path ?? '', how }, take, merged);
  return { names: sheets.map(({ name }) => name), hidden, read: readWith('hear'), glance: readWith('hearFirst') };
}

const isYes = (attribute = ''): boolean => /^(?:1|true)$/.test(attribute);

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** Where the parts are that a part names; of the whole workbook where it is ''. */
async function relations(parts: ZipParts, of: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(of);
  const found: Relation[] = [];
  await parts.hear(posix.join(folder, '_rels', `${posix.basename(of)}.rels`), {
    open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name === 'Relationship') found.push({ id, type, path: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) });
    },
  });
  return found;
}

/** Escapes of characters that XML cannot hold, such as `_x000D_`. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Texts that cells share, with their runs put together. How a word is spoken is not part of it. */
async function sharedIn(parts: ZipParts, path: string, limit: number): Promise<readonly string[]> {
  const shared: string[] = [];
  const ear = textEar();
  await parts.hear(path, {
    ...ear,
    close: (name) => {
      if (name === 'si' && shared.push(ear.taken()) > limit) throw new TooLarge('A workbook with too many texts.');
      ear.close(name);
    },
  });
  return shared;
}

/** Puts together the `<t>` of a text, without those that say how it is spoken. */
function textEar() {
  let [text, isText, isSpoken] = ['', false, false];
  return {
    open: (name: string) => {
      if (name === 't') isText = true;
      if (name === 'rPh') isSpoken = true;
    },
    close: (name: string) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isSpoken = false;
    },
    text: (piece: string) => {
      if (isText && !isSpoken) text = grown(text, piece);
    },
    taken: () => {
      const taken = unescaped(text);
      text = '';
      return taken;
    },
  };
}

/** Formats of dates that every workbook knows by number. */
const isBuiltInDay = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || (id >= 50 && id <= 58);

function formatOf(id: number, code: string | undefined): Format {
  if (code === undefined) return isBuiltInDay(id) ? { kind: 'day' } : NUMBER;
  const plain = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').split(';', 1)[0] ?? '';
  if (/^0{2,20}$/.test(plain)) return { kind: 'figures', length: plain.length };
  return /[dy]/i.test(plain) && !/[#?]/.test(plain) ? { kind: 'day' } : NUMBER;
}

/** What each style of a cell says of its number. */
async function formatsIn(parts: ZipParts, path: string): Promise<readonly Format[]> {
  const codes = new Map<number, string>();
  const formats: Format[] = [];
  let isOfCells = false;
  await parts.hear(path, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isOfCells = true;
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'xf' && isOfCells) formats.push(formatOf(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return formats;
}

/** The place of a cell from 0 by its name, such as `AB12`. */
function indexOf(name: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(name)?.[1];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : undefined;
}

/** What `C3:D5` merges. Columns beside its first are empty in each of its rows. */
function mergedIn(ref = ''): Merged | undefined {
  const [first = '', last = ''] = ref.split(':');
  const [at, to] = [indexOf(first), indexOf(last)];
  const [row, lastRow] = [first, last].map((name) => Number(/\d+$/.exec(name)?.[0]));
  if (at === undefined || to === undefined || row === undefined || lastRow === undefined) return undefined;
  return lastRow > row || (lastRow === row && to > at) ? { at, last: Math.max(at, to), from: row, to: lastRow } : undefined;
}

/** A text that cells share. One that is not there is damage, not an empty cell. */
function sharedText(shared: readonly string[], value: string): string {
  const text = shared[Number(value)];
  if (text === undefined) throw new Broken('A text that is not there.');
  return text;
}

/** As a whole, or its first rows. */
type Hear = 'hear' | 'hearFirst';

async function readSheet(
  { parts, shared, formats, is1904, isWorkedOut }: Book,
  { path, how }: { readonly path: string; readonly how: Hear },
  take: TakeRow,
  merged: TakeMerged | undefined,
): Promise<void> {
  let [row, isHidden, isDone] = [0, false, false];
  let record: string[] = [];
  let cell = { index: -1, type: 'n', style: 0 };
  let [value, formula, inside] = [undefined as string | undefined, undefined as string | undefined, ''];
  let places: { readonly workedOut: number[]; readonly formulas: number[] } = { workedOut: [], formulas: [] };
  const inline = textEar();
  /** A text may be empty; a number that is empty was never worked out. */
  const isSaved = () => isWorkedOut && value !== undefined && (value !== '' || cell.type === 'str');
  const shownText = (): string => {
    if (formula === undefined) return resultText(value ?? '');
    places[isSaved() ? 'workedOut' : 'formulas'].push(cell.index);
    return isSaved() ? resultText(value ?? '') : `=${formula}`;
  };
  const resultText = (value: string): string => {
    if (cell.type === 's') return sharedText(shared, value);
    if (cell.type === 'inlineStr') return inline.taken();
    if (cell.type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
    if (cell.type !== 'n') return unescaped(value);
    return value === '' ? '' : numberText(value, formats[cell.style] ?? NUMBER, is1904);
  };
  await parts[how](path, {
    isDone: () => isDone,
    open: (name, attributes) => {
      inline.open(name);
      if (name === 'row') {
        [row, isHidden] = [Number(attributes['r'] ?? row + 1), isYes(attributes['hidden'])];
        [record, cell, places] = [[], { index: -1, type: 'n', style: 0 }, { workedOut: [], formulas: [] }];
      } else if (name === 'c') {
        const index = indexOf(attributes['r'] ?? '') ?? cell.index + 1;
        cell = { index, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
        [value, formula] = [undefined, undefined];
      } else if (name === 'v' || name === 'f') {
        inside = name;
        if (name === 'f') formula = '';
        else value = '';
      } else if (name === 'mergeCell') {
        const one = mergedIn(attributes['ref']);
        if (one) merged?.(one);
      }
    },
    text: (text) => {
      if (inside === 'v') value = grown(value ?? '', text);
      else if (inside === 'f') formula = grown(formula ?? '', text);
      else inline.text(text);
    },
    close: (name) => {
      inline.close(name);
      if (name === inside) inside = '';
      if (name === 'c') place(record, cell.index, shownText());
      if (name === 'row' && record.length > 0 && !isDone) isDone = take(record, row, isHidden, places);
    },
  });
}

const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1_462;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** From 1 March 1900, before which spreadsheets count a day that never was, to the last day that they know. */
const SERIAL_LIMITS = { from: 61, to: 2_958_465 };

/** A number as a person sees it: a day where its format says so, with its leading noughts, without the noise of its last digits. */
export function numberText(value: string, format: Format, is1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const serial = number + (is1904 ? DAYS_TO_1904 : 0);
  if (format.kind === 'day' && serial >= SERIAL_LIMITS.from && serial < SERIAL_LIMITS.to + 1) {
    const at = new Date(SERIAL_ZERO_MS + Math.round((serial * DAY_MS) / MINUTE_MS) * MINUTE_MS).toISOString();
    return at.slice(11, 16) === '00:00' ? at.slice(0, 10) : `${at.slice(0, 10)} ${at.slice(11, 16)}`;
  }
  const plain = /^-?\d+$/.test(value) ? value : String(Number(number.toPrecision(15)));
  return format.kind === 'figures' && /^\d+$/.test(plain) ? plain.padStart(format.length, '0') : plain;
}
