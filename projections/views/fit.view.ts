import type { Instant, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MeetingEvent } from '@alongside/domain/meetings/meeting.events.js';
import type { FIT_ANSWERS, MentorshipEvent } from '@alongside/domain/mentorships/mentorship.events.js';
import type { Rows } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { heldAfter, nothingMoreToHear, type AttendanceEvent } from './held.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** One answer to “is this working?”. */
export interface FitAnswer {
  readonly answer: (typeof FIT_ANSWERS)[number];
  readonly at: Instant;
  /** How many meetings had been held by then: the question is asked after the first and the third, and one answer is to all that was asked. */
  readonly after: number;
}

/** What one of the two answered, oldest first. */
export interface FitRow {
  readonly mentorship: MentorshipId;
  readonly person: PersonId;
  readonly answers: readonly FitAnswer[];
}

/** The id of one person's answers about one mentorship. */
export const fitId = (mentorship: MentorshipId, person: PersonId): string => `${mentorship}:${person}`;

const heldMeetings = privateRows<number>('met');
const heldOf = (rows: Rows<FitRow>, mentorship: MentorshipId): number => heldMeetings.get(rows, mentorship) ?? 0;

function countHeld(event: AttendanceEvent, rows: Rows<FitRow>): void {
  const held = heldAfter(rows, event);
  if (held) heldMeetings.put(rows, event.data.mentorship, heldOf(rows, event.data.mentorship) + held.by);
}

/** Private checks of fit, to the person who answered alone. */
export const fitView = hubView<MentorshipEvent | MeetingEvent, FitRow>()({
  name: 'fit',
  version: 5,
  title: 'Private answers about how it is going',
  readers: ['person'],
  own: 'your private answers about how it is going',
  indexes: ['person', 'mentorship'],
  forget: (rows, id, person) => rows.get(id)?.data.person === person && rows.remove(id),
  on: {
    FitChecked: ({ data: { mentorship, by, answer }, at }, rows) => {
      const answers = rows.get(fitId(mentorship, by))?.data.answers ?? [];
      rows.put(fitId(mentorship, by), {
        audience: onlyPerson(by),
        data: { mentorship, person: by, answers: [...answers, { answer, at, after: heldOf(rows, mentorship) }] },
        about: [by],
      });
    },
    AttendanceRecorded: countHeld,
    MeetingClosed: countHeld,
    RecordSetAside: countHeld,
    MeetingConfirmed: ({ data: { meeting } }, rows) => nothingMoreToHear(rows, meeting),
  },
});
