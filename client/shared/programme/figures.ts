import { sayDate } from '../../ui/words.js';
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

/** The same for those who read what may leave the hub: how many pairs are active by themselves is often hidden there. */
export const HEADLINE_OUTSIDE: readonly FigureWords[] = [
  { name: 'pairsRunning', label: 'current pairs with a mentor or mentee here' },
  ...HEADLINE.slice(1),
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
      { name: 'pairsRunning', label: 'Current: trial period or active' },
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
export function saidOutside({ name, say }: FigureWords, figures: ProgrammeFigures, nearlyAll: readonly string[] = []): string | undefined {
  const whole = WHOLES[name];
  // Its whole is shown wherever a figure is said to be nearly all of it.
  if (whole && nearlyAll.includes(name)) return sayNearlyAll(figures[whole]);
  const value = figures[name];
  return value === null || value === undefined ? undefined : say ? say(value) : value.toLocaleString('en-GB');
}

const WHOLES: Readonly<Partial<Record<OverviewFigure, OverviewFigure>>> = { pairsThatMet: 'pairs', certificates: 'pairsCompleted' };
const sayNearlyAll = (whole: number | null | undefined): string | undefined =>
  typeof whole === 'number' ? `Nearly all of ${whole.toLocaleString('en-GB')}` : undefined;

/** What may leave the hub, in groups. Without a value it is hidden. */
export interface OutsideGroup {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string | undefined }[];
}

/** Everything that may leave the hub of a programme, in words, with what met this half term beside what ever met. */
export function outsideGroups(figures: ProgrammeFigures, outside: OverviewRow['outside']): readonly OutsideGroup[] {
  const nearlyAll = outside?.nearlyAll ?? [];
  const line = (words: FigureWords) => ({ label: words.label, value: saidOutside(words, figures, nearlyAll) });
  const lately = outside && {
    label: `Current pairs that met since ${sayDate(outside.metLately.since)}`,
    value: nearlyAll.includes('pairsMetLately') ? sayNearlyAll(figures.pairsRunning) : outside.metLately.pairs?.toLocaleString('en-GB'),
  };
  return GROUPS.map((group) => ({
    title: group.title,
    lines: group.figures.flatMap((words) => (words.name === 'pairsThatMet' && lately ? [line(words), lately] : [line(words)])),
  }));
}

/** “120 in all, 68 free”: Today counts the free ones. `space` undefined: the reader has no such figure. */
export const sayPlaces = (all: string | undefined, space: number | undefined): string | undefined =>
  all === undefined || space === undefined ? all : `${all} in all, ${space.toLocaleString('en-GB')} free`;

/** “7 more”, “1.5 fewer”, “No change”, “3 hours fewer”; undefined where there is nothing to compare. */
export function difference({ name, say }: FigureWords, now: ProgrammeFigures | null, before: ProgrammeFigures | null): string | undefined {
  const [a, b] = [now?.[name], before?.[name]];
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  const by = Math.abs(a - b);
  if (a === b) return 'No change';
  return `${say ? say(by) : by.toLocaleString('en-GB')} ${a > b ? 'more' : 'fewer'}`;
}

/** “7 more than a week before”; undefined where there is nothing to compare, or no difference. */
export function change(
  words: FigureWords,
  now: ProgrammeFigures | null,
  before: ProgrammeFigures | null,
  when: string,
): string | undefined {
  const said = difference(words, now, before);
  return said === undefined || now?.[words.name] === before?.[words.name] ? undefined : `${said} than ${when}`;
}
