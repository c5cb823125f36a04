import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import { addDays } from '@alongside/domain/uk/days.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';

type Span = Pick<MeetingTime, 'startsAt' | 'minutes'>;

/** One person's day in UTC, as rows are looked up by it. */
const page = (person: PersonId, day: string): string => `${person} ${day}`;

/** Every page of a person's diary that a time stands on. Two times that overlap share one. */
export function diaryPages(person: PersonId, { startsAt, minutes }: Span): readonly string[] {
  const last = plusMinutes(startsAt, minutes).slice(0, 10);
  const pages: string[] = [];
  for (let day = startsAt.slice(0, 10); day <= last; day = addDays(day as never, 1)) pages.push(page(person, day));
  return pages;
}

/** Whether a page is of this person's diary. */
export const isPageOf = (person: PersonId, diary: string): boolean => diary.startsWith(page(person, ''));
