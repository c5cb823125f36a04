import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { MEETING_FORMATS } from '@alongside/domain/people/person.events.js';
import { seeded } from '@alongside/domain/testing/seeded.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { PHASES } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Mentee, Mentor } from '../features/candidate.js';
import { free, mentee, mentor, school } from '../testing/people.js';
import { obstacle } from './constraints.js';
import { couldMeet } from './could-meet.js';
import { fit } from './fit.js';
import type { Learned } from './learned.js';
import { MentorIndex } from './mentor-index.js';
import { those } from './mentors.js';
import { explain, poolOf, rank as rankAll } from './rank.js';
import { seekerOf } from './seeker.js';
import { DEFAULT_WEIGHTS, weightsFrom, type Weights } from './weights.js';

/** By looking at all, and by an index that leaves out those who cannot come in: the same. */
function rank(who: Mentee, mentors: readonly Mentor[], ...more: [weights?: Weights, people?: number]) {
  const index = new MentorIndex();
  for (const one of [...mentors, ...mentors.toReversed()]) index.put(one);
  const found = rankAll(who, index, ...more);
  expect(found).toEqual(rankAll(who, those(mentors), ...more));
  return found;
}

const [ROUTINES, DISRUPTION, QUESTIONING, FEEDBACK] = [
  'exp-behaviour-classroom-routines-and-expectations',
  'exp-behaviour-responding-to-low-level-disruption',
  'exp-classroom-questioning-and-dialogue',
  'exp-assessment-feedback-and-marking',
];
const people = (...names: string[]) => new Set(names as PersonId[]);
const [tuesdays, thursdays] = [free(['tuesday 15:30-17:00']), free(['thursday 15:30-17:00'])];

const ben = mentee({
  aims: [
    { tag: ROUTINES, from: 2, to: 3 },
    { tag: FEEDBACK, from: 2, to: 3 },
  ],
  phases: ['ph-ks3'],
  subjects: ['sub-mathematics'],
  careerStage: 'stage-ect1',
  availability: { ...tuesdays, format: 'in-person' },
  workplaces: [school('Oakfield', 0, 'river')],
});
const maths = { phases: ['ph-ks3'], subjects: ['sub-mathematics'] };
const community: readonly Mentor[] = [
  mentor('Asha', {
    ...maths,
    expertise: [{ tag: ROUTINES, level: 4 }],
    helps: ['stage-ect1'],
    availability: tuesdays,
    workplaces: [school('Northfield', 2.1)],
    places: 3,
    taken: 2,
    usualReplyDays: 2,
  }),
  mentor('Adam', {
    ...maths,
    places: 4,
    openRequests: 4,
    expertise: [{ tag: ROUTINES, level: 4 }],
    availability: tuesdays,
    workplaces: [school('Northfield', 2.1)],
  }),
  mentor('David', { phases: ['ph-ks3'], subjects: ['sub-history'], availability: thursdays, workplaces: [school('Oakfield', 0, 'river')] }),
  mentor('Leila', {
    ...maths,
    expertise: [
      { tag: FEEDBACK, level: 5 },
      { tag: QUESTIONING, level: 4 },
    ],
    availability: free(['tuesday 15:30-17:00', 'wednesday 16:00-17:00']),
    workplaces: [school('Hill', 12)],
  }),
  mentor('Sana', {
    ...maths,
    expertise: [{ tag: DISRUPTION, level: 4 }],
    availability: free(['tuesday 15:30-17:00', 'tuesday 08:00-08:45']),
    workplaces: [school('Oakfield', 0, 'river')],
  }),
  mentor('Owen', { subjects: ['sub-history'], phases: ['ph-ks5'], availability: thursdays, workplaces: [school('Shore', 120)] }),
];

