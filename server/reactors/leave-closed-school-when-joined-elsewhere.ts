import type { Reactor } from './reactor.js';

/** A person whose school closed said where they are now, and belongs there: they leave the closed school with it. Nobody else is moved. */
export const leaveClosedSchoolWhenJoinedElsewhere: Reactor = {
  name: 'leave-closed-school-when-joined-elsewhere',
  on: {
    MemberJoined: ({ data: { person, institution, movedFrom } }) =>
      movedFrom === undefined ? [] : [{ type: 'RemoveMember', data: { institution: movedFrom, person, movedTo: institution } }],
  },
};
