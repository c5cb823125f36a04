import { seeded } from '@alongside/domain/testing/seeded.js';
import { readQuestion, withoutFilter } from './question.js';

const short = (typed: string) => {
  const { filters, text } = readQuestion(typed);
  return [...filters.map(({ facet, values }) => `${facet}=${values.join('|')}`), text];
};

describe('what is typed into the search of the directory', () => {
  test.each([
    ['subject:maths', ['subject=maths', '']],
    ['Asha subject:maths PHASE:ks3 lead', ['subject=maths', 'phase=ks3', 'Asha lead']],
    ['subject: maths', ['subject=maths', '']],
    ['phase:ks3,ks4', ['phase=ks3|ks4', '']],
    ['subject:"religious education" x', ['subject=religious education', 'x']],
    ['trust:“North, East”', ['trust=North, East', '']],
    ['la:sheffield day:tue free:yes format:online', ['area=sheffield', 'weekday=tue', 'free=yes', 'format=online', '']],
    ['help:behaviour', ['expertise=behaviour', '']],
  ])('%s is filters, and the rest as it was', (typed, read) => expect(short(typed)).toEqual(read));

  test.each([
    'subject:',
    'subject: ',
    ':maths',
    'subject::maths',
    'colour:red',
    'my subject:',
    'http://subject:x',
    'a:b',
    'constructor:x',
    'subject:"',
    'subject:,',
  ])('%j is no filter and stays as it is', (typed) => expect(readQuestion(typed)).toEqual({ filters: [], text: typed }));

  test('a quote that is not closed takes one word at most', () => expect(short('subject:maths" lead')).toEqual(['subject=maths', 'lead']));

  test('one filter can be taken out again', () => {
    const typed = 'Asha subject:maths phase:ks3';
    expect(readQuestion(typed).filters.map(({ raw }) => withoutFilter(typed, raw))).toEqual(['Asha phase:ks3', 'Asha subject:maths']);
  });

  test('no text makes an error; without a known key it keeps its meaning; with one, nothing typed is lost', () => {
    const { below, pick } = seeded(74);
    const pieces = [
      'subject',
      'phase',
      'near',
      'x',
      ':',
      ' ',
      '"',
      '“',
      '”',
      ',',
      'maths',
      'ks3',
      '\\',
      '$&',
      '(',
      '*',
      '\u0000',
      '\ud800',
      '🎯',
      'é',
      '\n',
    ];
    for (let turn = 0; turn < 20_000; turn += 1) {
      const typed = Array.from({ length: below(12) }, () => pick(pieces)).join('');
      const { filters, text } = readQuestion(typed);
      if (filters.length === 0) expect(text).toBe(typed);
      const letters = (some: string) => [...some.replace(/[^\p{L}\p{N}]/gu, '')].toSorted().join('');
      expect(letters(filters.map(({ raw }) => raw).join('') + text)).toBe(letters(typed));
      for (const { values } of filters) expect(values.length).toBeGreaterThan(0);
    }
    const began = readQuestion(`${'subject:'.repeat(5_000)}${'"'.repeat(5_000)} subject:${'a'.repeat(5_000)}`);
    expect(began.filters.length).toBeLessThanOrEqual(10);
  });
});
