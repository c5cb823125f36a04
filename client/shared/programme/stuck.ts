import type { Day } from '@alongside/domain/kernel/brand.js';
import { needsAHand, type NeedsAHand } from '@alongside/domain/mentorships/needs-a-hand.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { sayDay, sayDayNear } from '../../ui/words.js';

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

/** What is known, and what to do. */
function wordsOf({ why, since }: NeedsAHand, today: string): Pick<Stuck, 'what' | 'todo'> {
  const day = sayDay(since, today);
  switch (why) {
    case 'not-recorded':
      return {
        what: `They had a meeting on ${day} that is not recorded`,
        todo: 'Ask one of them to record it. It takes a minute, and counts towards both their records.',
      };
    case 'continued':
      return {
        what: `They replied on ${day} that they continue, and nothing is booked`,
        todo: 'Ask each of them separately what would help. Any answer is fine.',
      };
    case 'not-met':
      return {
        what: `Matched ${sayDayNear(since, today).replace(/^(\w+day \d)/, 'on $1')}, and not met yet`,
        todo: 'Ask the mentor to offer a first half hour. If time is short, cover for one lesson often helps.',
      };
    case 'no-longer-meets':
      return {
        what: `Last met on ${day}, and nothing is booked`,
        todo: 'Ask each of them separately whether they would like to continue, pause or finish. Any answer is fine.',
      };
  }
}

/** Where none is listed. A new pair has not met, and a paused one does not: neither is said to have. */
export const sayNoneStuck = (any: boolean): string =>
  any ? 'No pair needs a hand right now.' : 'Pairs who have not met for some time show here.';

/** Pairs that may need a hand, the longest wait first. */
export const stuckAmong = (pairs: readonly PairingRow[], today: string): readonly Stuck[] =>
  pairs
    .flatMap((pair): readonly Stuck[] => {
      const found = needsAHand(pair, today as Day);
      return found ? [{ pair, ...wordsOf(found, today), since: found.since, silent: found.silent }] : [];
    })
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
