import { isolated } from './isolate.js';

test('a name that runs from right to left does not turn its sentence', () => {
  expect(`${isolated('مريم')} (2) said yes`).toBe('\u2068مريم\u2069 (2) said yes');
  expect(isolated('רחל Cohen')).toBe('\u2068רחל Cohen\u2069');
  expect(['Asha', 'Łukasz', '王', ''].map(isolated)).toEqual(['Asha', 'Łukasz', '王', '']);
});
