import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { peopleAs } from '@alongside/domain/mentorships/participants.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { hasLeft, placesLeftSince, staysInTrust } from '@alongside/projections/facts/has-left.js';
import { welcomeOf } from '@alongside/projections/facts/welcome.js';
import { ukDay } from '@alongside/projections/views/uk-day.js';
import type { Reactor, World } from './reactor.js';

/** Says in a mentorship that its mentee has left. The mentorship continues until one of the pair ends it. */
export const tellMentorWhenMenteeLeaves: Reactor = {
  name: 'tell-mentor-when-mentee-leaves',
  on: {
    MemberLeft: ({ data: { person, institution, movedTo } }, { look }) =>
      look
        .rows('mentorship', { mentee: person })
        // From a closed school both go where they go. A mentor who left before has a question open that covers both.
        .filter((pair) => movedTo === undefined && !isOver(pair) && !pair.mentorLeftAt && isGone(person, pair.mentor, institution, look))
        .map(({ mentorship, mentor }) => ({ type: 'SayMenteeLeft', data: { mentorship, institution, ...toldOrNot(mentor, look) } })),
    // A mentor who said yes in the moment in which the mentee left.
    MentorshipStarted: ({ at, data }, { look }) => {
      const mentors = peopleAs(data.participants, 'mentor');
      return peopleAs(data.participants, 'mentee')
        .flatMap((mentee) =>
          placesLeftSince(ukDay(at), mentee, look).filter((institution) =>
            mentors.some((mentor) => isGone(mentee, mentor, institution, look)),
          ),
        )
        .slice(0, 1)
        .map((institution) => ({ type: 'SayMenteeLeft', data: { mentorship: data.mentorship, institution } }));
    },
  },
};

const isGone = (mentee: PersonId, mentor: PersonId, institution: InstitutionId, look: World['look']): boolean =>
  hasLeft(mentee, mentor, institution, look) && !staysInTrust(mentee, institution, look);

const toldOrNot = (mentor: PersonId, look: World['look']) => (welcomeOf(mentor, look) === 'none' ? { untold: true as const } : {});
