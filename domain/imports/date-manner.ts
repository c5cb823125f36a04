import type { Day } from '../kernel/brand.js';
import { isDay } from '../kernel/moments.js';
import { sayDate } from '../uk/uk-time.js';
import { cell, columnName, dayFromCell, letterOf, NO_ROW, upTo, type CorrectedCell, type RawRow, type RowProblem } from './columns.js';

/** How a file writes its dates in figures, over all its columns of dates. Days as they are saved and months in words say nothing of it. */
export interface DateManner {
  /** A date of the file can only have the month first, as `8/31/2027`: then `12/11/2026` may be either day. */
  readonly isDoubtful: boolean;
  /** Several can only have the month first, and none can only have the day first: those are read so. */
  readonly isMonthFirst: boolean;
  /** What proves it, or would have, had it not been corrected. */
  readonly proof?: MonthProof;
}

/** The first date of a file that can only have the month first; of a column that is used, where one has any. */
interface MonthProof {
  readonly row: number;
  readonly letter: string;
  readonly text: string;
  /** Whether its column is used: there it can be corrected on the screen. */
  readonly isUsed: boolean;
  /** Further dates that can only have the month first, and that nobody corrected. */
  readonly others: number;
}

/** As dates are written here: of a file in which nothing says otherwise, and of what a person enters. */
export const DAY_FIRST: DateManner = { isDoubtful: false, isMonthFirst: false };

/** What reading the dates of a row needs to know. */
export interface Dating {
  readonly today: Day;
  readonly manner: DateManner;
}

/** A date in figures, alone or among words. No part of a longer number, nor of `2026-08-31`. */
const FIGURES = /(?<!\d|\d[/.-])(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4}|\d{2})(?!\d|[/.-]\d)/g;
const IS_DATE_ALONE = /^\s*\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?:\s*$|,?\s+(?:at )?\d{1,2}:|t\d{1,2}:)/i;

/** From so many on that can only have the month first, it is no slip. */
const LEAST_PROOFS = 2;
/** With so many dates that can only have the day first, and as many for each that can only have the month first, those are slips. */
const SLIP_AMONG = 10;
/** Of a hundred cells that are not empty, so many are dates in a column that is not used and yet one of dates. */
const LEAST_PERCENT = 80;
/** Four figures are a year from the first to the last of these; in a payroll number they are hardly ever. */
const YEARS = { first: 1900, last: 2100 };
/** What a column is called in which a year may have two figures, as a sort code has. */
const DATED_HEADING = /\b(?:dates?|d\.?o\.?b|birth\w*|start\w*|end(?:ed|s|ing)?(?:date)?|leav\w*)\b/i;
/** By so many rows a column that is not used is known to be of dates, or not to be. */
const LOOKED_AT_ROWS = 1_000;
/** Letters of a cell in which dates are looked for, and the most that the last of them goes beyond. */
const LOOKED_AT_LETTERS = 200;
const BEYOND_LETTERS = 12;

type Order = 'day' | 'month' | 'either' | 'same' | 'none';

/** Which of the two figures can be the month. */
function orderOf(first: string, second: string, year: string): Order {
  const [one, other] = [Number(first), Number(second)];
  if (one < 1 || other < 1 || (one > 12 && other > 12)) return 'none';
  if (one === other) return 'same';
  if (one <= 12 && other <= 12) return 'either';
  const [day, month, order] = one > 12 ? [one, other, 'day' as const] : [other, one, 'month' as const];
  const full = year.length === 4 ? year : `20${year}`;
  return isDay(`${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`) ? order : 'none';
}

/** What the cells of a column prove. */
interface Proofs {
  readonly letter: string;
  readonly isUsed: boolean;
  /** Its heading says that it is of dates. */
  readonly isCalledSo: boolean;
  cells: number;
  dates: number;
  days: number;
  months: number;
  eithers: number;
  /** Of `months`, those that a person corrected. */
  corrected: number;
  readonly separators: Set<string>;
  first?: { readonly row: number; readonly text: string; readonly isCorrected: boolean };
}

