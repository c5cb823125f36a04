import type { Day, Instant } from '../kernel/brand.js';
import { isDay } from '../kernel/moments.js';
import { plainKey } from '../text/folding.js';
import { cleanLine } from '../text/hygiene.js';
import { dayOf } from '../uk/uk-time.js';

/** One thing wrong with one row, in words for the person who has the spreadsheet open. `row` counts from 1 with the header as row 1, as spreadsheets do. */
export interface RowProblem {
  readonly row: number;
  /** Whose row it is, where a name can be read in it. */
  readonly who?: string;
  /** The column as the file names it, where the problem is about one. */
  readonly column?: string;
  /** The letter of that column and what its cell holds, where the cell can be corrected before the import. */
  readonly letter?: string;
  readonly text?: string;
  /** What the cell may be meant to hold. */
  readonly choices?: readonly string[];
  readonly message: string;
  /** `error` keeps the row out; `left` and `pupil` as well, for whose row it is; `note` only says what was left out of it. */
  readonly weight: 'error' | 'left' | 'pupil' | 'note';
  /** The row asks for something that an import does not do: the result says so as well. */
  readonly isUndone?: true;
}

/** The row of a problem that is about the file as a whole: no row of a person or a school, who may be in row 1. */
export const NO_ROW = 0;
/** Whether a problem is about the file as a whole, and keeps all of its rows out. */
export const isOfFile = ({ row, weight }: Pick<RowProblem, 'row' | 'weight'>): boolean => row === NO_ROW && weight === 'error';

/** Rows that one file may have, its headers aside. */
export const IMPORT_LIMIT_ROWS = 120_000;

/** Rows of one kind of choice that an import is confirmed with. */
export const IMPORT_CHOICES_LIMIT_ROWS = 5_000;

/** How large one file may be, in megabytes of 2²⁰ bytes: the whole register of England is about 60, the staff of the largest trusts less than one. */
export const IMPORT_LIMIT_MEGABYTES = { institutions: 96, staff: 8 } as const;

/** A register up to this size is kept while it is shown, so that its columns can be chosen: all nations’ lists but England’s are smaller. */
export const MAPPED_LIMIT_MEGABYTES = 8;

/** A row as a CSV reader hands it over. `row` is where a spreadsheet shows it, as in `RowProblem`; empty lines above it count. */
export interface RawRow {
  readonly row: number;
  /** The letter of the column → the cell, untrimmed. A heading names no column: two may have the same. */
  readonly cells: Readonly<Record<string, string>>;
  /** The columns of cells whose letters are a guess: their bytes may be in another encoding, or were saved twice. */
  readonly doubtful?: readonly string[];
  /** Of cells that are doubtful, by their columns, what each may be meant to hold: as it is read, and otherwise. */
  readonly readings?: Readonly<Record<string, readonly string[]>>;
  /** The columns of cells that hold the saved result of a formula. */
  readonly workedOut?: readonly string[];
  /** The columns of cells that hold a formula whose result the file does not have. */
  readonly formulas?: readonly string[];
  /** The columns of cells that a merged cell covers, which begins in a row above: they have its text, or their own where it has one. */
  readonly merged?: readonly string[];
  /** The columns of cells that a merged cell covers, which begins beside them in this row. */
  readonly beside?: readonly string[];
  /** The column of its last cell, where the file ends within this row and may have been cut off. */
  readonly cutOff?: string;
}

/** What is said of a row in which the file ends: its last cell may be half. Kept out until one of its cells is confirmed or corrected. */
export function sayCutOff({ row, cells, cutOff: letter = '' }: RawRow, headers: readonly string[]): RowProblem {
  const text = upTo(200, (cells[letter] ?? '').trim());
  const message = `The file may have been cut off here${text && `, after “${upTo(80, text)}”`}. Check it against the list that you exported.`;
  return { row, column: columnName(headers, letter), letter, text, weight: 'error', message, ...(text && { choices: [text] }) };
}

/** A cell that a person corrected before the import, by its row and the letter of its column. */
export interface CorrectedCell {
  readonly row: number;
  readonly letter: string;
  readonly text: string;
}

