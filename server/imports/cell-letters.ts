import { isUtf8 } from 'node:buffer';
import { upTo } from '@alongside/domain/imports/columns.js';
import iconv from 'iconv-lite';
import { hasOddLetters, isOfNames, likelihood, mayBeTurkish } from './likely-letters.js';

/** The older ways to write letters in one byte each, as spreadsheets of Windows, of MS-DOS and of older Macs save them. Of CP437 the letters are those of CP850. */
export type OlderEncoding = 'Windows-1252' | 'CP850' | 'MacRoman';
const ICONV: Readonly<Record<OlderEncoding, string>> = { 'Windows-1252': 'windows-1252', CP850: 'cp850', MacRoman: 'macroman' };
/** Ties go to Windows, which most schools have. */
const ENCODINGS = Object.keys(ICONV) as readonly OlderEncoding[];

const NOT_ASCII = /[\u0080-\uffff]/;
const decoded = (bytes: Buffer, encoding: OlderEncoding): string => iconv.decode(bytes, ICONV[encoding]);

/** How the letters of a file that is not in UTF-8 are most likely written. */
export interface Older {
  readonly likeliest: OlderEncoding;
  /** Others that the file as a whole does not rule out. */
  readonly perhaps: readonly OlderEncoding[];
  /** Many letters make no sense in it: the file may be in one that we do not know, such as that of Poland. */
  readonly isOther: boolean;
}

/** One odd place of so many is more than slips and stray signs. */
const OTHER_FROM_PLACES = 5;

/** How much likelier one encoding has to be than another for the whole file to decide: as much as between a letter of names and what is none. */
const DECIDED_FROM = 4;
/** How much less likely another reading of a cell may be for it to be a guess. Most lists are saved by Windows: of those fewer are. */
const guessWithin = (likeliest: OlderEncoding): number => (likeliest === 'Windows-1252' ? 0 : 1);

export function olderEncodingOf(bytes: Buffer): Older {
  const sample = placesOf(bytes);
  const scores = ENCODINGS.map((encoding) => {
    const each = sample.map(({ piece }) => likelihood(decoded(piece, encoding)));
    return { encoding, each, score: each.reduce((sum, one) => sum + one, 0) };
  }).toSorted((a, b) => b.score - a.score);
  const windows = scores.find(({ encoding }) => encoding === 'Windows-1252') ?? { encoding: 'Windows-1252', each: [], score: 0 };
  const [first = windows] = scores;
  // Most schools have Windows: another is decided for, and not merely likelier.
  const best = first.score >= windows.score + DECIDED_FROM ? first : windows;
  const perhaps = scores.filter(
    ({ encoding, each, score }) =>
      encoding !== best.encoding &&
      best.score - score - mostOfOnePlace(sample, (at) => (best.each[at] ?? 0) - (each[at] ?? 0)) < DECIDED_FROM,
  );
  const odd = sample.filter(({ piece }) => hasOddLetters(decoded(piece, best.encoding)));
  return {
    likeliest: best.encoding,
    perhaps: perhaps.map(({ encoding }) => encoding),
    isOther: odd.length > 0 && odd.length * OTHER_FROM_PLACES >= sample.length,
  };
}

/** Bytes that are looked at around each letter that is not ASCII, and how many such places: enough to tell, quick in a file of 90 MB. */
const AROUND_BYTES = 3;
const SAMPLE_LIMIT_PLACES = 20_000;

/** A place with letters that are not ASCII, and where in the file it is, in bytes. */
interface Place {
  readonly from: number;
  readonly piece: Buffer;
}

/** So far reaches one damage of a file: what it left is of no encoding, and must not rule one out. */
const DAMAGE_REACHES_BYTES = 16;

/** The most that places so near to each other say for one encoding and against another, by what each says. */
function mostOfOnePlace(places: readonly Place[], says: (at: number) => number): number {
  let [first, sum, most] = [0, 0, 0];
  places.forEach(({ from }, at) => {
    sum += says(at);
    for (; from - (places[first]?.from ?? from) > DAMAGE_REACHES_BYTES; first += 1) sum -= says(first);
    most = Math.max(most, sum);
  });
  return most;
}

