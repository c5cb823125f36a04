import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { likelihood } from './likely-letters.js';

/** What the bytes of UTF-8 look like to a program that took them for something else, and saved them once more. */
const TAKEN_FOR = ['windows-1252', 'macroman', 'cp850'].map((encoding) => {
  const all = Array.from({ length: 128 }, (_, at) => [iconv.decode(Buffer.from([0x80 + at]), encoding), 0x80 + at] as const);
  const bytes = new Map(all.filter(([letter]) => letter !== '\ufffd'));
  // Where Windows has no letter for a byte, the byte itself is kept.
  if (encoding === 'windows-1252') for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) bytes.set(String.fromCharCode(byte), byte);
  const classOf = (from: number, to: number) =>
    `[${[...bytes].flatMap(([letter, byte]) => (byte >= from && byte <= to && letter.length === 1 ? [`\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`] : [])).join('')}]`;
  const more = classOf(0x80, 0xbf);
  const character = `${classOf(0xc2, 0xdf)}${more}|${classOf(0xe0, 0xef)}${more}{2}|${classOf(0xf0, 0xf4)}${more}{3}`;
  return { bytes, character: new RegExp(character, 'g') };
});
/** A list that passed through more programs than these is beyond mending. */
const TIMES_LIMIT = 3;
const NOT_ASCII = /[\u0080-\uffff]/;

/** The mark at the beginning of a file in UTF-8 is no letter. */
const MARK = '\ufeff';

/** A cell whose letters were saved twice, such as “ZoÃ«”, as it was meant; undefined for any other. */
export function undoneTwice(text: string): string | undefined {
  if (!NOT_ASCII.test(text)) return undefined;
  for (const taken of TAKEN_FOR) {
    let read = text;
    for (let times = 0; times < TIMES_LIMIT; times += 1) {
      const once = undoneOnce(read, taken);
      if (once === read) break;
      read = once;
      const plain = read.replace(MARK, '');
      if (read.startsWith(MARK) || likelihood(plain) > likelihood(text)) return undoneTwice(plain) ?? plain;
    }
  }
  return undefined;
}

const undoneOnce = (text: string, { bytes, character }: (typeof TAKEN_FOR)[number]): string =>
  text.replace(character, (letters) => {
    const written = Buffer.from(Array.from(letters, (letter) => bytes.get(letter) ?? 0));
    return isUtf8(written) ? written.toString('utf8') : letters;
  });
