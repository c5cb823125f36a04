import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { linesOf, missingGlyphs, typeset, widthOf, type Run } from './lines.js';
import { RIGHT_TO_LEFT, ShapedFace } from './shaped-face.js';

const FONT = '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf';
const WIDE = 1_000;
const runsOf = async (text: string): Promise<readonly Run[]> => linesOf(await typeset(text, 'serif'), WIDE).flatMap(({ runs }) => runs);
const glyphsOf = async (text: string): Promise<readonly number[]> =>
  (await runsOf(text)).flatMap(({ face, text: run }) => face.layout(run).glyphs.map(({ id }) => id % 65_536));
const readBack = async (text: string): Promise<string> =>
  (await runsOf(text))
    .flatMap(({ face, text: run }) => face.layout(run).glyphs.flatMap(({ codePoints }) => codePoints))
    .map((one) => String.fromCodePoint(one))
    .join('')
    .normalize('NFC');

describe('the letters of a name', () => {
  test.each([
    ['Vietnamese', 'Trần Thị Mỹ Duyên'],
    ['Yoruba', 'Ọláyínká Ẹ́bùn Ọ̀ṣun'],
    ['Igbo', 'Ụ́zọ̀ Ṅkèchi Ị́kẹ́'],
    ['Hausa', 'Ɗan Ɓala Ƙasim'],
    ['Welsh', 'Siân Ŵyn Ŷ'],
    ['Greek', 'Ελένη Ἀνδρονίκη'],
    ['Cyrillic', 'Олександр Ґжицький Әлия'],
    ['Arabic', 'محمد عبد الله'],
    ['Urdu', 'فاطمہ پروین'],
    ['Hebrew', 'רָחֵל כהן'],
    ['Chinese', '王鑫 歐陽 张伟'],
    ['Hindi', 'प्रिया शर्मा'],
    ['Bengali', 'শ্রাবণী চক্রবর্তী'],
    ['Punjabi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ'],
    ['Gujarati', 'પ્રિયંકા શ્રીમાળી'],
    ['Tamil', 'கார்த்திக் ஸ்ரீ'],
    ['a title in Latin', 'Mr محمد Smith'],
  ])('in %s, each has a glyph', async (_, name) => {
    expect(await missingGlyphs(name)).toEqual([]);
    expect(await glyphsOf(name)).not.toContain(0);
  });

  test('are found in a file that is a part of a larger buffer, as small files are in Node', () => {
    const file = readFileSync(createRequire(import.meta.url).resolve(FONT));
    const part = Buffer.concat([Buffer.alloc(64), file]).subarray(64);
    const glyphs = new ShapedFace('part', part).layout('Ελένη Ada').glyphs.map(({ id }) => id);
    expect(glyphs).not.toContain(0);
    expect(glyphs).toEqual(new ShapedFace('whole', Uint8Array.from(file)).layout('Ελένη Ada').glyphs.map(({ id }) => id));
  });

  test('that no font has are told, each once, and the rest is printed', async () => {
    expect(await missingGlyphs('𞤀𞤣𞤀 Diallo')).toEqual(['𞤀', '𞤣']);
    expect(await readBack('𞤀𞤣𞤀 Diallo')).toBe('Diallo');
    expect(await glyphsOf('𞤀𞤣𞤀 Diallo')).not.toContain(0);
  });

  test('with marks are placed with their marks and read back as they were written', async () => {
    const name = 'Adébáyọ̀ Ọlátúnjí Ẹ́gbọ́n';
    expect(await readBack(name)).toBe(name.normalize('NFC'));
    const [run] = await runsOf('ọ̀');
    const marks = run?.face.layout(run.text).positions.slice(1) ?? [];
    expect(marks.length).toBeGreaterThan(0);
    for (const { xAdvance, xOffset } of marks) expect([xAdvance, xOffset < 0]).toEqual([0, true]);
  });

  test.each(['王鑫 张伟', 'Nguyễn Hạnh', 'Дмитро', 'प्रिया शर्मा'])('%s is read back as it was written', async (name) =>
    expect(await readBack(name)).toBe(name.normalize('NFC')),
  );
});

describe('a name from right to left', () => {
  test('is shaped, and drawn from its end to its beginning', async () => {
    const joined = await glyphsOf('محمد');
    const alone = new Set((await Promise.all(Array.from('محمد', glyphsOf))).flat());
    expect(joined).toHaveLength(4);
    expect(joined.filter((glyph) => alone.has(glyph))).toEqual([]);
    expect(await readBack('محمد')).toBe(Array.from('محمد').reverse().join(''));
  });

  test('letters that share a glyph each keep their own meaning', async () =>
    expect(Array.from(await readBack('بنت')).sort()).toEqual(Array.from('بنت').sort()));

  test('keeps its place between words from left to right', async () => {
    const texts = (await runsOf('Mr محمد علي Smith')).map(({ text }) => text.trim()).filter(Boolean);
    expect(texts).toEqual(['Mr', `${RIGHT_TO_LEFT}محمد علي`, 'Smith']);
  });

  test('leads its line where it comes first', async () =>
    expect((await runsOf('محمد Smith')).map(({ text }) => text.trim())[0]).toBe('Smith'));
});

test('a long name is broken at its spaces, and within a word only where that is longer than a line', async () => {
  const name = await typeset('Anna Wąsowska-Żuławski 王王王王', 'serif');
  const width = widthOf(await typeset('Wąsowska-Żuławski', 'serif')) + 0.01;
  const lines = linesOf(name, width);
  expect(lines.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(['Anna', 'Wąsowska-Żuławski', '王王王王']);
  expect(linesOf(await typeset('王王王王', 'serif'), 2.5)).toHaveLength(2);
});
