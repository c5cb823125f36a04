import { describe, expect, test } from '@jest/globals';
import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { readQuestion } from './question.js';
import { distanceIn, readWhere } from './where.js';

const PLACES = new Set(['s10 2tn', 'great harding', 'my school', 'leeds', 'leeds north east']);
const read = (typed: string) => readWhere(typed, (said) => PLACES.has(said.toLowerCase()));

describe('where mentors are looked for, as it is typed', () => {
  test.each([
    ['near:S10', { near: 'S10' }, ''],
    ['maths near:S10 2TN head', { near: 'S10 2TN' }, 'maths head'],
    ['NEAR: "Great Harding" ks3', { near: 'Great Harding' }, 'ks3'],
    ['near:great harding ks3', { near: 'great harding' }, 'ks3'],
    ['near:leeds north east lead', { near: 'leeds north east' }, 'lead'],
    ['near:leeds north lead', { near: 'leeds' }, 'north lead'],
    ['near:my school within:20', { near: 'my school', within: '20' }, ''],
    ['asha within:30 km near:Leeds', { near: 'Leeds', within: '30 km' }, 'asha'],
    ['within:20miles', { within: '20miles' }, ''],
    ['within:20 mentors', { within: '20' }, 'mentors'],
    ['near:Leeds near:York x within:5 within:6', { near: 'Leeds', within: '5' }, 'x'],
    ['near:zebra subject:maths', { near: 'zebra' }, 'subject:maths'],
    ['near: ', {}, 'near: '],
    ['near:', {}, 'near:'],
    ['near:"" x', {}, 'near:"" x'],
    ['linear:S10 near:S10', { near: 'S10' }, 'linear:S10'],
    ['linear:S10 nearer:S1', {}, 'linear:S10 nearer:S1'],
  ])('%s', (typed, said, text) => {
    const { near, within, text: left } = read(typed);
    expect({ ...(near && { near: near.said }), ...(within && { within: within.said }) }).toEqual(said);
    expect(left).toBe(text);
  });

  test('each piece is a part of the text, to be taken out of it', () => {
    const { near, within } = read('x near: great   harding within:5 miles y');
    expect([near?.raw, within?.raw]).toEqual(['near: great   harding', 'within:5 miles']);
  });

  test.each([
    ['20', 20, 'miles'],
    ['20 Miles', 20, 'miles'],
    ['2.5mi', 2.5, 'miles'],
    ['30km', 30, 'km'],
    ['1,5 kilometres', 1.5, 'km'],
  ])('%s is a distance', (text, amount, unit) => expect(distanceIn(text)).toEqual({ amount, unit }));

  test.each(['0', '-3', '1e3', '20 minutes', '9999', 'twenty', '', '٢٠', '1.2.3', '99999999999999'])('%s is none', (text) =>
    expect(distanceIn(text)).toBeUndefined(),
  );

  test('nothing typed throws, and no word of it is lost', () => {
    const number = numbersFrom(20_261_129);
    const parts = [
      'near:',
      'within:',
      'subject:',
      '"',
      '“',
      '”',
      ' ',
      '\t',
      'S10',
      '2TN',
      'my',
      'school',
      '20',
      'km',
      ':',
      '$&',
      '$1',
      '\u0000',
      '🎯',
      '\ud800',
      'é',
      '\\',
      '(',
      '*',
      '-1',
      'x'.repeat(60),
    ];
    for (let turn = 0; turn < 4_000; turn += 1) {
      const typed = Array.from({ length: 1 + Math.floor(number() * 9) }, () => parts[Math.floor(number() * parts.length)]).join('');
      const { near, within, ignored = [], text } = read(typed);
      readQuestion(text);
      distanceIn(within?.said ?? typed);
      const letters = (some: string) => [...some.replace(/\s/g, '')].toSorted().join('');
      expect([typed, letters([text, near?.raw, within?.raw, ...ignored.map(({ raw }) => raw)].join(''))]).toEqual([typed, letters(typed)]);
    }
  });
});
