import { isOver, isRunning } from '@alongside/domain/mentorships/states.js';
import type { HalfTerm } from '@alongside/domain/uk/half-term.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { notMetSince } from '../../shared/programme/not-met.js';

type Status = PairingRow['status'];
/** Which pairs of a programme are listed. */
export type Filter = 'running' | 'not-met' | 'over' | Extract<Status, 'trial' | 'active' | 'paused'>;
export const FILTERS: readonly Filter[] = ['running', 'not-met', 'trial', 'active', 'paused', 'over'];

/** Where pairs are counted, and since when they should have met. */
export interface Counting {
  /** A school of the trust, or the institution itself. */
  readonly at: string;
  readonly term: HalfTerm;
}

const WORDS: Readonly<Record<Exclude<Filter, 'not-met'>, string>> = {
  running: 'Current',
  trial: 'Trial period',
  active: 'Active',
  paused: 'Paused',
  over: 'Finished',
};
type Counted = Pick<PairingRow, 'status' | 'lastMetOn'>;
export function passes(filter: Filter, pair: Counted, { term }: Pick<Counting, 'term'>): boolean {
  if (filter === 'not-met') return notMetSince(pair, term.from);
  return filter === 'running' ? !isOver(pair) : filter === 'over' ? isOver(pair) : pair.status === filter;
}

/** “Active 64”, “Paused 0”, “Not met this half term 4”: how many pairs the list below shows, which names each of them (0035). */
export const labelOf = (filter: Filter, pairs: readonly Counted[], counting: Pick<Counting, 'term'>): string =>
  `${filter === 'not-met' ? `Not met ${counting.term.said}` : WORDS[filter]} ${pairs.filter((pair) => passes(filter, pair, counting)).length.toLocaleString('en-GB')}`;

/** How this page and Today fit: Today counts the pairs at work whose mentee belongs here. Undefined where that is all of them. */
export function menteesElsewhere(pairs: readonly Pick<PairingRow, 'status' | 'menteeAt'>[], at: string): string | undefined {
  const atWork = pairs.filter(isRunning);
  const here = atWork.filter(({ menteeAt }) => (menteeAt as readonly string[]).includes(at)).length;
  if (here === atWork.length) return undefined;
  const all = `${atWork.length.toLocaleString('en-GB')} ${atWork.length === 1 ? 'pair' : 'pairs'}`;
  return `Of the ${all} in a trial period or active, ${here.toLocaleString('en-GB')} ${here === 1 ? 'has' : 'have'} a mentee who belongs here. Today counts only those.`;
}