describe('who is suggested', () => {
  test('a small community: three people, each for a different reason, the reasons in their own words', () => {
    const suggestions = rank(ben, community);
    expect(suggestions.map((one) => [one.mentor, one.because, one.aim])).toEqual([
      ['asha', 'expertise', ROUTINES],
      ['leila', 'expertise', FEEDBACK],
      ['sana', 'context', null],
    ]);
    expect(suggestions[0]?.forMentee.map(({ text }) => text)).toEqual([
      'Asha offers classroom routines and expectations, your first focus area, and is one level above your target level.',
      'You both teach mathematics and work in key stage 3.',
      'Asha would like to help people at your career stage: early career teacher, year 1 (ECT1).',
      'You are both available on Tuesdays from 3:30pm to 5pm.',
      'You work 2.1 miles apart.',
      'Asha usually replies within 2 days.',
      'Asha does not offer your second focus area, feedback and marking.',
      'Asha already has 2 mentees, and space for only one more.',
    ]);
    expect(suggestions[0]?.forMentor.at(-1)?.text).toBe('You have space for only one more mentee.');
  });

  test('[R5] nobody whom either excluded, who assesses the mentee, or who is with them already', () => {
    const names = (who: Mentee, mentors = community) => rank(who, mentors, DEFAULT_WEIGHTS, 10).map((one) => one.mentor);
    expect(names({ ...ben, exclusions: people('asha') })).not.toContain('asha');
    expect(names({ ...ben, assessedBy: people('leila') })).not.toContain('leila');
    expect(names({ ...ben, askedOrPaired: people('david') })).not.toContain('david');
    expect(names({ ...ben, excludedBy: people('asha') })).not.toContain('asha');
  });

  test('[R1] nobody who is full, paused or oneself', () => {
    const asha = community[0] as Mentor;
    expect(obstacle(seekerOf(ben), asha)).toBeUndefined();
    expect(obstacle(seekerOf(ben), { ...asha, taken: 3 })).toBe('full');
    expect(obstacle(seekerOf(ben), { ...asha, taken: 5 })).toBe('full');
    expect(obstacle(seekerOf(ben), { ...asha, paused: true })).toBe('paused');
    expect(obstacle(seekerOf(ben), { ...asha, person: ben.person })).toBe('self');
  });

  test('[R5] an exclusion looks like nothing at all, whatever else stands in the way', () => {
    const asha = community[0] as Mentor;
    expect(obstacle(seekerOf({ ...ben, exclusions: people('asha') }), { ...asha, paused: true })).toBe('apart');
    expect(JSON.stringify(rank({ ...ben, exclusions: people('asha') }, community))).not.toMatch(/asha/i);
  });

  test('whoever is asked by many comes later, and says how many wait', () => {
    const twins = [
      mentor('Una', { expertise: [{ tag: ROUTINES, level: 4 }], openRequests: 4 }),
      mentor('Ida', { expertise: [{ tag: ROUTINES, level: 4 }] }),
    ];
    const [first, second] = rank(ben, twins);
    expect([first?.mentor, second?.mentor]).toEqual(['ida', 'una']);
    expect(second?.forMentee.map(({ text }) => text)).toContain('Una has space for 2 more mentees, and 4 requests to reply to.');
  });

  test('of those who fit as well, different mentees meet different people first', () => {
    const alike = Array.from({ length: 20 }, (_, index) => mentor(`M${index}`));
    const firsts = Array.from({ length: 200 }, (_, index) => rank(mentee({ person: `p${index}` as PersonId }), alike)[0]?.mentor);
    expect(new Set(firsts).size).toBeGreaterThan(15);
  });

  test('a mentor whom the mentee could not meet follows all others, however well the rest fits', () => {
    const help = { ...maths, expertise: [{ tag: ROUTINES, level: 4 }], helps: ['stage-ect1'] };
    const inPerson = { ...tuesdays, format: 'in-person' as const };
    const beyond = [
      mentor('Far', { ...help, availability: inPerson, workplaces: [school('Shore', 92)] }),
      mentor('Online', { ...help, availability: { ...tuesdays, format: 'online' }, workplaces: [school('Oakfield', 0, 'river')] }),
    ];
    const within = ['Ann', 'Bea', 'Cat'].map((name) => mentor(name, { availability: inPerson, workplaces: [school('Hill', 12)] }));
    const names = (...mentors: Mentor[]) => rank(ben, mentors).map((one) => one.mentor);
    expect(names(...beyond, ...within).toSorted()).toEqual(['ann', 'bea', 'cat']);
    expect(names(...beyond, ...within.slice(0, 1))).toEqual(['ann', 'far', 'online']);
    expect(names(...beyond)).toHaveLength(2);
    const unsaid = mentor('Una', { workplaces: [school('Shore', 92)] });
    expect(names(...beyond, unsaid)[0]).toBe('una');
  });

  test('somebody who has said nothing still gets people, and is told what would help', () => {
    const suggestions = rank(mentee(), community);
    expect(suggestions).toHaveLength(3);
    expect(suggestions.every(({ because }) => because === null)).toBe(true);
    expect(suggestions[0]?.forMentee.filter(({ kind }) => kind === 'what-if')).toHaveLength(2);
    expect(rank(mentee(), [])).toEqual([]);
    expect(rank(mentee(), [mentor('Una')])).toHaveLength(1);
  });

  test('[R12] the first says how many more would fit if the mentee could also meet in the other form', () => {
    const online = ['Uma', 'Ivo'].map((name) =>
      mentor(name, {
        ...maths,
        expertise: [{ tag: ROUTINES, level: 4 }],
        helps: ['stage-ect1'],
        availability: { ...tuesdays, format: 'online' },
      }),
    );
    const whatIf = (who: Mentee, mentors: readonly Mentor[]) =>
      rank(who, mentors, DEFAULT_WEIGHTS, 1)[0]
        ?.forMentee.filter(({ kind }) => kind === 'what-if')
        .map(({ text }) => text);
    const local = mentor('Asha', { ...maths, expertise: [{ tag: ROUTINES, level: 4 }], helps: ['stage-ect1'], availability: tuesdays });
    expect(whatIf(ben, [local, ...online])).toEqual(['If you could also meet online, 2 more mentors would fit as well.']);
    expect(whatIf({ ...ben, availability: tuesdays }, [local, ...online])).toEqual([]);
    expect(whatIf(ben, [local])).toEqual([]);
    const many = Array.from({ length: 30 }, (_, index) => ({ ...(online[0] as Mentor), person: `m${index}` as PersonId }));
    expect(whatIf(ben, [local, ...many])).toEqual(['If you could also meet online, more than 20 other mentors would fit as well.']);
  });

  test('each begins with what it does for the first aim, and no two with the same sentence', () => {
    const [first, second] = [ROUTINES, FEEDBACK].map((tag) => ({ tag, level: 5 }));
    const here = { ...maths, availability: tuesdays, workplaces: [school('Hill', 3)] };
    const leads = rank(ben, [
      mentor('Ann', { ...here, expertise: [{ tag: ROUTINES, level: 3 }, second ?? { tag: FEEDBACK, level: 5 }] }),
      mentor('Bea', { ...here, expertise: [first ?? { tag: ROUTINES, level: 5 }] }),
      mentor('Cat', { ...here }),
      mentor('Dot', { ...here }),
    ]).map(({ lead }) => lead?.text);
    expect(leads.filter((text) => text?.includes('your first focus area'))).toHaveLength(2);
    const alike = rank(
      mentee({ ...maths, availability: tuesdays }),
      ['Eve', 'Flo', 'Gil'].map((name) => mentor(name, here)),
    );
    expect(new Set(alike.map(({ lead }) => lead?.text)).size).toBe(3);
  });

  test('the parts by their weights, and what is taken off for requests that wait, add up to the score', () => {
    const busy = mentor('Una', { ...maths, expertise: [{ tag: ROUTINES, level: 4 }], openRequests: 3 });
    const { parts, adjustments, score } = explain(ben, busy);
    const sum = parts.reduce((total, part) => total + part.score * part.weight, 0);
    expect(adjustments).toEqual([{ about: 'requests', points: expect.closeTo(-0.4 * sum), count: 3, free: 2 }]);
    expect(sum + (adjustments[0]?.points ?? 0)).toBeCloseTo(score);
    expect(explain(ben, { ...busy, openRequests: 0 }).adjustments).toEqual([]);
  });

  test('each says why it stands at its place', () => {
    expect(rank(ben, community).map(({ place }) => place)).toEqual(['best', 'other-reason', 'other-reason']);
    const far = { availability: { ...tuesdays, format: 'in-person' as const }, workplaces: [school('Shore', 92)] };
    const places = rank(ben, [
      mentor('Far', { ...maths, ...far }),
      mentor('Ann', { ...maths, workplaces: [school('Hill', 3)] }),
      mentor('Abe', { ...maths, workplaces: [school('Hill', 3)] }),
      mentor('Bea', { ...maths, workplaces: [school('Dale', 14)] }),
    ]).map(({ mentor: id, place }) => `${id} ${place}`);
    expect(places.slice(1)).toEqual(['bea other-school', expect.stringMatching(/^(ann|abe) next$/)]);
    expect(rank(ben, [mentor('Far', { ...maths, ...far })])[0]?.place).toBe('beyond');
  });

  test('another reason is looked for among those who help with the first focus area, and comes beside it', () => {
    const offers = { ...maths, expertise: [{ tag: ROUTINES, level: 4 }], availability: tuesdays };
    const [best, ...more] = [
      mentor('Asha', { ...offers, helps: ['stage-ect1'], workplaces: [school('Northfield', 2)] }),
      mentor('Chloe', { ...offers, workplaces: [school('Hill', 3)] }),
      mentor('Jack', { ...offers, workplaces: [school('Dale', 4)] }),
      // Helps with the second focus area alone.
      mentor('Gareth', {
        ...maths,
        expertise: [{ tag: FEEDBACK, level: 4 }],
        availability: tuesdays,
        workplaces: [school('Hall', 0, 'river')],
      }),
    ];
    const shown = rank(ben, [best as Mentor, ...more]);
    expect(new Set(shown.map(({ mentor: id }) => id))).toEqual(people('asha', 'chloe', 'jack'));
    expect(shown.map(({ forMentee, lead }) => forMentee.find(({ text }) => text === lead?.text)?.about)).toEqual(
      Array(3).fill('expertise'),
    );
    // Where few help, who differs is shown all the same.
    expect(rank(ben, [best as Mentor, ...more.slice(2)]).map(({ mentor: id }) => id)).toEqual(['asha', 'gareth']);
  });

  test('reservations stand in the order in which a teacher asks', () => {
    const david = mentor('David', {
      phases: ['ph-ks5'],
      subjects: ['sub-history'],
      availability: thursdays,
      workplaces: [school('Hill', 20)],
    });
    const against = explain(ben, david).forMentee.filter(({ kind }) => kind === 'against');
    expect(against.map(({ about }) => about)).toEqual(['context', 'context', 'expertise', 'proximity', 'availability']);
  });

  test('a pair is explained also where they are not suggested', () => {
    expect(explain(ben, { ...(community[0] as Mentor), paused: true }).because).toBe('expertise');
  });
});