/** The rows as a person corrected them. A cell that was corrected is in doubt no longer. */
export function corrected(rows: readonly RawRow[], cells: readonly CorrectedCell[]): readonly RawRow[] {
  if (cells.length === 0) return rows;
  const byRow = new Map<number, CorrectedCell[]>();
  for (const one of cells) byRow.set(one.row, [...(byRow.get(one.row) ?? []), one]);
  return rows.map((raw) => {
    const said = byRow.get(raw.row);
    if (!said) return raw;
    const letters = new Set(said.map(({ letter }) => letter));
    const texts = Object.fromEntries(said.map(({ letter, text }) => [letter, text]));
    const others = (before: readonly string[] | undefined) => before?.filter((letter) => !letters.has(letter));
    const marks = {
      doubtful: others(raw.doubtful),
      workedOut: others(raw.workedOut),
      formulas: others(raw.formulas),
      merged: others(raw.merged),
      beside: others(raw.beside),
    };
    const { readings } = raw;
    return { row: raw.row, cells: { ...raw.cells, ...texts }, ...marksOf(marks), ...(readings && { readings }) };
  });
}

type CellMark = 'doubtful' | 'workedOut' | 'formulas' | 'merged' | 'beside';

/** What is said of single cells of a row, where there are any. */
export const marksOf = (marks: {
  readonly [Mark in CellMark]?: readonly string[] | undefined;
}): Pick<RawRow, CellMark> =>
  Object.fromEntries(Object.entries(marks).filter(([, letters]) => letters !== undefined && letters.length > 0));

/** “A”, “Z”, “AA”: a column as a spreadsheet names it, by its place from 0. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

/** How a person finds a column: by its heading, or by its letter where it has none. */
export const columnName = (headers: readonly string[], letter: string): string =>
  upTo(60, headers.find((_, index) => letterOf(index) === letter) ?? '') || `Column ${letter}`;

/** What exports add to a heading, such as `[Required]`, is no part of it; nor is a plural in brackets. */
export const headingKey = (heading: string): string =>
  plainKey(heading.replace(/\((?:e?s|ies)\)/gi, '').replace(/\[[^\]]*\]|\((?:required|optional|read only)\)/gi, ' '));

/** What each column holds by its heading, in their order. `known` lists the headings of a field, best first; all columns of the best one are taken for it. */
export function fieldsByHeading<Field extends string>(
  headers: readonly string[],
  known: Readonly<Record<Field, readonly string[]>>,
): readonly (Field | null)[] {
  const plain = headers.map(headingKey);
  const fields = headers.map((): Field | null => null);
  for (const [field, names] of Object.entries(known) as [Field, readonly string[]][]) {
    const best = names.map(plainKey).find((name) => plain.includes(name));
    if (best !== undefined) plain.forEach((heading, index) => heading === best && (fields[index] = field));
  }
  return fields;
}

/** The letters of the columns that hold each field. */
export function lettersOf<Field extends string>(fields: readonly (Field | null)[]): Partial<Record<Field, readonly string[]>> {
  const letters: Partial<Record<Field, readonly string[]>> = {};
  fields.forEach((field, index) => field !== null && (letters[field] = [...(letters[field] ?? []), letterOf(index)]));
  return letters;
}

/** “B and E”, “B, D and E”. */
export const sayLetters = (letters: readonly string[]): string =>
  letters.length < 2 ? (letters[0] ?? '') : `${letters.slice(0, -1).join(', ')} and ${letters.at(-1) ?? ''}`;

/** A cell, cleaned of what cannot be seen and trimmed, with runs of white space folded. Empty where the file has no such column. */
export function cell({ cells }: RawRow, letter: string | undefined): string {
  return letter === undefined ? '' : asCell(cells[letter] ?? '');
}
const asCell = (text: string): string => cleanLine(text).replace(/\s+/g, ' ').trim();

/** Where a problem is: its row and column, and the cell that can be corrected. Without a letter, the column that a field would be in. */
export const cellAt = (
  headers: readonly string[],
  raw: RawRow,
  letter: string | undefined,
): Pick<RowProblem, 'row' | 'column' | 'letter' | 'text'> =>
  letter === undefined
    ? { row: raw.row }
    : { row: raw.row, column: columnName(headers, letter), letter, text: upTo(200, cell(raw, letter)) };

/** What a spreadsheet shows where a formula failed. */
const FAILED_FORMULA = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)$|^Err:\d{3}$/i;

