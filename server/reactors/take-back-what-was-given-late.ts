import type { Reactor } from './reactor.js';

/** Takes back a role, or a place in a trust, that was given behind the loss of the right to, and whatever was given on by it. */
export const takeBackWhatWasGivenLate: Reactor = {
  name: 'take-back-what-was-given-late',
  on: {
    RoleGranted: ({ id, data: { institution, person, role } }, { look }) =>
      look.row('late-grant', id) ? [{ type: 'RevokeRole', data: { institution, person, role, late: id } }] : [],
    TrustJoined: ({ id, data: { institution } }, { look }) =>
      look.row('late-grant', id) ? [{ type: 'LeaveTrust', data: { institution, late: id } }] : [],
  },
};
