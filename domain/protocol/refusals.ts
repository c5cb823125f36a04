import type { Refusal } from '../kernel/result.js';
import { sentences } from './refusal-sentences.js';
import type { RefusalCode } from './refusal-codes.js';

/** For a code that this version does not know: a browser tab may be older than the hub it talks to. */
const UNHEARD_OF = 'We could not do that. Reload the page and try again.';

const isKnown = (code: string): code is RefusalCode => Object.hasOwn(sentences, code);

/** A refusal in UK English: short, kind, and what to do next. */
export function sentenceOf({ code, facts }: Pick<Refusal, 'code' | 'facts'>): string {
  if (!isKnown(code)) return UNHEARD_OF;
  const sentence = sentences[code];
  return typeof sentence === 'string' ? sentence : sentence((name) => facts?.[name] ?? 0);
}

/** A code that says so in its name is about something that is not there, whichever thing it is. */
const saysNotFound = (code: string): boolean => code.endsWith('NOT_FOUND');

/** As much, in codes that name what is missing in other words. */
const MISSING: ReadonlySet<string> = new Set<RefusalCode>([
  'COMMAND.UNKNOWN',
  'INSTITUTION.NOT_REGISTERED',
  'PERSON.UNKNOWN',
  'MENTORSHIP.NOT_STARTED',
  'GOAL.NO_MENTORSHIP',
  'MEETING.NO_MENTORSHIP',
]);

/** What was asked for makes no sense whatever the state of things: it has to be put differently. */
const UNPROCESSABLE: ReadonlySet<string> = new Set<RefusalCode>([
  'CALENDAR.BACKWARDS',
  'CALENDAR.TERMS_OVERLAP',
  'CALENDAR.TOO_LONG',
  'CREDENTIAL.ENDS_BEFORE_IT_BEGINS',
  'GOAL.DUE_IN_THE_PAST',
  'MEETING.IN_THE_PAST',
  'MEETING.NOT_YET',
  'MEETING.BEFORE_MENTORSHIP',
  'MEETING.NO_MINUTES',
  'MEETING.MINUTES_TO_COME',
  'MEETING.SAME_ITEM_TWICE',
  'MEETING.TOO_MANY_ACTIONS',
  'MEETING.TOO_MANY_NOTES',
  'MEMBER.FIRST_DAY_AHEAD',
  'MEMBER.FIRST_DAY_TOO_EARLY',
  'MEMBER.MANAGES_THEMSELF',
  'MEMBER.NO_SUCH_ADDRESS',
  'MEMBER.UNKNOWN',
  'MENTORING.PAUSE_PAST',
  'MENTORSHIP.PAUSE_PAST',
  'MENTORSHIP.REVIEW_PAST',
  'MENTORSHIP.REVIEW_IN_HOLIDAY',
  'MENTORSHIP.WITH_ONESELF',
  'PERSON.EXCLUDES_THEMSELF',
  'PERSON.RESERVED',
  'PROFILE.AIM_NOT_AHEAD',
  'PROFILE.SAID_TWICE',
  'PROFILE.SLOTS_OVERLAP',
  'PROFILE.SLOT_BACKWARDS',
  'REFLECTION.NO_PAIR',
  'REQUEST.ONESELF',
  'REQUEST.RESERVES_MIXED_UP',
  'TRUST.UNKNOWN',
]);

const OWN_STATUS: Partial<Record<string, number>> = {
  'COMMAND.INVALID': 400,
  'COMMAND.NOT_ALLOWED': 403,
  'COMMAND.TOO_LARGE': 413,
  'COMMAND.BUSY': 503,
  'COMMAND.BEHIND': 503,
  'COMMAND.RECORD_DAMAGED': 503,
  'COMMAND.CLOCK_WRONG': 503,
  'PERSON.ERASED': 410,
  'SIGN_IN.CODE_WRONG': 400,
  'SIGN_IN.NOT_YET': 503,
  'SIGN_IN.TOO_MANY_TRIES': 429,
  'SIGN_IN.CLOCK_WRONG': 503,
  // Not 401, which a browser takes for the end of its session.
  'SIGN_IN.TOO_LONG_AGO': 403,
  'SIGN_IN.ADDRESS_NEW': 403,
  'JOINING.ADDRESS_NEW': 403,
  'SET_UP.LINK_WRONG': 403,
  'SIGN_IN.TOO_MANY_CODES': 429,
  'MESSAGE.TOO_MANY_TODAY': 429,
  'FEEDBACK.NOT_OF_THIS_PAIR': 403,
  'MEETING.NOT_ONE_OF_THE_TWO': 403,
  'GROWTH.NOT_YOUR_MENTORSHIP': 403,
} satisfies Partial<Record<RefusalCode, number>>;

/** The HTTP status of a refusal. Most say that things have moved on, which is 409. */
export const statusOf = (code: string): number =>
  OWN_STATUS[code] ?? (saysNotFound(code) || MISSING.has(code) ? 404 : UNPROCESSABLE.has(code) ? 422 : 409);
