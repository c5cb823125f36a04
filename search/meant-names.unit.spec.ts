import { understandEither } from '@alongside/domain/uk/taxonomy/understand.js';
import { namedNear, slipsIn, understandMeant } from './meant-names.js';

const slips = (typed: string) => Object.fromEntries(slipsIn(understandEither(typed)));
const read = (typed: string) => understandMeant(typed, slipsIn(understandEither(typed)));

describe('names of the taxonomy with a slip in them', () => {
  test.each([
    ['mahts', { mahts: 'maths' }],
    ['mathmatics', { mathmatics: 'mathematics' }],
    ['Physcis KS3', { physcis: 'physics' }],
    ['behavoir', { behavoir: 'behaviour' }],
    ['maths or physcis', { physcis: 'physics' }],
    // Known, still being typed, too short, or with a figure.
    ['maths', {}],
    ['mathe', {}],
    ['leeds', {}],
    ['Leeds maths', {}],
    ['phy', {}],
    ['sen', {}],
    ['yaer7', {}],
    ['Ahsa Rahmann', {}],
    ['', {}],
    ['x'.repeat(5_000), {}],
  ])('%s', (typed, meant) => expect(slips(typed)).toEqual(meant));

  test('are read as what was meant, and said as they were typed', () => {
    expect(read('mahts asha')).toEqual({
      understood: [{ words: 'mahts', inTitles: 'maths', named: { subject: ['sub-mathematics'] } }],
      rest: 'asha',
    });
    expect(read('computer sceince').understood).toMatchObject([{ words: 'computer sceince', named: { subject: ['sub-computing'] } }]);
    expect(read('asha or mahts').understood[0]).toMatchObject({
      words: 'asha or mahts',
      either: [
        { words: 'asha', isNamed: false },
        { words: 'mahts', inTitles: 'maths', isNamed: true },
      ],
    });
  });

  test('that name nothing even so stay as they were typed', () => {
    expect(slips('teahcer')).toEqual({ teahcer: 'teacher' });
    expect(read('Teahcer')).toEqual({ understood: [], rest: 'Teahcer' });
    expect(read('klingno mahts')).toMatchObject({ rest: 'klingno' });
  });

  test('are known as values of a filter, of its own kind', () => {
    expect(namedNear('subject', 'mahts')).toEqual(['sub-mathematics']);
    expect(namedNear('subject', 'compter science')).toEqual(['sub-computing']);
    expect(namedNear('subject', 'mathe').length).toBeGreaterThan(0);
    expect([namedNear('subject', 'klingon'), namedNear('phase', 'mahts')]).toEqual([[], []]);
  });
});
