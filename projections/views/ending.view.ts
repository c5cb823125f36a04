import type { Instant, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MentorshipEvent } from '@alongside/domain/mentorships/mentorship.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import { change } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { hubView } from './hub-view.js';
import { unindexAuthor, indexAuthor, trailOf } from './private-rows.js';

/** Why a person ended a mentorship early, in their own words, and whether they would like another match (R8). */
export interface EndingRow {
  readonly mentorship: MentorshipId;
  readonly by: PersonId;
  readonly reason: string;
  readonly wantsAnother: boolean;
  readonly at: Instant;
}

/** Endings, to the person who gave the reason alone. */
export const endingView = hubView<MentorshipEvent | PersonEvent, EndingRow>()({
  name: 'ending',
  version: 1,
  title: 'Private reasons for an ending',
  readers: ['person'],
  own: 'your private reasons for ending',
  indexes: ['by'],
  on: {
    MentorshipEnded: ({ data: { mentorship, by, reason, wantsAnother }, at }, rows) => {
      rows.put(mentorship, { audience: onlyPerson(by), data: { mentorship, by, reason, wantsAnother, at } });
      indexAuthor(rows, by, mentorship);
    },
    PersonErased: ({ data: { person } }, rows) => {
      for (const mentorship of trailOf(rows, person)) change(rows, mentorship, (data) => ({ ...data, reason: '' }));
      unindexAuthor(rows, person);
    },
  },
});