function placesOf(bytes: Buffer): readonly Place[] {
  const found: Place[] = [];
  for (let at = 0; at < bytes.length && found.length < SAMPLE_LIMIT_PLACES; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const from = at;
    while ((bytes[at + 1] ?? 0) >= 0x80) at += 1;
    // What is valid in UTF-8 says nothing of the older encoding.
    if (!isUtf8(bytes.subarray(from, at + 1)))
      found.push({ from, piece: bytes.subarray(Math.max(0, from - AROUND_BYTES), at + 1 + AROUND_BYTES) });
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

interface Reading {
  readonly encoding: OlderEncoding;
  readonly text: string;
  readonly score: number;
}

/** The likeliest reading of a cell, that of the file first. */
function likeliestOf(bytes: Buffer, { likeliest }: Older): { readonly readings: readonly Reading[]; readonly best: Reading } {
  const others = ENCODINGS.filter((one) => one !== likeliest);
  const readings = [likeliest, ...others].map((encoding) => {
    const text = decoded(bytes, encoding);
    return { encoding, text, score: likelihood(text) };
  });
  return { readings, best: readings.reduce((best, one) => (one.score > best.score ? one : best)) };
}

/** In a file of UTF-8: what is none is read in the older encoding, if that gives likely letters, and said to be doubtful. */
export const lettersOfUtf8 =
  (older: Older): ReadLetters =>
  (cell) => {
    if (!NOT_ASCII.test(cell)) return { text: cell, isDoubtful: false };
    const bytes = Buffer.from(cell, 'latin1');
    if (isUtf8(bytes)) return { text: bytes.toString('utf8'), isDoubtful: false };
    const { best } = likeliestOf(bytes, older);
    // A lone mark, such as a dash between words, says nothing for it and nothing against.
    const isLikely = best.score > 0 || (best.score === 0 && !hasOddLetters(best.text));
    // A cell that mixes both has U+FFFD for what is neither: only the person with the file knows the letter.
    return { text: isLikely ? best.text : bytes.toString('utf8'), isDoubtful: true };
  };

/** In a file of an older encoding: a cell that makes sense in another only, or as well in one that the file may have, is doubtful. */
export const lettersOfOlder =
  (older: Older): ReadLetters =>
  (cell) => {
    if (!NOT_ASCII.test(cell)) return { text: cell, isDoubtful: false };
    const bytes = Buffer.from(cell, 'latin1');
    const { best, readings } = likeliestOf(bytes, older);
    const [usual = best] = readings;
    // What makes sense in UTF-8 is hardly ever anything else by chance: the file as a whole was taken for the wrong one.
    const utf8 = isUtf8(bytes) ? bytes.toString('utf8') : '';
    if (utf8 && likelihood(utf8) >= Math.max(1, usual.score)) return { text: utf8, isDoubtful: true };
    // Of two readings that may both be names, that of the file as a whole is kept, however much likelier the other is.
    const isName = usual.score >= 0 && isOfNames(usual.text);
    if (isName || (older.perhaps.length === 0 && usual.score > 0 && usual.score >= best.score - 1))
      return {
        text: usual.text,
        isDoubtful: isOdd(usual, older) || best.score > usual.score + 1 || isGuessOf(older, usual, readings) || maybeOwned(usual, readings),
      };
    return {
      text: best.text,
      isDoubtful: best !== usual || isGuessOf(older, best, readings) || isOdd(best, older) || maybeOwned(best, readings),
    };
  };

/** As many letters as are shown of a cell to choose from, and bytes that have so many in any encoding. */
const READ_OTHERWISE = { letters: 200, bytes: 800 };

/** How a cell may begin whose letters are a guess: up to 200 as read, then in each other way that gives likely letters. Empty where none does. */
export function readingsOfCell(cell: string, { text }: ReadCell): readonly string[] {
  const bytes = Buffer.from(cell.slice(0, READ_OTHERWISE.bytes), 'latin1');
  const as = upTo(READ_OTHERWISE.letters, text);
  // What is none of UTF-8 has letters that are odd.
  const others = [bytes.toString('utf8'), ...ENCODINGS.map((encoding) => decoded(bytes, encoding))]
    .map((other) => upTo(READ_OTHERWISE.letters, other))
    .filter((other) => other !== as && !hasOddLetters(other))
    .toSorted((a, b) => likelihood(b) - likelihood(a));
  return others.length > 0 ? [...new Set([as, ...others])] : [];
}

/** “St Mary’s” as Windows writes it is “St Maryís” on a Mac, where “Luís” is a name: only the person with the file knows. */
const maybeOwned = (kept: Reading, readings: readonly Reading[]): boolean =>
  kept.encoding !== 'Windows-1252' && readings.some(({ encoding, text }) => encoding === 'Windows-1252' && /\p{L}’s(?!\p{L})/u.test(text));

/** Whether a cell, however it is read, may be written in an encoding that we do not know. */
const isOdd = ({ encoding, text }: Reading, { isOther }: Older): boolean =>
  isOther || hasOddLetters(text) || (encoding === 'Windows-1252' && mayBeTurkish(text));

/** Whether another encoding that the file may have reads a cell about as well. */
function isGuessOf({ perhaps }: Older, kept: Reading, readings: readonly Reading[]): boolean {
  const within = guessWithin(kept.encoding);
  return readings.some(
    ({ encoding, text, score }) => perhaps.includes(encoding) && text !== kept.text && score > 0 && score >= kept.score - within,
  );
}

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
