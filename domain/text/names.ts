import { folded, plainKey } from './folding.js';

/** Titles as they are folded, and as they are written here. A title is never part of a name. */
const TITLES: Readonly<Record<string, string>> = {
  mr: 'Mr',
  mister: 'Mr',
  mrs: 'Mrs',
  ms: 'Ms',
  miss: 'Miss',
  mx: 'Mx',
  dr: 'Dr',
  doctor: 'Dr',
  prof: 'Prof',
  professor: 'Prof',
  sir: 'Sir',
  dame: 'Dame',
  lord: 'Lord',
  lady: 'Lady',
  rev: 'Rev',
  revd: 'Rev',
  reverend: 'Rev',
  fr: 'Fr',
  sr: 'Sr',
  sister: 'Sister',
  br: 'Br',
  brother: 'Brother',
  rabbi: 'Rabbi',
  imam: 'Imam',
  canon: 'Canon',
  capt: 'Capt',
  col: 'Col',
  ind: 'Ind',
  mme: 'Mme',
  mlle: 'Mlle',
  frau: 'Frau',
  herr: 'Herr',
  señor: 'Señor',
  señora: 'Señora',
  sra: 'Sra',
};
const listed = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

/**
 * Titles that are also given names. As first words they stay: an extra title is seen and corrected, a lost name is not. Abbreviated or in
 * brackets they are titles.
 */
const ALSO_GIVEN: ReadonlySet<string> = new Set(['imam', 'rabbi', 'col', 'canon']);
/** Titles that are also family names: `Mrs Lord` is a whole name, and so is `Lord` in a column of family names. */
const ALSO_FAMILY: ReadonlySet<string> = new Set(['lord', 'lady', 'sister', 'dame', 'brother']);
/**
 * What follows a name after a comma without being a given name: `Ann Ray, MBE`, `PhD`, `BA (Hons)`. For one word: an expression for several
 * would be slow.
 */
const LETTERS_AFTER_A_NAME = /^(?:[A-Z]{2,}|[A-Z][a-z]?[A-Z][A-Za-z]*|Jr|Sr|Hons)$/;
/** `Mba` is a given name, `MBA` may be none. */
const SEVERAL_CAPITALS = /^[A-Z][a-z]*[A-Z]/;
/** The same by name, in capitals, known also after a family name alone or a name in capitals. */
const KNOWN_AFTER_A_NAME = listed(
  'MBE OBE CBE KBE DBE BEM GBE QPM JR SR HONS BSC BENG BMUS LLB MSC MENG MMUS MPHIL MRES LLM PHD DPHIL PGCE PGDE PGCERT PGDIP',
  'CERTED QTS QTLS SENCO NASENCO FRSA FCCT MCCT FRS FBA FHEA SFHEA PFHEA CTEACH CPSYCHOL FRGS',
);
/** Those that are initials or given names as well: they are letters only after a name that is whole without them. */
const AFTER_A_WHOLE_NAME = listed('BA BED MA MED MBA EDD JP DL TD KC QC');

/** A name that was written in one piece, parsed: without its title, with the parts that its form shows. Nothing is guessed. */
export interface WrittenName {
  readonly name: string;
  readonly title?: string;
  /** Only where a comma divides it, as in `Jones, Mr Mark`. */
  readonly given?: string;
  readonly family?: string;
}

/** The title that a word is, as it is written here; undefined for any other word. */
export const titleOf = (word: string): string | undefined => TITLES[folded(word).replace(/\.$/, '')];

/** The title that the first word of a name is; undefined where it is a given name as well. */
export const leadingTitleOf = (word: string): string | undefined => (ALSO_GIVEN.has(folded(word)) ? undefined : titleOf(word));

