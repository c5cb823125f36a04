import { FAMILIES } from '@alongside/projections/views/figures.js';
import type { OverviewFigure, OverviewRow } from '@alongside/projections/views/overview.view.js';
import { SHOWN_FROM_PEOPLE } from '@alongside/projections/views/withhold.js';

/** A programme's figures, or some of them; `null` is withheld. */
export type ProgrammeFigures = Partial<OverviewRow['figures']>;

/** A figure’s name and how it is said. */
export interface FigureWords {
  readonly name: OverviewFigure;
  readonly label: string;
  readonly say?: (value: number) => string;
}

const MINUTES_PER_HOUR = 60;
const hours = (minutes: number): string => `${Math.round(minutes / MINUTES_PER_HOUR).toLocaleString('en-GB')} hours`;
const days = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });

/** The four that answer “is it working?” first. */
export const HEADLINE: readonly FigureWords[] = [
  { name: 'pairsActive', label: 'active pairs with a mentor or mentee here' },
  { name: 'medianDaysToFirstMeeting', label: 'days from match to first meeting (median)', say: days },
  { name: 'goalsAchieved', label: 'goals achieved' },
  { name: 'pairsEndedEarly', label: 'pairs ended early' },
];

/** Every figure, in groups, for the table. */
export const GROUPS: readonly { readonly title: string; readonly figures: readonly FigureWords[] }[] = [
  {
    title: 'People',
    figures: [
      { name: 'members', label: 'Members' },
      { name: 'mentorsOffering', label: 'Offer mentoring' },
      { name: 'places', label: 'Mentees that mentors can take' },
    ],
  },
  {
    title: 'Requests',
    figures: [
      { name: 'requests', label: 'Requests made' },
      { name: 'requestsOpen', label: 'Waiting for a reply' },
      { name: 'requestsAnsweredInTime', label: 'Replied to in time' },
      { name: 'requestsNotInTime', label: 'Replied to late, or not at all' },
      { name: 'requestsWithdrawn', label: 'Withdrawn, or not taken further' },
    ],
  },
  {
    title: 'Pairs',
    figures: [
      { name: 'pairs', label: 'All pairs' },
      { name: 'pairsOnTrial', label: 'Trial period, before an agreement' },
      { name: 'pairsActive', label: 'Active' },
      { name: 'pairsPaused', label: 'Paused' },
      { name: 'pairsCompleted', label: 'Completed' },
      { name: 'pairsEndedEarly', label: 'Ended early' },
    ],
  },
  {
    title: 'Meetings',
    figures: [
      { name: 'pairsThatMet', label: 'Pairs that met' },
      { name: 'medianDaysToFirstMeeting', label: 'Days to a first meeting (median)', say: days },
      { name: 'meanDaysToFirstMeeting', label: 'Days to a first meeting (mean)', say: days },
      { name: 'meetingsHeld', label: 'Meetings held' },
      { name: 'minutes', label: 'Time that both confirmed', say: hours },
    ],
  },
  {
    title: 'Goals',
    figures: [
      { name: 'goals', label: 'Goals agreed' },
      { name: 'goalsOpen', label: 'Active' },
      { name: 'goalsAchieved', label: 'Achieved' },
      { name: 'goalsSetAside', label: 'Archived' },
      { name: 'certificates', label: 'Certificates for mentees' },
    ],
  },
];

/** Figures that are no number of people or things: they do not add up, and what changes in them tells of nobody. */
const DAYS: ReadonlySet<OverviewFigure> = new Set(['medianDaysToFirstMeeting', 'meanDaysToFirstMeeting']);

/** A figure in words: undefined where it is withheld or was not known then. */
export function said(words: FigureWords, figures: ProgrammeFigures | null | undefined): string | undefined {
  const value = figures?.[words.name];
  return value === null || value === undefined ? undefined : say(words, value);
}

/**
 * Describes a hidden figure by shown ones only: the sum of its parts or, of a trust, “207 in its schools” (double members count twice),
 * whichever is more. Or undefined.
 */
export function saidInPart(
  words: FigureWords,
  figures: ProgrammeFigures | null | undefined,
  schools: readonly (ProgrammeFigures | undefined)[] = [],
): string | undefined {
  if (DAYS.has(words.name)) return undefined;
  const parts = FAMILIES.find(({ total }) => total === words.name)?.parts ?? [];
  const shownParts = parts.flatMap((part) => figures?.[part as OverviewFigure] ?? []);
  const told = schools.flatMap((school) => school?.[words.name] ?? []);
  // What a few of many schools come to says little of a trust.
  const shownSchools = told.length * 2 >= schools.length ? told : [];
  if (shownParts.length + shownSchools.length === 0) return undefined;
  if (sum(shownParts) >= sum(shownSchools)) return `${say(words, sum(shownParts))} or more`;
  const where = shownSchools.length === schools.length ? 'its schools' : `${shownSchools.length} of its ${schools.length} schools`;
  return `${say(words, sum(shownSchools))} in ${where}`;
}

const sum = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0);
const say = (words: FigureWords, value: number): string => (words.say ?? ((n: number) => n.toLocaleString('en-GB')))(value);
/** A number as a figure says it. */
export const sayFigure = say;

/** “120 in all, 68 free”: Today counts the free ones. `space` undefined: the reader has no such figure. */
export const sayPlaces = (all: string | undefined, space: number | undefined): string | undefined =>
  space === undefined
    ? all
    : all === undefined
      ? `${space.toLocaleString('en-GB')} free`
      : `${all} in all, ${space.toLocaleString('en-GB')} free`;

/** Whether two figures of one name lie so close that the difference would be about fewer than five people (R7), or are the same. */
export function isAboutAsMany(
  name: OverviewFigure,
  now: ProgrammeFigures | null | undefined,
  before: ProgrammeFigures | null | undefined,
): boolean {
  const [a, b] = [now?.[name], before?.[name]];
  return typeof a === 'number' && typeof b === 'number' && !DAYS.has(name) && Math.abs(a - b) < SHOWN_FROM_PEOPLE;
}

/** “7 more than a week before”; undefined where there is nothing to compare, or where it is about as many (R7). */
export function change(
  name: OverviewFigure,
  now: ProgrammeFigures | null | undefined,
  before: ProgrammeFigures | null | undefined,
): string | undefined {
  const [a, b] = [now?.[name], before?.[name]];
  if (typeof a !== 'number' || typeof b !== 'number' || a === b || isAboutAsMany(name, now, before)) return undefined;
  const by = Math.abs(a - b).toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return `${by} ${a > b ? 'more' : 'fewer'} than a week before`;
}
