import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import type { Bound, Complement, Family, Figure, Ties } from './withhold.js';
import { privateRows } from './private-rows.js';
import { withDay as withSince, type SinceDays } from './since-days.js';

/** How a programme stands. A late reply is not in time; a lapse while the mentee owed a reply counts as withdrawn. Pairs and meetings count by mentee. */
export const FIGURES = [
  'members',
  'mentorsOffering',
  'notOffering',
  'places',
  'requests',
  'requestsOpen',
  'requestsAnsweredInTime',
  'requestsWithdrawn',
  'requestsNotInTime',
  'pairs',
  'pairsRunning',
  'pairsOnTrial',
  'pairsActive',
  'pairsPaused',
  'pairsCompleted',
  'pairsEndedEarly',
  'pairsThatMet',
  'pairsNotMet',
  'pairsMetLately',
  'pairsNotMetLately',
  'daysToFirstMeeting',
  'meetingsHeld',
  'minutes',
  'certificates',
  'pairsUncertified',
] as const;
export type FigureName = (typeof FIGURES)[number];

/** Which figures add up to which, and in which order parts are given up: first what says least of a programme. */
export const FAMILIES: readonly Family<FigureName>[] = [
  { total: 'members', parts: ['notOffering', 'mentorsOffering'] },
  {
    total: 'requests',
    parts: ['requestsWithdrawn', 'requestsOpen', 'requestsNotInTime', 'requestsAnsweredInTime'],
  },
  { total: 'pairs', parts: ['pairsPaused', 'pairsEndedEarly', 'pairsCompleted', 'pairsRunning'] },
  { total: 'pairsRunning', parts: ['pairsOnTrial', 'pairsActive'] },
];

/** Which figures leave over a third that is never shown to administrators: pairs that have not met, and pairs that completed without a certificate. */
export const COMPLEMENTS: readonly Complement<FigureName>[] = [
  { whole: 'pairs', part: 'pairsThatMet', rest: 'pairsNotMet' },
  { whole: 'pairsRunning', part: 'pairsMetLately', rest: 'pairsNotMetLately' },
  { whole: 'pairsCompleted', part: 'certificates', rest: 'pairsUncertified' },
];

/** A pair that met has held a meeting: few meetings say how many pairs met. */
export const BOUNDS: readonly Bound<FigureName>[] = [
  { whole: 'pairs', part: 'pairsThatMet', most: ['meetingsHeld', 'minutes'], by: 'meetingsHeld' },
];

/** How the figures of a programme hang together. */
export const TIES: Ties<FigureName> = { families: FAMILIES, complements: COMPLEMENTS, bounds: BOUNDS };

/** What one subject (a person, a request, a pair, a meeting) adds to a figure, and about whom. */
export interface Share {
  readonly figure: FigureName;
  readonly about: PersonId;
  readonly amount: number;
  /** Of a pair in its trial period or active: when it last met. */
  readonly metOn?: Day | null;
}

/**
 * The figures of one institution before anything is withheld. `days`: pairs by days to their first meeting. `lastMet`: current pairs
 * by when they last met.
 */
export interface Ledger {
  readonly figures: Readonly<Record<FigureName, Figure>>;
  readonly days: Readonly<Record<number, number>>;
  readonly lastMet: SinceDays;
}

interface Settled {
  readonly institutions: readonly InstitutionId[];
  readonly shares: readonly Share[];
}

const NONE: Figure = { value: 0, people: 0 };
const EMPTY: Ledger = {
  figures: Object.fromEntries(FIGURES.map((name) => [name, NONE])) as Record<FigureName, Figure>,
  days: {},
  lastMet: {},
};
const ledgers = privateRows<Ledger>('ledger');
const subjects = privateRows<Settled>('subject');
/** How many shares of each figure are about one person: people are counted once each. */
const counted = privateRows<Readonly<Partial<Record<FigureName, number>>>>('counted');
/** Longer than this to a first meeting counts as this. */
const FIRST_MEETING_LIMIT_DAYS = 366;

