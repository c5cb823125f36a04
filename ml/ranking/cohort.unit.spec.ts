import { numbersFrom } from '@alongside/domain/kernel/random.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { PHASES } from '@alongside/domain/uk/taxonomy/lists.js';
import { assign } from '../assignment/assign.js';
import { anyModel } from '../learned/testing/any-model.js';
import { free, mentee, mentor, school } from '../testing/people.js';
import { compareCohorts } from './cohort.js';
import { explain } from './rank.js';
import { DEFAULT_WEIGHTS } from './weights.js';

const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
const [elm, oak] = [school('Elm', 0, 'tall'), school('Oak', 3, 'tall')];
const ids = (...all: readonly string[]) => new Set(all as readonly PersonId[]);
const SEED = 11;

/** The pairs that may be matched, by name. */
function pairsOf(mentees: Parameters<typeof compareCohorts>[0], mentors: Parameters<typeof compareCohorts>[1]) {
  const { people, scores } = compareCohorts(mentees, mentors);
  return [...scores.values].map((_, at) => `${people.mentees[scores.mentees[at]!]?.id} ${people.mentors[scores.mentors[at]!]?.id}`);
}

function crowd(seed: number, size: number) {
  const number = numbersFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(number() * from.length)] as T;
  const said = () => ({
    phases: [pick(PHASES).id],
    workplaces: [school(`School ${pick([0, 1, 2])}`, 40 * number())],
    availability: pick([null, free(['tuesday 15:30-17:00']), free(['friday 08:00-09:00'], { format: 'online' })]),
  });
  const tag = () => pick(EXPERTISE_TAGS.slice(0, 6)).id;
  return {
    mentees: Array.from({ length: size }, (_, at) =>
      mentee({ ...said(), person: `mentee-${at}` as PersonId, aims: [{ tag: tag(), from: 2, to: 3 }] }),
    ),
    mentors: Array.from({ length: size }, (_, at) =>
      mentor(`Mentor ${at}`, {
        ...said(),
        expertise: [{ tag: tag(), level: 4 }],
        openRequests: pick([0, 0, 2]),
        usualReplyDays: pick([null, 9]),
      }),
    ),
  };
}

describe('two cohorts that are compared', () => {
  test('score each pair as it would be suggested: by the rules, and with a model', () => {
    const { mentees, mentors } = crowd(SEED, 12);
    for (const learned of [undefined, anyModel(1, 0.2, 0)]) {
      const { scores } = compareCohorts(mentees, mentors, { learned });
      expect(scores.values).toHaveLength(12 * 12);
      scores.values.forEach((score, at) => {
        const suggestion = explain(mentees[scores.mentees[at]!]!, mentors[scores.mentors[at]!]!, DEFAULT_WEIGHTS, learned);
        expect(score).toBeCloseTo(suggestion.score, 12);
      });
    }
  });

  test('leave out who may not be matched', () => {
    const ben = mentee({ workplaces: [elm], exclusions: ids('nora'), excludedBy: ids('omar'), assessedBy: ids('priya') });
    const mentors = ['Nora', 'Omar', 'Priya', 'Asha'].map((name) => mentor(name));
    expect(pairsOf([ben], [...mentors, mentor('Full', { places: 1, taken: 1 }), mentor('Rests', { paused: true }), mentor('Ben')])).toEqual(
      ['ben asha'],
    );
    const elsewhere = { ...ben, mustHaves: ['other-school', 'same-trust'] as const };
    expect(
      pairsOf([elsewhere], [mentor('Same', { workplaces: [elm] }), mentor('Other', { workplaces: [oak] }), mentor('Unknown')]),
    ).toEqual(['ben other']);
  });

  test('can be assigned as they are, by the places that are left', () => {
    const { people, scores } = compareCohorts([mentee({})], [mentor('Asha', { places: 3, taken: 1 })]);
    expect(people).toEqual({ mentees: [{ id: 'ben', needs: 1 }], mentors: [{ id: 'asha', capacity: 2, min: 0 }] });
    const answer = assign({ ...people, scores, forbidden: [], fixed: [], mode: 'total', first: 'pairs' });
    expect(answer).toMatchObject({ ok: true, value: { pairs: [['ben', 'asha']], optimal: true } });
  });

  test('say why, to each of the two and to a coordinator, who reads no focus area (R6)', () => {
    const ben = mentee({ workplaces: [elm], aims: [{ tag: ROUTINES, from: 2, to: 3 }] });
    const asha = mentor('Asha', { workplaces: [oak], expertise: [{ tag: ROUTINES, level: 4 }] });
    const { why } = compareCohorts([ben], [asha]);
    const said = why(0, 0);
    expect(said.forMentee[0]?.text).toBe(
      'Asha offers classroom routines and expectations, your first focus area, and is one level above your target level.',
    );
    expect(said.forMentor[0]?.text).toBe(
      'Ben wants to work on classroom routines and expectations, which you offer. You are one level above their target level.',
    );
    expect(said.forCoordinator.map(({ text }) => text)).toEqual(['Their schools belong to the same trust.']);
    expect(() => why(0, 1)).toThrow('no mentor at 1');
  });
});