/** Looks through all cells of a file, once and before any row is judged. `letters`: its columns of dates; others count where almost all of their cells are dates. */
export function mannerOf(
  rows: readonly RawRow[],
  headers: readonly string[],
  letters: readonly string[],
  /** The rows have what the file has, and not yet these. */
  cells: readonly CorrectedCell[] = [],
): DateManner {
  const used = new Set(letters);
  const called = new Set(headers.flatMap((heading, index) => (isCalledDate(heading) ? [letterOf(index)] : [])));
  const said = new Set(cells.map(({ row, letter }) => `${row} ${letter}`));
  const columns = new Map<string, Proofs>();
  const isDated = ({ isUsed, cells: all, dates, separators }: Proofs) =>
    isUsed || (dates * 100 >= all * LEAST_PERCENT && separators.size === 1);
  let live: readonly string[] | undefined;
  for (const [at, raw] of rows.entries()) {
    // Of a long file only columns of dates are gone through to its end.
    if (at === LOOKED_AT_ROWS) live = [...new Set([...used, ...[...columns.values()].filter(isDated).map(({ letter }) => letter)])];
    for (const letter of live ?? Object.keys(raw.cells)) {
      const text = raw.cells[letter] ?? '';
      if (!/\S/.test(text)) continue;
      let proofs = columns.get(letter);
      if (!proofs) columns.set(letter, (proofs = noProofs(letter, used.has(letter), called.has(letter))));
      proofs.cells += 1;
      if (!(proofs.isUsed ? /\d[/.-]/ : IS_DATE_ALONE).test(text)) continue;
      // Most cells have nothing that cannot be seen: cleaning a hundred thousand of them takes seconds.
      const clean = /^[ -~]*$/.test(text) ? text : cell(raw, letter);
      take(proofs, raw.row, clean, said.size > 0 && said.has(`${raw.row} ${letter}`));
    }
  }
  return judged([...columns.values()].filter(isDated));
}

const isCalledDate = (heading: string): boolean => DATED_HEADING.test(heading.replace(/_+|(?<=\p{Ll})(?=\p{Lu})/gu, ' '));

const noProofs = (letter: string, isUsed: boolean, isCalledSo: boolean): Proofs => ({
  letter,
  isUsed,
  isCalledSo,
  separators: new Set(),
  cells: 0,
  dates: 0,
  days: 0,
  months: 0,
  eithers: 0,
  corrected: 0,
});

/** How a file writes its dates, by what its columns of dates prove. */
function judged(dated: readonly Proofs[]): DateManner {
  const sum = (of: 'days' | 'months' | 'corrected') => dated.reduce((all, proofs) => all + proofs[of], 0);
  const [days, months] = [sum('days'), sum('months')];
  const left = months - sum('corrected');
  // A slip that is corrected is one no longer. Where several dates prove it and none the other, the rest of the file is as doubtful as before.
  const isProved = days > 0 || months < LEAST_PROOFS ? left > 0 : true;
  const isDoubtful = isProved && !(days >= SLIP_AMONG && days >= left * SLIP_AMONG);
  const proving = dated.filter(({ first }) => first !== undefined);
  const rank = ({ isUsed, first }: Proofs) => (first?.isCorrected ? 0 : 2) + (isUsed ? 1 : 0);
  const [found] = proving.toSorted((a, b) => rank(b) - rank(a));
  // Nothing is to be said where the day first is proved, or where no date may be either.
  const isTold = dated.some(({ isUsed, eithers }) => isUsed && eithers > 0) && (isDoubtful || days === 0);
  const isMonthFirst = isDoubtful && days === 0 && months >= LEAST_PROOFS;
  const proof = found?.first && {
    row: found.first.row,
    text: found.first.text,
    letter: found.letter,
    isUsed: found.isUsed,
    others: Math.max(left - 1, 0),
  };
  return { isDoubtful, isMonthFirst, ...(proof && (isTold || (isMonthFirst && proof.isUsed)) && { proof }) };
}

function take(proofs: Proofs, row: number, text: string, isCorrected: boolean): void {
  const head = lookedAt(text);
  FIGURES.lastIndex = 0;
  for (let found = FIGURES.exec(head); found && found.index < LOOKED_AT_LETTERS; found = FIGURES.exec(head)) {
    const [piece, first = '', before = '', second = '', after = '', year = ''] = found;
    const order = orderOf(first, second, year);
    const isYear = year.length === 4 ? Number(year) >= YEARS.first && Number(year) <= YEARS.last : proofs.isCalledSo;
    if (order === 'none' || !(proofs.isUsed || (isYear && before === after))) continue;
    proofs.dates += 1;
    proofs.separators.add(before);
    if (order === 'day') proofs.days += 1;
    if (order === 'either') proofs.eithers += 1;
    if (order !== 'month') continue;
    proofs.months += 1;
    if (isCorrected) proofs.corrected += 1;
    // One that is left is told rather than one that was corrected.
    if (!proofs.first || (proofs.first.isCorrected && !isCorrected)) proofs.first = { row, text: piece, isCorrected };
  }
}

