import type { Reactor } from './reactor.js';

/**
 * A mentor whose yes came to nothing could tell why (R5): an open request to an excluded mentor is withdrawn, as it may be for any reason.
 */
export const withdrawRequestWhenMenteeExcludesMentor: Reactor = {
  name: 'withdraw-request-when-mentee-excludes-mentor',
  on: {
    ExclusionAdded: ({ data: { person, other } }, { look }) =>
      look
        .rows('request', { mentee: person, mentor: other, status: 'open' })
        .map(({ mentor, request }) => ({ type: 'WithdrawRequest', data: { mentor, request } })),
  },
};
