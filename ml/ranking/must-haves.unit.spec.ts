import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { MUST_HAVES, NEAR_MILES, type MustHave } from '@alongside/domain/suggestions/must-haves.js';
import type { Mentor, Workplace } from '../features/candidate.js';
import { mentee, mentor } from '../testing/people.js';
import { those } from './mentors.js';
import { meetsAll, possibleFor } from './must-haves.js';
import { isAnyone, rank } from './rank.js';

const METRES_PER_MILE = 1_609.344;
const at = (institution: string, trust: string | null = null, miles = 0): Workplace => ({
  ...{ institution: institution as InstitutionId, name: institution, trust: trust as InstitutionId | null, nation: 'england' },
  ...{ easting: 400_000 + miles * METRES_PER_MILE, northing: 300_000 },
});
const nowhere = ({ institution, name, trust, nation }: Workplace): Workplace => ({ institution, name, trust, nation });
const ben = mentee({ workplaces: [at('oakfield', 'riverbank')] });
const meets = (one: MustHave, change: Parameters<typeof mentor>[1]) => meetsAll([one], ben, mentor('Asha', change));
const online = (format: 'online' | 'in-person' | 'either') => ({
  availability: { slots: [], format } as unknown as Mentor['availability'],
});

describe('what a mentee insists on', () => {
  test('another school: not the same one, and one that is known', () => {
    expect(meets('other-school', { workplaces: [at('elm')] })).toBe(true);
    expect(meets('other-school', { workplaces: [at('elm'), at('oakfield')] })).toBe(false);
    expect(meets('other-school', { workplaces: [] })).toBe(false);
  });

  test('my trust: two schools without one have none in common', () => {
    expect(meets('same-trust', { workplaces: [at('elm', 'riverbank')] })).toBe(true);
    expect(meets('same-trust', { workplaces: [at('elm', 'hillside')] })).toBe(false);
    expect(meetsAll(['same-trust'], mentee({ workplaces: [at('oakfield')] }), mentor('Asha', { workplaces: [at('elm')] }))).toBe(false);
  });

  test('near: up to so many miles, the same school also where it is on no map', () => {
    expect(meets('near', { workplaces: [at('elm', null, NEAR_MILES - 0.1)] })).toBe(true);
    expect(meets('near', { workplaces: [at('elm', null, NEAR_MILES + 0.1)] })).toBe(false);
    expect(meets('near', { workplaces: [nowhere(at('elm'))] })).toBe(false);
    expect(meets('near', { workplaces: [nowhere(at('oakfield'))] })).toBe(true);
  });

  test('online: only of mentors who said so', () => {
    expect(meets('online', online('online'))).toBe(true);
    expect(meets('online', online('either'))).toBe(true);
    expect(meets('online', online('in-person'))).toBe(false);
    expect(meets('online', { availability: null })).toBe(false);
  });

  test('all of it: a mentor with one of two is not suggested', () => {
    const [asha, cleo] = [mentor('Asha', { workplaces: [at('elm')], ...online('online') }), mentor('Cleo', { workplaces: [at('elm')] })];
    const suggested = (mustHaves: readonly MustHave[]) => rank({ ...ben, mustHaves }, those([asha, cleo])).map(({ mentor: who }) => who);
    expect(suggested([])).toHaveLength(2);
    expect(suggested(['other-school', 'online'])).toEqual(['asha']);
    expect(suggested(['same-trust'])).toEqual([]);
  });

  test('nobody who is left out is scored: on a hub of 50,000 most are', () => {
    const cleo = mentor('Cleo', { workplaces: [at('elm')] });
    const scored = Object.defineProperty({ ...cleo }, 'openRequests', {
      get: () => {
        throw new Error('Somebody who is left out was scored.');
      },
    });
    expect(rank({ ...ben, mustHaves: ['same-trust'] }, those([scored as Mentor]))).toEqual([]);
  });

  test('whether there is anybody at all is what a list says of it', () => {
    const [asha, full] = [mentor('Asha', { workplaces: [at('elm')] }), mentor('Full', { workplaces: [at('elm', 'riverbank')], taken: 9 })];
    const hidden = { ...those([asha]), mayFind: () => false };
    for (const [mustHaves, mentors] of [
      [['other-school'], those([asha])],
      [['same-trust'], those([asha])],
      [['same-trust'], those([full])],
      [[], hidden],
    ] as const)
      expect(isAnyone({ ...ben, mustHaves }, mentors)).toBe(rank({ ...ben, mustHaves }, mentors).length > 0);
  });

  test('can be a trust and a distance only where one’s own are known', () => {
    expect(possibleFor(ben)).toEqual(MUST_HAVES);
    expect(possibleFor(mentee({ workplaces: [nowhere(at('oakfield'))] }))).toEqual(['other-school', 'online']);
    expect(possibleFor(mentee())).toEqual(['online']);
  });
});
