import type { OverviewFigure, OverviewRow } from '@alongside/projections/views/overview.view.js';

/** A programme's figures, or some of them. `null`: hidden from administrators; of a median or mean, that no pair has met. */
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
  { name: 'meetingsHeld', label: 'meetings held' },
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
      { name: 'certificates', label: 'Certificates for mentees' },
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
];

/** What an exact figure says that has no number: of pairs that have not met there are no days. */
const NONE_YET = 'None yet';

/** An exact figure in words. */
export const said = (words: FigureWords, figures: ProgrammeFigures): string => saidOutside(words, figures) ?? NONE_YET;

/** A figure as it may leave the hub, in words: undefined where it is hidden. */
export function saidOutside({ name, say }: FigureWords, figures: ProgrammeFigures): string | undefined {
  const value = figures[name];
  return value === null || value === undefined ? undefined : say ? say(value) : value.toLocaleString('en-GB');
}

/** “120 in all, 68 free”: Today counts the free ones. `space` undefined: the reader has no such figure. */
export const sayPlaces = (all: string | undefined, space: number | undefined): string | undefined =>
  all === undefined || space === undefined ? all : `${all} in all, ${space.toLocaleString('en-GB')} free`;

/** “7 more than a week before”; undefined where there is nothing to compare. */
export function change(name: OverviewFigure, now: ProgrammeFigures | null, before: ProgrammeFigures | null): string | undefined {
  const [a, b] = [now?.[name], before?.[name]];
  if (typeof a !== 'number' || typeof b !== 'number' || a === b) return undefined;
  const by = Math.abs(a - b).toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return `${by} ${a > b ? 'more' : 'fewer'} than a week before`;
}
