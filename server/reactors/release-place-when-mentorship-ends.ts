import { peopleAs } from '@alongside/domain/mentorships/participants.js';
import type { Asked, EventTyped, Reactor } from './reactor.js';

/** A place is free again once a mentorship is over, however it ended (R8). */
export const releasePlaceWhenMentorshipEnds: Reactor = {
  name: 'release-place-when-mentorship-ends',
  on: { MentorshipCompleted: release, MentorshipEnded: release },
};

function release({ data }: EventTyped<'MentorshipCompleted' | 'MentorshipEnded'>): readonly Asked[] {
  return peopleAs(data.participants, 'mentor').map((mentor) => ({ type: 'ReleasePlace', data: { mentor, mentorship: data.mentorship } }));
}
