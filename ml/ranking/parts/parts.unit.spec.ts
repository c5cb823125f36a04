import { free, mentee, mentor, school } from '../../testing/people.js';
import { UNKNOWN, type Part, type Remark } from '../part.js';
import { seekerOf } from '../seeker.js';
import { availabilityPart } from './availability.js';
import { contextPart } from './context.js';
import { expertisePart, gapScore } from './expertise.js';
import { goalsPart } from './goals.js';
import { learnedPart } from './learned.js';
import { milesBetween, proximityPart } from './proximity.js';
import { waysOfWorkingPart } from './ways-of-working.js';

const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
const DISRUPTION = 'exp-behaviour-responding-to-low-level-disruption';
const QUESTIONING = 'exp-classroom-questioning-and-dialogue';
const texts = (remarks: readonly Remark[]) => remarks.map(({ kind, text }) => `${kind}: ${text}`);

function between(part: Part, ben: Parameters<typeof mentee>[0] = {}, asha: Parameters<typeof mentor>[1] = {}) {
  const [seeker, candidate] = [seekerOf(mentee(ben)), mentor('Asha', asha)];
  const said = part.say(seeker, candidate);
  return { score: part.score(seeker, candidate), mentee: texts(said.mentee), mentor: texts(said.mentor) };
}

describe('expertise and gap', () => {
  const aims = [{ tag: ROUTINES, from: 2, to: 3 }];

  test('helps most one or two levels beyond where the mentee is going', () => {
    const scores = [1, 2, 3, 4, 5].map((level) => gapScore(level, { from: 2, to: 3 }));
    expect(scores).toEqual([0, 0, 0.6, 1, 1]);
    expect(gapScore(5, { from: 1, to: 2 })).toBeLessThan(1);
    expect(gapScore(5, { from: 1, to: 1 })).toBe(0.65);
    expect(gapScore(5, { from: 4, to: 5 })).toBe(0.9);
    expect(gapScore(4, { from: 3, to: 5 })).toBe(0.3);
  });

  test('says how far ahead, to each in their own words', () => {
    expect(between(expertisePart, { aims }, { expertise: [{ tag: ROUTINES, level: 5 }] })).toEqual({
      score: 1,
      mentee: ['for: Asha offers classroom routines and expectations, your first focus area, and is 2 levels above your target level.'],
      mentor: [
        'for: Ben wants to work on classroom routines and expectations, which you offer. You are 2 levels above their target level.',
      ],
    });
  });

  test('says so where it falls short or is not there', () => {
    expect(between(expertisePart, { aims }, { expertise: [{ tag: ROUTINES, level: 2 }] }).score).toBe(0);
    const short = between(expertisePart, { aims: [{ tag: ROUTINES, from: 2, to: 4 }] }, { expertise: [{ tag: ROUTINES, level: 3 }] });
    expect(short.mentee).toEqual([
      'against: Asha can help with classroom routines and expectations, your first focus area, but is below your target level.',
    ]);
    expect(between(expertisePart, { aims }, { expertise: [{ tag: QUESTIONING, level: 5 }] })).toMatchObject({
      score: 0,
      mentee: ['against: Asha does not offer any of your focus areas.'],
    });
  });

  test('takes the aim that fits best, the first counting most', () => {
    const both = [...aims, { tag: QUESTIONING, from: 1, to: 2 }];
    const second = between(expertisePart, { aims: both }, { expertise: [{ tag: QUESTIONING, level: 3 }] });
    expect(second.score).toBe(0.85);
    expect(second.mentee[0]).toContain('your second focus area');
  });

  test('without aims judges nobody, and says what would change that', () => {
    expect(between(expertisePart, {}, { expertise: [{ tag: ROUTINES, level: 5 }] })).toMatchObject({ score: UNKNOWN, mentor: [] });
    expect(between(expertisePart).mentee[0]).toMatch(/^what-if: If you add your focus areas/);
  });
});