/** `Mrs Ann Ray` is Ann Ray, and `Jones, Mr Mark` is Mark Jones. A title with one name, such as `Mrs Ray`, stays with it. */
export function readName(written: string): WrittenName {
  const text = written.replace(/\s+/g, ' ').trim();
  const comma = /^([^,]+), ?([^,].*)$/.exec(text);
  if (!comma || isAfterAName(comma[2] ?? '', comma[1] ?? '')) return withoutTitle(text);
  const [before, after] = [withoutTitle(comma[1] ?? ''), withoutTitle((comma[2] ?? '').replace(/,.*$/, '').trim())];
  const title = after.title ?? before.title;
  const given = bare(after.name);
  // `Jones, Mr` is Mr Jones.
  if (given === '' || leadingTitleOf(given)) return withoutTitle(`${given} ${before.name}`);
  return { name: `${given} ${bare(before.name)}`, ...(title && { title }), given, family: bare(before.name) };
}

/** One name for another's comparison: without a title, in reading order, folded. */
export const comparableName = (written: string): string => folded(readName(written).name).replace(/[.,]/g, '');

/** A name by its letters alone, without a title: by which a person of a school is found who is named in a list. */
export const nameKey = (written: string): string => plainKey(readName(written).name);

/**
 * Whether letters after a name follow a comma. Capitals count only after a whole name that is not in capitals: `SMITH, JOHN` and `Smith,
 * AJ` are turned round.
 */
function isAfterAName(after: string, before: string): boolean {
  const isWhole = bare(before).includes(' ');
  const isMixed = /\p{Lu}\p{Ll}/u.test(before);
  return after
    .split(/[.,()\s]/)
    .filter(Boolean)
    .every((word) => {
      if (isWhole && isMixed && LETTERS_AFTER_A_NAME.test(word)) return true;
      if (!SEVERAL_CAPITALS.test(word) && !/^(?:Jr|Sr|Hons)$/.test(word)) return false;
      const capitals = word.toUpperCase();
      return isLettersAfterAName(capitals) || (isWhole && AFTER_A_WHOLE_NAME.has(capitals));
    });
}

/** Whether a word in capitals are letters after a name, such as `MBE`. Those that are names as well are none. */
export const isLettersAfterAName = (word: string): boolean => KNOWN_AFTER_A_NAME.has(word) || word.startsWith('NPQ');

function withoutTitle(text: string): WrittenName {
  const inBrackets = /^(.+?) ?\(([^()]+)\)$/.exec(text);
  const last = inBrackets && titleOf(inBrackets[2] ?? '');
  if (inBrackets && last) return { name: inBrackets[1] ?? '', title: last };
  const words = text.split(' ');
  let [first, title] = [0, undefined as string | undefined];
  while (first < words.length - 1 && leadingTitleOf(words[first] ?? '')) {
    title ??= leadingTitleOf(words[first] ?? '');
    first += 1;
  }
  if (title === undefined) return { name: text };
  const rest = words.slice(first);
  // `Mr & Mrs Ray` are two people.
  if (/^(?:[&+/]|and)$/i.test(rest[0] ?? '')) return { name: text };
  return rest.length === 1 ? { name: text, title } : { name: rest.join(' '), title };
}

/** A part of a name without the titles that stayed with it: `Rev Dr Mark` in `Jones, Rev Dr Mark`. */
function bare(part: string): string {
  const words = part.split(' ');
  const first = words.findIndex((word, at) => at === words.length - 1 || !leadingTitleOf(word));
  return words.slice(Math.max(0, first)).join(' ');
}

/** Whether there is nothing but titles, such as `Mrs`: nobody’s name. */
export const isTitleAlone = (written: string): boolean => {
  const words = written.split(' ');
  return words.every((word) => leadingTitleOf(word) !== undefined) && !ALSO_FAMILY.has(folded(words.at(-1) ?? ''));
};

/** What a person has said of their own name, beside the name that is shown. */
export interface NameParts {
  readonly title?: string | undefined;
  readonly given?: string | undefined;
  readonly family?: string | undefined;
  /** How they want to be addressed, such as `Mrs Ray` or `Annie`. */
  readonly addressed?: string | undefined;
  /** The name for certificates, where their fonts lack a letter of the name that is shown. */
  readonly printed?: string | undefined;
}

/** What a person is called in a sentence: as they asked, by given name, or by the whole name. Never by its first word. */
export const calledOf = (name: string, parts: NameParts = {}): string => parts.addressed ?? parts.given ?? name;
