import { isOver } from '@alongside/domain/mentorships/states.js';
import { hasLeft } from '@alongside/projections/facts/has-left.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { Reactor } from './reactor.js';

/**
 * Shows a mentor’s leaving at the mentee’s coordinator. The mentorship goes on until one of the two ends it; a paused offer to mentor
 * affects none.
 */
export const needHandoverWhenMentorLeaves: Reactor = {
  name: 'need-handover-when-mentor-leaves',
  on: {
    MemberLeft: ({ data: { person, institution } }, { look }) =>
      look
        .rows<MentorshipRow>('mentorship', { mentor: person })
        .filter((pair) => !isOver(pair) && hasLeft(person, pair.mentee, institution, look))
        .map(({ mentorship }) => ({ type: 'NeedHandover', data: { mentorship } })),
  },
};
