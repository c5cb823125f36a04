import { folded } from '../../text/folding.js';

/** What is written in many ways, as one word each. Read over folded text, in this order. */
const ONE_WORD: readonly (readonly [RegExp, string])[] = [
  [/\b((?:[a-z]\.){1,}[a-z])\b\.?/g, '$1'],
  [/\b(?:y|yr|year)s? ?(\d{1,2})\b/g, 'year$1'],
  [/\b(?:ks|key ?stages?) ?([1-5])\b/g, 'ks$1'],
  [/\bprimary ([1-7])\b/g, 'p$1'],
  [/\bsecondary ([1-6])\b/g, 's$1'],
  [/\b([ps]) ([1-7])\b/g, '$1$2'],
  [/\b(?:ps|progression steps?) ?([1-5])\b/g, 'ps$1'],
  [/\b(a|as|t|v)[ -]?levels?\b/g, '$1level'],
  [/\b(?:post|over|plus)[ -]?16\b|\b16[ -]?(?:plus\b|\+)/g, 'post16'],
  [/\b(?:6th|sixth|vi)[ -]?forms?\b/g, 'sixth form'],
  [/\bd ?(?:&|and|\+) ?t\b/g, 'dt'],
  [/\bc ?(?:of|\/) ?e\b/g, 'cofe'],
  [/\bpre[ -]schools?\b/g, 'preschool'],
  [/\byrs?\b/g, 'year'],
  [/\b6th\b/g, 'sixth'],
];
/** American spellings of words that people look for. `program` is left as it is: `programming` begins with it. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/\b(behavi)or(s|al)?\b/gi, '$1our$2'],
  [/\b(cent)er(s|ed)?\b/gi, '$1re$2'],
  [/\b(program)(s)\b/gi, '$1me$2'],
  [/\b(counsel)(ing|or|ors)\b/gi, '$1l$2'],
  [/\b(col|hon|neighb)or(s)?\b/gi, '$1our$2'],
  [/\b(organ|special)iz(\w+)\b/gi, '$1is$2'],
];

/** The text in British spelling, else as it was typed. */
export const britishSpelling = (text: string): string =>
  AMERICAN.reduce((said, [american, british]) => said.replace(american, british), text);
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text as teachers say them: `Key Stage 2`, `KS 2` and `ks2` are one word, and so are `Y7`, `Yr 7` and `year 7`. */
export function spokenWords(text: string): readonly string[] {
  let said = britishSpelling(folded(text));
  for (const [written, one] of ONE_WORD)
    said = said.replace(written, (...found: string[]) =>
      one.replace(/\$(\d)/g, (_, n: string) => String(found[Number(n)]).replaceAll('.', '')),
    );
  return said.match(WORD) ?? [];
}

/** The words of a text as written and as said, which find an entry while the person is still typing. */
export function wordsEitherWay(text: string): readonly string[] {
  return [...new Set([...(folded(text).match(WORD) ?? []), ...spokenWords(text)])];
}

/** Words that say nothing of what is looked for. */
const SMALL: ReadonlySet<string> = new Set('a an and at for in of on or the to with'.split(' '));
export const isSmallWord = (word: string): boolean => SMALL.has(word);
