import {
  comparableEmail,
  folded,
  foldedWords,
  plainKey,
  sameText,
  sortedByName,
  startsWords,
  wordMatcher,
  wordsToFind,
} from './folding.js';

describe('what people wrote is compared', () => {
  test.each([
    ['lukasz zolc', 'Łukasz Żółć'],
    ["Siobhán O'Brien", 'SIOBHÁN O’BRIEN'],
    ['Zoe\u0308 W\u0302yn', 'Zoë Ŵyn'],
    ['Strasse', 'Straße'],
    ['Soren Aero', 'Søren Ærø'],
    ['Dordevic', 'Đorđević'],
    ['Nguyen Thi Hong Hanh', 'Nguyễn Thị Hồng Hạnh'],
    ['adebayo', 'Adébáyọ̀'],
    ['ΓΙΩΡΓΟΣ', 'Γιώργος'],
    ['Istanbul', 'İstanbul'],
    ['Ａｎｎ', 'Ann'],
    ['Ann  Ray', ' Ann\u00a0Ray\u200b'],
    ['محمد', 'مُحَمَّد'],
  ])('%s is %s', (typed, written) => expect(folded(typed)).toBe(folded(written)));

  test('what differs to a reader stays different', () => {
    for (const [one, other] of [
      ['Ann', 'Anne'],
      ['राम', 'रीमा'],
      ['王', '玉'],
      ['Ray-Jones', 'Ray'],
    ] as const)
      expect(sameText(one, other)).toBe(false);
  });

  test('words have no punctuation, and an index keeps every way to write a joined name', () => {
    expect(foldedWords('O’Brien-Łuczak (KS2)')).toEqual(['obrien', 'luczak', 'ks2']);
    expect(wordsToFind('Siân O’Connor')).toEqual(['sian', 'oconnor', 'o', 'connor', 'oconnor']);
    expect(wordsToFind('Smith-Jones')).toEqual(['smith', 'jones', 'smith', 'jones', 'smithjones']);
  });

  test.each(['一', 'a', 'é', 'a\u2019', '-a-'])('a text of many thousand letters is indexed at once: %j', (piece) => {
    const began = performance.now();
    wordsToFind(`a ${piece.repeat(20_000)}!`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('every word that was typed begins one of the text', () => {
    for (const typed of ['', 'luk', 'obr', "o'br", 'brien lukasz', 'LUKASZ'])
      expect([typed, startsWords('Łukasz O’Brien', typed)]).toEqual([typed, true]);
    for (const typed of ['kasz', 'lukasz x']) expect(startsWords('Łukasz O’Brien', typed)).toBe(false);
  });

  test('a matcher folds the words of an entry once', () => {
    let read = 0;
    const people = ['Łukasz O’Brien', 'Ann Ray'].map((name) => ({ name }));
    const named = wordMatcher<{ name: string }>(({ name }) => ((read += 1), name));
    expect(['', 'luk', 'brien', 'ray a', 'x'].map((typed) => people.filter(named(typed)).length)).toEqual([2, 1, 1, 1, 0]);
    expect(read).toBe(2);
  });

  test('keys of columns, names in order, addresses', () => {
    expect(plainKey('E-mail address')).toBe('emailaddress');
    expect(sortedByName(['Zoe', 'Łukasz', 'maya', 'Élan', 'eager'], (name) => name)).toEqual(['eager', 'Élan', 'Łukasz', 'maya', 'Zoe']);
    expect(comparableEmail(' \u200bAnn@A.example ')).toBe('ann@a.example');
    expect(comparableEmail('änn@a.example')).not.toBe(comparableEmail('ann@a.example'));
  });
});
