import { isOver, isRunning } from '@alongside/domain/mentorships/states.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';

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
export const passes = (filter: Filter, status: Status): boolean =>
  filter === 'running' ? !isOver({ status }) : filter === 'over' ? isOver({ status }) : status === filter;

/** “Active 64”, “Paused 0”: how many pairs the list below shows, which names each of them (0035). */
export const labelOf = (filter: Filter, pairs: readonly Pick<PairingRow, 'status'>[]): string =>
  `${WORDS[filter]} ${pairs.filter(({ status }) => passes(filter, status)).length.toLocaleString('en-GB')}`;

/** How this page and Today fit: Today counts the pairs at work whose mentee belongs here. Undefined where that is all of them. */
export function menteesElsewhere(pairs: readonly Pick<PairingRow, 'status' | 'menteeAt'>[], at: string): string | undefined {
  const atWork = pairs.filter(isRunning);
  const here = atWork.filter(({ menteeAt }) => (menteeAt as readonly string[]).includes(at)).length;
  if (here === atWork.length) return undefined;
  const all = `${atWork.length.toLocaleString('en-GB')} ${atWork.length === 1 ? 'pair' : 'pairs'}`;
  return `Of the ${all} in a trial period or active, ${here.toLocaleString('en-GB')} ${here === 1 ? 'has' : 'have'} a mentee who belongs here. Today counts only those.`;
}
