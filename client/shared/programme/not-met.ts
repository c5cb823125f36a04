import { isRunning } from '@alongside/domain/mentorships/states.js';
import type { HalfTerm } from '@alongside/domain/uk/half-term.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { atStart, count } from '../../ui/words.js';

type Pair = Pick<PairingRow, 'status' | 'menteeAt' | 'lastMetOn' | 'meetingsHeld' | 'nextMeetingOn'>;

/** Whether a pair in its trial period or active has not met since the half term began. */
export const notMetSince = (pair: Pick<Pair, 'status' | 'lastMetOn'>, from: string): boolean =>
  isRunning(pair) && (pair.lastMetOn === null || pair.lastMetOn < from);

/** Which of these Today counts: those whose mentee belongs there. Undefined where that is all of them. */
export function sayOnToday(notMet: readonly Pick<Pair, 'menteeAt'>[], at: string): string | undefined {
  const here = notMet.filter(({ menteeAt }) => (menteeAt as readonly string[]).includes(at)).length;
  if (here === notMet.length) return undefined;
  const whose = here === 1 ? 'whose mentee belongs here' : 'whose mentees belong here';
  return here === 0
    ? 'Today counts none of them: their mentees belong elsewhere.'
    : `Today counts ${here.toLocaleString('en-GB')} of them, ${whose}.`;
}

/** A new pair whose first meeting is booked: nothing is amiss. */
export const isFirstBooked = ({ meetingsHeld, nextMeetingOn }: Pair, today: string): boolean =>
  meetingsHeld === 0 && nextMeetingOn !== null && nextMeetingOn >= today;

/** “4 pairs have not met this half term”, “One pair did not meet last half term”. */
export const sayNotMet = (pairs: number, { said }: Pick<HalfTerm, 'said'>): string =>
  `${atStart(count(pairs, 'pair'))} ${said.startsWith('last') ? 'did not meet' : pairs === 1 ? 'has not met' : 'have not met'} ${said}`;

/** Of pairs that have not met, those whose first meeting is ahead; undefined where there are none. */
export function sayFirstBooked(pairs: readonly Pair[], today: string): string | undefined {
  const booked = pairs.filter((pair) => isFirstBooked(pair, today)).length;
  if (booked === 0) return undefined;
  return booked === 1 ? 'One of them is new and has a first meeting booked.' : `${booked} of them are new and have a first meeting booked.`;
}

/** Where these pairs are listed by name. `school`: those of one school of a trust, by the trust’s half term, as its bar counts them. */
export const notMetPath = (at: string, school?: string): string =>
  `/programme?at=${encodeURIComponent(at)}&show=not-met${school === undefined ? '' : `&school=${encodeURIComponent(school)}`}`;
