import type { Day, Instant, InstitutionId, PersonId, Position } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import type { InstitutionCommand } from './institution.commands.js';
import { institution } from './institution.decider.js';
import type { InstitutionEvent } from './institution.events.js';
import type { InstitutionFacts } from './institution.facts.js';

const [asha, ben, cora] = ['asha', 'ben', 'cora'] as [PersonId, PersonId, PersonId];
const [old, next, other] = ['oldfield', 'newfield', 'elm'] as [InstitutionId, InstitutionId, InstitutionId];
const [today, last] = ['2026-09-01', '2026-08-31'] as [Day, Day];
const facts: InstitutionFacts = {
  ...{
    known: [asha, ben],
    inTrust: [],
    newcomers: [asha, ben],
    putBack: [],
    addressees: [ben],
    awaited: [ben],
    untold: [],
    takenSince: false,
    givenSoon: false,
    late: null,
    doubled: [],
    trust: null,
  },
  leaving: { institution: old, successors: [next], isMember: true },
};
const registered = (at: InstitutionId): InstitutionEvent => ({
  type: 'InstitutionRegistered',
  data: { institution: at, details: { name: at, kind: 'school', nation: 'england' } },
});
const closed: InstitutionEvent = { type: 'InstitutionClosed', data: { institution: old, on: last, successors: [next] } };
const joined = (at: InstitutionId, person: PersonId, movedFrom?: InstitutionId): InstitutionEvent => ({
  type: 'MemberJoined',
  data: { institution: at, person, from: today, ...(movedFrom && { movedFrom }) },
});
const asked: InstitutionEvent = {
  type: 'JoinAsked',
  data: { institution: other, person: ben, email: 'ben@old.example', from: today, closed: old },
};
const command = (type: InstitutionCommand['type'], at: InstitutionId, data: object = {}, by: PersonId = cora) =>
  ({ type, by, on: today, at: `${today}T09:00:00.000Z` as Instant, data: { institution: at, ...data } }) as InstitutionCommand;
const close = (data: object) => command('CloseInstitution', old, { on: last, successors: [next], ...data }, HUB);
const says = (at: InstitutionId) => command('AskToJoin', at, { person: ben, email: 'ben@old.example', closed: old }, ben);