describe('goals', () => {
  const aims = [ROUTINES, QUESTIONING].map((tag) => ({ tag, from: 2, to: 3 }));

  test('counts the aims that are met, neighbours a little', () => {
    const scoreFor = (...tags: string[]) => between(goalsPart, { aims }, { expertise: tags.map((tag) => ({ tag, level: 4 })) }).score;
    expect(scoreFor(ROUTINES, QUESTIONING)).toBe(1);
    expect(scoreFor(ROUTINES)).toBeCloseTo(1 / 1.85);
    expect(scoreFor(QUESTIONING)).toBeCloseTo(0.85 / 1.85);
    expect(scoreFor(DISRUPTION)).toBeCloseTo(0.4 / 1.85);
    expect(scoreFor()).toBe(0);
    expect(between(goalsPart).score).toBe(UNKNOWN);
  });

  test('names them, and the first where it is missing', () => {
    const both = between(goalsPart, { aims }, { expertise: [ROUTINES, QUESTIONING].map((tag) => ({ tag, level: 4 })) });
    expect(both.mentee).toEqual([
      'for: Asha can help with both of your focus areas: classroom routines and expectations and questioning and dialogue.',
    ]);
    expect(both.mentor[0]).toContain('You can help with both of Ben’s focus areas');
    const second = between(goalsPart, { aims }, { expertise: [{ tag: QUESTIONING, level: 4 }] });
    expect(second.mentee).toEqual(['against: Asha does not offer your first focus area, classroom routines and expectations.']);
    const first = between(goalsPart, { aims }, { expertise: [{ tag: ROUTINES, level: 4 }] });
    expect(first.mentee).toEqual([expect.stringMatching(/^against: Asha does not offer your second focus area, /)]);
    expect(first.mentor).toEqual([expect.stringMatching(/^against: You do not offer Ben’s second focus area, /)]);
    // Who offers it at a level that helps no further does offer it.
    const low = [
      { tag: ROUTINES, level: 4 },
      { tag: QUESTIONING, level: 2 },
    ];
    expect(between(goalsPart, { aims }, { expertise: low })).toEqual({ mentee: [], mentor: [], score: expect.any(Number) });
    const many = [...aims, ...[DISRUPTION, 'exp-x', 'exp-y'].map((tag) => ({ tag, from: 2, to: 3 }))];
    expect(between(goalsPart, { aims: many }, { expertise: [{ tag: ROUTINES, level: 4 }] }).mentee).toEqual([
      'against: Asha does not offer 3 of your 5 focus areas.',
    ]);
  });
});

describe('context', () => {
  const maths = { phases: ['ph-ks3'], subjects: ['sub-mathematics'], careerStage: 'stage-ect1' };

  test('is what both said', () => {
    expect(between(contextPart, maths, { phases: ['ph-ks3'], subjects: ['sub-mathematics'], helps: ['stage-ect1'] })).toEqual({
      score: 1,
      mentee: [
        'for: You both teach mathematics and work in key stage 3.',
        'for: Asha would like to help people at your career stage: early career teacher, year 1 (ECT1).',
      ],
      mentor: [
        'for: You both teach mathematics and work in key stage 3.',
        'for: Ben is at a career stage you would like to help: early career teacher, year 1 (ECT1).',
      ],
    });
  });

  test('several of each are said as people say them', () => {
    const taught = { phases: ['ph-ks3', 'ph-ks4'], subjects: ['sub-mathematics'] };
    expect(between(contextPart, taught, taught).mentee).toEqual([
      'for: You both teach mathematics, and work in key stage 3 and key stage 4.',
    ]);
    expect(between(contextPart, { phases: ['ph-ks3'] }, { phases: ['ph-ks3'] }).mentee).toEqual(['for: You both work in key stage 3.']);
  });

  test('another subject is a reservation, a question left out is none', () => {
    const other = between(contextPart, maths, { phases: ['ph-ks3'], subjects: ['sub-french'] });
    expect(other.score).toBe(0.5);
    expect(other.mentee).toContain('against: Asha teaches French, not your subject.');
    expect(other.mentor).toContain('against: Ben teaches mathematics, not your subject.');
    expect(between(contextPart, maths, {})).toEqual({ score: UNKNOWN, mentee: [], mentor: [] });
  });
});

describe('what a teacher looks at first', () => {
  test('another phase, and another stage than the mentor would like to help, are reservations', () => {
    const ben = { phases: ['ph-ks3'], careerStage: 'stage-ect1' };
    const asha = { phases: ['ph-ks5', 'ph-ks4'], helps: ['stage-ect2'] };
    expect(between(contextPart, ben, asha)).toEqual({
      score: 0,
      mentee: [
        'against: Asha works in sixth form (key stage 5) and key stage 4, not your phase.',
        'against: Asha would like to help people at other career stages, not yours.',
      ],
      mentor: [
        'against: Ben works in key stage 3, not your phase.',
        'against: Ben is not at one of the career stages you would like to help.',
      ],
    });
    expect(between(contextPart, ben, { phases: [], helps: [] }).mentee).toEqual([]);
  });

  test('so is another nation', () => {
    const [oak, afon] = [school('Oak', 0), { ...school('Afon', 90), nation: 'wales' as const }];
    expect(between(proximityPart, { workplaces: [oak] }, { workplaces: [afon] }).mentee[0]).toBe('against: Asha works in Wales.');
    expect(between(proximityPart, { workplaces: [oak] }, { workplaces: [afon] }).mentor[0]).toBe('against: Ben works in England.');
    expect(between(proximityPart, { workplaces: [oak] }, { workplaces: [afon, oak] }).mentee).toEqual(['for: You both work at Oak.']);
  });
});

