import type { Day, EventId, Instant, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MessageEvent } from '@alongside/domain/messages/message.events.js';
import type { MentorshipEvent } from '@alongside/domain/mentorships/mentorship.events.js';
import { change } from '../engine/view.js';
import { hubView } from './hub-view.js';
import { ukDay } from './uk-day.js';

/** What one of a pair wrote to a coordinator of their choice. */
export interface HelpRow {
  readonly help: EventId;
  readonly mentorship: MentorshipId;
  readonly by: PersonId;
  readonly coordinator: PersonId;
  readonly text: string;
  readonly at: Instant;
  /** When the coordinator marked it as done. */
  readonly doneOn: Day | null;
}

/** Words to one coordinator: to them and to the person who wrote. The other of the pair is not told, nor is any other coordinator (R6). */
export const helpView = hubView<MentorshipEvent | MessageEvent, HelpRow>()({
  name: 'help',
  version: 3,
  title: 'Messages to coordinators',
  readers: ['person'],
  own: 'questions to a coordinator',
  indexes: ['by', 'coordinator', 'mentorship'],
  forget: (rows, id, person) => rows.get(id)?.data.by === person && rows.remove(id),
  on: {
    HelpAsked: ({ id, data: { mentorship, by, coordinator, text }, at }, rows) => {
      rows.put(id, {
        audience: [`person:${by}`, `person:${coordinator}`],
        data: { help: id, mentorship, by, coordinator, text, at, doneOn: null },
      });
    },
    HelpMarkedDone: ({ data: { coordinator, help }, at }, rows) =>
      change(rows, help, (row) => (row.coordinator === coordinator ? { ...row, doneOn: ukDay(at) } : row)),
  },
});
