import { DAY_KINDS, type DayKind, type DayRow } from './day.view.js';

/** Who each kind of event is about, and what they did; of one, where that differs. */
const TELLING: Readonly<Record<DayKind, readonly [who: 'people' | 'pairs', did: string, oneDid?: string]>> = {
  // A list adds people who have not signed in.
  joined: ['people', 'were added', 'was added'],
  'began-to-offer': ['people', 'started to offer mentoring'],
  asked: ['people', 'asked for a mentor'],
  answered: ['people', 'had a reply from a mentor'],
  paired: ['pairs', 'started'],
  agreed: ['pairs', 'signed their agreement'],
  met: ['pairs', 'met'],
  paused: ['pairs', 'paused'],
  completed: ['pairs', 'completed their mentorship'],
  ended: ['pairs', 'ended early'],
  certified: ['people', 'earned a certificate'],
  left: ['people', 'left'],
  // The mentorship goes on, and is counted where its mentee belongs.
  'mentee-left': ['pairs', 'are no longer counted here because the mentee left', 'is no longer counted here because the mentee left'],
};
const ONE = { people: 'person', pairs: 'pair' } as const;

/** A day in plain sentences, one per kind of thing that happened: “12 pairs met.” Names nobody. */
export const sayDay = ({ kinds }: Pick<DayRow, 'kinds'>): readonly string[] =>
  DAY_KINDS.flatMap((kind) => {
    const count = kinds[kind];
    const [who, did, oneDid = did] = TELLING[kind];
    if (count === undefined) return [];
    return [count === 1 ? `One ${ONE[who]} ${oneDid}.` : `${count.toLocaleString('en-GB')} ${who} ${did}.`];
  });