describe('availability', () => {
  const tuesdays = free(['tuesday 15:30-17:00']);

  test('is free time in common that is long enough', () => {
    const shared = between(
      availabilityPart,
      { availability: tuesdays },
      { availability: free(['tuesday 15:45-16:30', 'friday 08:00-08:45']) },
    );
    expect(shared).toEqual({
      score: 0.7,
      mentee: ['for: You are both available on Tuesdays from 3:45pm to 4:30pm.'],
      mentor: ['for: You are both available on Tuesdays from 3:45pm to 4:30pm.'],
    });
    expect(between(availabilityPart, { availability: tuesdays }, { availability: free(['tuesday 16:30-18:00']) }).score).toBe(0);
  });

  test('an afternoon entered in pieces is one afternoon', () => {
    const pieces = free(['tuesday 15:30-16:00', 'tuesday 16:00-16:30']);
    expect(between(availabilityPart, { availability: tuesdays }, { availability: pieces }).score).toBe(0.7);
  });

  test('none in common says when it could be', () => {
    const none = between(availabilityPart, { availability: tuesdays }, { availability: free(['thursday 12:00-12:45']) });
    expect(none.mentee).toEqual([
      'against: You and Asha have no shared times.',
      'what-if: If you could make Thursdays from midday to 12:45pm, you could meet Asha then.',
    ]);
    expect(none.mentor).toContain('what-if: If you could make Tuesdays from 3:30pm to 5pm, you could meet Ben then.');
  });

  test('form and frequency matter too', () => {
    const online = between(
      availabilityPart,
      { availability: { ...tuesdays, format: 'in-person' } },
      { availability: { ...tuesdays, format: 'online' } },
    );
    expect(online.score).toBeCloseTo(0.21);
    expect(online.mentee).toContain('against: Asha only meets online.');
    expect(online.mentee).toContain('what-if: If you could also meet online, this would fit better.');
    const rarely = between(
      availabilityPart,
      { availability: { ...tuesdays, frequency: 'weekly' } },
      { availability: { ...tuesdays, frequency: 'monthly' } },
    );
    expect(rarely.score).toBeCloseTo(0.56);
    expect(rarely.mentee).toContain('against: You would like to meet every week, and Asha offers once a month.');
  });

  test('unsaid is neither for nor against', () => {
    expect(between(availabilityPart, {}, { availability: tuesdays }).score).toBe(UNKNOWN);
    expect(between(availabilityPart, { availability: tuesdays }).score).toBe(UNKNOWN);
    expect(between(availabilityPart).mentee[0]).toMatch(/^what-if: If you add your availability/);
  });
});

describe('ways of working', () => {
  const leaning = (level: number) => ({ preferences: { 'comm-pace': level, 'comm-structure': level, 'comm-directness': level } });

  test('alike is easier, different is said kindly', () => {
    const alike = between(waysOfWorkingPart, leaning(1), leaning(2));
    expect(alike.score).toBe(0.75);
    expect(alike.mentee).toEqual(['for: You both say: “I like to talk things through quickly”.']);
    const apart = between(waysOfWorkingPart, leaning(1), leaning(5));
    expect(apart.score).toBe(0);
    expect(apart.mentee[0]).toBe(
      'against: Asha says “I like time to think first”, and you say “I like to talk things through quickly”. You could talk about this when you first meet.',
    );
  });

  test('fewer than three answers in common say nothing', () => {
    expect(between(waysOfWorkingPart, { preferences: { 'comm-pace': 1, 'comm-detail': 1 } }, leaning(5))).toEqual({
      score: UNKNOWN,
      mentee: [],
      mentor: [],
    });
  });
});

describe('proximity', () => {
  const at = (...workplaces: ReturnType<typeof school>[]) => ({ workplaces });

  test('the same school, the same trust, then miles', () => {
    const here = at(school('Oakfield', 0, 'trust'));
    expect(between(proximityPart, here, here)).toMatchObject({ score: 1, mentee: ['for: You both work at Oakfield.'] });
    expect(between(proximityPart, here, at(school('Northfield', 40, 'trust')))).toMatchObject({
      score: 0.85,
      mentor: ['for: Your schools belong to the same trust.'],
    });
    expect(between(proximityPart, here, at(school('Hill', 2.1)))).toMatchObject({ score: 0.8, mentee: ['for: You work 2.1 miles apart.'] });
    expect(between(proximityPart, here, at(school('Lane', 22)))).toMatchObject({
      score: 0.35,
      mentee: ['against: You work 22 miles apart.'],
    });
  });

  test('far does not matter to two who would meet online', () => {
    const [near, far] = [at(school('Oakfield', 0)), at(school('Shore', 200))];
    const online = { availability: free(['monday 16:00-17:00']) };
    expect(between(proximityPart, { ...near, ...online }, { ...far, ...online })).toMatchObject({
      score: 0.6,
      mentee: ['for: You would both meet online, so distance does not matter.'],
    });
    expect(between(proximityPart, near, far).mentee).toEqual([
      'against: You work 200 miles apart.',
      'what-if: If you could both meet online, distance would not matter.',
    ]);
  });

  test('a place that is not on the map is no distance', () => {
    const { easting: _, ...unplaced } = school('Nowhere', 0);
    expect(milesBetween(unplaced, school('Oakfield', 0))).toBeUndefined();
    expect(between(proximityPart, at(school('Oakfield', 0)), at(unplaced)).score).toBe(UNKNOWN);
  });
});

test('without a model the learned part scores nothing and says nothing', () => {
  expect(between(learnedPart)).toEqual({ score: 0, mentee: [], mentor: [] });
});
