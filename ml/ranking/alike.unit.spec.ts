import { BUTS, type But } from '@alongside/domain/suggestions/alike.js';
import type { Mentor } from '../features/candidate.js';
import { free, mentee, mentor, school } from '../testing/people.js';
import { alike, butsFor } from './alike.js';
import { seekerOf } from './seeker.js';

const [ROUTINES, FEEDBACK] = ['exp-behaviour-classroom-routines-and-expectations', 'exp-assessment-feedback'];
const offers = (level: number, tag = ROUTINES) => ({ expertise: [{ tag, level }] }) as Pick<Mentor, 'expertise'>;
const ben = mentee({
  aims: [{ tag: ROUTINES, from: 2, to: 3 }] as never,
  phases: ['ph-ks3'],
  subjects: ['sub-mathematics'],
  careerStage: 'stage-ect',
  workplaces: [school('Oakfield', 0)],
  availability: free(['tuesday 15:30-17:00']),
});
const seeker = seekerOf(ben);
const asha = (change: Partial<Mentor> = {}) => mentor('Asha', { ...offers(4), ...change });
const other = (change: Partial<Mentor> = {}) => mentor('Cleo', { ...offers(4), ...change });

/** By thing: what Asha leaves to wish for, who is better, and who is not or has not said. `enough` leaves nothing to wish for: by default, who is better. */
const CASES: Readonly<
  Record<But, { lacks: Partial<Mentor>; better: Partial<Mentor>; enough?: Partial<Mentor>; not: readonly Partial<Mentor>[] }>
> = {
  phase: { lacks: { phases: ['ph-ks1'] }, better: { phases: ['ph-ks1', 'ph-ks3'] }, not: [{}, { phases: ['ph-ks2'] }] },
  subject: { lacks: { subjects: ['sub-art'] }, better: { subjects: ['sub-mathematics'] }, not: [{}, { subjects: ['sub-music'] }] },
  stage: { lacks: { helps: ['stage-leader'] }, better: { helps: ['stage-ect'] }, not: [{}, { helps: ['stage-leader'] }] },
  'other-school': {
    lacks: { workplaces: [school('Oakfield', 0)] },
    better: { workplaces: [school('Elm', 3)] },
    not: [{}, { workplaces: [school('Elm', 3), school('Oakfield', 0)] }],
  },
  nearer: {
    lacks: { workplaces: [school('Elm', 12)] },
    better: { workplaces: [school('Far', 40), school('Ash', 11)] },
    enough: { workplaces: [school('Far', 40), school('Oakfield', 0)] },
    not: [{}, { workplaces: [school('Ash', 12)] }, { workplaces: [school('Ash', 13)] }],
  },
  'could-meet': {
    lacks: { workplaces: [school('Elm', 90)], availability: free([], { format: 'in-person' }) },
    better: { workplaces: [school('Ash', 90)], availability: free([], { format: 'online' }) },
    not: [{}, { workplaces: [school('Ash', 80)], availability: free([], { format: 'in-person' }) }],
  },
  times: {
    lacks: { availability: free(['monday 08:00-09:00']) },
    better: { availability: free(['tuesday 16:00-17:00']) },
    not: [{}, { availability: free(['tuesday 16:30-17:00']) }, { availability: free(['friday 15:30-17:00']) }],
  },
  sooner: { lacks: { usualReplyDays: 4 }, better: { usualReplyDays: 3 }, enough: { usualReplyDays: 1 }, not: [{}, { usualReplyDays: 4 }] },
  'fewer-requests': { lacks: { openRequests: 2 }, better: { openRequests: 1 }, enough: {}, not: [{ openRequests: 2 }] },
};

describe('others like a mentor, but better in one thing', () => {
  test.each(BUTS)('%s: asked for where this mentor lacks it, and met by who is better and has said so', (but) => {
    const { lacks, better, enough = better, not } = CASES[but];
    expect(butsFor(seeker, asha(lacks))).toContain(but);
    expect(butsFor(seeker, asha(enough))).not.toContain(but);
    const is = alike(seeker, asha(lacks), but);
    expect(is(other(better))).toBe(true);
    expect(not.filter((one) => is(other(one)))).toEqual([]);
  });

  test('nothing is wished for of a mentor of whom nothing is known', () => {
    expect(butsFor(seeker, asha())).toEqual([]);
    expect(butsFor(seekerOf(mentee()), asha({ phases: ['ph-ks1'], workplaces: [school('Elm', 12)] }))).toEqual([]);
  });

  test('is like them: helps with what they help with best, at most a level lower', () => {
    const is = alike(seeker, asha({ openRequests: 2 }), 'fewer-requests');
    expect([5, 4, 3, 2].map((level) => is(other(offers(level))))).toEqual([true, true, true, false]);
    expect(is(other(offers(5, FEEDBACK)))).toBe(false);
  });

  test('where they help with no focus area: shares the phase or the subject that they share', () => {
    const like = mentor('Asha', { subjects: ['sub-mathematics', 'sub-art'], openRequests: 1 });
    const is = alike(seeker, like, 'fewer-requests');
    expect(is(mentor('Cleo', { subjects: ['sub-mathematics'] }))).toBe(true);
    expect(is(mentor('Cleo', { subjects: ['sub-art'], phases: ['ph-ks3'] }))).toBe(false);
    expect(alike(seeker, mentor('Asha', { openRequests: 1 }), 'fewer-requests')(mentor('Cleo'))).toBe(true);
  });

  test('is never the same person', () => {
    expect(alike(seeker, asha({ openRequests: 2 }), 'fewer-requests')(asha({ openRequests: 1 }))).toBe(false);
  });
});
