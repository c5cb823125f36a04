import { folded } from '@alongside/domain/text/folding.js';
import type { DirectoryFacet } from './directory.js';

/** What a filter can ask: a facet, or words where a mentor works, in their name or in their job title. */
export type WrittenKind = DirectoryFacet | 'school' | 'name' | 'job';

/** A filter that was typed into the search: `subject:maths`. */
export interface WrittenFilter {
  readonly facet: WrittenKind;
  /** What follows the colon, without quotes; any of them will do. */
  readonly values: readonly string[];
  /** The piece of the text that says so. */
  readonly raw: string;
  /** A minus stands before it: those that meet it are left out. */
  readonly without?: true;
}
/** Something like a filter whose key is none: `colour:red`. */
export interface UnknownFilter {
  readonly key: string;
  readonly values: readonly string[];
}
/** Words with a minus before them: `-ks3`. */
export interface WrittenWithout {
  readonly said: string;
  readonly raw: string;
}
export interface WrittenQuestion {
  readonly filters: readonly WrittenFilter[];
  /** Their values stand at the end of the text. */
  readonly unknown: readonly UnknownFilter[];
  readonly without: readonly WrittenWithout[];
  /** An “or” stands between filters of different kinds, or between a filter and words: it joins nothing. */
  readonly lostOr?: true;
  /** All else, as it was typed. */
  readonly text: string;
}
/** Whether words read as a value of a filter, or name something by themselves (`any`): a value goes on while they do. */
export type Reads = (kind: WrittenKind | 'any', said: string) => boolean;

