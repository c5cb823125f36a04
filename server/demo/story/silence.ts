import type { Stage } from '../stage.js';
import type { Drift, Pair } from './pair.js';
import { soon } from './opening.js';

/** One pair in so many falls silent in the course of its year. */
const ONE_PAIR_IN = 6;
/** How long after the last sign of life one of the two says that it is over, in school days: about half a term at the earliest. */
const SILENCE_SCHOOL_DAYS = { least: 26, most: 44 } as const;

/** How it comes about, one after another: early and late in the year, so that on any day of term a few pairs are silent and never many. */
const DRIFTS: readonly Drift[] = [
  { meets: 0, signs: true, leavesLastOpen: false },
  { meets: 2, signs: true, leavesLastOpen: true },
  { meets: 8, signs: true, leavesLastOpen: false },
  { meets: 1, signs: false, leavesLastOpen: false },
  { meets: 4, signs: true, leavesLastOpen: false },
  { meets: 0, signs: false, leavesLastOpen: false },
  { meets: 13, signs: true, leavesLastOpen: true },
  { meets: 3, signs: true, leavesLastOpen: false },
  { meets: 11, signs: true, leavesLastOpen: false },
  { meets: 6, signs: true, leavesLastOpen: false },
];

/** Why it ended, in words that blame neither (R8). */
const REASONS = [
  'We both meant to find another time, and the term was over. Better to say so.',
  'I have changed year group, and it takes all the time there is.',
  'What I came for is done. Thank you for the start.',
  'Our timetables no longer meet.',
  'I have taken on another role since, and would rather make room for somebody else.',
] as const;

/** The drifts of one school year, dealt to its pairs in the order in which they begin; most get none. */
export function dealDrifts(): () => Drift | undefined {
  let pairs = 0;
  return () => {
    pairs += 1;
    return pairs % ONE_PAIR_IN === 2 ? DRIFTS[Math.floor(pairs / ONE_PAIR_IN) % DRIFTS.length] : undefined;
  };
}

/** They have met for the last time, and neither knows it yet. Some weeks later one of them ends it, and the mentee may look again. */
export function fallSilent(stage: Stage, { mentorship, mentor, mentee, lookAgain, year }: Pair): void {
  const { random } = stage;
  stage.at(soon(stage, random.whole(SILENCE_SCHOOL_DAYS.least, SILENCE_SCHOOL_DAYS.most)), () => {
    // It is the coordinator’s to find: its mentor has left.
    if (year.quiet.has(mentorship)) return;
    const by = random.chance(0.6) ? mentee.id : mentor;
    const wantsAnother = by === mentee.id && random.chance(0.4);
    const ended = stage.give(by, 'EndMentorship', { mentorship, reason: random.pick(REASONS), wantsAnother });
    // A mentee who lost a mentor comes first with the next one.
    if (ended && (wantsAnother || by === mentor)) stage.at(soon(stage, random.whole(2, 9)), lookAgain);
  });
}
