import { isOver } from '@alongside/domain/mentorships/states.js';
import { isBack } from '@alongside/projections/facts/has-left.js';
import type { Reactor } from './reactor.js';

/** A mentor who belongs where their mentee does again has not left: nothing is to be handed over. Whether anything was, the mentorship knows. */
export const settleHandoverWhenMentorIsBack: Reactor = {
  name: 'settle-handover-when-mentor-is-back',
  on: {
    MemberJoined: ({ data: { person, institution } }, { look }) =>
      [...look.rows('mentorship', { mentor: person }), ...look.rows('mentorship', { mentee: person })]
        .filter((pair) => !isOver(pair) && isBack(pair.mentor, pair.mentee, look))
        .map(({ mentorship, mentor }) => ({
          type: 'SettleHandover',
          data: { mentorship, ...(mentor === person && { institution }) },
        })),
  },
};
