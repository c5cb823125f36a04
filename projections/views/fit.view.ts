import type { Instant, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { FIT_ANSWERS, MentorshipEvent } from '@alongside/domain/mentorships/mentorship.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import { onlyPerson } from './audiences.js';
import { hubView } from './hub-view.js';
import { unindexAuthor, indexAuthor, trailOf } from './private-rows.js';

/** One answer to “is this working?”. */
export interface FitAnswer {
  readonly answer: (typeof FIT_ANSWERS)[number];
  readonly at: Instant;
}

/** What one of the two answered, oldest first. */
export interface FitRow {
  readonly mentorship: MentorshipId;
  readonly person: PersonId;
  readonly answers: readonly FitAnswer[];
}

/** The id of one person's answers about one mentorship. */
export const fitId = (mentorship: MentorshipId, person: PersonId): string => `${mentorship}:${person}`;

/** Private checks of fit, to the person who answered alone. */
export const fitView = hubView<MentorshipEvent | PersonEvent, FitRow>()({
  name: 'fit',
  version: 2,
  title: 'Private answers about how it is going',
  readers: ['person'],
  own: 'your private answers about how it is going',
  indexes: ['person', 'mentorship'],
  on: {
    FitChecked: ({ data: { mentorship, by, answer }, at }, rows) => {
      const answers = rows.get(fitId(mentorship, by))?.data.answers ?? [];
      rows.put(fitId(mentorship, by), {
        audience: onlyPerson(by),
        data: { mentorship, person: by, answers: [...answers, { answer, at }] },
      });
      indexAuthor(rows, by, fitId(mentorship, by));
    },
    PersonErased: ({ data: { person } }, rows) => {
      for (const id of trailOf(rows, person)) rows.remove(id);
      unindexAuthor(rows, person);
    },
  },
});
