import { matches } from './matches.js';

test('rows match whose fields are what is asked for, or whose lists contain it', () => {
  const found = { status: 'open', people: ['asha', 'ben'], minutes: 45, note: null };
  expect(matches(found, { status: 'open', people: 'ben', minutes: 45 })).toBe(true);
  expect(matches(found, {})).toBe(true);
  for (const where of [
    { status: 'declined' },
    { people: 'cleo' },
    { people: 'asha,ben' },
    { note: 'null' },
    { minutes: '45' },
    { missing: 'undefined' },
  ])
    expect({ where, is: matches(found, where) }).toEqual({ where, is: false });
  expect(matches(found, { status: 'open', people: 'cleo' })).toBe(false);
  for (const nothing of [null, undefined, 'open']) expect(matches(nothing, {})).toBe(false);
});