/** What is wrong with a cell that nobody wrote: the bytes of a letter are wrong and U+FFFD stands for it, or it is a formula. */
export function whyUnreadable(text: string): string | undefined {
  const quoted = `“${upTo(60, text)}”`;
  if (text.includes('\ufffd')) return `${quoted} has a letter that we cannot read.`;
  if (text.startsWith('=')) return `${quoted} is a formula, and we do not work it out.`;
  return FAILED_FORMULA.test(text) ? `${quoted} is an error of the spreadsheet.` : undefined;
}

/** What to do about it. */
export const CORRECT_CELL = 'Correct it here or in the file.';
/** Where nothing can be corrected here: a file that is too large to be kept, or one read at a terminal. */
export const CORRECT_IN_FILE = 'Correct it in the file.';

/** What is said of a cell whose letters are a guess. */
const sayDoubtful = (text: string): string => `We are not sure of its letters. We read “${upTo(60, text)}”. Check it.`;
/** What is said of a cell below the first of a merged one: what people merge holds for each of its rows. */
const sayMerged = (text: string): string => `This cell is merged with the one above it. We read “${upTo(60, text)}” here. Check it.`;

/** What is said of a cell whose text may not be what its writer meant; nothing of one that is empty. */
export function saysOfCell(raw: RawRow, letter: string | undefined): readonly Pick<RowProblem, 'message' | 'choices'>[] {
  const text = cell(raw, letter);
  if (letter === undefined || text === '') return [];
  const choices = raw.readings?.[letter]?.map((one) => upTo(200, asCell(one)));
  return [
    ...(raw.doubtful?.includes(letter) ? [{ message: sayDoubtful(text), ...(choices && { choices }) }] : []),
    ...(raw.merged?.includes(letter) ? [{ message: sayMerged(text) }] : []),
  ];
}

/** As much of a text as fits, never half a character. */
export const upTo = (limitCharacters: number, text: string): string => text.slice(0, limitCharacters).replace(/[\ud800-\udbff]$/, '');

/** Nothing but separators: what spreadsheets leave where a row was cleared. */
export const isBlank = ({ cells }: RawRow): boolean => Object.values(cells).every((text) => text.trim() === '');

/** A whole number, or undefined where the cell is empty or holds something else. */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Two figures of a year from here on are of the last century. */
const PIVOT_YEAR = 50;
const fullYear = (figures: string): string => (figures.length === 4 ? figures : `${Number(figures) < PIVOT_YEAR ? '20' : '19'}${figures}`);

