import { cleanLine } from '../text/hygiene.js';
import { upTo } from './columns.js';

/** Longer texts are no names, and a cell that is corrected has no more letters. */
const LIMIT_LETTERS = 200;
/** An export that was exported again is spoilt twice: `O&amp;#39;Brien`. */
const LIMIT_TIMES = 3;

/** A name and what it stands for, in turns. */
function pairs(words: string): readonly (readonly [name: string, letter: string])[] {
  const all = words.split(' ');
  return all.flatMap((name, at) => (at % 2 === 0 ? [[name, all[at + 1] ?? ''] as const] : []));
}

/** What a name of HTML stands for beside letters with a mark above or below them. */
const ENTITIES = new Map([
  ['nbsp', ' '],
  ['shy', ''],
  ...pairs('amp & lt < gt > quot " apos \' hellip … ndash – mdash — lsquo ‘ rsquo ’ ldquo “ rdquo ”'),
  ...pairs('AMP & LT < GT > QUOT "'),
  ...pairs('aelig æ AElig Æ oelig œ OElig Œ szlig ß eth ð ETH Ð thorn þ THORN Þ'),
  ...pairs('oslash ø Oslash Ø lstrok ł Lstrok Ł dstrok đ Dstrok Đ'),
]);
/** Marks that combine with the letter before them. */
const MARKS = new Map(
  pairs(
    'grave \u0300 acute \u0301 circ \u0302 tilde \u0303 macr \u0304 breve \u0306 dot \u0307 uml \u0308 ring \u030a dblac \u030b caron \u030c cedil \u0327 ogon \u0328',
  ),
);
const MARKED = new RegExp(`^([a-z])(${[...MARKS.keys()].join('|')})$`, 'i');

function entity(name: string): string | undefined {
  const known = ENTITIES.get(name);
  if (known !== undefined) return known;
  const [, letter = '', mark = ''] = MARKED.exec(name) ?? [];
  const both = `${letter}${MARKS.get(mark) ?? ''}`.normalize('NFC');
  // “Q” with an acute accent is none that an export has.
  return both.length === 1 && letter !== both ? both : undefined;
}

function codePoint(code: number): string | undefined {
  const isLetter = code >= 0x20 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isLetter ? String.fromCodePoint(code) : undefined;
}

const withoutEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, figures?: string, hex?: string, name?: string) => {
    const said = name === undefined ? codePoint(figures === undefined ? Number.parseInt(hex ?? '', 16) : Number(figures)) : entity(name);
    return said ?? whole;
  });

/** Letters of the older encoding of web addresses: `%E9`. Programs write them in one case: “Teacher%Deputy” are two words. */
const LATIN = /^(?:(?:%[C-F][0-9A-F])+|(?:%[c-f][0-9a-f])+)$/;
/** No letters of names here, though that encoding has them. */
const HARDLY = /%(?:d0|d7|de|f0|f7|fe)/i;
/** What addresses hold in this way beside letters: spaces, apostrophes, commas and the like. */
const PUNCTUATION = /^(?:%2[0678cdef])+$/i;

const BEYOND_ASCII = /[\u0080-\u{10ffff}]/u;

/** Bytes that were written as `%C3%A9`. Beside a figure `%` is mostly a share: “50%20”. */
function withoutPercents(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes, at: number) => {
    const afterLetter = /\p{L}$/u.test(text.slice(0, at));
    if (PUNCTUATION.test(bytes)) return afterLetter ? decodeURIComponent(bytes) : bytes;
    const read = decoded(bytes);
    if (read !== undefined) return BEYOND_ASCII.test(read) ? read : bytes;
    const beforeCapital = /^\p{Lu}/u.test(text.slice(at + bytes.length));
    return afterLetter && !beforeCapital && LATIN.test(bytes) && !HARDLY.test(bytes)
      ? bytes.replace(/%(..)/g, (_, hex: string) => codePoint(Number.parseInt(hex, 16)) ?? '')
      : bytes;
  });
}

/** `=C3=A9`, as letters and cards of address books have it. */
const withoutQuoted = (text: string): string =>
  text.replace(/(?:=[0-9A-F]{2}){2,}/g, (bytes) => {
    const read = decoded(bytes.replaceAll('=', '%'));
    return read !== undefined && BEYOND_ASCII.test(read) ? read : bytes;
  });

function decoded(bytes: string): string | undefined {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return undefined;
  }
}

/** `\'`, `\u00e9`, `_x0020_`, and the two apostrophes of a database for one. */
const withoutEscapes = (text: string): string =>
  text
    .replace(/\\+u([0-9a-f]{4})|\\+x([0-9a-f]{2})|_x([0-9a-f]{4})_/gi, (whole, ...hex: (string | undefined)[]) => {
      const code = hex.slice(0, 3).find((one) => one !== undefined);
      return codePoint(Number.parseInt(code ?? '', 16)) ?? whole;
    })
    .replace(/\\+(['"/])/g, '$1')
    .replace(/(?<=\p{L})''(?=\p{L})/gu, "'");

/** Every way in which an export writes a letter otherwise has one of these: most texts have none, and are not looked at further. */
const MAY_BE_SPOILT = /[&%=\\]|_x|''/i;

/** A text as it was before an export wrote its letters otherwise; undefined where nothing says that one did. */
export function mendedText(text: string): string | undefined {
  if (text.length > LIMIT_LETTERS || !MAY_BE_SPOILT.test(text)) return undefined;
  let mended = text;
  for (let times = 0; times < LIMIT_TIMES; times += 1) mended = withoutEscapes(withoutQuoted(withoutPercents(withoutEntities(mended))));
  const clean = cleanLine(mended).replace(/\s+/g, ' ').trim();
  return mended === text || clean === '' ? undefined : clean;
}

/** What programs write for a letter that they do not have. */
const LOST = '[?¿□▯]+';
/** “St Mary?s”, “ST MARY?S”, and no question: “Who?What”, “Why?”, “IT?ICT”. */
const LOST_WITHIN = new RegExp(`\\p{L}${LOST}\\p{Ll}|\\p{Lu}{3,}${LOST}\\p{Lu}`, 'u');
/** “?ukasz”, “Jos? Silva”, “Andr?”: a name asks nothing. */
const LOST_IN_NAME = new RegExp(`\\p{L}${LOST}(?:$|[\\s,'’-])|\\p{Lu}${LOST}\\p{Lu}|(?:^|[\\s'’-])${LOST}\\p{L}`, 'u');

/** What is said of a text that its export may have spoilt, and the mended form where there is one. `isName`: of a person. */
export function spoiltByExport(
  text: string,
  isName: boolean,
): { readonly message: string; readonly choices?: readonly string[] } | undefined {
  const shown = upTo(60, text);
  const mended = mendedText(text);
  if (mended !== undefined)
    return {
      message: `“${shown}” may stand for “${upTo(60, mended)}”: the program that saved the list may have changed it. Check it.`,
      choices: [mended],
    };
  if (!/[?¿□▯]/.test(text)) return undefined;
  const start = upTo(LIMIT_LETTERS, text);
  const isLost = LOST_WITHIN.test(start) || (isName && LOST_IN_NAME.test(start));
  const mark = /[?¿□▯]/.exec(start)?.[0] ?? '';
  return isLost ? { message: `“${shown}” has a “${mark}”. If a letter is missing, correct it.` } : undefined;
}
