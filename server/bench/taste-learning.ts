import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { calibrationError } from '@alongside/ml/evaluation/calibration.js';
import { meanOf, TOP } from '@alongside/ml/evaluation/scored.js';
import { scoredBy } from '@alongside/ml/evaluation/evaluate.js';
import { menteeRecord, mentorRecord } from '@alongside/ml/learned/records.js';
import type { Trainer } from '@alongside/ml/model/network/trainer.js';
import type { Example } from '@alongside/ml/model/records/record.js';
import { trainModel } from '@alongside/ml/model/train.js';
import { seekerOf } from '@alongside/ml/ranking/seeker.js';
import type { TasteMarket } from '@alongside/ml/testing/known-taste.js';

/** Mentors of whom each taught mentee has a history. */
const EACH = 8;
/** The share of a hub’s mentees whom no training sees. */
const TESTED = 0.25;

/** Models of whom mentees asked, and of mutual answers: the mean chance of a mutual yes in the first ten of mentees whom neither saw. */
export function learnedTaste(market: TasteMarket, seed: number, trainer: Trainer) {
  const { mentees, mentors, wants, welcomes } = market;
  const random = numbersFrom(seed);
  const taughtCount = Math.round(mentees.length * (1 - TESTED));
  const sidesOf = (one: number, other: number) => {
    const [mentee, mentor] = [mentees[one], mentors[other]];
    if (!mentee || !mentor) throw new Error('A pair of the market is missing.');
    const seeker = seekerOf(mentee);
    return {
      left: { id: mentee.person, features: menteeRecord(seeker) },
      right: { id: mentor.person, features: mentorRecord(seeker, mentor) },
    };
  };
  const [asked, mutual]: [Example[], Example[]] = [[], []];
  for (let one = 0; one < taughtCount; one += 1)
    for (let turn = 0; turn < EACH; turn += 1) {
      const other = likely(market, one, random);
      const isAsked = random() < wants(one, other);
      const outcome = isAsked && random() < welcomes(one, other) ? 1 : 0;
      const sides = sidesOf(one, other);
      asked.push({ ...sides, outcome: isAsked ? 1 : 0 });
      mutual.push({ ...sides, outcome });
    }
  const tested = Array.from({ length: mentees.length - taughtCount }, (_, at) => taughtCount + at);
  const pairs = tested.flatMap((one) => mentors.map((_, other) => ({ one, other })));
  const unseen = pairs.map(({ one, other }) => ({
    ...sidesOf(one, other),
    outcome: random() < wants(one, other) * welcomes(one, other) ? 1 : 0,
  }));
  const learnedFrom = (examples: readonly Example[]) => scoredBy(trainModel(examples, { trainer, seed, epochs: 10 }).model, unseen);
  const successOf = (scores: readonly { readonly score: number }[]) => {
    const lists = tested.map((one, index) => {
      const from = index * mentors.length;
      const order = mentors.map((_, other) => other).toSorted((a, b) => (scores[from + b]?.score ?? 0) - (scores[from + a]?.score ?? 0));
      return meanOf(order.slice(0, TOP).map((other) => wants(one, other) * welcomes(one, other))) ?? 0;
    });
    return meanOf(lists) ?? 0;
  };
  const [oneSided, reciprocal] = [learnedFrom(asked), learnedFrom(mutual)];
  const [oneSidedAt10, reciprocalAt10] = [successOf(oneSided), successOf(reciprocal)];
  return {
    examples: mutual.length,
    oneSidedAt10,
    reciprocalAt10,
    ratio: reciprocalAt10 / oneSidedAt10,
    calibrationError: calibrationError(reciprocal) ?? 1,
  };
}

/** A mentor as a mentee comes across one: half of the time the best of five by chance, by what the mentee wants. */
function likely({ mentors, wants }: TasteMarket, one: number, random: () => number): number {
  const any = () => Math.floor(random() * mentors.length);
  if (random() < 0.5) return any();
  return Array.from({ length: 5 }, any).reduce((best, other) => (wants(one, other) > wants(one, best) ? other : best));
}
