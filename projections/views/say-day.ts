import { DAY_KINDS, type DayCount, type DayKind, type DayRow } from './day.view.js';
import { SHOWN_FROM_PEOPLE } from './withhold.js';

const SMALL_NUMBERS = ['no', 'one'];

/** Who each kind of event is about, and what they did. */
const TELLING: Readonly<Record<DayKind, readonly [who: 'people' | 'pairs', did: string]>> = {
  // A list adds people who have not signed in.
  joined: ['people', 'were added'],
  'began-to-offer': ['people', 'started to offer mentoring'],
  asked: ['people', 'asked for a mentor'],
  answered: ['people', 'had a reply from a mentor'],
  paired: ['pairs', 'started'],
  agreed: ['pairs', 'signed their agreement'],
  met: ['pairs', 'met'],
  'agreed-goal': ['pairs', 'agreed a goal'],
  'achieved-goal': ['pairs', 'achieved a goal'],
  paused: ['pairs', 'paused'],
  completed: ['pairs', 'completed their mentorship'],
  ended: ['pairs', 'ended early'],
  certified: ['people', 'earned a certificate'],
};

/** “one”, “12”, “1,204”; “fewer than 5” where the number is hidden: it may be one. */
const sayCount = (count: DayCount): string =>
  count === 'few' ? `fewer than ${SHOWN_FROM_PEOPLE}` : (SMALL_NUMBERS[count] ?? count.toLocaleString('en-GB'));

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/**
 * A day in plain sentences, one per kind of thing that happened: “5 pairs achieved a goal.” Small numbers stay hidden: “Fewer than 5 pairs met.”
 * Names nobody.
 */
export const sayDay = ({ kinds }: Pick<DayRow, 'kinds'>): readonly string[] =>
  DAY_KINDS.flatMap((kind) => {
    const count = kinds[kind];
    const [who, did] = TELLING[kind];
    return count === undefined ? [] : [sentence(`${sayCount(count)} ${who} ${did}`)];
  });
