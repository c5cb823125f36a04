import { mustHavesIn } from '@alongside/domain/suggestions/must-haves.js';
import { chosenIn, MATTERS, sayWeight, suggestionsPath } from './weights.js';

const queryOf = (path: string) => Object.fromEntries(new URLSearchParams(path.split('?')[1]));

describe('what matters', () => {
  test('nothing moved asks for the usual', () => {
    expect(suggestionsPath({})).toBe('/api/suggestions');
  });

  test('only what was moved is sent, and never more than the hub takes', () => {
    expect(queryOf(suggestionsPath({ proximity: 100 }))).toEqual({ proximity: '0.40' });
    for (const { part } of MATTERS)
      for (const value of Object.values(queryOf(suggestionsPath({ [part]: 100 })))) expect(value).toMatch(/^(0|1)(\.\d{1,4})?$/);
  });

  test('what somebody wants to learn moves their aims with it', () => {
    expect(queryOf(suggestionsPath({ expertise: 75 }))).toEqual({ expertise: '0.30', goals: '0.15' });
  });

  test('the address of the page is read with care', () => {
    expect(chosenIn({ proximity: '40', context: '101', availability: 'much', expertise: undefined })).toEqual({ proximity: 40 });
  });

  test('what is insisted on is sent, and read from the address with care', () => {
    expect(queryOf(suggestionsPath({}, ['near', 'online']))).toEqual({ must: 'near,online' });
    expect(mustHavesIn('online,nothing,near,near')).toEqual(['near', 'online']);
    expect(mustHavesIn(undefined)).toEqual([]);
  });

  test('every value has a word', () => {
    expect([0, 15, 25, 50, 75, 100].map(sayWeight)).toEqual(['not at all', 'very little', 'a little', 'somewhat', 'a lot', 'most of all']);
  });
});
