import { seeded } from '@alongside/domain/testing/seeded.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { CAREER_STAGES, PHASES, SETTINGS } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Mentee, Mentor } from '../features/candidate.js';
import { anyModel } from '../learned/testing/any-model.js';
import { mentee, mentor } from '../testing/people.js';
import { fit } from './fit.js';
import { PART_IDS } from './part.js';
import { explain, rank } from './rank.js';
import { those } from './mentors.js';
import { seekerOf } from './seeker.js';
import { weightsFrom, type Weights } from './weights.js';

const random = seeded();
const TAGS = EXPERTISE_TAGS.map(({ id }) => id);
const level = () => 1 + random.below(5);
const some = (from: readonly string[], count: number): string[] =>
  from
    .map((id) => ({ id, at: random.below(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ id }) => id);
const offered = (tags: readonly string[], at = level) => tags.map((tag) => ({ tag, level: at() }));
/** Targets below the top, so that a level above exists. */
const someAims = () => some(TAGS, 1 + random.below(4)).map((tag) => ({ tag, from: 1 + random.below(2), to: 2 + random.below(2) }));
const anyWeights = (): Weights => weightsFrom(Object.fromEntries(PART_IDS.map((part) => [part, random.below(100)])));
const scoreOf = (who: Mentee, one: Mentor, weights: Weights): number => fit(seekerOf(who), one, weights) ?? 0;

/** Ten areas more, of which the mentee asked for none. */
function padded(who: Mentee, before: Mentor): Mentor {
  const known = new Set([...who.aims.map(({ tag }) => tag), ...before.expertise.map(({ tag }) => tag)]);
  const added = some(
    TAGS.filter((tag) => !known.has(tag)),
    10,
  );
  return { ...before, expertise: [...before.expertise, ...offered(added)] };
}

describe('who offers much, where a model serves', () => {
  const models = [undefined, ...[1, 2, 3, 4].map((seed) => anyModel(seed))];

  test('never scores higher for ten areas that the mentee did not ask for, whatever the model likes', () => {
    for (let run = 0; run < 600; run += 1) {
      const who = mentee({ aims: someAims() });
      const before = mentor('Sam', { expertise: offered(some(TAGS, random.below(12))) });
      const [weights, learned] = [anyWeights(), models[run % models.length]];
      const score = (one: Mentor) => explain(who, one, weights, learned).score;
      expect(score(padded(who, before))).toBeLessThanOrEqual(score(before) + 1e-12);
    }
  });

  test('never takes a higher place for them, not for another reason either', () => {
    for (let run = 0; run < 600; run += 1) {
      const who = mentee({ aims: someAims() });
      const others = ['Ann', 'Bea', 'Cai', 'Dev', 'Eve', 'Flo'].map((name) =>
        mentor(name, {
          expertise: offered([
            ...some(
              who.aims.map(({ tag }) => tag),
              random.below(3),
            ),
            ...some(TAGS, random.below(5)),
          ]),
        }),
      );
      const before = mentor('Sam', {
        expertise: offered([
          ...some(
            who.aims.map(({ tag }) => tag),
            1,
          ),
          ...some(TAGS, random.below(4)),
        ]),
      });
      const learned = models[run % models.length];
      const placeOf = (one: Mentor) => {
        const place = rank(who, those([one, ...others]), undefined, 3, learned).findIndex((shown) => shown.mentor === one.person);
        return place < 0 ? Infinity : place;
      };
      expect(placeOf(padded(who, before))).toBeGreaterThanOrEqual(placeOf(before));
    }
  });
});

describe('who offers much', () => {
  test('never ranks higher for ten areas that the mentee did not ask for, whatever the weights', () => {
    for (let run = 0; run < 600; run += 1) {
      const who = mentee({ aims: someAims() });
      const asked = new Set(who.aims.map(({ tag }) => tag));
      const before = mentor('Sam', { expertise: offered(some(TAGS, random.below(12))) });
      const held = new Set(before.expertise.map(({ tag }) => tag));
      const added = offered(
        some(
          TAGS.filter((tag) => !asked.has(tag) && !held.has(tag)),
          10,
        ),
      );
      const weights = anyWeights();
      const after = { ...before, expertise: [...before.expertise, ...added] };
      expect(scoreOf(who, after, weights)).toBeLessThanOrEqual(scoreOf(who, before, weights));
    }
  });

  test('ranks below the one who offers what was asked for, and that alone', () => {
    for (let run = 0; run < 600; run += 1) {
      const who = mentee({ aims: someAims() });
      const [aims, others] = [who.aims.map(({ tag }) => tag), TAGS.filter((tag) => !who.aims.some((aim) => aim.tag === tag))];
      const specialist = mentor('Ann', { expertise: who.aims.map(({ tag, to }) => ({ tag, level: to + 1 })) });
      const everything = mentor('Sam', { expertise: offered([...aims, ...some(others, 26)], () => 5) });
      const half = mentor('Ida', { expertise: offered(some(TAGS, 30), () => 5) });
      const weights = anyWeights();
      const best = scoreOf(who, specialist, weights);
      expect(best).toBeGreaterThan(scoreOf(who, everything, weights));
      expect(best).toBeGreaterThan(scoreOf(who, half, weights));
    }
  });

  test('says the least of a mentee whose phase, subject, setting and stage are four of all', () => {
    const work = { phases: ['ph-ks3'], subjects: ['sub-mathematics'], settings: ['set-special'], careerStage: 'stage-ect1' };
    const who = mentee(work);
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    const alike = mentor('Ann', { ...work, helps: ['stage-ect1'] });
    const all = mentor('Sam', { phases: ids(PHASES), subjects: ids(SUBJECTS), settings: ids(SETTINGS), helps: ids(CAREER_STAGES) });
    const context = (one: Mentor) => explain(who, one).parts.find(({ part }) => part === 'context')?.score ?? 0;
    expect(context(alike)).toBe(1);
    expect(context(all)).toBeGreaterThan(0.5);
    expect(context(all)).toBeLessThan(0.75);
  });

  test('is told so', () => {
    const who = mentee({ aims: [{ tag: TAGS[0] as string, from: 1, to: 3 }] });
    const sam = mentor('Sam', { expertise: offered(TAGS.slice(0, 30), () => 4) });
    expect(explain(who, sam).forMentee.map(({ text }) => text)).toContain(
      'Sam offers 30 areas of expertise, so we count each one for less.',
    );
  });
});
