import { matches } from './matches.js';

const meeting = { pair: 'p1', of: ['asha', 'ben'], room: 'asha-1', closed: null };

describe('a row is one of those that were asked for', () => {
  test.each([
    ['its field is equal', { pair: 'p1' }],
    ['the list in its field has the value', { of: 'ben' }],
    ['every field fits', { pair: 'p1', of: 'asha' }],
    ['nothing is asked of it', {}],
  ])('where %s', (_, where) => expect(matches(meeting, where)).toBe(true));

  test.each([
    ['its field is another', { pair: 'p2' }],
    ['the list does not have the value', { of: 'cleo' }],
    ['one field of two fits', { pair: 'p1', of: 'cleo' }],
    ['the value is only a part of its text', { room: 'asha' }],
    ['it holds nothing there', { closed: 'p1' }],
    ['it has no such field', { mentor: 'asha' }],
  ])('but not where %s', (_, where) => expect(matches(meeting, where)).toBe(false));

  test('but not where there is nothing, or what is asked for is only written alike', () => {
    for (const nothing of [null, undefined, 'open']) expect(matches(nothing, {})).toBe(false);
    const minutes = { minutes: 45, note: null };
    expect([{ minutes: '45' }, { note: 'null' }, { missing: 'undefined' }].map((where) => matches(minutes, where))).toEqual([
      ...[false, false, false],
    ]);
  });
});
