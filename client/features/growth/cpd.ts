import { cpdCredits } from '@alongside/domain/development/cpd.js';
import type { ViewRows } from '../../replica/index.js';

type CpdRow = ViewRows['cpd'];

/** A school year of professional development, newest entries first. */
export interface CpdYear {
  /** “2025 to 2026” */
  readonly name: string;
  readonly rows: readonly CpdRow[];
  readonly minutes: number;
  /** Worked out from the sum, so that rounding does not add up. */
  readonly credits: number;
}

const SEPTEMBER = 9;

/** The year in which the school year of a day began; it begins on 1 September. */
export const schoolYearOf = (day: string): number => Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < SEPTEMBER ? 1 : 0);

/** “2025 to 2026” */
export const schoolYearName = (began: number): string => `${began} to ${began + 1}`;

/** The record by school year, newest first. */
export function byYear(rows: readonly CpdRow[]): readonly CpdYear[] {
  const years = new Map<number, CpdRow[]>();
  for (const row of rows) years.set(schoolYearOf(row.on), [...(years.get(schoolYearOf(row.on)) ?? []), row]);
  return [...years]
    .sort(([a], [b]) => b - a)
    .map(([year, of]) => {
      const minutes = of.reduce((sum, row) => sum + row.minutes, 0);
      return {
        name: schoolYearName(year),
        rows: of.sort((a, b) => (a.on < b.on ? 1 : -1)),
        minutes,
        credits: cpdCredits(minutes),
      };
    });
}

/** “1¼ credits”, “one credit”, “no credit yet”. */
export function sayCredits(credits: number): string {
  const whole = Math.floor(credits);
  const quarter = { 0: '', 0.25: '¼', 0.5: '½', 0.75: '¾' }[credits - whole] ?? '';
  if (!credits) return 'no credit yet';
  if (credits === 1) return 'one credit';
  return `${whole || ''}${quarter} ${credits < 1 ? 'credit' : 'credits'}`;
}