/** A spreadsheet’s day 0. It counts a 29 February 1900 that never was, so this holds from March 1900 on. */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);
/** From 1 January 1900 to 1904, as spreadsheets count. */
const DAYS_TO_1904 = 1_462;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** How a month is written in letters: whole, or its first three or four, with or without a full stop. */
const MONTH = '([a-z]{3,9})\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(\\d{4}|\\d{2})';
/** `1 Sep 2019`, `Monday 1st of September, 2019`, `01-Sep-19`. */
const DAY_FIRST = new RegExp(`^${WEEKDAY}${DAY}(?: of)?[ -]?${MONTH},?[ -]?${YEAR}$`, 'i');
/** `September 1st, 2019`. */
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH} ${DAY},? ${YEAR}$`, 'i');
/** `Sept 2025`, `9/2025`, `2025-09`. */
const WITHOUT_DAY = new RegExp(`^(?:${MONTH}|(\\d{1,2}))[ ,/.-]+(\\d{4})$`, 'i');
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})$/;

/** The number of a month from 1; undefined for a word that is none. */
function monthOf(word = ''): number | undefined {
  const written = plainKey(word);
  const at = MONTHS.findIndex((month) => month.startsWith(written) && (written.length <= 4 || written === month));
  return at < 0 ? undefined : at + 1;
}

function inWords(text: string): readonly string[] | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = dayFirst ? null : MONTH_FIRST.exec(text);
  const [day, word, year] = dayFirst ? dayFirst.slice(1) : monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : [];
  const month = monthOf(word);
  return day && year && month ? [fullYear(year), String(month), day] : undefined;
}

/** The month that a cell names without a day, as `09/2025`; undefined where it names none, or a day as well. */
export function monthFromCell(text: string): string | undefined {
  const [, word, number, year] = WITHOUT_DAY.exec(text) ?? [];
  const [, firstYear, last] = YEAR_FIRST.exec(text) ?? [];
  const month = word ? monthOf(word) : Number(number ?? last);
  return month && month <= 12 ? `${String(month).padStart(2, '0')}/${year ?? firstYear}` : undefined;
}

/** “Sept-19”, “19 Sep”: the figures may be a day of that month or a year, so both readings. */
export function dayOrYear(text: string): { readonly figures: number; readonly month: number } | undefined {
  const [, before, first, second, after] = /^(?:(\d{1,2})[ -]?([a-z]{3,9})\.?|([a-z]{3,9})\.?[ '’-]*(\d{2}))$/i.exec(text) ?? [];
  const [month, figures] = [monthOf(first ?? second), Number(before ?? after)];
  return (first ?? second) && month ? { figures, month } : undefined;
}

/** A spreadsheet’s number `46087`, counted from 1900 and, as older Macs did, from 1904: nothing says that it is a date. None for other texts. */
export function daysOfNumber(text: string): readonly Day[] {
  // Five figures are a day between 1927 and 2177. Fewer may be a year.
  const serial = Number(/^(\d{5})(?:\.\d+)?$/.exec(text)?.[1] ?? 0);
  if (serial === 0) return [];
  return [serial, serial + DAYS_TO_1904].flatMap(
    (days) => dayFromCell(new Date(SERIAL_ZERO_MS + days * DAY_MS).toISOString().slice(0, 10)) ?? [],
  );
}

/** A time beside a day, as exports write it: `T23:00:00Z`, ` 00:00:00`, `, 12:00 AM`, ` 00:00:00 GMT+0100 (British Summer Time)`. */
const WITH_TIME = new RegExp(
  [
    '^(.*\\d)(?:t|,? (?:at )?)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?',
    '(?: ?([ap])\\.?m\\.?)?(?: ?(z|utc|gmt|bst))?(?: ?([+-]\\d{2}):?(\\d{2})?)?(?: \\([^()]{1,60}\\))?$',
  ].join(''),
  'i',
);
/** What else than a date and a time is longer than any. */
const DATE_LIMIT_LETTERS = 100;

/** A day as it is written, and the time beside it in minutes: since its midnight, and that its clock was ahead of UTC where its zone is said. */
interface Timed {
  readonly date: string;
  readonly minutes: number;
  readonly aheadMinutes?: number;
}

function timedIn(text: string): Timed | undefined {
  const [, date, hour, minute, second = '0', half, zone, aheadHours, aheadMinutes = '0'] =
    (text.length <= DATE_LIMIT_LETTERS && WITH_TIME.exec(text)) || [];
  if (date === undefined || Number(minute) > 59 || Number(second) > 59) return undefined;
  const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  if (hours > 23 || (half && (Number(hour) < 1 || Number(hour) > 12))) return undefined;
  const timed = { date, minutes: hours * 60 + Number(minute) };
  if (zone === undefined && aheadHours === undefined) return timed;
  const ahead = aheadHours === undefined ? 0 : Math.abs(Number(aheadHours)) * 60 + Number(aheadMinutes);
  const isBehind = aheadHours?.startsWith('-') ?? false;
  return { ...timed, aheadMinutes: (/bst/i.test(zone ?? '') ? 60 : 0) + (isBehind ? -ahead : ahead) };
}

/** A date as it is written, without the time beside it; any other text as it is. */
export const withoutTime = (text: string): string => timedIn(text)?.date ?? text;

/** `6/3/2026`, `2026-03-06`, `6 March 2026`, with or without a time; a UK midnight in another zone is the day it begins. Undefined for no day, or a number alone. */
export function dayFromCell(text: string): Day | undefined {
  const timed = timedIn(text);
  const day = dayAsWritten(timed?.date ?? text);
  if (day === undefined || timed?.aheadMinutes === undefined) return day;
  const ms = Date.parse(`${day}T00:00:00Z`) + (timed.minutes - timed.aheadMinutes) * MINUTE_MS;
  const [then, before] = [ms, ms - MINUTE_MS].map((one) => dayOf(new Date(one).toISOString() as Instant));
  // A day that an export wrote as its midnight begins there. Any other time, as the end of a day, is of the day that is written.
  return then !== before && then !== undefined ? then : day;
}

function dayAsWritten(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : british ? [fullYear(british[3] ?? ''), british[2], british[1]] : inWords(text);
  if (!parts) return undefined;
  const day = parts.map((part, index) => (part ?? '').padStart(index === 0 ? 4 : 2, '0')).join('-');
  return isDay(day) ? day : undefined;
}