describe('a school that closed', () => {
  test('is closed from the day of its register, which may be corrected and taken back', () => {
    given(institution, [registered(old)], facts)
      .when(close({}))
      .happens(closed);
    given(institution, [registered(old), closed], facts)
      .when(close({}))
      .nothingHappens();
    given(institution, [registered(old), closed], facts)
      .when(close({ successors: [other, next, old, next] }))
      .happens({ type: 'InstitutionClosed', data: { institution: old, on: last, successors: [other, next].sort() } });
    given(institution, [registered(old), closed], facts)
      .when(command('ReopenInstitution', old, {}, HUB))
      .happens({ type: 'InstitutionReopened', data: { institution: old } });
    given(institution, [registered(old)], facts)
      .when(command('ReopenInstitution', old, {}, HUB))
      .nothingHappens();
  });

  test('is not closed before its day, and a trust or the hub never', () => {
    given(institution, [registered(old)], facts)
      .when(close({ on: '2026-09-02' }))
      .refused('INSTITUTION.CLOSES_LATER');
    for (const kind of ['trust', 'hub'] as const) {
      const details = { name: 'Old', kind, nation: 'england' as const };
      given(institution, [{ type: 'InstitutionRegistered', data: { institution: old, details } }], facts)
        .when(close({}))
        .refused('INSTITUTION.CANNOT_CLOSE');
    }
  });

  test('has nobody added, invited or told that they can sign in', () => {
    const here = [registered(old), joined(old, asha), closed];
    const invited: InstitutionEvent = {
      type: 'MemberInvited',
      data: { institution: old, person: ben, email: 'ben@old.example', from: today, by: cora },
    };
    for (const brings of [
      command('AddMember', old, { person: ben, from: today }),
      command('AddMember', old, { person: ben, from: today }, HUB),
      command('AddMembers', old, { members: [{ person: ben, from: today }] }),
      command('InviteMembers', old, { invited: [{ email: 'ben@old.example', from: today }] }),
      command('AcceptInvitation', old, { person: ben }, ben),
      command('PlanInvitations', old, { on: today }),
      command('SendInvitations', old, { people: [asha] }),
    ])
      given(institution, [registered(old), joined(old, asha), invited, closed], facts)
        .when(brings)
        .refused('INSTITUTION.CLOSED');
    // Lost by a join of two records alone: they were members as it closed.
    const again = { person: ben, from: last, asOf: '4' as Position };
    given(institution, [registered(old), closed], { ...facts, known: [ben] })
      .when(command('AddMember', old, again, HUB))
      .happens({ type: 'MemberJoined', data: { institution: old, person: ben, from: last } });
    given(institution, here, facts)
      .when(command('SendInvitations', old, { people: [asha] }, HUB))
      .nothingHappens();
    const [, , , ...reopened] = [...here, { type: 'InstitutionReopened', data: { institution: old } } as const];
    given(institution, [...here, ...reopened], facts)
      .when(command('AddMember', old, { person: ben, from: today }))
      .happens(joined(old, ben));
  });

  test('has its members told by email once, by the hub: those who are members still, and were not told', () => {
    const here = [registered(old), joined(old, asha), joined(old, ben), closed];
    const tell = (people: readonly PersonId[], more: object = {}) => command('TellOfClosing', old, { people, ...more }, HUB);
    const told = (...people: PersonId[]): InstitutionEvent => ({ type: 'ClosingTold', data: { institution: old, people } });
    given(institution, here, facts)
      .when(tell([asha, ben, cora, asha]))
      .happens(told(asha, ben));
    given(institution, [...here, told(asha)], facts)
      .when(tell([asha, ben]))
      .happens(told(ben));
    // The last of the letters ends it, also where nobody is left; one before it with nobody in it says nothing.
    given(institution, [...here, told(asha)], facts)
      .when(tell([asha]))
      .happens(told());
    given(institution, [...here, told(asha)], facts)
      .when(tell([asha], { goesOn: true }))
      .nothingHappens();
    given(institution, here, facts)
      .when(tell([asha], { goesOn: true }))
      .happens({ type: 'ClosingTold', data: { institution: old, people: [asha], goesOn: true } });
  });

  test('tells nobody again when its register corrects it, and nobody at all once it is open again', () => {
    const told: InstitutionEvent = { type: 'ClosingTold', data: { institution: old, people: [asha] } };
    const corrected: InstitutionEvent = { type: 'InstitutionClosed', data: { institution: old, on: last, successors: [other] } };
    const reopened: InstitutionEvent = { type: 'InstitutionReopened', data: { institution: old } };
    const tell = command('TellOfClosing', old, { people: [asha] }, HUB);
    const here = [registered(old), joined(old, asha), closed, told];
    given(institution, [...here, corrected], facts)
      .when(tell)
      .happens({ type: 'ClosingTold', data: { institution: old, people: [] } });
    given(institution, [...here, reopened], facts)
      .when(tell)
      .nothingHappens();
    given(institution, [...here, reopened, closed], facts)
      .when(tell)
      .happens(told);
  });

  test('lets its last administrator go', () => {
    const role: InstitutionEvent = { type: 'RoleGranted', data: { institution: old, person: asha, role: 'administrator' } };
    const leave = command('RemoveMember', old, { person: asha }, asha);
    given(institution, [registered(old), joined(old, asha), role], facts)
      .when(leave)
      .refused('MEMBER.LAST_ADMINISTRATOR');
    given(institution, [registered(old), joined(old, asha), role, closed], facts)
      .when(leave)
      .happens({ type: 'MemberLeft', data: { institution: old, person: asha } });
  });
});

