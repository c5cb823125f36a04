import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { CAREER_STAGES } from '@alongside/domain/uk/taxonomy/lists.js';
import { withLearned } from '../ranking/learned.js';
import { those } from '../ranking/mentors.js';
import { rankForCoordinator } from '../ranking/for-coordinator.js';
import { explain, rank } from '../ranking/rank.js';
import { DEFAULT_WEIGHTS, weightsFrom } from '../ranking/weights.js';
import { free, mentee, mentor, school } from '../testing/people.js';
import { weightOf } from './evidence.js';
import { breadthOf, heldBack, scoreAt } from './served.js';
import { anyModel } from './testing/any-model.js';

const TAG = EXPERTISE_TAGS[0]?.id as string;
const [fast, slow] = [{ 'comm-pace': 1 }, { 'comm-pace': 5 }];
const ben = mentee({ aims: [{ tag: TAG, from: 1, to: 3 }], preferences: fast, availability: free(['monday 15:30-16:30']) });
const mentors = ['Asha', 'Bea', 'Cleo', 'Dev', 'Eve', 'Flo'].map((name, at) =>
  mentor(name, {
    expertise: [{ tag: TAG, level: 3 + (at % 3) }],
    preferences: at % 2 ? fast : slow,
    availability: free(['monday 15:30-16:30'], { minutes: 30 + 15 * (at % 3) }),
    workplaces: [school(`School ${at}`, at)],
    openRequests: at % 2,
  }),
);

describe('a model as the second stage', () => {
  const models = [1, 2, 3, 4, 5, 6].map((seed) => anyModel(seed));

  test('all points add up to the score, and the score to the order', () => {
    for (const learned of models) {
      const shown = rank(ben, those(mentors), DEFAULT_WEIGHTS, 6, learned);
      for (const { parts, adjustments, score } of shown) {
        const points = parts.reduce((sum, part) => sum + part.score * part.weight, 0);
        expect(points + adjustments.reduce((sum, one) => sum + one.points, 0)).toBeCloseTo(score, 12);
        expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(parts.find(({ part }) => part === 'learned')?.weight).toBe(learned.weight);
      }
      const best = Math.max(...mentors.map((one) => explain(ben, one, DEFAULT_WEIGHTS, learned).score));
      expect(shown[0]?.score).toBe(best);
    }
  });

  test('some model changes who comes first: it has a say', () => {
    const first = (learned?: (typeof models)[number]) => rank(ben, those(mentors), DEFAULT_WEIGHTS, 1, learned)[0]?.mentor;
    expect(models.some((learned) => first(learned) !== first())).toBe(true);
  });

  test('the list, one pair and the coordinator’s list agree', () => {
    for (const learned of models) {
      const shown = rank(ben, those(mentors), DEFAULT_WEIGHTS, 6, learned);
      for (const { mentor: id, score, parts, chance } of shown) {
        const one = mentors.find(({ person }) => person === id);
        expect(one && explain(ben, one, DEFAULT_WEIGHTS, learned)).toMatchObject({ score, parts, chance });
      }
      const byScore = mentors.toSorted(
        (a, b) => explain(ben, b, DEFAULT_WEIGHTS, learned).score - explain(ben, a, DEFAULT_WEIGHTS, learned).score,
      );
      expect(rankForCoordinator(ben, mentors, 6, learned).map((one) => one.mentor)).toEqual(byScore.map(({ person }) => person));
    }
  });

  test('the weights that a list was noted with bring it out again', () => {
    const [learned] = models;
    const chosen = weightsFrom({ expertise: 0.1, proximity: 0.7 });
    const noted = withLearned(chosen, learned);
    expect(Object.values(noted).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    const scores = (weights: typeof chosen) => rank(ben, those(mentors), weights, 6, learned).map(({ mentor: id }) => id);
    expect(scores(noted)).toEqual(scores(chosen));
  });

  test('without one, everything is as it was', () => {
    expect(withLearned(DEFAULT_WEIGHTS, undefined)).toBe(DEFAULT_WEIGHTS);
    const asha = explain(ben, mentors[0] ?? mentor('Nobody'));
    expect(asha.parts.find(({ part }) => part === 'learned')).toEqual({ part: 'learned', score: 0, weight: 0 });
    expect(asha.chance).toBeNull();
  });

  test('it gives no reasons: what a mentee reads of a mentor is as without it', () => {
    const [learned] = models;
    for (const one of mentors) {
      const [withIt, without] = [explain(ben, one, DEFAULT_WEIGHTS, learned), explain(ben, one)];
      expect([withIt.because, withIt.forMentee, withIt.forMentor, withIt.lead]).toEqual([
        without.because,
        without.forMentee,
        without.forMentor,
        without.lead,
      ]);
    }
  });
});

describe('how much a model counts', () => {
  test('nothing without outcomes, more with each, and always less than what is asked for', () => {
    const weights = [0, 200, 1000, 20_000].map(weightOf);
    expect(weights[0]).toBe(0);
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(weights.at(-1)).toBeLessThan(0.4);
  });

  test('a usual pair scores a half', () => {
    expect(scoreAt({ mean: -0.3, sd: 2 }, -0.3)).toBe(0.5);
    expect(scoreAt({ mean: 0, sd: 1 }, 1)).toBeCloseTo(0.846, 2);
  });

  test('what speaks for a mentor who ticks everything counts for less; what speaks against them counts wholly', () => {
    const everything = breadthOf({ ...mentor('Sam'), helps: CAREER_STAGES.map(({ id }) => id), expertise: [] });
    expect(everything).toBeLessThan(0.7);
    expect(heldBack(0.9, everything)).toBeLessThan(0.9);
    expect(heldBack(0.9, everything)).toBeGreaterThan(0.5);
    expect(heldBack(0.2, everything)).toBe(0.2);
    expect(heldBack(0.9, 1)).toBe(0.9);
  });
});
