import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** The older ways to write letters in one byte each, as spreadsheets of Windows and of older Macs save them. */
export type OlderEncoding = 'Windows-1252' | 'MacRoman';
const ICONV: Readonly<Record<OlderEncoding, string>> = { 'Windows-1252': 'windows-1252', MacRoman: 'macroman' };
const OTHER: Readonly<Record<OlderEncoding, OlderEncoding>> = { 'Windows-1252': 'MacRoman', MacRoman: 'Windows-1252' };

const NOT_ASCII = /[\u0080-\uffff]/;
const decoded = (bytes: Buffer, encoding: OlderEncoding): string => iconv.decode(bytes, ICONV[encoding]);

/** Marks that stand in names and addresses of places, and beside words. */
const MARKS = /[’‘“”–—…£€°½¼¾·•\u00a0®™©§¿¡«»ªº´]/;

/** How likely people wrote these letters: each odd one counts against it, each usual one for it. 0 for plain text. */
export function likelihood(text: string): number {
  let score = 0;
  for (const { 0: letter, index } of text.matchAll(/[^\u0000-\u007f]/gu)) {
    const [before, after] = [text[index - 1] ?? '', text[index + letter.length] ?? ''];
    score += scoreOf(letter, before, after, text[index - 2] ?? '');
  }
  return score;
}

const isLower = (letter: string): boolean => /\p{Ll}/u.test(letter);
const isUpper = (letter: string): boolean => /\p{Lu}/u.test(letter);

function scoreOf(letter: string, before: string, after: string, beforeThat: string): number {
  if (/[\u0080-\u009f\ufffd\p{Co}\p{Cn}]/u.test(letter)) return -10;
  // Letters of names in the countries that write with Latin letters; ƒ, ı and the letters of phonetics are not.
  if (/[ªºƒıˆ˜¨¸˘˙˚˝˛ˇ¯]/.test(letter)) return -3;
  if (/\p{L}/u.test(letter) && !/\p{Script=Latin}/u.test(letter)) return -2;
  if (isLower(letter)) return isUpper(before) && isUpper(beforeThat) ? -2 : isUpper(before) && isUpper(after) ? -2 : 2;
  if (isUpper(letter)) return isLower(before) || (isLower(after) && isUpper(before)) ? -2 : 2;
  if (!MARKS.test(letter)) return -2;
  const isWithin = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  if (isWithin) return /[’‘·–\u00a0]/.test(letter) ? 2 : -2;
  // A lone mark may be a letter of another encoding as well: it says nothing.
  return /[’‘“”]/.test(letter) ? 1 : 0;
}

/** How the letters of a whole file are most likely written where it is not in UTF-8 throughout. Ties go to Windows, which most schools have. */
export function olderEncodingOf(bytes: Buffer): OlderEncoding {
  const sample = pieces(bytes);
  const score = (encoding: OlderEncoding) => sample.reduce((sum, piece) => sum + likelihood(decoded(piece, encoding)), 0);
  return score('MacRoman') > score('Windows-1252') ? 'MacRoman' : 'Windows-1252';
}

/** Bytes that are looked at around each letter that is not ASCII, and how many such places: enough to tell, quick in a file of 90 MB. */
const AROUND_BYTES = 3;
const SAMPLE_LIMIT_PLACES = 20_000;

function pieces(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < bytes.length && found.length < SAMPLE_LIMIT_PLACES; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const from = at;
    while ((bytes[at + 1] ?? 0) >= 0x80) at += 1;
    // What is valid in UTF-8 says nothing of the older encoding.
    if (!isUtf8(bytes.subarray(from, at + 1))) found.push(bytes.subarray(Math.max(0, from - AROUND_BYTES), at + 1 + AROUND_BYTES));
  }
  return found;
}

/** A cell with its letters, and whether they are a guess. */
export interface ReadCell {
  readonly text: string;
  readonly isDoubtful: boolean;
}

/** How each cell of a file is read whose bytes are not one encoding throughout. `cell` is one character for each byte. */
export type ReadLetters = (cell: string) => ReadCell;

/** In a file of UTF-8: what is none is read in the older encoding, if that gives likely letters, and said to be doubtful. */
export const lettersOfUtf8 =
  (older: OlderEncoding): ReadLetters =>
  (cell) => {
    if (!NOT_ASCII.test(cell)) return { text: cell, isDoubtful: false };
    const bytes = Buffer.from(cell, 'latin1');
    if (isUtf8(bytes)) return { text: bytes.toString('utf8'), isDoubtful: false };
    const [likely, other] = [decoded(bytes, older), decoded(bytes, OTHER[older])];
    const best = likelihood(likely) >= likelihood(other) ? likely : other;
    // A cell that mixes both has U+FFFD for what is neither: only the person with the file knows the letter.
    return { text: likelihood(best) > 0 ? best : bytes.toString('utf8'), isDoubtful: true };
  };

/** In a file of an older encoding: a cell that makes sense in another one only is read so, and said to be doubtful. */
export const lettersOfOlder =
  (older: OlderEncoding): ReadLetters =>
  (cell) => {
    if (!NOT_ASCII.test(cell)) return { text: cell, isDoubtful: false };
    const bytes = Buffer.from(cell, 'latin1');
    const usual = decoded(bytes, older);
    const score = likelihood(usual);
    // What makes sense in UTF-8 is hardly ever anything else by chance: the file as a whole was taken for the wrong one.
    const utf8 = isUtf8(bytes) ? bytes.toString('utf8') : '';
    if (utf8 && likelihood(utf8) >= Math.max(1, score)) return { text: utf8, isDoubtful: true };
    const other = decoded(bytes, OTHER[older]);
    const isBetter = likelihood(other) > score;
    return { text: isBetter ? other : usual, isDoubtful: isBetter || score < 0 };
  };

/** Whether of what is not ASCII at least as much is a character in UTF-8 as is not: in Windows-1252 such pairs of letters as “Ã©” are in no name. */
export function isMostlyUtf8(bytes: Buffer): boolean {
  let [right, wrong] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    const more = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0;
    let read = 0;
    while (read < more && ((bytes[at + read + 1] ?? 0) & 0xc0) === 0x80) read += 1;
    if (more > 0 && read === more) right += 1;
    else wrong += 1;
    at += read;
  }
  return right > 0 && right >= wrong;
}

/** UTF-16 without the mark that says so: every other byte of plain text is nought. */
export function unmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 512 - (512 % 2));
  const noughts = [0, 0] as [number, number];
  head.forEach((byte, at) => byte === 0 && (noughts[at % 2 === 0 ? 0 : 1] += 1));
  const pairs = Math.floor(head.length / 2);
  if (pairs < 4) return undefined;
  if (noughts[1] > pairs * 0.8 && noughts[0] === 0) return 'utf-16le';
  return noughts[0] > pairs * 0.8 && noughts[1] === 0 ? 'utf-16be' : undefined;
}
