import { OPEN_REQUESTS_LIMIT } from '@alongside/domain/requests/limits.js';
import type { Reactor } from './reactor.js';

/** [R3] One request too many, which two processes let pass in one moment, is withdrawn. Its id says which: the same for every process. */
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
