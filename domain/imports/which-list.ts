import type { Day } from '../kernel/brand.js';
import { sayDate } from '../uk/uk-time.js';
import { cell, monthFromCell, upTo, type RawRow } from './columns.js';
import { mayBeDays, readingsOf, sayEither, type Dating } from './date-manner.js';
import { daysIn, hasLeft, isTakenBack, saysStays, whyUnreadEnd } from './staff-ends.js';
import { isAnyEnd, NOT_IMPORTED, passedEitherWay, sayEnds, type NotHere } from './staff-leavers.js';
import type { StaffColumn, StaffField } from './staff-fields.js';

/** Whom a list names: everybody who works at a school, or people who have left it or are leaving. */
export type ListOf = 'staff' | 'leavers';

/** What a list is taken for until a person says it, and which words say so. */
export interface ListGuess {
  readonly as: ListOf;
  readonly because?: { readonly where: 'file' | 'sheet' | 'title' | 'dates'; readonly text: string };
}

/** When, which and in what form: words beside “leavers” that say nothing else of them. */
const BESIDE =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|autumn|spring|summer|easter|christmas|half|term|(?:end of|this|last|academic) year|lists?|list of|report|export|copy|final|draft|updated|latest|our|the|of|in|since|from|at|to|v?\d+)\b/gi;
const PEOPLE = '(?:staff|teachers?|employees|colleagues)';
/** The whole of what remains. A school before “staff leavers” may be named. */
const OF_LEAVERS = new RegExp(
  [
    '^leavers?(?: staff)?$',
    `(?:^|.* )${PEOPLE} (?:leavers|leaving|departures|(?:who|that) (?:have |are |had )?(?:left|leaving))$`,
    '^(?:people|those) (?:who|that) (?:have |are |had )?(?:left|leaving)$',
    `^(?:former|ex|past|previous) ${PEOPLE}$`,
  ].join('|'),
  'i',
);
/** “Staff and leavers”, “without leavers”, “school leavers”, “gifts for staff leaving”: of others as well, or of others alone. */
const OF_OTHERS =
  /[&+?]|\b(?:and|or|plus|with|incl\w*|excl\w*|without|no|not|non|none|minus|except|starters?|joiners?|new|current|all|everyone|for|after|about|on|if|party|pupils?|students?|children|child|school leavers|class|sixth|parents?|alumni|governors?)\b/i;
/** Between the name of a school and what its list is. */
const PARTS = /\s+[-–—]+\s+|[|:–—]+/;

