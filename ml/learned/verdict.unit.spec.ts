import { verdictOf, type Compared } from './verdict.js';

/** Mentees with one mentorship that lasted and one that did not; each list is right by the share of mentees that is given. */
const mentees = (count: number, right: { rules: number; model: number; serving?: number }): readonly Compared[] =>
  Array.from({ length: count }, (_, at) => {
    const scores = (share: number) => (at < share * count ? [1, 0] : [0, 1]);
    const [rules, model, serving] = [
      scores(right.rules),
      scores(right.model),
      right.serving === undefined ? undefined : scores(right.serving),
    ];
    return [1, 0].map((outcome, place) => ({
      ...{ mentee: `mentee-${at}`, outcome },
      ...{ rules: rules[place] as number, model: model[place] as number },
      ...(serving && { serving: serving[place] as number }),
    }));
  }).flat();

describe('whether a model may serve', () => {
  test('where it orders the mentorships of left-out mentees surely better than the rules', () => {
    expect(verdictOf(mentees(40, { rules: 0.5, model: 0.8 }), 400)).toMatchObject({ may: true, why: null, mentees: 40, outcomes: 400 });
  });

  test('not where that may be an accident', () => {
    expect(verdictOf(mentees(40, { rules: 0.5, model: 0.55 }), 400)).toMatchObject({ may: false, why: 'not-better-than-rules' });
    expect(verdictOf(mentees(40, { rules: 0.5, model: 0.5 }), 400)).toMatchObject({ may: false, why: 'not-better-than-rules' });
  });

  test('not where it is no better than the one that serves', () => {
    const both = { rules: 0.4, model: 0.8 };
    expect(verdictOf(mentees(40, { ...both, serving: 0.8 }), 400)).toMatchObject({ may: false, why: 'not-better-than-serving' });
    expect(verdictOf(mentees(40, { ...both, serving: 0.7 }), 400)).toMatchObject({ may: true, order: { serving: 0.7 } });
  });

  test('not with too few outcomes, nor with too few mentees to compare by', () => {
    const better = { rules: 0, model: 1 };
    expect(verdictOf(mentees(40, better), 199)).toMatchObject({ may: false, why: 'too-few-outcomes' });
    expect(verdictOf(mentees(19, better), 400)).toMatchObject({ may: false, why: 'too-few-mentees' });
    expect(verdictOf([], 400)).toMatchObject({ may: false, why: 'too-few-mentees', order: null });
  });

  test('that some mentees are easier than others counts for nothing', () => {
    // All that lasted of one mentee score under all that did not of another: each list by itself is right.
    const easy = mentees(30, { rules: 0.5, model: 1 }).map((one, at) => ({ ...one, model: one.model + Math.floor(at / 2) * 10 }));
    expect(verdictOf(easy, 400).order?.model).toBe(1);
  });

  test('a mentee all of whose mentorships lasted says nothing', () => {
    const all = mentees(30, { rules: 1, model: 1 }).map((one) => ({ ...one, outcome: 1 }));
    expect(verdictOf(all, 400)).toMatchObject({ mentees: 0, why: 'too-few-mentees' });
  });
});
