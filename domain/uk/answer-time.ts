import type { Day } from '../kernel/brand.js';
import { addSchoolDays, type SchoolCalendar } from './school-days.js';

/** The school days of a person who is asked, and how many of them they have to reply. */
export interface AnswerTime {
  readonly calendar: SchoolCalendar;
  readonly windowDays: number;
}

/** How days were promised: so many school days after a day. */
export interface Counted {
  readonly from: Day;
  readonly remindAfter: number;
  readonly answerAfter: number;
}

/** The days that were promised: when to remind (half-way), and the last day to answer. */
export interface AnswerDays {
  readonly remindOn: Day;
  readonly answerBy: Day;
}

export const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** A full window from a day. How it was counted is kept with it, so that it can be counted again when a school shuts. */
export function fullTimeFrom(from: Day, { calendar, windowDays }: AnswerTime): AnswerDays & { readonly counted: Counted } {
  const counted: Counted = { from, remindAfter: Math.ceil(windowDays / 2), answerAfter: windowDays };
  return { ...daysOf(counted, calendar), counted };
}

/** One window more than what was promised. */
export function extended(promised: AnswerDays, counted: Counted, time: AnswerTime): { readonly answerBy: Day; readonly counted: Counted } {
  const last = countedAgain(promised, counted, time).answerBy;
  return {
    answerBy: addSchoolDays(time.calendar, last, time.windowDays),
    counted: { ...counted, answerAfter: counted.answerAfter + time.windowDays },
  };
}

/** [R4] The days by the calendar as it is now: later where it has more closures, and never earlier than was promised. */
export function countedAgain(promised: AnswerDays, counted: Counted, { calendar }: AnswerTime): AnswerDays {
  const now = daysOf(counted, calendar);
  return { remindOn: later(promised.remindOn, now.remindOn), answerBy: later(promised.answerBy, now.answerBy) };
}

const daysOf = ({ from, remindAfter, answerAfter }: Counted, calendar: SchoolCalendar): AnswerDays => ({
  remindOn: addSchoolDays(calendar, from, remindAfter),
  answerBy: addSchoolDays(calendar, from, answerAfter),
});