describe('a member of a closed school says where they are now', () => {
  test('at its successor, or where they are invited, they belong by their own word', () => {
    given(institution, [registered(next)], facts)
      .when(says(next))
      .happens(joined(next, ben, old));
    given(institution, [registered(next), joined(next, ben)], facts)
      .when(says(next))
      .nothingHappens();
    const invited: InstitutionEvent = {
      type: 'MemberInvited',
      data: { institution: other, person: ben, email: 'ben@old.example', from: today, by: cora },
    };
    given(institution, [registered(other), invited], facts)
      .when(says(other))
      .happens(joined(other, ben, old));
  });

  test('anywhere else a coordinator says yes as well, and nobody says it for themself', () => {
    const here = [registered(other), asked];
    given(institution, [registered(other)], facts)
      .when(says(other))
      .happens(asked);
    given(institution, here, facts).when(says(other)).nothingHappens();
    given(institution, here, facts)
      .when(command('AcceptInvitation', other, { person: ben }, ben))
      .refused('INVITATION.NOT_OPEN');
    for (const yes of [
      command('AddMember', other, { person: ben, from: today }),
      command('InviteMembers', other, { invited: [{ email: 'ben@old.example', from: today }] }),
    ])
      given(institution, here, { ...facts, newcomers: [] })
        .when(yes)
        .happens(joined(other, ben, old));
    given(institution, here, facts)
      .when(command('WithdrawInvitation', other, { person: ben }))
      .happens({ type: 'InvitationWithdrawn', data: { institution: other, person: ben } });
  });

  test('nobody joins by a school that is open, that is not theirs, or by another’s address', () => {
    const refused = 'INSTITUTION.NOT_YOUR_CLOSED_SCHOOL';
    given(institution, [registered(next)], { ...facts, leaving: null })
      .when(says(next))
      .refused(refused);
    given(institution, [registered(next)], { ...facts, leaving: { institution: old, successors: [next], isMember: false } })
      .when(says(next))
      .refused(refused);
    given(institution, [registered(other)], { ...facts, addressees: [asha] })
      .when(says(other))
      .refused(refused);
  });

  test('where they went is passed on by the hub alone', () => {
    const leave = (by: PersonId) => command('RemoveMember', old, { person: ben, movedTo: next }, by);
    const here = [registered(old), joined(old, ben), closed];
    given(institution, here, facts)
      .when(leave(HUB))
      .happens({ type: 'MemberLeft', data: { institution: old, person: ben, movedTo: next } });
    given(institution, here, facts)
      .when(leave(cora))
      .happens({ type: 'MemberLeft', data: { institution: old, person: ben } });
  });
});

describe('a request to join another school, once the closed one is open again', () => {
  const here = [registered(other), asked];
  const ends = (reopened: InstitutionId, by: PersonId = HUB) => command('WithdrawInvitation', other, { person: ben, reopened }, by);
  const withdrawn = (more: object = {}): InstitutionEvent => ({
    type: 'InvitationWithdrawn',
    data: { institution: other, person: ben, ...more },
  });

  test('is ended by the hub, which says why; a coordinator’s no names no reopening', () => {
    given(institution, here, facts)
      .when(ends(old))
      .happens(withdrawn({ reopened: old }));
    given(institution, here, facts).when(ends(old, cora)).happens(withdrawn());
  });

  test('stays where it rests on another closing or was an invitation, and is over where they were added a moment before', () => {
    given(institution, here, facts).when(ends(next)).nothingHappens();
    const invited: InstitutionEvent = {
      type: 'MemberInvited',
      data: { institution: other, person: ben, email: 'ben@old.example', from: today, by: cora },
    };
    given(institution, [registered(other), invited], facts)
      .when(ends(old))
      .nothingHappens();
    given(institution, [...here, joined(other, ben, old)], facts)
      .when(ends(old))
      .nothingHappens();
  });

  test('is not answered any more: its person is invited like anyone', () => {
    given(institution, [...here, withdrawn({ reopened: old })], { ...facts, newcomers: [] })
      .when(command('AddMember', other, { person: ben, from: today }))
      .refused('MEMBER.MUST_BE_INVITED');
  });
});
