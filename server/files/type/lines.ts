import bidiFactory from 'bidi-js';
import { faceFor, mainFace, type Family } from './faces.js';
import { RIGHT_TO_LEFT, type ShapedFace } from './shaped-face.js';

const bidi = bidiFactory();
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What has no ink of its own: a font need not have it. Isolates and directions are worked out here and never printed. */
const UNPRINTED = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const WITHOUT_INK = new RegExp(`${UNPRINTED.source}|[\\u200c\\u200d]|[\\ufe00-\\ufe0f]`, 'gu');

/** A letter with its marks, and the face that prints it. */
interface Printed {
  readonly text: string;
  readonly face: ShapedFace;
}
/** Letters of one face and one direction, as PDFKit is given them. */
export interface Run {
  readonly text: string;
  readonly face: ShapedFace;
}
/** Runs in the order in which they are drawn, from left to right. */
export interface Line {
  readonly runs: readonly Run[];
}
/** A text with the faces that print it. */
export interface Typeset {
  readonly main: ShapedFace;
  readonly printed: readonly Printed[];
  /** Letters that no font has, each once. They are not among the printed. */
  readonly missing: readonly string[];
}

/** Chooses a face for each letter of a text. Marks and joined signs stay with their letter; spaces and points with the letter before. */
export async function typeset(text: string, family: Family): Promise<Typeset> {
  const main = await mainFace(family);
  const printed: Printed[] = [];
  const missing = new Set<string>();
  for (const { segment } of letters.segment(text.normalize('NFC'))) {
    const face = await faceOf(segment, family, printed.at(-1)?.face ?? main);
    // Where a letter is left out, the space beside it would be left over.
    if (missing.size > 0 && segment === ' ' && (printed.at(-1)?.text ?? ' ') === ' ') continue;
    if (face) printed.push({ text: segment, face });
    else missing.add(segment);
  }
  return { main, printed, missing: [...missing] };
}

async function faceOf(letter: string, family: Family, before: ShapedFace): Promise<ShapedFace | undefined> {
  const inked = letter.replace(WITHOUT_INK, '');
  // Composed, or in its parts: HarfBuzz takes whichever the font has.
  const forms = ['NFC', 'NFD'].map((form) => Array.from(inked.normalize(form), (one) => one.codePointAt(0) ?? 0));
  if (!/^[\p{L}\p{N}]/u.test(inked) && forms.some((form) => form.every((one) => before.has(one)))) return before;
  for (const form of forms) {
    const face = await faceFor(family, form);
    if (face) return face;
  }
  return undefined;
}

/** The letters of a name that no font of a certificate has, each once. Empty for nearly every name. */
export const missingGlyphs = async (name: string): Promise<readonly string[]> => (await typeset(name, 'serif')).missing;

/** How wide a text is on one line, in parts of its size. */
export const widthOf = (text: Typeset): number => lineOf(text.printed).runs.reduce((sum, { text, face }) => sum + face.widthOf(text), 0);

/** A text in lines of at most this width, in parts of its size: broken at spaces, and within a word only where it is longer than a line. */
export function linesOf({ printed }: Typeset, width: number): readonly Line[] {
  const lines: Printed[][] = [];
  let line: Printed[] = [];
  for (const word of wordsOf(printed, width)) {
    if (line.length > 0 && measured([...line, ...trimmed(word)]) > width) {
      lines.push(line);
      line = [];
    }
    line = [...line, ...word];
  }
  return [...lines, line].map((one) => lineOf(trimmed(one))).filter(({ runs }) => runs.length > 0);
}

/** Each word with the spaces after it; a word longer than a line in pieces of its letters. */
function wordsOf(printed: readonly Printed[], width: number): readonly (readonly Printed[])[] {
  const words: Printed[][] = [];
  for (const letter of printed) {
    const last = words.at(-1);
    if (!last || (last.at(-1)?.text === ' ' && letter.text !== ' ')) words.push([letter]);
    else last.push(letter);
  }
  return words.flatMap((word) => (measured(trimmed(word)) > width ? word.map((letter) => [letter]) : [word]));
}

function trimmed(line: readonly Printed[]): readonly Printed[] {
  const end = line.findLastIndex(({ text }) => text !== ' ');
  return line.slice(0, end + 1);
}

const measured = (printed: readonly Printed[]): number => lineOf(printed).runs.reduce((sum, { text, face }) => sum + face.widthOf(text), 0);

/** One line in the order in which it is drawn. Its direction is that of its first letter that has one. */
function lineOf(printed: readonly Printed[]): Line {
  const text = printed.map((one) => one.text).join('');
  const faces = printed.flatMap((one) => Array.from({ length: one.text.length }, () => one.face));
  const levels = bidi.getEmbeddingLevels(text);
  const groups: { face: ShapedFace; level: number; indices: number[] }[] = [];
  for (const index of bidi.getReorderedIndices(text, levels)) {
    const [face, level] = [faces[index], levels.levels[index] ?? 0];
    const last = groups.at(-1);
    if (!face) continue;
    if (last && last.face === face && last.level === level && Math.abs((last.indices.at(-1) ?? index) - index) === 1)
      last.indices.push(index);
    else groups.push({ face, level, indices: [index] });
  }
  const runs = groups.map(({ face, level, indices }) => {
    const [from, to] = [Math.min(...indices), Math.max(...indices) + 1];
    return { face, text: `${level % 2 === 1 ? RIGHT_TO_LEFT : ''}${text.slice(from, to).replace(UNPRINTED, '')}` };
  });
  return { runs: runs.filter((run) => run.text.replace(RIGHT_TO_LEFT, '') !== '') };
}
