import type { Day, MeetingId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { GrowthEvent } from '@alongside/domain/development/growth.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import { onlyPerson } from './audiences.js';
import { hubView } from './hub-view.js';
import { unindexAuthor, indexAuthor, trailOf } from './private-rows.js';

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
export const cpdView = hubView<GrowthEvent | PersonEvent, CpdRow>()({
  name: 'cpd',
  version: 1,
  title: 'Professional development hours',
  readers: ['person'],
  own: 'professional development',
  indexes: ['person', 'mentorship'],
  on: {
    CpdCredited: ({ data }, rows) => {
      rows.put(cpdId(data.meeting, data.person), { audience: onlyPerson(data.person), data });
      indexAuthor(rows, data.person, cpdId(data.meeting, data.person));
    },
    PersonErased: ({ data: { person } }, rows) => {
      for (const id of trailOf(rows, person)) rows.remove(id);
      unindexAuthor(rows, person);
    },
  },
});
