import type { Day } from '@alongside/domain/kernel/brand.js';
import { silentSince } from '@alongside/domain/mentorships/silence.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { daysBetween, sayDay, sayDayNear } from '../../ui/words.js';

/** How long after its day a meeting may stay unclosed. */
const CLOSE_LIMIT_DAYS = 3;
/** How long a coordinator is shown somebody whose mentorship ended early and who has no other, in days. */
const LOOKING_LIMIT_DAYS = 120;

/** A pair that may need a hand: what is known of it, and what to do. Days and states only: nobody but the two knows more. */
export interface Stuck {
  readonly pair: PairingRow;
  readonly what: string;
  readonly todo: string;
  /** The day from which it has waited: the longest wait stands first. */
  readonly since: string;
  /** It no longer meets by the rule that decides, too: an end can be suggested. */
  readonly silent: boolean;
}

/** Somebody whose mentorship ended early comes first in the queue for another, should they want one: without blame on either (R8). */
function lookingOf(pair: PairingRow, today: string): Stuck | undefined {
  if (pair.status !== 'ended' || !pair.menteeLooks || pair.endedOn === null) return undefined;
  const ended = pair.endedOn;
  if (daysBetween(ended, today) > LOOKING_LIMIT_DAYS) return undefined;
  return {
    pair,
    what: `Ended on ${sayDay(ended, today)}, and the mentee has no mentor now`,
    todo: 'Ask whether they would like another mentor. If so, suggest two or three names, or ask a mentor who has space.',
    since: ended,
    silent: false,
  };
}

function stuckOf(pair: PairingRow, today: string): Stuck | undefined {
  // Both of a pair that is asked whether it continues act next.
  if ((pair.status !== 'trial' && pair.status !== 'active') || pair.closesAfter !== null) return undefined;
  const silent = silentSince(pair, today as Day);
  const next = pair.nextMeetingOn;
  if (next !== null && next >= today) return undefined;
  if (next !== null) {
    if (daysBetween(next, today) < CLOSE_LIMIT_DAYS) return undefined;
    return {
      pair,
      what: `They had a meeting on ${sayDay(next, today)} that is not recorded`,
      todo: 'Ask one of them to record it. It takes a minute, and counts towards both their records.',
      since: next,
      silent: silent !== undefined,
    };
  }
  if (silent === undefined) return undefined;
  if (silent === pair.continuedOn)
    return {
      pair,
      what: `They replied on ${sayDay(silent, today)} that they continue, and nothing is booked`,
      todo: 'Ask each of them separately what would help. Any answer is fine.',
      ...{ since: silent, silent: true },
    };
  if (pair.lastMetOn === null) {
    return {
      pair,
      what: `Matched ${sayDayNear(pair.startedOn, today).replace(/^(\w+day \d)/, 'on $1')}, and not met yet`,
      todo: 'Ask the mentor to offer a first half hour. If time is short, cover for one lesson often helps.',
      ...{ since: pair.startedOn, silent: true },
    };
  }
  return {
    pair,
    what: `Last met on ${sayDay(pair.lastMetOn, today)}, and nothing is booked`,
    todo: 'Ask each of them separately whether they would like to continue, pause or finish. Any answer is fine.',
    ...{ since: pair.lastMetOn, silent: true },
  };
}

/** Pairs that may need a hand, the longest wait first. */
export const stuckAmong = (pairs: readonly PairingRow[], today: string): readonly Stuck[] =>
  pairs
    .flatMap((pair) => lookingOf(pair, today) ?? stuckOf(pair, today) ?? [])
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
