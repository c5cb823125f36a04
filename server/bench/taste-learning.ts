import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { calibrationError } from '@alongside/ml/evaluation/calibration.js';
import { meanOf, TOP } from '@alongside/ml/evaluation/scored.js';
import { scoredBy } from '@alongside/ml/evaluation/evaluate.js';
import { menteeRecord, mentorRecord } from '@alongside/ml/learned/records.js';
import type { Model } from '@alongside/ml/model/model.js';
import type { Trainer } from '@alongside/ml/model/network/trainer.js';
import type { Example } from '@alongside/ml/model/records/record.js';
import { trainModel } from '@alongside/ml/model/train.js';
import { seekerOf } from '@alongside/ml/ranking/seeker.js';
import type { TasteMarket } from '@alongside/ml/testing/known-taste.js';

/** Mentors of whom each taught mentee has a history. */
const EACH = 8;
/** The share of a hub’s mentees whom no training sees. */
const TESTED = 0.25;

/** How likely the first ten of mentees whom no training saw lead to a mutual yes: by a model of asking, by models of both answers, at most. */
export function learnedTaste(market: TasteMarket, seed: number, trainer: Trainer) {
  const { mentees, mentors, wants, welcomes, foreseeable } = market;
  const random = numbersFrom(seed);
  const taughtCount = Math.round(mentees.length * (1 - TESTED));
  const sidesOf = sidesIn(market);
  const [asked, answered, mutual]: [Example[], Example[], Example[]] = [[], [], []];
  for (let one = 0; one < taughtCount; one += 1)
    for (let turn = 0; turn < EACH; turn += 1) {
      const other = likely(market, one, random);
      const isAsked = random() < wants(one, other);
      const outcome = isAsked && random() < welcomes(one, other) ? 1 : 0;
      const sides = sidesOf(one, other);
      asked.push({ ...sides, outcome: isAsked ? 1 : 0 });
      // Only who was asked has answered.
      if (isAsked) answered.push({ ...sides, outcome });
      mutual.push({ ...sides, outcome });
    }
  const tested = Array.from({ length: mentees.length - taughtCount }, (_, at) => taughtCount + at);
  const outcomes = tested.map((one) => mentors.map((_, other) => (random() < wants(one, other) * welcomes(one, other) ? 1 : 0)));
  // Records of one mentee at a time: those of all pairs of a large hub fill the memory.
  const unseenBy = (model: Model) =>
    tested.flatMap((one, at) =>
      scoredBy(
        model,
        mentors.map((_, other) => ({ ...sidesOf(one, other), outcome: outcomes[at]?.[other] ?? 0 })),
      ),
    );
  const learnedFrom = (examples: readonly Example[]) => unseenBy(trainModel(examples, { trainer, seed, epochs: 10 }).model);
  /** By a score of each pair: all mentors of the first mentee who is tested, then of the second. */
  const successOf = (scoreAt: (pair: number, one: number, other: number) => number) => {
    const lists = tested.map((one, index) => {
      const scores = mentors.map((_, other) => scoreAt(index * mentors.length + other, one, other));
      const order = mentors.map((_, other) => other).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
      return meanOf(order.slice(0, TOP).map((other) => wants(one, other) * welcomes(one, other))) ?? 0;
    });
    return meanOf(lists) ?? 0;
  };
  const [asking, answering, together] = [learnedFrom(asked), learnedFrom(answered), learnedFrom(mutual)];
  const both = asking.map((pair, at) => ({ ...pair, score: pair.score * (answering[at]?.score ?? 0) }));
  const against = (oneSidedAt10: number, reciprocalAt10: number) => ({
    oneSidedAt10,
    reciprocalAt10,
    ratio: reciprocalAt10 / oneSidedAt10,
  });
  const bySides = (sides: Pick<TasteMarket, 'wants' | 'welcomes'>) =>
    against(
      successOf((_, one, other) => sides.wants(one, other)),
      successOf((_, one, other) => sides.wants(one, other) * sides.welcomes(one, other)),
    );
  const oneSided = successOf((pair) => asking[pair]?.score ?? 0);
  return {
    examples: mutual.length,
    ...against(
      oneSided,
      successOf((pair) => both[pair]?.score ?? 0),
    ),
    calibrationError: calibrationError(both) ?? 1,
    /** One model of what came of it in the end, which is all that a hub’s mentorships tell (0076). */
    ofOutcomesAlone: against(
      oneSided,
      successOf((pair) => together[pair]?.score ?? 0),
    ),
    /** What nobody can better: by the taste itself, and by what of it follows from who the two are. */
    most: { knowing: bySides(market), foreseeing: bySides(foreseeable) },
  };
}

/** Two people of a market as a model reads them. */
function sidesIn({ mentees, mentors }: TasteMarket) {
  const seekers = mentees.map(seekerOf);
  return (one: number, other: number) => {
    const [seeker, mentor] = [seekers[one], mentors[other]];
    if (!seeker || !mentor) throw new Error('A pair of the market is missing.');
    return {
      left: { id: seeker.mentee.person, features: menteeRecord(seeker) },
      right: { id: mentor.person, features: mentorRecord(seeker, mentor) },
    };
  };
}

/** A mentor as a mentee comes across one: half of the time the best of five by chance, by what the mentee wants. */
function likely({ mentors, wants }: TasteMarket, one: number, random: () => number): number {
  const any = () => Math.floor(random() * mentors.length);
  if (random() < 0.5) return any();
  return Array.from({ length: 5 }, any).reduce((best, other) => (wants(one, other) > wants(one, best) ? other : best));
}
