import type { WhereRead } from '@alongside/search/where.js';
import { distancesFor, nearIn, sayHint, sayMeasured, sayMilesAway, sayMissing, sayNear } from './near.js';

const where: WhereRead = { said: 'newport', raw: ['near:newport'], amount: 20, unit: 'miles', label: 'Newport, Shropshire' };

describe('a distance, in words', () => {
  test.each([
    [0, 'less than a mile away'],
    [0.9, 'less than a mile away'],
    [1.4, 'about one mile away'],
    [5.6, 'about 6 miles away'],
  ])('%d miles', (miles, words) => expect(sayMilesAway(miles)).toBe(words));

  test('is offered in steps, and as it was typed', () => {
    expect(distancesFor('').map(({ label }) => label)).toEqual(['5 miles', '10 miles', '20 miles', '50 miles', '100 miles']);
    expect(distancesFor('20')).toHaveLength(5);
    expect(distancesFor('30km').at(-1)).toEqual({ value: '30km', label: '30 km' });
    expect(distancesFor('ages')).toHaveLength(5);
  });

  test('names the place that was taken, once the answer is to that place', () => {
    expect(sayNear({ of: 'newport', within: '20' }, where)).toBe('within 20 miles of Newport, Shropshire');
    expect(sayNear({ of: 'me', within: '1' }, where)).toBe('within one mile of your school');
    expect(sayNear({ of: 'leeds', within: 'far' }, undefined)).toBe('within far of leeds');
  });
});

test('the filters that can be typed are said with a place that is known', () => {
  expect(sayHint('S10')).toBe('You can also type filters, such as subject:maths, phase:ks3 or near:S10.');
  expect(sayHint(undefined)).toBe('You can also type filters, such as subject:maths or phase:ks3.');
});

describe('where mentors are looked for', () => {
  test('is what was typed before what was chosen, and nowhere where it is not known', () => {
    const chosen = { of: 'me', within: '5' };
    expect(nearIn(chosen, undefined)).toBe(chosen);
    expect(nearIn(chosen, { ...where, raw: [] })).toBe(chosen);
    expect(nearIn(chosen, { ...where, amount: 30, unit: 'km' })).toEqual({ of: 'newport', within: '30km' });
    expect(nearIn(chosen, { ...where, missing: 'unknown' })).toBeUndefined();
    expect(nearIn(undefined, { ...where, said: 'me', raw: ['near:me'], missing: 'not-on-map' })).toEqual({ of: 'me', within: '20' });
  });

  test('is said where it is not known or not on the map', () => {
    const say = (rest: Partial<WhereRead>) => sayMissing({ ...where, ...rest });
    expect(say({})).toBe('');
    const unknown = 'We do not know where “newport” is, so these mentors can be anywhere. Try a town, a school or a postcode';
    for (const raw of [where.raw, []]) expect(say({ missing: 'unknown', raw })).toBe(`${unknown}.`);
    expect(sayMissing({ ...where, missing: 'unknown' }, 'S10')).toBe(`${unknown}, such as S10.`);
    expect(say({ missing: 'not-on-map', label: 'Ysgol' })).toBe(
      'Ysgol is not on our map, so we cannot search near it. Choose another place.',
    );
    expect(say({ missing: 'no-workplace' })).toMatch(/^You are not a member of a school/);
  });

  test('is said as it was read, with what else it could be, and how distances are measured', () => {
    expect(sayMeasured({ ...where, missing: 'unknown' })).toEqual([]);
    expect(sayMeasured(where)).toEqual(['Distances are in a straight line.']);
    expect(
      sayMeasured({
        ...where,
        partOf: 'S10',
        others: ['Newport, Isle of Wight', 'Newport, Gwent'],
        spread: { institutions: 12, miles: 31 },
        withoutPlace: 2,
      }),
    ).toEqual([
      'We do not know Newport, Shropshire, so we measured from S10.',
      'We read “newport” as Newport, Shropshire. There is also Newport, Isle of Wight and Newport, Gwent.',
      'We measured from the middle of 12 schools in S10. The farthest is 31 miles away.',
      'Distances are in a straight line.',
      '2 more mentors match, but their schools are not on our map.',
    ]);
  });
});
