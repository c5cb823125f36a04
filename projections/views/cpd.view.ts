import type { Day, MeetingId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { GrowthEvent } from '@alongside/domain/development/growth.events.js';
import { onlyPerson } from './audiences.js';
import { hubView } from './hub-view.js';

/** Minutes of professional development from one meeting that both recorded (R10). */
export interface CpdRow {
  readonly person: PersonId;
  readonly mentorship: MentorshipId;
  readonly meeting: MeetingId;
  readonly on: Day;
  readonly minutes: number;
  readonly as: 'mentor' | 'mentee';
}

/** The id of what a meeting counts for a person. */
export const cpdId = (meeting: MeetingId, person: PersonId): string => `${meeting}:${person}`;

/** The CPD record, to the person whose it is. */
export const cpdView = hubView<GrowthEvent, CpdRow>()({
  name: 'cpd',
  version: 3,
  title: 'Professional development hours',
  readers: ['person'],
  own: 'professional development',
  indexes: ['person', 'mentorship'],
  forget: (rows, id, person) => rows.get(id)?.data.person === person && rows.remove(id),
  on: {
    CpdWithdrawn: ({ data: { meeting, person } }, rows) => rows.remove(cpdId(meeting, person)),
    CpdCredited: ({ data }, rows) => {
      rows.put(cpdId(data.meeting, data.person), { audience: onlyPerson(data.person), data, about: [data.person] });
    },
  },
});
