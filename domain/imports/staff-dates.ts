import { FIRST_DAY_LIMIT_YEARS, whyNoFirstDay } from '../institutions/first-day.js';
import type { Day } from '../kernel/brand.js';
import { yearOf } from '../uk/days.js';
import { sayDate } from '../uk/uk-time.js';
import { daysOfNumber, dayOrYear, monthFromCell, NO_ROW, upTo, withoutTime, type RowProblem } from './columns.js';
import { dayIn, mayBeDays, readingsOf, sayEither, type Dating } from './date-manner.js';

/** The start date of a cell, or why it is left out. The row is imported all the same. */
export function startIn(
  text: string,
  { today, manner }: Dating,
): { readonly day: Day | null; readonly why?: string; readonly choices?: readonly string[] } {
  const number = daysOfNumber(text).map(sayDate);
  if (number.length > 0) return { day: null, why: sayNumber(text, number), choices: number };
  const readings = readingsOf(text, manner);
  const isMeant = (day: Day) => whyNoFirstDay(day, today) === undefined;
  if (readings.length > 0 && mayBeDays(text, manner).some(isMeant))
    return { day: null, why: `${sayEither(text, readings)}, so we leave it out.`, choices: readings };
  const day = dayIn(text, manner) ?? null;
  const why = whyNoStart(text, day, today);
  return why === undefined ? { day } : { day: null, why };
}

/** A number without the format of a date. What is likely is the first: counted from 1900. */
const sayNumber = (text: string, days: readonly string[]): string =>
  `“${text}” is a number without the format of a date. It may be ${days.join(' or ')}, so we leave it out.`;

/** The cell of a first day that has not come. */
export type StartAhead = Omit<RowProblem, 'message' | 'weight'> & { readonly day: Day };

/** From so many rows on, one day ahead is the start of a term and no slip. */
const TOGETHER_LEAST_ROWS = 5;

/** A day ahead is noted with its row, and one that many share once: a list made in summer has one for each new colleague. */
export function notesOfStarts(all: readonly StartAhead[]): readonly RowProblem[] {
  const rows = new Map<Day, number>();
  for (const { day } of all) rows.set(day, (rows.get(day) ?? 0) + 1);
  const isShared = ([, many]: [Day, number]) => many >= TOGETHER_LEAST_ROWS;
  const column = all[0]?.column;
  return [
    ...[...rows].filter(isShared).map(([day, many]): RowProblem => {
      const message = `${many.toLocaleString('en-GB')} people start on ${sayDate(day)}, which has not come yet.`;
      return { row: NO_ROW, ...(column && { column }), weight: 'note', message };
    }),
    ...all
      .filter(({ day }) => !isShared([day, rows.get(day) ?? 0]))
      .map(({ day, ...place }): RowProblem => {
        return { ...place, weight: 'note', message: `Their first day is ${sayDate(day)}, which has not come yet.` };
      }),
  ];
}

function whyNoStart(text: string, day: Day | null, today: Day): string | undefined {
  if (text === '') return undefined;
  const quoted = `“${upTo(40, text)}”`;
  const code = day === null ? undefined : whyNoFirstDay(day, today);
  // A year that no day of ours has still says what is wrong with it.
  const year = Number(/^\d{1,2}[/.-]\d{1,2}[/.-](\d{4})$/.exec(withoutTime(text))?.[1] ?? yearOf(today));
  if (day === null ? year > yearOf(today) + FIRST_DAY_LIMIT_YEARS.ahead : code === 'MEMBER.FIRST_DAY_AHEAD')
    return `${quoted} is more than a year ahead, so we leave it out. Check the year.`;
  if (day === null ? year < yearOf(today) - FIRST_DAY_LIMIT_YEARS.back : code === 'MEMBER.FIRST_DAY_TOO_EARLY')
    return `${quoted} is more than ${FIRST_DAY_LIMIT_YEARS.back} years ago, so we leave it out. Check the year.`;
  if (day !== null) return undefined;
  const month = monthFromCell(text);
  if (month) return `${quoted} is a month without a day, so we leave it out. To import it, write the first day, as in 01/${month}.`;
  const either = dayOrYear(text);
  const isDay = either !== undefined && either.figures >= 1 && either.figures <= 31;
  // “45 Sep” is neither a day nor, so written, a year.
  if (!either || (!isDay && /^\d/.test(text)))
    return `${quoted} is not a date, so we leave it out. Write the day, the month and the year, as in 01/09/${yearOf(today)}.`;
  const [name, number] = [sayMonth(either.month), String(either.month).padStart(2, '0')];
  const of = 2000 + either.figures;
  const readings = [isDay && `${either.figures} ${name}`, !/^\d/.test(text) && `${name} ${of}`].filter(Boolean).join(' or ');
  return `${quoted} may be ${readings}, so we leave it out. Write the day, the month and the year, as in 01/${number}/${/^\d/.test(text) ? yearOf(today) : of}.`;
}

const sayMonth = (month: number): string => sayDate(`2000-${String(month).padStart(2, '0')}-01` as Day).split(' ')[1] ?? '';
