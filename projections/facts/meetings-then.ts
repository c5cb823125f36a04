import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import { diaryPages } from '../views/diary.js';
import type { HubReader } from '../views/index.js';
import type { MeetingRow } from '../views/meeting.view.js';

/** The meetings of these people, booked or held, on the days of a time: each once, however many of them take part. */
export function meetingsThen(people: readonly PersonId[], time: MeetingTime, look: HubReader): readonly MeetingRow[] {
  const found = people.flatMap((person) => diaryPages(person, time).flatMap((diary) => look.rows('meeting', { diary })));
  return [...new Map(found.map((row) => [row.meeting, row])).values()];
}
