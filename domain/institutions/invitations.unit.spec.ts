import type { Day, InstitutionId, Instant, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import type { InstitutionCommand } from './institution.commands.js';
import { institution } from './institution.decider.js';
import type { InstitutionEvent } from './institution.events.js';
import type { InstitutionFacts } from './institution.facts.js';

const [asha, ben, cora] = ['asha', 'ben', 'cora'] as [PersonId, PersonId, PersonId];
const school = 'larkhill' as InstitutionId;
const from = '2026-09-01' as Day;
const registered: InstitutionEvent = {
  type: 'InstitutionRegistered',
  data: { institution: school, details: { name: 'Larkhill', kind: 'school', nation: 'england' } },
};
const nobody: InstitutionFacts = {
  known: [],
  inTrust: [],
  newcomers: [],
  putBack: [],
  addressees: [],
  awaited: [],
  untold: [],
  takenSince: false,
  givenSoon: false,
  late: null,
  leaving: null,
  doubled: [],
  trust: null,
};
const invited = (person: PersonId): InstitutionEvent => ({
  type: 'MemberInvited',
  data: { institution: school, person, email: `${person}@school.example`, from, by: cora },
});
const joined = (person: PersonId): InstitutionEvent => ({ type: 'MemberJoined', data: { institution: school, person, from } });
const command = <Type extends InstitutionCommand['type']>(type: Type, data: object, by: PersonId = cora) =>
  ({ type, by, on: from, at: `${from}T09:00:00.000Z` as Instant, data: { institution: school, ...data } }) as InstitutionCommand;
const invite = (...people: readonly PersonId[]) =>
  command('InviteMembers', { invited: people.map((person) => ({ email: `${person}@school.example`, from })) });
const answer = (type: 'AcceptInvitation' | 'DeclineInvitation' | 'WithdrawInvitation', person: PersonId) =>
  command(type, { person }, person);

describe('somebody who is on the hub already', () => {
  test('cannot be put on a list without being asked', () => {
    const facts = { ...nobody, known: [asha, ben], newcomers: [asha] };
    const add = (person: PersonId, by = cora) => command('AddMember', { person, from }, by);
    given(institution, [registered], facts).when(add(ben)).refused('MEMBER.MUST_BE_INVITED');
    given(institution, [registered], facts)
      .when(command('AddMembers', { members: [asha, ben].map((person) => ({ person, from })) }))
      .refused('MEMBER.MUST_BE_INVITED');
    given(institution, [registered], facts).when(add(asha)).happens(joined(asha));
    given(institution, [registered], facts).when(add(ben, HUB)).happens(joined(ben));
  });

  test('is put back, and not asked, where they were removed and never signed in: they would never find an invitation', () => {
    const left: InstitutionEvent = { type: 'MemberLeft', data: { institution: school, person: ben } };
    const facts = { ...nobody, known: [ben], newcomers: [ben], putBack: [ben], addressees: [ben] };
    const again = { type: 'MemberJoined' as const, data: { institution: school, person: ben, from, again: true as const } };
    const add = command('AddMember', { person: ben, from });
    // Also where they were asked as they would have been before.
    for (const history of [
      [registered, joined(ben), left],
      [registered, joined(ben), left, invited(ben)],
    ])
      for (const said of [add, { ...add, by: HUB }, command('AddMembers', { members: [{ person: ben, from }] }), invite(ben)])
        given(institution, history, facts).when(said).happens(again);
    // No email told them of the removal, so none tells them of this.
    given(institution, [registered, joined(ben), left], { ...facts, untold: [ben] })
      .when(add)
      .happens({ ...again, data: { ...again.data, untold: true } });
    given(institution, [registered, joined(ben), left], { ...nobody, known: [ben], addressees: [ben] })
      .when(invite(ben))
      .happens(invited(ben));
    given(institution, [registered, joined(ben), left], { ...nobody, known: [ben] })
      .when(add)
      .refused('MEMBER.MUST_BE_INVITED');
  });

  test('is invited by their address where they belonged nowhere yet, for that is what whoever asks is told', () => {
    const facts = { ...nobody, known: [ben], newcomers: [ben], addressees: [ben] };
    given(institution, [registered], facts).when(invite(ben)).happens(invited(ben));
    given(institution, [registered, invited(ben)], facts)
      .when(invite(ben))
      .nothingHappens();
  });

  test('is invited by their address, once, and not where they belong already', () => {
    const facts = { ...nobody, addressees: [ben] };
    given(institution, [registered], facts).when(invite(ben)).happens(invited(ben));
    for (const before of [invited(ben), joined(ben)]) given(institution, [registered, before], facts).when(invite(ben)).nothingHappens();
  });

  test('an address that nobody has refuses the whole, and says which', () => {
    given(institution, [registered], { ...nobody, addressees: [ben, null] })
      .when(invite(ben, asha))
      .refused('MEMBER.NO_SUCH_ADDRESS');
  });

  test('belongs once they say yes, from the day that was named', () => {
    given(institution, [registered, invited(ben)], nobody)
      .when(answer('AcceptInvitation', ben))
      .happens(joined(ben));
    given(institution, [registered, invited(ben), joined(ben)], nobody)
      .when(answer('AcceptInvitation', ben))
      .nothingHappens();
  });

  test('may say no, and be asked again another time', () => {
    const declined: InstitutionEvent = { type: 'InvitationDeclined', data: { institution: school, person: ben } };
    given(institution, [registered, invited(ben)], nobody)
      .when(answer('DeclineInvitation', ben))
      .happens(declined);
    given(institution, [registered, invited(ben), declined], nobody)
      .when(answer('AcceptInvitation', ben))
      .refused('INVITATION.NOT_OPEN');
    given(institution, [registered, invited(ben), declined], { ...nobody, addressees: [ben] })
      .when(invite(ben))
      .happens(invited(ben));
  });

  test('cannot join by an invitation that was taken back, or that was for somebody else', () => {
    const withdrawn: InstitutionEvent = { type: 'InvitationWithdrawn', data: { institution: school, person: ben } };
    given(institution, [registered, invited(ben)], nobody)
      .when(answer('WithdrawInvitation', ben))
      .happens(withdrawn);
    given(institution, [registered, invited(ben), withdrawn], nobody)
      .when(answer('AcceptInvitation', ben))
      .refused('INVITATION.NOT_OPEN');
    given(institution, [registered, invited(ben)], nobody)
      .when(answer('AcceptInvitation', asha))
      .refused('INVITATION.NOT_OPEN');
  });

  test('an invitation that was accepted a moment ago is not taken back or declined as if it were open', () => {
    for (const type of ['DeclineInvitation', 'WithdrawInvitation'] as const) {
      given(institution, [registered, invited(ben), joined(ben)], nobody)
        .when(answer(type, ben))
        .refused('INVITATION.ACCEPTED_ALREADY');
      given(institution, [registered], nobody).when(answer(type, ben)).nothingHappens();
    }
  });
});

describe('when new colleagues are told that they can sign in', () => {
  const planned = (on: string, by: PersonId) =>
    ({ type: 'InvitationsPlanned', data: { institution: school, on, from: by } }) as InstitutionEvent;
  const plan = (on: string | null, by: PersonId, data: object = {}) => command('PlanInvitations', { on, ...data }, by);

  test('a colleague may change the day; what the hub plans for an import changes none', () => {
    given(institution, [registered, planned('2027-04-20', cora)], nobody)
      .when(plan('2026-09-07', asha))
      .happens(planned('2026-09-07', asha));
    given(institution, [registered, planned('2027-04-20', cora)], nobody)
      .when(plan('2026-09-07', HUB, { from: asha }))
      .nothingHappens();
    given(institution, [registered], nobody)
      .when(plan('2026-09-07', HUB, { from: asha }))
      .happens(planned('2026-09-07', asha));
  });

  test('is today or later, and a day that has not come is called off by a colleague', () => {
    const off: InstitutionEvent = { type: 'InvitationsPlanned', data: { institution: school, on: null, from: cora } };
    given(institution, [registered], nobody).when(plan(from, cora)).happens(planned(from, cora));
    given(institution, [registered], nobody).when(plan('2026-08-31', cora)).refused('INVITATION.DAY_PAST');
    given(institution, [registered, planned('2027-04-20', cora)], nobody)
      .when(plan(null, cora))
      .happens(off);
    given(institution, [registered], nobody).when(plan(null, cora)).nothingHappens();
    given(institution, [registered, planned('2027-04-20', cora)], nobody)
      .when(plan('2027-04-20', cora))
      .nothingHappens();
  });

  test('is taken off by the hub once it has come, and not where it was planned anew meanwhile', () => {
    const done: InstitutionEvent = { type: 'InvitationsPlanned', data: { institution: school, on: null, from: cora } };
    given(institution, [registered, planned(from, cora)], nobody)
      .when(plan(null, HUB))
      .happens(done);
    given(institution, [registered, planned('2026-09-02', cora)], nobody)
      .when(plan(null, HUB))
      .nothingHappens();
  });

  test('what the hub sends for an import is in the importer’s name, whoever planned a day for others; nobody lends a name otherwise', () => {
    const facts = { ...nobody, awaited: [ben] };
    const send = (by: PersonId, data: object = {}) => command('SendInvitations', { people: [ben], ...data }, by);
    const sent = (from: PersonId): InstitutionEvent => ({ type: 'InvitationSent', data: { institution: school, person: ben, from } });
    const before = [registered, joined(ben), planned('2027-04-20', cora)];
    given(institution, before, facts)
      .when(send(HUB, { from: asha }))
      .happens(sent(asha));
    given(institution, before, facts).when(send(HUB)).happens(sent(cora));
    given(institution, before, facts)
      .when(send(cora, { from: asha }))
      .happens(sent(cora));
  });
});

describe('a person whom no email has told of Alongside', () => {
  const ask = (by: PersonId, data: object = {}) => command('InviteMembers', { invited: [{ email: 'ben@elm.example', from }], ...data }, by);
  const asked = (by: PersonId, more: object = {}): InstitutionEvent => ({
    type: 'MemberInvited',
    data: { institution: school, person: ben, email: 'ben@elm.example' as never, from, by, ...more },
  });
  const facts = { ...nobody, known: [ben], addressees: [ben] };

  test('is asked to join without an email, and by whoever imported the list; nobody lends a name otherwise', () => {
    given(institution, [registered], facts)
      .when(ask(HUB, { from: asha }))
      .happens(asked(asha));
    given(institution, [registered], facts)
      .when(ask(cora, { from: asha }))
      .happens(asked(cora));
    given(institution, [registered], { ...facts, untold: [ben] })
      .when(ask(HUB, { from: asha }))
      .happens(asked(asha, { untold: true }));
  });

  test('is told by the school that asks them as well, as long as it asks', () => {
    const send = command('SendInvitations', { people: [ben] }, cora);
    const awaited = { ...nobody, awaited: [ben] };
    given(institution, [registered, asked(cora, { untold: true })], awaited)
      .when(send)
      .happens({ type: 'InvitationSent', data: { institution: school, person: ben, from: cora } });
    given(institution, [registered], awaited).when(send).nothingHappens();
  });
});

test('the line manager of a member who has not signed in is part of their being added', () => {
  const history = [registered, joined(asha), joined(ben)];
  const set = command('SetReportingLine', { person: ben, lineManager: asha, inductionTutor: null });
  const data = { institution: school, person: ben, lineManager: asha, inductionTutor: null, changed: ['lineManager' as const] };
  const facts = { ...nobody, known: [asha, ben] };
  given(institution, history, facts)
    .when(set)
    .happens({ type: 'ReportingLineSet', data: { ...data } });
  given(institution, history, { ...facts, awaited: [ben] })
    .when(set)
    .happens({ type: 'ReportingLineSet', data: { ...data, withJoin: true } });
});
