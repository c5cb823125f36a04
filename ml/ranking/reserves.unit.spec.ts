import { seeded } from '@alongside/domain/testing/seeded.js';
import { MEETING_FORMATS } from '@alongside/domain/people/person.events.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { CAREER_STAGES, PHASES } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Mentee, Mentor } from '../features/candidate.js';
import { anyModel } from '../learned/testing/any-model.js';
import { free, mentee, mentor, school } from '../testing/people.js';
import type { Learned } from './learned.js';
import { those } from './mentors.js';
import { pickReserves, RESERVES_LIMIT_PEOPLE } from './pick-reserves.js';
import { explain, POOL_PEOPLE, rank } from './rank.js';
import { fromReserves, type Reserves } from './reserves.js';
import { SLIDERS, weightsBy, type Moved, type SliderPart } from './sliders.js';

const random = seeded();
const pick = <One>(from: readonly One[]): One => from[random.below(from.length)] as One;
const some = <One>(from: readonly One[], most: number): readonly One[] => [
  ...new Set(Array.from({ length: 1 + random.below(most) }, () => pick(from))),
];
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const [tags, phases, subjects, stages] = [ids(EXPERTISE_TAGS).slice(0, 30), ids(PHASES), ids(SUBJECTS), ids(CAREER_STAGES)];
const schools = Array.from({ length: 30 }, (_, index) => school(`School ${index}`, random.below(120), `trust-${index % 6}`));
const SLOTS = ['monday', 'tuesday', 'wednesday'].flatMap((day) => [`${day} 08:00-08:45`, `${day} 15:30-16:30`]);
const educator = () => ({
  phases: some(phases, 2),
  subjects: some(subjects, 2),
  careerStage: pick(stages),
  availability: random.below(5) === 0 ? null : free(some(SLOTS, 4), { format: pick(MEETING_FORMATS) }),
  preferences: { 'comm-pace': 1 + random.below(5), 'comm-detail': 1 + random.below(5) },
  workplaces: [pick(schools)],
});
const anyMentor = (_: unknown, index: number): Mentor =>
  mentor(`M${index}`, {
    ...educator(),
    expertise: some(tags, 9).map((tag) => ({ tag, level: 1 + random.below(5) })),
    helps: some(stages, 3),
    ...{ openRequests: random.below(3), unanswered: random.below(4), usualReplyDays: random.below(9) || null },
  });
const market = (people: number) => {
  const who = mentee({ ...educator(), aims: some(tags, 4).map((tag) => ({ tag, from: 2, to: 3 })) });
  return { who, all: Array.from({ length: people }, anyMentor) };
};
const PARTS = Object.keys(SLIDERS) as SliderPart[];
const moves = (sliders: number): Moved => Object.fromEntries(Array.from({ length: sliders }, () => [pick(PARTS), 5 * random.below(21)]));

function picked(who: Mentee, all: readonly Mentor[], learned?: Learned): Reserves {
  const steps = pickReserves(who, those(all), learned);
  for (;;) {
    const { done, value } = steps.next();
    // As they come out of the answer of the hub.
    if (done) return JSON.parse(JSON.stringify(value)) as Reserves;
  }
}
const MODELS = [undefined, anyModel(1, 0.3), anyModel(2, 0.2)];

