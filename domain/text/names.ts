import { folded } from './folding.js';

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
};
/** What follows a name after a comma and is no given name: `Ann Ray, MBE`, `PhD`, `BA (Hons)`. */
const AFTER_A_NAME = /^(?:(?:[A-Z]{2,}|[A-Z][a-z]?[A-Z][A-Za-z]*|Jr|Sr|Hons|QTS|NPQ[A-Z]*)\b[.,()\s]*)+$/;

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

/** `Mrs Ann Ray` is Ann Ray, and `Jones, Mr Mark` is Mark Jones. A title with one name, such as `Mrs Ray`, stays with it. */
export function readName(written: string): WrittenName {
  const text = written.replace(/\s+/g, ' ').trim();
  const comma = /^([^,]+), ?([^,].*)$/.exec(text);
  if (!comma || AFTER_A_NAME.test(comma[2] ?? '')) return withoutTitle(text);
  const [before, after] = [withoutTitle(comma[1] ?? ''), withoutTitle((comma[2] ?? '').replace(/,.*$/, '').trim())];
  const title = after.title ?? before.title;
  const given = bare(after.name);
  // `Jones, Mr` is Mr Jones.
  if (given === '' || titleOf(given)) return withoutTitle(`${given} ${before.name}`);
  return { name: `${given} ${bare(before.name)}`, ...(title && { title }), given, family: bare(before.name) };
}

/** One name for another's comparison: without a title, in reading order, folded. */
export const comparableName = (written: string): string => folded(readName(written).name).replace(/[.,]/g, '');

function withoutTitle(text: string): WrittenName {
  const inBrackets = /^(.+?) ?\(([^()]+)\)$/.exec(text);
  const last = inBrackets && titleOf(inBrackets[2] ?? '');
  if (inBrackets && last) return { name: inBrackets[1] ?? '', title: last };
  const words = text.split(' ');
  let [first, title] = [0, undefined as string | undefined];
  while (first < words.length - 1 && titleOf(words[first] ?? '')) {
    title ??= titleOf(words[first] ?? '');
    first += 1;
  }
  if (title === undefined) return { name: text };
  const rest = words.slice(first);
  return rest.length === 1 ? { name: text, title } : { name: rest.join(' '), title };
}

/** A part of a name without the title that stayed with it: `Mr Mark` in `Jones, Mr Mark`. */
function bare(part: string): string {
  const words = part.split(' ');
  return words.length > 1 && titleOf(words[0] ?? '') ? words.slice(1).join(' ') : part;
}

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
