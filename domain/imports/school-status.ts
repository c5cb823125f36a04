import type { Day } from '../kernel/brand.js';
import { plainKey } from '../text/folding.js';
import { sayDate } from '../uk/uk-time.js';
import { daysOfNumber, upTo, type RowProblem } from './columns.js';
import { dayIn, mayBeDays, readingsOf, sayEither, type DateManner } from './date-manner.js';

/** Whether a school is open, as its register says it. */
export type SchoolStatus = 'open' | 'toClose' | 'closed' | 'notYet';

/** Whole words alone: a school that is “closed for repairs” has not closed. Welsh as Wales publishes; the others as each nation does. */
const WORDS: Readonly<Record<SchoolStatus, readonly string[]>> = {
  open: ['Open', 'Agored', 'Ar agor'],
  toClose: ['Open, but proposed to close', 'Proposed to close'],
  closed: ['Closed', 'Ar gau', 'Wedi cau'],
  notYet: ['Proposed to open', 'Pending approval'],
};
const BY_WORDS = new Map(
  (Object.entries(WORDS) as [SchoolStatus, readonly string[]][]).flatMap(([status, words]) =>
    words.map((word) => [plainKey(word), status]),
  ),
);
/** Of England’s register. */
const BY_CODE: Readonly<Record<string, SchoolStatus>> = { 1: 'open', 2: 'closed', 3: 'toClose', 4: 'notYet' };

const sayStatus = (status: SchoolStatus): string => WORDS[status][0] ?? '';
const ofWords = (text: string): SchoolStatus | undefined => BY_WORDS.get(plainKey(text));
/** A code may have been corrected to words here. */
const ofCode = (text: string): SchoolStatus | undefined => BY_CODE[text] ?? ofWords(text);

type StatusField = 'status' | 'statusCode' | 'closeDate';
type Read = (field: StatusField) => string;

/** What is doubtful of a status, with the cell that can be corrected and what it may be meant to hold. */
export interface StatusDoubt extends Pick<RowProblem, 'message' | 'weight'> {
  readonly field: StatusField;
  readonly choices?: readonly string[];
}

/** The status of one row; undefined where it is not known, or its words and its code say otherwise. Then `doubts` say why. */
export interface StatusRead {
  readonly status: SchoolStatus | undefined;
  readonly doubts: readonly StatusDoubt[];
}

/** `today`: which closing dates have come. `manner`: how the file writes them. `isSaid`: other rows have a status. `todo`: where a cell can be corrected. */
export interface StatusOf {
  readonly today: Day | undefined;
  readonly manner: DateManner;
  readonly isSaid: boolean;
  readonly todo: string;
}

/** Reads the status of one row, and never guesses it. */
export function statusIn(read: Read, of: StatusOf): StatusRead {
  const { todo } = of;
  const [words, code] = [read('status'), read('statusCode')];
  if (!words && !code) return withoutStatus(read, of);
  const [named, coded] = [words ? ofWords(words) : undefined, code ? ofCode(code) : undefined];
  if (words ? !named : !coded) {
    const message = `We do not know the status “${upTo(60, words || code)}”, so we cannot tell whether the school is open. ${todo}`;
    const choices = [sayStatus('open'), sayStatus('closed'), sayStatus('notYet')];
    return { status: undefined, doubts: [{ field: words ? 'status' : 'statusCode', weight: 'error', message, choices }] };
  }
  if (named && coded && named !== coded) return otherwise(named, coded, todo);
  const status = named ?? coded;
  const either = status === 'notYet' ? undefined : closesEitherDay(read('closeDate'), of.manner);
  if (status !== undefined && either) return { status, doubts: [either] };
  return { status, doubts: status === 'open' ? closedLongAgo(read, words ? 'status' : 'statusCode', of) : [] };
}

/** Which of the two holds only a person knows. */
function otherwise(named: SchoolStatus, coded: SchoolStatus, todo: string): StatusRead {
  const message = `The status says “${sayStatus(named)}”, and its code says “${sayStatus(coded)}”. ${todo}`;
  return {
    status: undefined,
    doubts: [
      { field: 'status', weight: 'error', message, choices: [sayStatus(coded)] },
      { field: 'statusCode', weight: 'error', message, choices: [sayStatus(named)] },
    ],
  };
}

/** A closing date that may be either of two days: neither is taken before a person says which. */
function closesEitherDay(text: string, manner: DateManner): StatusDoubt | undefined {
  const choices = readingsOf(text, manner);
  if (choices.length === 0) return undefined;
  return { field: 'closeDate', weight: 'note', message: `${sayEither(text, choices)}, so we leave it out.`, choices };
}

function closedLongAgo(read: Read, field: StatusField, { today, manner }: StatusOf): readonly StatusDoubt[] {
  const on = dayIn(read('closeDate'), manner);
  if (!on || !today || on > today) return [];
  const message = 'The school has a closing date that has passed. We take it as open, as its status says.';
  return [{ field, weight: 'note', message, choices: [sayStatus('closed')] }];
}

/** A closing date says it where there is no status. Otherwise the school is taken as open. */
function withoutStatus(read: Read, { today, manner, isSaid }: StatusOf): StatusRead {
  const closing = read('closeDate');
  const readings = readingsOf(closing, manner);
  if (readings.length > 0) {
    const days = mayBeDays(closing, manner);
    const hasPassed = days.length === readings.length && days.every((day) => !today || day <= today);
    const passed = `${days.length > 1 ? 'Both have' : 'It has'} passed, so we take the school as closed.`;
    const message = `${sayEither(closing, readings)}. ${hasPassed ? passed : 'We take the school as open.'}`;
    return { status: hasPassed ? 'closed' : 'open', doubts: [{ field: 'closeDate', weight: 'note', message, choices: readings }] };
  }
  const on = dayIn(closing, manner);
  if (on) return { status: today && on > today ? 'toClose' : 'closed', doubts: [] };
  const [unclear, unsaid] = [
    `“${upTo(40, closing)}” is not a date. We take the school as open.`,
    'The row does not say whether the school is open. We take it as open.',
  ];
  const days = daysOfNumber(closing).map(sayDate);
  const choices = [sayStatus('closed'), sayStatus('notYet')];
  if (closing)
    return {
      status: 'open',
      doubts: [{ field: 'closeDate', weight: 'note', message: unclear, ...(days.length > 0 && { choices: days }) }],
    };
  return { status: 'open', doubts: isSaid ? [{ field: 'status', weight: 'note', message: unsaid, choices }] : [] };
}