describe('with a model', () => {
  // All fit ben but for one, who has other times: the rules put that one last.
  const [ahead, suited] = [
    Array.from({ length: 80 }, (_, at) =>
      mentor(`Ahead ${at}`, { ...maths, expertise: [{ tag: ROUTINES, level: 4 }], availability: tuesdays }),
    ),
    mentor('Suited', { ...maths, expertise: [{ tag: ROUTINES, level: 4 }], availability: thursdays }),
  ];
  const sure = (weight: number): Learned => ({
    ...{ id: 'sure', weight },
    forMentee: () => (one) => ({ score: one.person === suited.person ? 1 : 0, chance: null }),
  });
  const first = (learned?: Learned) => rankAll(ben, those([...ahead, suited]), DEFAULT_WEIGHTS, 3, learned)[0]?.mentor;

  test('the more it counts, the further down the rules’ order it is asked', () => {
    expect(first()).not.toBe(suited.person);
    expect(first(sure(0.2))).not.toBe(suited.person);
    expect(first(sure(0.4))).toBe(suited.person);
    expect([undefined, sure(0.2), sure(0.4)].map(poolOf)).toEqual([60, 75, 100]);
  });
});

describe('weights', () => {
  test('are the mentee’s to move, and people change at once', () => {
    const near = rank(ben, community, weightsFrom({ expertise: 0, goals: 0, context: 0, availability: 0, proximity: 1 }));
    expect(near[0]?.mentor).toMatch(/^(david|sana)$/);
  });

  test('add up to 1 whatever is chosen, and leave the learned part alone', () => {
    const sum = (weights: object) => Object.values(weights).reduce((total: number, weight: number) => total + weight, 0);
    expect(sum(DEFAULT_WEIGHTS)).toBeCloseTo(1);
    expect(sum(weightsFrom({ expertise: 70, proximity: 40 }))).toBeCloseTo(1);
    expect(weightsFrom({ learned: 1, context: Number.NaN, goals: -1 })).toEqual(weightsFrom());
    const none = { expertise: 0, goals: 0, context: 0, availability: 0, 'ways-of-working': 0, proximity: 0 };
    // The very same numbers: it is no other list.
    expect(weightsFrom(none)).toEqual(weightsFrom());
  });
});

