import type { MembershipRow } from '@alongside/projections/views/membership.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import type { Reactor } from './reactor.js';

/** Days on which a mentor's school turns out to be shut do not count (R4): requests that wait are counted again, and both sides see the new day. */
export const moveAnswerDaysWhenCalendarSet: Reactor = {
  name: 'move-answer-days-when-calendar-set',
  on: {
    CalendarSet: ({ data: { institution } }, { look }) =>
      look
        .rows<MembershipRow>('membership', { institutions: institution })
        .flatMap(({ person }) => look.rows<RequestRow>('request', { mentor: person, status: 'open' }))
        .map(({ mentor, request }) => ({ type: 'MoveAnswerDay', data: { mentor, request } })),
  },
};
