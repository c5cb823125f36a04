import type { Day } from '../kernel/brand.js';
import { isDay } from '../kernel/moments.js';
import { sayDate } from '../uk/uk-time.js';
import { cell, dayFromCell, NO_ROW, upTo, type CorrectedCell, type RawRow, type RowProblem } from './columns.js';

/** How a file writes its dates in figures, over all its columns of dates. Days as they are saved and months in words say nothing of it. */
export interface DateManner {
  /** A date of the file can only have the month first, as `8/31/2027`: then `12/11/2026` may be either day. */
  readonly isDoubtful: boolean;
  /** Several can only have the month first, and none can only have the day first: those are read so. */
  readonly isMonthFirst: boolean;
  /** One that is read so, where a column that is used has any. */
  readonly sample?: string;
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
/** Of a hundred cells that are not empty, so many are dates in a column that is not used and yet one of dates. */
const LEAST_PERCENT = 80;
/** By so many rows a column that is not used is known to be of dates, or not to be. */
const LOOKED_AT_ROWS = 1_000;

type Order = 'day' | 'month' | 'either' | 'none';

/** Which of the two figures can be the month. */
function orderOf(first: string, second: string, year: string): Order {
  const [one, other] = [Number(first), Number(second)];
  if (one < 1 || other < 1 || one === other || (one > 12 && other > 12)) return 'none';
  if (one <= 12 && other <= 12) return 'either';
  const [day, month, order] = one > 12 ? [one, other, 'day' as const] : [other, one, 'month' as const];
  const full = year.length === 4 ? year : `20${year}`;
  return isDay(`${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`) ? order : 'none';
}

/** What the cells of a column prove. */
interface Proofs {
  cells: number;
  dates: number;
  days: number;
  months: number;
  /** Of `months`, those that a person corrected. */
  corrected: number;
  sample?: string;
}

/** Looks through all cells of a file, once and before any row is judged. `letters`: its columns of dates; others count where almost all of their cells are dates. */
export function mannerOf(
  rows: readonly RawRow[],
  letters: readonly string[],
  /** The rows have what the file has, and not yet these. */
  cells: readonly CorrectedCell[] = [],
): DateManner {
  const used = new Set(letters);
  const said = new Set(cells.map(({ row, letter }) => `${row} ${letter}`));
  const columns = new Map<string, Proofs>();
  const isDated = ([letter, { cells: all, dates }]: readonly [string, Proofs]) => used.has(letter) || dates * 100 >= all * LEAST_PERCENT;
  let live: readonly string[] | undefined;
  for (const [at, raw] of rows.entries()) {
    // Of a long file only columns of dates are gone through to its end.
    if (at === LOOKED_AT_ROWS) live = [...new Set([...used, ...[...columns].filter(isDated).map(([letter]) => letter)])];
    for (const letter of live ?? Object.keys(raw.cells)) {
      const text = raw.cells[letter] ?? '';
      if (!/\S/.test(text)) continue;
      let proofs = columns.get(letter);
      if (!proofs) columns.set(letter, (proofs = { cells: 0, dates: 0, days: 0, months: 0, corrected: 0 }));
      proofs.cells += 1;
      if (!(used.has(letter) ? /\d[/.-]/ : IS_DATE_ALONE).test(text)) continue;
      // Most cells have nothing that cannot be seen: cleaning a hundred thousand of them takes seconds.
      const clean = /^[ -~]*$/.test(text) ? text : cell(raw, letter);
      take(proofs, clean, said.size > 0 && said.has(`${raw.row} ${letter}`));
    }
  }
  const dated = [...columns].filter(isDated);
  const sum = (of: 'days' | 'months' | 'corrected') => dated.reduce((all, [, proofs]) => all + proofs[of], 0);
  const [days, months] = [sum('days'), sum('months')];
  // Once a slip is corrected in a file with the day first, nothing is in doubt. Where no date proves that, all the others still are.
  const isDoubtful = days > 0 ? months > sum('corrected') : months > 0;
  const isMonthFirst = isDoubtful && days === 0 && months >= LEAST_PROOFS;
  const sample = dated.find(([letter, proofs]) => used.has(letter) && proofs.sample !== undefined)?.[1].sample;
  return { isDoubtful, isMonthFirst, ...(isMonthFirst && sample !== undefined && { sample }) };
}

function take(proofs: Proofs, text: string, isCorrected: boolean): void {
  FIGURES.lastIndex = 0;
  for (let found = FIGURES.exec(text); found; found = FIGURES.exec(text)) {
    const [piece, first = '', , second = '', , year = ''] = found;
    const order = orderOf(first, second, year);
    proofs.dates += 1;
    if (order === 'day') proofs.days += 1;
    if (order !== 'month') continue;
    proofs.months += 1;
    proofs.sample ??= piece;
    if (isCorrected) proofs.corrected += 1;
  }
}

/** A text with its dates of one order written by `write`, which is given the day and the month as that order has them. */
const rewritten = (text: string, wanted: Order, write: (one: string, other: string, year: string) => string): string =>
  text.replace(FIGURES, (piece: string, first: string, _: string, second: string, __: string, year: string) =>
    orderOf(first, second, year) === wanted ? write(first, second, year) : piece,
  );

const inWords = (day: string, month: string, year: string): string => {
  const one = dayFromCell(`${day}/${month}/${year}`);
  return one === undefined ? `${day}/${month}/${year}` : sayDate(one);
};

/** Both texts that a cell may be meant to hold, the likelier first: with the month first, and with the day. None where nothing in it is in doubt. */
export function readingsOf(text: string, { isDoubtful }: DateManner): readonly string[] {
  if (!isDoubtful || !/\d[/.-]\d{1,2}[/.-]\d/.test(text)) return [];
  const readings = [
    rewritten(text, 'either', (month, day, year) => inWords(day, month, year)),
    rewritten(text, 'either', (day, month, year) => inWords(day, month, year)),
  ];
  if (readings[0] === readings[1]) return [];
  return readings.map((one) => {
    const whole = dayFromCell(one);
    return whole === undefined ? upTo(200, one) : sayDate(whole);
  });
}

/** The day of a cell as its file writes dates: the one place in which a cell becomes one. Undefined for no day, and for one that may be either. */
export function dayIn(text: string, manner: DateManner): Day | undefined {
  if (!manner.isDoubtful) return dayFromCell(text);
  if (readingsOf(text, manner).length > 0) return undefined;
  return dayFromCell(manner.isMonthFirst ? rewritten(text, 'month', (month, day, year) => `${day}/${month}/${year}`) : text);
}

/** The days that a cell may be: one, or both. */
export const mayBeDays = (text: string, manner: DateManner): readonly Day[] => {
  const day = dayIn(text, manner);
  return day === undefined ? readingsOf(text, manner).flatMap((one) => dayFromCell(one) ?? []) : [day];
};

/** What is said of a cell with such a date, without a full stop. */
export const sayEither = (text: string, readings: readonly string[]): string =>
  `“${upTo(40, text)}” may have the month first, as elsewhere in this file. It may be ${readings.join(' or ')}`;

/** What is said of the file where dates are read with the month first. */
export function notesOfManner({ sample }: DateManner): readonly RowProblem[] {
  const day = sample === undefined ? undefined : dayIn(sample, { isDoubtful: true, isMonthFirst: true });
  if (sample === undefined || day === undefined) return [];
  const message = `Dates in this file have the month first, so we read “${sample}” as ${sayDate(day)}.`;
  return [{ row: NO_ROW, weight: 'note', message }];
}

/** What a person entered, with the month as a word where the file would make it doubtful: they write the day first. */
export const enteredDates = (cells: readonly CorrectedCell[], letters: readonly string[], { isDoubtful }: DateManner) =>
  isDoubtful ? cells.map((one) => (letters.includes(one.letter) ? { ...one, text: rewritten(one.text, 'either', inWords) } : one)) : cells;