describe('at random', () => {
  const random = seeded();
  const some = <T>(from: readonly T[], most: number) => Array.from({ length: random.below(most + 1) }, () => random.pick(from));
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const level = () => 1 + random.below(5);
  const week = ['monday', 'tuesday', 'wednesday'].flatMap((day) => [`${day} 08:00-08:45`, `${day} 15:30-16:30`]);

  const educator = () => ({
    expertise: some(ids(EXPERTISE_TAGS), 12).map((tag) => ({ tag, level: level() })),
    phases: some(ids(PHASES), 2),
    subjects: some(ids(SUBJECTS), 2),
    availability: random.below(4) === 0 ? null : free(some(week, 5), { format: random.pick(MEETING_FORMATS) }),
    preferences: random.below(2) === 0 ? {} : { 'comm-pace': level(), 'comm-detail': level(), 'comm-channel': level() },
    workplaces: some([school('Oak', 0, 't'), school('Ash', 3, 't'), school('Elm', 60)], 2),
  });
  const anyMentor = (index: number) =>
    mentor(`M${index}`, {
      ...educator(),
      places: random.below(4),
      taken: random.below(3),
      openRequests: random.below(5),
      paused: random.below(8) === 0,
      usualReplyDays: random.below(3) === 0 ? null : 1 + random.below(8),
    });

  test('[R5][R12] constraints hold, scores are shares, every sentence can be read, whoever they are', () => {
    for (let run = 0; run < 60; run += 1) {
      const mentors = Array.from({ length: 40 }, (_, index) => anyMentor(index));
      const names = mentors.map(({ person }) => person);
      const aims = some(ids(EXPERTISE_TAGS), 4).map((tag) => ({ tag, from: level(), to: level() }));
      const who = mentee({
        ...educator(),
        aims,
        exclusions: new Set(some(names, 5)),
        excludedBy: new Set(some(names, 5)),
        assessedBy: new Set(some(names, 2)),
      });
      const suggestions = rank(who, mentors);
      expect(suggestions).toHaveLength(Math.min(3, mentors.filter((one) => !obstacle(seekerOf(who), one)).length));
      for (const one of suggestions) {
        const found = mentors.find(({ person }) => person === one.mentor) as Mentor;
        expect(obstacle(seekerOf(who), found)).toBeUndefined();
        expect([one.score, ...one.parts.map(({ score }) => score)].every((score) => score >= 0 && score <= 1)).toBe(true);
        const said = [...one.forMentee, ...one.forMentor].map(({ text }) => text);
        expect(said.filter((text) => !/^[A-Z“].*\.$/.test(text) || /undefined|NaN|exp-|sub-|ph-|\bhe\b|\bshe\b|!/.test(text))).toEqual([]);
      }
      const seeker = seekerOf(who);
      const open = mentors.filter((one) => !obstacle(seekerOf(who), one));
      const within = open.filter((one) => couldMeet(seeker, one));
      const isWithin = ({ mentor: id }: (typeof suggestions)[number]) => within.some(({ person }) => person === id);
      expect(suggestions.filter(isWithin)).toHaveLength(Math.min(3, within.length));
      expect(suggestions.slice(0, within.length).every(isWithin)).toBe(true);
      const best = Math.max(...(within.length > 0 ? within : open).map((one) => fit(seeker, one, DEFAULT_WEIGHTS) ?? 0), 0);
      expect(suggestions.length === 0 || best - (suggestions[0]?.score ?? 0) <= 1e-6).toBe(true);
    }
  });
});
