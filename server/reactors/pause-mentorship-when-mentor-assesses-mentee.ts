import type { MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { assesses } from '@alongside/projections/facts/ask.js';
import { peopleAs } from '@alongside/domain/mentorships/participants.js';
import type { Asked, Reactor, World } from './reactor.js';

/**
 * Pauses a mentorship whose mentor becomes the mentee’s line manager or induction tutor (R5, R6). Also as it starts, for a request accepted
 * just before.
 */
export const pauseMentorshipWhenMentorAssessesMentee: Reactor = {
  name: 'pause-mentorship-when-mentor-assesses-mentee',
  on: {
    ReportingLineSet: ({ data: { person, lineManager, inductionTutor } }, world) =>
      [...new Set([lineManager, inductionTutor])].flatMap((mentor) => (mentor === null ? [] : runningOf(mentor, person, world).map(pause))),
    MentorshipStarted: ({ data }, { look }) => {
      const mentees = peopleAs(data.participants, 'mentee');
      const oneIsAssessed = peopleAs(data.participants, 'mentor').some((mentor) =>
        mentees.some((mentee) => assesses(mentor, mentee, look)),
      );
      return oneIsAssessed ? [pause(data.mentorship)] : [];
    },
  },
};

const pause = (mentorship: MentorshipId): Asked => ({ type: 'PauseMentorship', data: { mentorship, until: null } });

/** One that is paused already is among them: its pause would end, and this one must not. */
const runningOf = (mentor: PersonId, mentee: PersonId, { look }: World): readonly MentorshipId[] =>
  look
    .rows('mentorship', { mentor, mentee })
    .filter((pair) => !isOver(pair))
    .map(({ mentorship }) => mentorship);