/** The beginning of a cell in which dates are looked for, with all of the last. */
const lookedAt = (text: string): string => upTo(LOOKED_AT_LETTERS + BEYOND_LETTERS, text);

type Write = (first: string, second: string, year: string) => string;

/** A text with its dates of some orders written otherwise. Those beyond the first letters stay as they are. */
function rewritten(text: string, writes: { readonly [Wanted in Order]?: Write }): string {
  const head = lookedAt(text);
  const written = head.replace(FIGURES, (piece: string, first: string, _: string, second: string, __: string, year: string, at: number) => {
    const write = at < LOOKED_AT_LETTERS ? writes[orderOf(first, second, year)] : undefined;
    return write ? write(first, second, year) : piece;
  });
  return `${written}${text.slice(head.length)}`;
}

const inWords = (day: string, month: string, year: string): string => {
  const one = dayFromCell(`${day}/${month}/${year}`);
  return one === undefined ? `${day}/${month}/${year}` : sayDate(one);
};
const monthInWords: Write = (month, day, year) => inWords(day, month, year);

/** What a cell may be meant to hold, the likelier first: two texts, or one where a date can only have the month first. None without a doubt. */
export function readingsOf(text: string, { isDoubtful, isMonthFirst }: DateManner): readonly string[] {
  const head = lookedAt(text);
  if (!/\d[/.-]\d{1,2}[/.-]\d/.test(head)) return [];
  const first = rewritten(head, { month: monthInWords, ...(isDoubtful && { either: monthInWords }) });
  const other = isDoubtful ? rewritten(head, { month: monthInWords, either: inWords }) : first;
  if (first === other && (isMonthFirst || first === head)) return [];
  return (first === other ? [first] : [first, other]).map((one) => {
    const whole = dayFromCell(one);
    return whole === undefined ? upTo(LOOKED_AT_LETTERS, one) : sayDate(whole);
  });
}

/** The day of a cell as its file writes dates: the one place in which a cell becomes one. Undefined for none, and for one in doubt. */
export function dayIn(text: string, manner: DateManner): Day | undefined {
  if (readingsOf(text, manner).length > 0) return undefined;
  return dayFromCell(manner.isMonthFirst ? rewritten(text, { month: (month, day, year) => `${day}/${month}/${year}` }) : text);
}

/** The days that a cell may be: one, or both. */
export const mayBeDays = (text: string, manner: DateManner): readonly Day[] => {
  const day = dayIn(text, manner);
  return day === undefined ? readingsOf(text, manner).flatMap((one) => dayFromCell(one) ?? []) : [day];
};

/** What is said of a cell with such a date, without a full stop. */
export const sayEither = (text: string, readings: readonly string[]): string =>
  `“${upTo(40, text)}” ${readings.length > 1 ? 'may have the month first, as elsewhere in this file' : 'is not a date with the day first'}. It may be ${readings.join(' or ')}`;

/** What is said of the file where some of its dates have the month first, or would have it, with where one is. */
export function notesOfManner(manner: DateManner, headers: readonly string[]): readonly RowProblem[] {
  const { proof } = manner;
  return proof ? [{ row: NO_ROW, column: columnName(headers, proof.letter), weight: 'note', message: sayProof(manner, proof) }] : [];
}

function sayProof(manner: DateManner, { text, row, isUsed, others }: MonthProof): string {
  const where = `“${text}” in row ${row.toLocaleString('en-GB')}`;
  if (!manner.isDoubtful) return `${where} was corrected, so we read the dates in this file with the day first.`;
  const day = manner.isMonthFirst ? dayIn(text, manner) : undefined;
  if (isUsed && day) return `Dates in this file have the month first, so we read ${where} as ${sayDate(day)}.`;
  const more = others === 0 ? '' : ` and ${others === 1 ? 'one more date' : `${others.toLocaleString('en-GB')} more dates`}`;
  const [slip, them] = others === 0 ? ['it is a slip', 'it'] : ['they are slips', 'them'];
  // Where several prove it and none the day first, correcting them leaves the doubt.
  const todo = manner.isMonthFirst ? '' : ` If ${slip}, correct ${them}${isUsed ? '' : ' in the file'}.`;
  return `${where}${more} can only have the month first, so other dates in this file may have it first as well.${todo}`;
}

/** What a person entered, with the month as a word where the file would make it doubtful: they write the day first. */
export const enteredDates = (cells: readonly CorrectedCell[], letters: readonly string[], { isDoubtful }: DateManner) =>
  isDoubtful
    ? cells.map((one) => (letters.includes(one.letter) ? { ...one, text: rewritten(one.text, { either: inWords }) } : one))
    : cells;
