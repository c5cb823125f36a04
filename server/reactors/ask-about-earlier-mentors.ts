import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { LiftReason } from '@alongside/domain/mentorships/mentorship.events.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import type { Asked, Reactor, World } from './reactor.js';

/**
 * Asks about earlier mentorships that lost their mentor or no longer meet once the mentee has another mentor. Mentors who left do not count
 * as another.
 */
export const askAboutEarlierMentors: Reactor = {
  name: 'ask-about-earlier-mentors',
  on: {
    MentorshipStarted: ({ data }, world) => othersOf(theTwo(data).mentee, data.mentorship, world).map(ask),
    HandoverNeeded: ({ data }, world) => {
      const { mentee } = theTwo(data);
      return hasAnother(mentee, data.mentorship, world) ? [ask(data)] : askNoMore(mentee, data.mentorship, world, 'other-left');
    },
    MentorshipResumed: ({ data: { mentorship } }, world) => {
      const pair = world.look.row('mentorship', mentorship);
      return pair?.mentorLeftAt && hasAnother(pair.mentee, mentorship, world) ? [ask({ mentorship })] : [];
    },
    HandoverSettled: ({ data: { mentorship } }, world) => {
      const pair = world.look.row('mentorship', mentorship);
      return pair && !isOver(pair)
        ? othersOf(pair.mentee, mentorship, world)
            .filter(({ mentorLeftAt }) => mentorLeftAt)
            .map(ask)
        : [];
    },
    MentorshipCompleted: ({ data }, world) => askNoMore(theTwo(data).mentee, data.mentorship, world, 'other-ended'),
    MentorshipEnded: ({ data }, world) => askNoMore(theTwo(data).mentee, data.mentorship, world, 'other-ended'),
  },
};

const ask = ({ mentorship }: Pick<MentorshipRow, 'mentorship'>): Asked => ({ type: 'ProposeClosing', data: { mentorship } });

/** Mentorships of a mentee that are not over, but for one. */
const othersOf = (mentee: PersonId, mentorship: MentorshipRow['mentorship'], { look }: World): readonly MentorshipRow[] =>
  look.rows('mentorship', { mentee }).filter((pair) => pair.mentorship !== mentorship && !isOver(pair));

const hasAnother = (mentee: PersonId, mentorship: MentorshipRow['mentorship'], world: World): boolean =>
  othersOf(mentee, mentorship, world).some(({ mentorLeftAt }) => !mentorLeftAt);

/** One mentorship is no longer there to have instead: where no other is, those whose mentor has left are not asked any more. */
function askNoMore(mentee: PersonId, mentorship: MentorshipRow['mentorship'], world: World, why: LiftReason): readonly Asked[] {
  if (hasAnother(mentee, mentorship, world)) return [];
  const asked = othersOf(mentee, mentorship, world).filter(({ closing }) => closing?.because === 'mentor-left');
  return asked.map((pair) => ({ type: 'LiftClosing', data: { mentorship: pair.mentorship, why } }));
}
