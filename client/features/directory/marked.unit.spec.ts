import { piecesOf } from './marked.js';

const marked = (text: string, ...words: string[]) =>
  piecesOf(text, new Set(words))
    .map((piece) => (piece.met ? `[${piece.text}]` : piece.text))
    .join('');

describe('marking what met a search', () => {
  test.each([
    ['Niamh O’Brien-Łuczak', ['brien', 'luczak'], 'Niamh [O’Brien]-[Łuczak]'],
    ['Head of Behaviour', ['behaviour'], 'Head of [Behaviour]'],
    ['Siân (she)', ['sian'], '[Siân] (she)'],
    ['<b>maths</b> & more', ['maths', 'b'], '<[b]>[maths]</[b]> & more'],
    ['नमस्ते जी', ['नमस्ते'], '[नमस्ते] जी'],
    ['', ['x'], ''],
  ])('%s', (text, words, expected) => expect(marked(text, ...words)).toBe(expected));

  test('loses no letter of any text', () => {
    for (const text of ['a\u0000b', '\ud800x', '🎯 ok', ' two  spaces ', '’’'])
      expect(
        piecesOf(text, new Set(['ok', 'x']))
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
  });
});
