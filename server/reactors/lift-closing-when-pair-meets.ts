import type { MentorshipId } from '@alongside/domain/kernel/brand.js';
import type { Asked, Reactor, World } from './reactor.js';

/** Two people who book, suggest or record a meeting go on together: a coordinator's suggestion to end it is off. */
export const liftClosingWhenPairMeets: Reactor = {
  name: 'lift-closing-when-pair-meets',
  on: {
    MeetingProposed: ({ data: { mentorship } }, world) => lift(mentorship, world),
    MeetingBooked: ({ data: { mentorship } }, world) => lift(mentorship, world),
    MeetingMoved: ({ data: { mentorship } }, world) => lift(mentorship, world),
    MeetingClosed: ({ data: { mentorship, took } }, world) => (took ? lift(mentorship, world) : []),
  },
};

const lift = (mentorship: MentorshipId, { look }: World): readonly Asked[] =>
  look.row('mentorship', mentorship)?.closing ? [{ type: 'LiftClosing', data: { mentorship, why: 'met' } }] : [];
