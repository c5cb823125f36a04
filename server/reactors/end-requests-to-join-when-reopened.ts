import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { Asked, Reactor } from './reactor.js';

const isClosed = (institution: InstitutionId, look: HubReader): boolean => Boolean(look.row('institution', institution)?.closed);

/** What people asked of other schools as theirs closed rests on that closing. It may also be decided a moment after the reopening. */
export const endRequestsToJoinWhenReopened: Reactor = {
  name: 'end-requests-to-join-when-reopened',
  on: {
    InstitutionReopened: ({ data: { institution } }, { look }) =>
      isClosed(institution, look) ? [] : look.rows('invitation', { closed: institution }).map((asked) => end(asked, institution)),
    JoinAsked: ({ data }, { look }) => (isClosed(data.closed, look) ? [] : [end(data, data.closed)]),
  },
};

const end = (
  { institution, person }: Pick<Extract<Asked, { type: 'WithdrawInvitation' }>['data'], 'institution' | 'person'>,
  reopened: InstitutionId,
): Asked => ({
  type: 'WithdrawInvitation',
  data: { institution, person, reopened },
});