/** Whether words plainly say that a list is of staff who have left, and of nobody else: “Leavers 2026”, “staff_leaving.csv”. In doubt they do not. */
export function saysLeavers(text: string): boolean {
  const words = text.replace(/\.[a-z]{3,4}$/i, '').replace(/_+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  if (OF_OTHERS.test(words)) return false;
  const plain = (part: string) =>
    part
      .replace(/[’']|[.,/()[\]-]+|(?<=\p{L}{3})(?=\d)/gu, (mark) => (/[’']/.test(mark) ? '' : ' '))
      .replace(BESIDE, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  return words.split(PARTS).some((part) => OF_LEAVERS.test(plain(part)));
}

/** What is known of a list beside its rows. */
export interface AroundList {
  readonly file?: string | undefined;
  readonly sheet?: string | undefined;
  /** The lines above the headings. */
  readonly titles: readonly string[];
}

/** Of so many rows with a past leaving date one may be without. */
const ALMOST_ALL_ROWS = 10;
/** Fewer rows than these may be any few of a staff list. */
const LEAST_ROWS = 3;

/** What a list is. Of its columns only leaving dates say it, by their cells: most of them empty are of those who stay, almost all past of leavers. */
export function guessList(
  { file = '', sheet = '', titles }: AroundList,
  columns: readonly StaffColumn[],
  rows: readonly RawRow[],
  { today, manner }: Dating,
): ListGuess {
  const dated = columns.filter(({ as }) => as === 'leaving');
  if (dated.length > 0 && !rows.some((raw) => dated.some(({ letter }) => cell(raw, letter) !== ''))) return { as: 'staff' };
  const isEmpty = (raw: RawRow) => dated.every(({ letter }) => cell(raw, letter) === '');
  if (dated.length > 0 && rows.filter(isEmpty).length * 2 > rows.length) return { as: 'staff' };
  const past = dated.find(({ letter, heading }) => {
    const hasPassed = (days: readonly Day[]) => days.length > 0 && days.every((day) => day < today);
    const others = rows.filter((raw) => !hasPassed(mayBeDays(cell(raw, letter), manner))).length;
    return !isAnyEnd(heading) && rows.length >= LEAST_ROWS && others * ALMOST_ALL_ROWS <= rows.length;
  });
  const said =
    [
      ...titles.map((text) => ({ where: 'title' as const, text })),
      { where: 'sheet' as const, text: sheet },
      { where: 'file' as const, text: file },
    ].find(({ text }) => saysLeavers(text)) ??
    (past && { where: 'dates' as const, text: past.heading });
  return said ? { as: 'leavers', because: { ...said, text: upTo(80, said.text.trim()) } } : { as: 'staff' };
}

/** What a row of a list of leavers says, and where. */
interface Leaver {
  readonly field: StaffField | undefined;
  readonly at: number;
  readonly why: string;
  readonly message: string;
  readonly isLater?: true;
  /** Whether they have left cannot be told. */
  readonly isUnsure?: true;
  /** What its cell may be meant to hold. */
  readonly choices?: readonly string[];
}

/** All that such a list says of most people. */
export const IN_LIST = 'They are in this list of leavers';

/** Who has a past leaving date in a list of leavers has left, and so has who has none. Of any other cell it is not sure. */
export function leaverIn(cellsOf: (field: StaffField) => readonly string[], gone: NotHere | undefined, when: Dating): Leaver {
  const leaving = cellsOf('leaving');
  const ends = gone?.field === 'leaving' ? [] : cellsOf('contractEnd');
  for (const kind of ['later', 'unsure', ...(gone ? [] : ['past' as const])] as const)
    for (const [field, cells] of [
      ['leaving', leaving],
      ['contractEnd', ends],
    ] as const)
      for (const [at, text] of cells.entries()) {
        const one = endIn(field, text, when);
        if (one?.kind !== kind) continue;
        return {
          field,
          at,
          why: one.why,
          message: one.message ?? `${one.why}${kind === 'later' ? '.' : ''} They stay a member until they are removed.`,
          ...(kind === 'later' && { isLater: true }),
          ...(kind === 'unsure' && { isUnsure: true }),
          ...(one.choices && { choices: one.choices }),
        };
      }
  if (gone) return { field: gone.field, at: gone.at, why: gone.why, message: `${gone.why}${NOT_IMPORTED}` };
  return { field: undefined, at: 0, why: IN_LIST, message: `${IN_LIST}${NOT_IMPORTED}` };
}

/** What the cell of an end says of its person. */
interface End {
  /** `past`: on whichever of its days it is. */
  readonly kind: 'later' | 'unsure' | 'past';
  readonly why: string;
  readonly message?: string;
  readonly choices?: readonly string[];
}

/** What the cell of an end says otherwise than that it is past; nothing where it is empty or plainly past. */
function endIn(field: 'leaving' | 'contractEnd', text: string, when: Dating): End | undefined {
  const { today, manner } = when;
  const passed = passedEitherWay(text, when);
  if (passed) {
    const message = `${sayEnds(text, passed)}. ${passed.length > 1 ? 'Both have' : 'It has'} passed${NOT_IMPORTED}`;
    return { kind: 'past', why: field === 'leaving' ? `This person left on ${passed.join(' or ')}` : IN_LIST, message, choices: passed };
  }
  const readings = readingsOf(text, manner);
  if (readings.length > 0) return { kind: 'unsure', why: `${sayEither(text, readings)}. Choose the day.`, choices: readings };
  // “-” is as good as empty. Who left may have had a permanent contract.
  if (!/[\p{L}\p{N}]/u.test(text) || hasLeft(text, when)) return undefined;
  if (field === 'contractEnd' && whyUnreadEnd(field, text, when) === undefined && daysIn(text, manner).length === 0) return undefined;
  const last = daysIn(text, manner).toSorted().at(-1);
  if (last !== undefined && last >= today && !saysStays(text) && !isTakenBack(text))
    return { kind: 'later', why: last === today ? 'Today is their last day' : `They leave on ${sayDate(last)}` };
  const month = monthFromCell(text);
  const from = month && `${month.slice(3)}-${month.slice(0, 2)}`;
  if (from !== undefined && from < today.slice(0, 7)) return undefined;
  if (from !== undefined) return { kind: 'later', why: `They leave in ${sayDate(`${from}-01` as Day).replace(/^1 /, '')}` };
  return {
    kind: 'unsure',
    why: `Their ${field === 'leaving' ? 'leaving date' : 'contract end'} is “${upTo(40, text)}”. We cannot tell if they have left.`,
  };
}