/** An institution's figures as they stand, but for those that depend on a day. */
export const ledgerOf = <Data>(rows: Rows<Data>, institution: InstitutionId): Ledger => ledgers.get(rows, institution) ?? EMPTY;

/** With the pairs that met since a day, and those that did not. One person’s two pairs may be in both. */
export function withMetSince(ledger: Ledger, since: Day): Ledger {
  const { value, people } = ledger.figures.pairsRunning;
  const met = Object.entries(ledger.lastMet).reduce((all, [day, pairs]) => (day >= since ? all + pairs : all), 0);
  const about = (pairs: number): Figure => ({ value: pairs, people: pairs === 0 ? 0 : Math.max(1, pairs - (value - people)) });
  return { ...ledger, figures: { ...ledger.figures, pairsMetLately: about(met), pairsNotMetLately: about(value - met) } };
}

/**
 * Sets what a subject adds to which institutions, in place of what it added before. Returns the institutions whose figures may have
 * changed.
 */
export function settle<Data>(
  rows: Rows<Data>,
  subject: string,
  institutions: readonly InstitutionId[],
  shares: readonly Share[],
): readonly InstitutionId[] {
  const before = subjects.get(rows, subject);
  if (before) for (const institution of before.institutions) apply(rows, institution, before.shares, -1);
  for (const institution of institutions) apply(rows, institution, shares, 1);
  subjects.put(rows, subject, { institutions, shares });
  return before ? [...new Set([...before.institutions, ...institutions])] : institutions;
}

/** What a subject added stays for good: it will not change again, and need not be remembered. */
export const conclude = <Data>(rows: Rows<Data>, subject: string): void => subjects.remove(rows, subject);

/** The institutions to which a subject adds now. */
export const settledAt = <Data>(rows: Rows<Data>, subject: string): readonly InstitutionId[] =>
  subjects.get(rows, subject)?.institutions ?? [];

function apply<Data>(rows: Rows<Data>, institution: InstitutionId, shares: readonly Share[], sign: 1 | -1): void {
  if (shares.length === 0) return;
  const ledger = ledgerOf(rows, institution);
  const figures = { ...ledger.figures };
  let { days, lastMet } = ledger;
  for (const { figure, about, amount, metOn } of shares) {
    const { value, people } = figures[figure];
    figures[figure] = { value: value + sign * amount, people: people + count(rows, `${institution}|${about}`, figure, sign) };
    if (figure === 'daysToFirstMeeting') days = withDay(days, Math.min(amount, FIRST_MEETING_LIMIT_DAYS), sign);
    if (metOn) lastMet = withSince(lastMet, metOn, sign);
  }
  ledgers.put(rows, institution, { figures, days, lastMet });
}

function withDay(days: Ledger['days'], day: number, sign: 1 | -1): Ledger['days'] {
  const { [day]: before = 0, ...others } = days;
  const after = before + sign;
  return after === 0 ? others : { ...others, [day]: after };
}

/** How the number of different people changes: 1 for a first share, -1 for the last that goes, 0 otherwise. */
function count<Data>(rows: Rows<Data>, key: string, figure: FigureName, sign: 1 | -1): number {
  const { [figure]: before = 0, ...others } = counted.get(rows, key) ?? {};
  const after = before + sign;
  if (after !== 0) counted.put(rows, key, { ...others, [figure]: after });
  else if (Object.keys(others).length === 0) counted.remove(rows, key);
  else counted.put(rows, key, others);
  return before === 0 ? 1 : after === 0 ? -1 : 0;
}

/** The middle of days that are kept as how-many-by-day; the lower of two middles. `null` where there are none. */
export function medianOf(days: Readonly<Record<number, number>>): number | null {
  const sorted = Object.entries(days)
    .map(([day, pairs]) => [Number(day), pairs] as const)
    .sort(([a], [b]) => a - b);
  let left = Math.ceil(sorted.reduce((sum, [, pairs]) => sum + pairs, 0) / 2);
  for (const [day, pairs] of sorted) {
    left -= pairs;
    if (left <= 0) return day;
  }
  return null;
}
