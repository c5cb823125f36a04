import { OPEN_REQUESTS_LIMIT } from '@alongside/domain/requests/limits.js';
import type { Reactor } from './reactor.js';

/**
 * [R3] Two processes let a mentee's requests pass in one moment, each before it had read the other's: the one too many is withdrawn for them,
 * and they are told. Which one follows from their ids: whichever of the two is followed first, it is the same.
 */
export const withdrawRequestsOverTheLimit: Reactor = {
  name: 'withdraw-requests-over-the-limit',
  on: {
    MentoringRequested: ({ data: { mentee } }, { look }) =>
      look
        .rows('request', { mentee, status: 'open' })
        .toSorted((a, b) => (a.request < b.request ? -1 : 1))
        .slice(OPEN_REQUESTS_LIMIT)
        .map(({ mentor, request }) => ({ type: 'WithdrawRequest', data: { mentor, request, because: 'too-many-open' } })),
  },
};
