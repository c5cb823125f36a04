import { folded } from '../../text/folding.js';
import { britishSpelling } from '../../text/spelling.js';

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
  [/\bhead[ -]teacher(s?)\b/g, 'headteacher$1'],
  [/\bco[ \u2010\u2011-](ord(?:i\p{L}*)?)\b/gu, 'co$1'],
  [/\byrs?\b/g, 'year'],
  [/\b6th\b/g, 'sixth'],
];
/** Words that some write as two: written apart, they are not found where they are written as one. */
const TWO_WORDS = /\b(head)[ -](teachers?)\b|\b(co)[ \u2010\u2011-](ord(?:i\p{L}*)?)\b/giu;
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

/** `Head teacher` and `co-ordinator` as one word, all else as it was. */
export const writtenAsOne = (text: string): string => text.replace(TWO_WORDS, '$1$2$3$4');

/** The words of a text as written and as said, which find an entry while the person is still typing. */
export function wordsEitherWay(text: string): readonly string[] {
  return [...new Set([...(folded(text).match(WORD) ?? []), ...spokenWords(text)])];
}

/** Words that say nothing of what is looked for. */
const SMALL: ReadonlySet<string> = new Set('a an and at for in of on or the to with'.split(' '));
export const isSmallWord = (word: string): boolean => SMALL.has(word);

/** Words of a sentence that say nothing beside others. None is a name that people here often have, as Will and May are. */
const FILLER: ReadonlySet<string> = new Set(
  (
    'about am any anybody anyone are be been but can cant could did do does dont find from get gets getting got has have having help ' +
    'helping helps here how i id if im is it its ive just keep like look looking me my need not our out please should so some somebody ' +
    'someone that their them there these they this those us want wants was we what whats when where which who whom why would you your'
  ).split(' '),
);
export const isFiller = (word: string): boolean => FILLER.has(word);
