import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/**
 * Once a mentee has another mentor, asks about earlier mentorships whose mentor has left or that no longer meet. Each mentorship decides
 * for itself whether it is one.
 */
export const askAboutEarlierMentors: Reactor = {
  name: 'ask-about-earlier-mentors',
  on: {
    MentorshipStarted: ({ data: { mentee, mentorship } }, world) => othersOf(mentee, mentorship, world).map(ask),
    HandoverNeeded: ({ data: { mentee, mentorship } }, world) => askIfServed(mentee, mentorship, world),
    MentorshipResumed: ({ data: { mentorship } }, world) => {
      const pair = world.look.row<MentorshipRow>('mentorship', mentorship);
      return pair?.mentorLeftAt ? askIfServed(pair.mentee, mentorship, world) : [];
    },
    MentorshipCompleted: askNoMore,
    MentorshipEnded: askNoMore,
  },
};

const ask = ({ mentorship }: Pick<MentorshipRow, 'mentorship'>): Asked => ({ type: 'ProposeClosing', data: { mentorship } });

/** Mentorships of a mentee that are not over, but for one. */
const othersOf = (mentee: PersonId, mentorship: MentorshipRow['mentorship'], { look }: World): readonly MentorshipRow[] =>
  look.rows<MentorshipRow>('mentorship', { mentee }).filter((pair) => pair.mentorship !== mentorship && !isOver(pair));

const askIfServed = (mentee: PersonId, mentorship: MentorshipRow['mentorship'], world: World): readonly Asked[] =>
  othersOf(mentee, mentorship, world).length > 0 ? [ask({ mentorship })] : [];

/** The other mentorship is over: there is no longer one to have instead. */
function askNoMore({ data }: EventTyped<'MentorshipCompleted' | 'MentorshipEnded'>, world: World): readonly Asked[] {
  const [only, ...others] = othersOf(data.mentee, data.mentorship, world);
  return only?.closing?.because === 'mentor-left' && others.length === 0
    ? [{ type: 'LiftClosing', data: { mentorship: only.mentorship, why: 'other-ended' } }]
    : [];
}