/** What people may call each filter. */
const CALLED: Readonly<Record<WrittenKind, readonly string[]>> = {
  subject: ['subject', 'subjects', 'teaches'],
  phase: ['phase', 'phases'],
  expertise: ['expertise', 'help', 'helps'],
  setting: ['setting'],
  stage: ['stage'],
  format: ['format', 'meets'],
  weekday: ['weekday', 'day'],
  area: ['area', 'la'],
  trust: ['trust', 'mat'],
  free: ['free', 'space'],
  school: ['school', 'schools', 'college', 'at'],
  name: ['name', 'called'],
  job: ['job', 'role', 'title'],
};
const KINDS_BY_KEY: ReadonlyMap<string, WrittenKind> = new Map(
  Object.entries(CALLED).flatMap(([kind, keys]) => keys.map((key) => [key, kind as WrittenKind] as const)),
);
/** More are read as words. */
const WRITTEN_LIMIT_FILTERS = 10;
const VALUES_LIMIT = 10;
/** Values of a whole question: each is a search of its own, and a question that finds nobody is asked again in parts. */
const VALUES_LIMIT_OF_ALL = 12;
/** Words after a value that may belong to it. */
const VALUE_LIMIT_WORDS = 6;
const MINUS = '[-\u2013\u2212]';
const QUOTED = '["“][^"”]+["”](?!\\S)';
/** A word, a colon, and what is quoted or goes on to the next space; a minus may stand before. */
export const FILTER = new RegExp(`(?<!\\S)(${MINUS}?)([a-z]{2,14}):[ \\t]?(${QUOTED}|[^\\s"“”:]\\S*)`, 'giu');
const WITHOUT = new RegExp(`(?<!\\S)${MINUS}(${QUOTED}|[\\p{L}\\p{N}][^\\s"“”:]*(?!\\S))`, 'giu');
const WORD = new RegExp(`^(\\s+)(?!${MINUS}\\S)([^\\s:"“”]+)(?!\\S)`, 'u');
export const QUOTES = /["“”]/g;
/** What stands between several values. */
const BETWEEN = /,|(?<=\s)or(?=\s)/iu;

/** Takes the filters, and words with a minus, out of what was typed. Any text is read; what is neither stays as it is. */
export function readQuestion(typed: string, reads: Reads = () => false): WrittenQuestion {
  const filters: WrittenFilter[] = [];
  const unknown: UnknownFilter[] = [];
  const without: WrittenWithout[] = [];
  const spans: Span[] = [];
  for (const { index, 0: found, 1: minus, 2: key = '', 3: value = '' } of typed.matchAll(FILTER)) {
    const kind = KINDS_BY_KEY.get(folded(key));
    const used = [...filters, ...unknown].reduce((sum, { values }) => sum + values.length, without.length);
    if (filters.length + unknown.length + without.length >= WRITTEN_LIMIT_FILTERS || used >= VALUES_LIMIT_OF_ALL) break;
    // `maths: ks3` is two words, and `http://` an address.
    if (!kind && (reads('any', key) || value.startsWith('/'))) continue;
    const isRead = (said: string) => kind !== undefined && valuesOf(said, kind, reads).every((one) => reads(kind, one));
    const { said, raw } = /^["“]/.test(value)
      ? { said: value, raw: found }
      : longest({ said: value, raw: found }, typed.slice(index + found.length), VALUE_LIMIT_WORDS, isRead);
    const values = valuesOf(said, kind, reads).slice(0, VALUES_LIMIT_OF_ALL - used);
    if (values.length === 0) continue;
    const filter = kind && { facet: kind, values, raw, ...(minus !== '' && { without: true as const }) };
    spans.push({ from: index, to: index + raw.length, filter });
    if (filter) filters.push(filter);
    else if (minus === '') unknown.push({ key, values });
    else without.push({ said: values.join(' '), raw });
  }
  const { joined, left, lostOr } = joinedByOr(typed, spans);
  let text = left;
  for (const { index, 0: found, 1: value = '' } of left.matchAll(WITHOUT)) {
    if (filters.length + unknown.length + without.length >= WRITTEN_LIMIT_FILTERS) break;
    const said = value.replace(QUOTES, '').trim();
    if (!/[\p{L}\p{N}]/u.test(said)) continue;
    const piece = { said, raw: found };
    const whole = /^["“]/.test(value)
      ? piece
      : longest(piece, left.slice(index + found.length), VALUE_LIMIT_WORDS, (some) => reads('any', some));
    without.push(whole);
    text = withoutFilter(text, whole.raw);
  }
  return {
    filters: joined,
    unknown,
    without,
    ...(lostOr && { lostOr }),
    text: [text, ...unknown.flatMap(({ values }) => values)].filter(Boolean).join(' '),
  };
}

/** Where a filter stands in the text; no filter where its key is none. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly filter: WrittenFilter | undefined;
}

/** Filters with those of their kind that stand after an “or”, and the text without any of them, or an “or” beside one. */
function joinedByOr(typed: string, spans: readonly Span[]) {
  const [joined, cut]: [WrittenFilter[], { from: number; to: number }[]] = [[], []];
  let lostOr: true | undefined;
  let last: Span | undefined;
  for (const span of spans) {
    const { filter } = span;
    const before = last?.filter;
    if (last && /^\s+or\s+$/iu.test(typed.slice(last.to, span.from))) {
      cut.push({ from: last.to, to: span.from });
      if (before && filter && before.facet === filter.facet && !before.without && !filter.without) {
        const both = { ...before, values: [...before.values, ...filter.values], raw: typed.slice(last.from, span.to) };
        joined[joined.length - 1] = both;
        last = { from: last.from, to: span.to, filter: both };
        cut.push(span);
        continue;
      }
      lostOr = true;
    }
    if (filter) joined.push(filter);
    cut.push(span);
    last = span;
  }
  const blank = (text: string, { from, to }: { readonly from: number; readonly to: number }) =>
    text.slice(0, from) + CUT.repeat(to - from) + text.slice(to);
  const marked = cut.reduce(blank, typed);
  // What stands between a filter and words asks for nothing by itself.
  const left = marked.replace(OR_BESIDE, CUT);
  if (left !== marked) lostOr = true;
  return { joined, left: spans.length > 0 ? left.replaceAll(CUT, ' ').replace(/\s+/g, ' ').trim() : typed, lostOr };
}

/** Stands for what was taken out of a text: no letter, and nothing that is typed. */
const CUT = '\uffff';
const OR_BESIDE = new RegExp(`(?<=${CUT}\\s+)or(?=\\s|$)|(?<=^|\\s)or(?=\\s+${CUT})`, 'giu');

/** What is quoted is one value, and so is what reads as one; else a comma or an “or” stands between several. */
const valuesOf = (said: string, kind: WrittenKind | undefined, reads: Reads): readonly string[] =>
  (/^["“]/.test(said) || (kind && BETWEEN.test(said) && reads(kind, said)) ? [said] : said.split(BETWEEN))
    .map((value) => value.replace(QUOTES, '').trim())
    .filter((value) => /[\p{L}\p{N}]/u.test(value))
    .slice(0, VALUES_LIMIT);

interface Piece {
  readonly said: string;
  readonly raw: string;
}

/** A piece with the words after it that belong to it. */
export function longest(piece: Piece, after: string, limitWords: number, goesOn: (said: string) => boolean): Piece {
  let [best, said, raw, rest] = [piece, piece.said, piece.raw, after];
  for (let words = 0; words < limitWords; words += 1) {
    const [next, space = '', word = ''] = WORD.exec(rest) ?? [];
    if (next === undefined) break;
    [said, raw, rest] = [`${said} ${word}`, raw + space + word, rest.slice(next.length)];
    if (goesOn(said)) best = { said, raw };
  }
  return best;
}

/** The text without one filter, where it stands by itself, however many spaces were typed within it. */
export function withoutFilter(typed: string, raw: string): string {
  const [text, one] = [typed, raw].map((some) => ` ${some.replace(/\s+/g, ' ').trim()} `) as [string, string];
  const at = text.indexOf(one);
  return (at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + one.length)}`).trim();
}
