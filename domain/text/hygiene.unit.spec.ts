import { seeded } from '../testing/seeded.js';
import { cleanLine, cleanProse, hasLetter, unseenIn } from './hygiene.js';

const cp = (text: string) => [...text].map((one) => (one.codePointAt(0) ?? 0).toString(16)).join(' ');

describe('what people type, as it is kept', () => {
  test.each([
    ['a direction', '\u202eevil Name', 'evil Name'],
    ['an isolate', '\u2067Ann\u2069 Ray', 'Ann Ray'],
    ['a bell and a vertical tab', 'Room\u0007 1\u000b', 'Room 1 '],
    ['a zero-width space', 'Ann\u200b Ray', 'Ann Ray'],
    ['a mark of the byte order', '\ufeffAnn', 'Ann'],
    ['a filler that counts as a letter', '\u3164\u115f', ''],
    ['a blank of braille', '\u2800', ''],
    ['a joiner in Latin', 'A\u200dnn', 'Ann'],
    ['a selector in Latin', 'Ann\u200b\ufe0f', 'Ann'],
    ['half a character', 'Ann\ud800', 'Ann'],
    ['hidden tags', 'Ann\u{e0041}\u{e0042}', 'Ann'],
    ['spaces of every width', 'Ann\u00a0\u2003\u3000Ray', 'Ann Ray'],
    ['letters in pieces', 'Zoe\u0308', 'Zo\u00eb'],
    ['marks in a pile', `e${'\u0301\u0302\u0303\u0304\u0306\u0307'.repeat(4)}`, 'é\u0302\u0303\u0304\u0306'],
  ])('%s', (_, typed, kept) => expect(cp(cleanLine(typed))).toBe(cp(kept)));

  test.each([
    'Ann',
    'Nguyễn Thị Hồng Hạnh',
    'ادبیات می\u200cخواهم',
    'क्\u200dष',
    '👩\u200d🏫',
    '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}',
    '❤\ufe0f',
    'Ọ̀làtúnjí',
  ])('%s stays as it is', (text) => expect(cp(cleanLine(text))).toBe(cp(text.normalize('NFC'))));

  test('longer writing keeps its lines and tabs', () => {
    expect(cleanProse('One\r\ntwo\u2028three\tfour\u202e\u0000')).toBe('One\ntwo\nthree\tfour');
    expect(cleanLine('One\r\ntwo')).toBe('One\ntwo');
  });

  test('what was taken out has a name, and white space is not told of', () => {
    expect(unseenIn('\u202eAnn\u00a0Ray\u200b')).toEqual(['U+202E', 'U+200B']);
    expect(unseenIn('Ann Ray')).toEqual([]);
  });

  test('cleaning twice is cleaning once, whatever was typed', () => {
    const random = seeded();
    const odd = '\u200b\u200c\u200d\u202e\u2066\u034f\ufe0f\ufeff\u0000\u0007\u00ad\u0301\u0308 \t\r\n\u2028aé👩🏫ب\u3164';
    const all = [...odd];
    for (let n = 0; n < 500; n += 1) {
      const text = Array.from({ length: 12 }, () => all[Math.floor(random.number() * all.length)]).join('');
      for (const clean of [cleanLine, cleanProse]) expect(cp(clean(clean(text)))).toBe(cp(clean(text)));
      expect(cleanLine(text)).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
    }
  });

  test('a name has a letter', () => {
    expect(['Ann', '王', 'م', '\u200b', '…', '12', ''].map(hasLetter)).toEqual([true, true, true, false, false, false, false]);
  });
});
