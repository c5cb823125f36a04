import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { LiftReason } from '@alongside/domain/mentorships/mentorship.events.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import { peopleAs, type Participants } from '@alongside/domain/mentorships/participants.js';
import type { Asked, Reactor, World } from './reactor.js';

/**
 * Asks about earlier mentorships that lost their mentor or no longer meet once the mentee has another mentor. Mentors who left do not count
 * as another.
 */
export const askAboutEarlierMentors: Reactor = {
  name: 'ask-about-earlier-mentors',
  on: {
    MentorshipStarted: ({ data }, world) => menteesOf(data).flatMap((mentee) => othersOf(mentee, data.mentorship, world).map(ask)),
    HandoverNeeded: ({ data }, world) => {
      const mentees = menteesOf(data);
      return mentees.some((mentee) => hasAnother(mentee, data.mentorship, world)) ? [ask(data)] : askNoMore(data, world, 'other-left');
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
    MentorshipCompleted: ({ data }, world) => askNoMore(data, world, 'other-ended'),
    MentorshipEnded: ({ data }, world) => askNoMore(data, world, 'other-ended'),
  },
};

interface Among {
  readonly mentorship: MentorshipRow['mentorship'];
  readonly participants: Participants;
}
const menteesOf = ({ participants }: Among): readonly PersonId[] => peopleAs(participants, 'mentee');

const ask = ({ mentorship }: Pick<MentorshipRow, 'mentorship'>): Asked => ({ type: 'ProposeClosing', data: { mentorship } });

/** Mentorships of a mentee that are not over, but for one. */
const othersOf = (mentee: PersonId, mentorship: MentorshipRow['mentorship'], { look }: World): readonly MentorshipRow[] =>
  look.rows('mentorship', { mentee }).filter((pair) => pair.mentorship !== mentorship && !isOver(pair));

const hasAnother = (mentee: PersonId, mentorship: MentorshipRow['mentorship'], world: World): boolean =>
  othersOf(mentee, mentorship, world).some(({ mentorLeftAt }) => !mentorLeftAt);

/** One mentorship is no longer there to have instead: where no other is, those whose mentor has left are not asked any more. */
function askNoMore(over: Among, world: World, why: LiftReason): readonly Asked[] {
  return menteesOf(over)
    .filter((mentee) => !hasAnother(mentee, over.mentorship, world))
    .flatMap((mentee) => othersOf(mentee, over.mentorship, world))
    .filter(({ closing }) => closing?.because === 'mentor-left')
    .map((pair) => ({ type: 'LiftClosing', data: { mentorship: pair.mentorship, why } }));
}
