import type { Instant, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MentorshipEvent } from '@alongside/domain/mentorships/mentorship.events.js';
import { change } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { hubView } from './hub-view.js';

/** Why a person ended a mentorship early, in their own words, and whether they would like another match (R8). */
export interface EndingRow {
  readonly mentorship: MentorshipId;
  readonly by: PersonId;
  readonly reason: string;
  readonly wantsAnother: boolean;
  readonly at: Instant;
}

/** Endings, to the person who gave the reason alone. */
export const endingView = hubView<MentorshipEvent, EndingRow>()({
  name: 'ending',
  version: 1,
  title: 'Private reasons for an ending',
  readers: ['person'],
  own: 'your private reasons for ending',
  indexes: ['by'],
  forget: (rows, id, person) => change(rows, id, (data) => (data.by === person ? { ...data, reason: '' } : data)),
  on: {
    MentorshipEnded: ({ data: { mentorship, by, reason, wantsAnother }, at }, rows) => {
      rows.put(mentorship, { audience: onlyPerson(by), data: { mentorship, by, reason, wantsAnother, at } });
    },
  },
});
