import { isOver, isRunning } from '@alongside/domain/mentorships/states.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { OverviewFigure } from '@alongside/projections/views/overview.view.js';
import { SHOWN_FROM_PEOPLE } from '@alongside/projections/views/withhold.js';
import type { ProgrammeFigures } from './figures.js';

type Status = PairingRow['status'];
/** Which pairs of a programme are listed. */
export type Filter = 'running' | 'over' | Extract<Status, 'trial' | 'active' | 'paused'>;
export const FILTERS: readonly Filter[] = ['running', 'trial', 'active', 'paused', 'over'];

const WORDS: Readonly<Record<Filter, string>> = {
  running: 'Current',
  trial: 'Trial period',
  active: 'Active',
  paused: 'Paused',
  over: 'Finished',
};
/** The figure of the page that counts the same pairs. Those that finished are counted where they were, and none is the same. */
const FIGURE: Readonly<Partial<Record<Filter, OverviewFigure>>> = { trial: 'pairsOnTrial', active: 'pairsActive', paused: 'pairsPaused' };

export const passes = (filter: Filter, status: Status): boolean =>
  filter === 'running' ? !isOver({ status }) : filter === 'over' ? isOver({ status }) : status === filter;

/** “Active 64”, “Paused, fewer than 5”: what the figures of the page hide is never told as none beside them (R7). */
export function labelOf(filter: Filter, pairs: readonly Pick<PairingRow, 'status'>[], figures: ProgrammeFigures): string {
  const figure = FIGURE[filter];
  const number = pairs.filter(({ status }) => passes(filter, status)).length;
  const isHidden = figure !== undefined && (figures[figure] ?? null) === null;
  if (isHidden && number < SHOWN_FROM_PEOPLE) return `${WORDS[filter]}, fewer than ${SHOWN_FROM_PEOPLE}`;
  return `${WORDS[filter]} ${number.toLocaleString('en-GB')}`;
}

/** How this page and Today fit: Today counts the pairs at work whose mentee belongs here. Undefined where that is all of them. */
export function menteesElsewhere(
  pairs: readonly Pick<PairingRow, 'status' | 'mentee'>[],
  belongs: (person: string) => boolean,
): string | undefined {
  const atWork = pairs.filter(isRunning);
  const here = atWork.filter(({ mentee }) => belongs(mentee)).length;
  if (here === atWork.length) return undefined;
  const all = `${atWork.length.toLocaleString('en-GB')} ${atWork.length === 1 ? 'pair' : 'pairs'}`;
  return `Of the ${all} in a trial period or active, ${here.toLocaleString('en-GB')} ${here === 1 ? 'has' : 'have'} a mentee who belongs here. Today counts only those.`;
}

/** Why finished pairs in the list and in the figures differ. */
export const FINISHED_APART =
  'The list has pairs of people who are members now. Figures also count finished pairs of people who have left, and none from before they joined.';
