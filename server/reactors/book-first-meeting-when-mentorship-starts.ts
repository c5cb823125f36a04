import type { Reactor } from './reactor.js';

/** A yes that named a time books the first meeting, once there is a mentorship for it to belong to. */
export const bookFirstMeetingWhenMentorshipStarts: Reactor = {
  name: 'book-first-meeting-when-mentorship-starts',
  on: {
    MentorshipStarted: ({ data: { mentorship, aims, first } }) =>
      first ? [{ type: 'BookFirstMeeting', data: { ...first, mentorship, aims } }] : [],
  },
};
