import { isOver } from '@alongside/domain/mentorships/states.js';
import { hasLeft, placesLeftSince } from '@alongside/projections/facts/has-left.js';
import { ukDay } from '@alongside/projections/views/uk-day.js';
import { peopleAs } from '@alongside/domain/mentorships/participants.js';
import type { Reactor } from './reactor.js';

/**
 * Shows a mentor’s leaving at the mentee’s coordinator. The mentorship continues until one of the pair ends it. A mentor who left while
 * saying yes counts too.
 */
export const needHandoverWhenMentorLeaves: Reactor = {
  name: 'need-handover-when-mentor-leaves',
  on: {
    MemberLeft: ({ data: { person, institution, movedTo } }, { look }) =>
      look
        .rows('mentorship', { mentor: person })
        // From a closed school both go where they go, and their mentorship goes on.
        .filter((pair) => movedTo === undefined && !isOver(pair) && hasLeft(person, pair.mentee, institution, look))
        .map(({ mentorship }) => ({ type: 'NeedHandover', data: { mentorship, institution } })),
    MentorshipStarted: ({ at, data }, { look }) => {
      const mentees = peopleAs(data.participants, 'mentee');
      return peopleAs(data.participants, 'mentor')
        .flatMap((mentor) =>
          placesLeftSince(ukDay(at), mentor, look).filter((institution) =>
            mentees.some((mentee) => hasLeft(mentor, mentee, institution, look)),
          ),
        )
        .slice(0, 1)
        .map((institution) => ({ type: 'NeedHandover', data: { mentorship: data.mentorship, institution } }));
    },
  },
};