describe('reserves in a browser', () => {
  test('order and say the same as the hub does of the same people, to the last digit, wherever the sliders stand', () => {
    for (let run = 0; run < 60; run += 1) {
      const learned = MODELS[run % MODELS.length];
      const { who, all } = market(80);
      const reserves = { ...picked(who, all, learned), bars: [] };
      const kept = all.filter(({ person }) => reserves.people.some(({ compared }) => compared.mentor === person));
      for (const moved of [{}, moves(1), moves(2), moves(5)]) {
        const here = fromReserves(reserves, moved).map(({ reserve, ...one }) => ({ mentor: reserve.compared.mentor, ...one }));
        const hub = rank(who, those(kept), weightsBy(moved), 3, learned).map(({ forMentor: _said, chance: _chance, ...one }) => ({
          ...one,
          // Only the hub knows how many others there would be.
          forMentee: one.forMentee.filter(({ text }) => !text.startsWith('If you could also meet')),
        }));
        expect(here).toEqual(hub);
      }
    }
  });

  test('give each mentor the points that the page of that mentor gives them', () => {
    const { who, all } = market(40);
    for (const learned of MODELS)
      for (const moved of [{}, moves(1), moves(5)])
        for (const { reserve, score, parts, adjustments, because } of fromReserves(picked(who, all, learned), moved)) {
          const one = all.find(({ person }) => person === reserve.compared.mentor) as Mentor;
          expect({ score, parts, adjustments, because }).toEqual(pointsOf(explain(who, one, weightsBy(moved), learned)));
        }
  });

  test('hold as a rule those whom the hub would show out of many more', () => {
    const hits = { looks: 0, first: 0, people: 0 };
    for (let run = 0; run < 12; run += 1) {
      const { who, all } = market(600);
      const reserves = picked(who, all);
      for (const moved of Array.from({ length: 8 }, (_, index) => moves(1 + (index % 2)))) {
        const [here, hub] = [fromReserves(reserves, moved), rank(who, those(all), weightsBy(moved))];
        hits.looks += 1;
        hits.first += Number(here[0]?.reserve.compared.mentor === hub[0]?.mentor);
        hits.people += hub.filter((one) => here.some(({ reserve }) => reserve.compared.mentor === one.mentor)).length;
      }
    }
    expect(hits.first / hits.looks).toBeGreaterThanOrEqual(0.97);
    expect(hits.people / hits.looks / 3).toBeGreaterThanOrEqual(0.9);
  });

  test('show nobody for another reason who falls behind the best of all mentors, as the hub does not', () => {
    const [TAG, mine] = [tags[0] as string, school('Northfield', 0)];
    const who = mentee({ aims: [{ tag: TAG, from: 2, to: 3 }], workplaces: [mine] });
    const experts = Array.from({ length: POOL_PEOPLE + 5 }, (_, index) =>
      mentor(`M${index}`, { expertise: [{ tag: TAG, level: 4 }], workplaces: [school(`Far ${index}`, 60)] }),
    );
    const near = mentor('Near', { expertise: [{ tag: TAG, level: 3 }], workplaces: [mine] });
    const reserves = picked(who, [...experts, near]);
    const shownAt = (moved: Moved) => fromReserves(reserves, moved).map(({ reserve }) => reserve.compared.mentor);
    expect(shownAt({ proximity: 100 })).toContain(near.person);
    for (const proximity of [0, 25, 50, 100]) {
      const hub = rank(who, those([...experts, near]), weightsBy({ proximity })).map((one) => one.mentor);
      expect([proximity, shownAt({ proximity }).includes(near.person)]).toEqual([proximity, hub.includes(near.person)]);
    }
    expect(shownAt({ proximity: 0 })).not.toContain(near.person);
  });

  test('are few, and none whom a mentee is kept apart from, may not find, or has excluded by what they insist on', () => {
    const { who, all } = market(300);
    expect(RESERVES_LIMIT_PEOPLE).toBeLessThanOrEqual(POOL_PEOPLE);
    const full = picked(who, all);
    expect(full.people).toHaveLength(RESERVES_LIMIT_PEOPLE);
    const [apart, hidden] = full.people.map(({ compared }) => compared.mentor);
    const steps = pickReserves(
      { ...who, excludedBy: new Set(apart && [apart]), mustHaves: ['online'] },
      { ...those(all), mayFind: ({ person }) => person !== hidden },
      undefined,
    );
    let step = steps.next();
    while (!step.done) step = steps.next();
    const people = step.value.people.map(({ compared }) => compared.mentor);
    expect(people).not.toContain(apart);
    expect(people).not.toContain(hidden);
    const online = all.filter(({ availability }) => availability && availability.format !== 'in-person').map(({ person }) => person);
    for (const person of people) expect(online).toContain(person);
  });

  test('hold numbers, the ids of workplaces and of one aim, and sentences: no profile', () => {
    const { who, all } = market(5);
    for (const one of picked(who, all).people) {
      expect(Object.keys(one).toSorted()).toEqual(['chance', 'compared', 'remarks']);
      expect(Object.keys(one.compared).toSorted()).toEqual(
        ['aim', 'balances', 'couldMeet', 'helpsFirst', 'isFocused', 'mentor', 'scores', 'spread', 'worksAt'].toSorted(),
      );
    }
  });
});

const pointsOf = ({ score, parts, adjustments, because }: ReturnType<typeof explain>) => ({ score, parts, adjustments, because });
