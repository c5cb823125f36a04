import type { Day, Instant, InstitutionId, PersonId, Position } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import type { InstitutionCommand } from './institution.commands.js';
import { institution } from './institution.decider.js';
import { DEFAULT_SETTINGS, type InstitutionDetails, type InstitutionEvent, type Role } from './institution.events.js';
import type { InstitutionFacts } from './institution.facts.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
const [school, trust, otherTrust] = ['larkhill', 'beacon', 'harbour'] as [InstitutionId, InstitutionId, InstitutionId];
const day = (text: string) => text as Day;
const details: InstitutionDetails = { name: 'Larkhill', kind: 'school', nation: 'england' };
const facts: InstitutionFacts = {
  known: [asha, ben, cleo],
  inTrust: [ben],
  newcomers: [asha, ben, cleo],
  putBack: [],
  addressees: [],
  awaited: [],
  untold: [],
  takenSince: false,
  givenSoon: false,
  late: null,
  leaving: null,
  doubled: [],
  trust: { institution: trust, kind: 'trust' },
};
const nothing: InstitutionFacts = {
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

describe('registering', () => {
  test('an institution is registered once', () => {
    given(institution, [], facts).when(register()).happens(registered());
    given(institution, [registered()], facts).when(register()).refused('INSTITUTION.ALREADY_REGISTERED');
  });

  test('an institution that was not registered has no members, settings or trust', () => {
    for (const command of [add(asha), redescribe(details), join(trust), calendar([])])
      given(institution, [], facts).when(command).refused('INSTITUTION.NOT_REGISTERED');
  });

  test('its details may change, its kind may not', () => {
    const renamed = { ...details, name: 'Larkhill Academy' };
    given(institution, [registered()], facts)
      .when(redescribe(renamed))
      .happens({ type: 'InstitutionDescribed', data: { institution: school, details: renamed } });
    given(institution, [registered()], facts)
      .when(redescribe({ ...details, kind: 'trust' }))
      .refused('INSTITUTION.KIND_FIXED');
  });

  test('neither a new one nor a described one takes the number or the name of another', () => {
    const numbered = { ...details, reference: '100009' };
    given(institution, [registered()], { ...facts, doubled: ['number'] })
      .when(redescribe(numbered))
      .refused('INSTITUTION.NUMBER_TAKEN');
    given(institution, [registered()], { ...facts, doubled: ['name'] })
      .when(redescribe({ ...details, name: 'Oakfield' }))
      .refused('INSTITUTION.NAME_TAKEN');
    given(institution, [], { ...facts, doubled: ['number'] })
      .when(register())
      .refused('INSTITUTION.NUMBER_TAKEN');
  });

  test('what the columns of its staff lists are is remembered', () => {
    const columns = { '0123456789abcdef': 'name', fedcba9876543210: null };
    given(institution, [registered()], facts)
      .when(ask('RememberStaffColumns', { columns }))
      .happens({ type: 'StaffColumnsRemembered', data: { institution: school, columns } });
  });

  test('settings that stay as they were are nothing new', () => {
    const settings = { requestWindowDays: 7, discoverableBeyond: false };
    given(institution, [registered()], facts)
      .when(change(settings))
      .happens({ type: 'InstitutionSettingsChanged', data: { institution: school, settings } });
    given(institution, [registered()], facts).when(change(DEFAULT_SETTINGS)).nothingHappens();
  });
});

describe('the first administrator', () => {
  const from = day('2026-09-01');
  const hub: InstitutionDetails = { name: 'This hub', kind: 'hub', nation: 'england' };
  const appoint = (person: PersonId) => ask('AppointFirstAdministrator', { details: hub, person, from });
  const atHub: InstitutionEvent = { type: 'InstitutionRegistered', data: { institution: school, details: hub } };
  const belongs: InstitutionEvent = { type: 'MemberJoined', data: { institution: school, person: asha, from } };

  test('registers the hub, belongs and administers in one append', () => {
    given(institution, [], facts).when(appoint(asha)).happens(atHub, belongs, granted(asha, 'administrator'));
    given(institution, [atHub, belongs], facts).when(appoint(asha)).happens(granted(asha, 'administrator'));
  });

  test('is one person: another is refused, and the same is nothing new', () => {
    const appointed = [atHub, belongs, granted(asha, 'administrator')];
    given(institution, appointed, facts).when(appoint(ben)).refused('HUB.HAS_ADMINISTRATOR');
    given(institution, appointed, facts).when(appoint(asha)).nothingHappens();
  });

  test('is somebody who is known', () => {
    given(institution, [], nothing).when(appoint(asha)).refused('MEMBER.UNKNOWN');
  });
});

describe('many at once', () => {
  const from = day('2026-09-01');
  const addAll = (...people: readonly PersonId[]) => ask('AddMembers', { members: people.map((person) => ({ person, from })) });
  const hasJoined = (person: PersonId): InstitutionEvent => ({ type: 'MemberJoined', data: { institution: school, person, from } });

  test('members are added together, and those who belong already are left as they are', () => {
    given(institution, [registered(), hasJoined(ben)], facts)
      .when(addAll(asha, ben, cleo))
      .happens(hasJoined(asha), hasJoined(cleo));
  });

  test('somebody whom nobody knows refuses the whole', () => {
    given(institution, [registered()], { ...facts, known: [asha] })
      .when(addAll(asha, ben))
      .refused('MEMBER.UNKNOWN');
  });

  test('reporting lines are drawn together, by the rules for one', () => {
    const lines = [
      { person: asha, lineManager: ben, inductionTutor: null },
      { person: cleo, lineManager: asha, inductionTutor: ben },
    ];
    const members = [registered(), hasJoined(asha), hasJoined(cleo)];
    given(institution, members, facts)
      .when(ask('SetReportingLines', { lines }))
      .happens(lined(asha, ben, null, ['lineManager']), lined(cleo, asha, ben, ['lineManager', 'inductionTutor']));
    // Who stays is not told again.
    given(institution, [...members, lined(asha, ben, null, ['lineManager'])], facts)
      .when(ask('SetReportingLines', { lines: [{ person: asha, lineManager: ben, inductionTutor: cleo }] }))
      .happens(lined(asha, ben, cleo, ['inductionTutor']));
    // What is not given stays.
    given(institution, [...members, lined(asha, ben, cleo, ['lineManager', 'inductionTutor'])], facts)
      .when(ask('SetReportingLines', { lines: [{ person: asha, lineManager: null }] }))
      .happens(lined(asha, null, cleo, ['lineManager']));
    given(institution, members, facts)
      .when(ask('SetReportingLines', { lines: [{ person: asha, lineManager: asha, inductionTutor: null }] }))
      .refused('MEMBER.MANAGES_THEMSELF');
    // Anybody else would be shown to manage people at a school of which they know nothing.
    given(institution, members, { ...facts, inTrust: [] })
      .when(ask('SetReportingLines', { lines }))
      .refused('MEMBER.MANAGER_ELSEWHERE');
  });
});

test('a line that the hub gives again after a join is no news to anybody, and is not given once it was set since', () => {
  const again = { person: asha, lineManager: ben, inductionTutor: null, asOf: '4' as Position };
  const belongs = (person: PersonId): InstitutionEvent => ({
    type: 'MemberJoined',
    data: { institution: school, person, from: day('2026-09-01') },
  });
  const members = [registered(), belongs(asha), belongs(ben)];
  const set = (more: object) =>
    ({
      type: 'ReportingLineSet',
      data: { institution: school, person: asha, lineManager: ben, inductionTutor: null, ...more },
    }) as InstitutionEvent;
  given(institution, members, facts)
    .when({ ...ask('SetReportingLine', again), by: HUB })
    .happens(set({ changed: [], withJoin: true }));
  // A coordinator who says so only sets it.
  given(institution, members, facts)
    .when(ask('SetReportingLine', again))
    .happens(set({ changed: ['lineManager'] }));
  given(institution, members, { ...facts, takenSince: true })
    .when({ ...ask('SetReportingLine', again), by: HUB })
    .nothingHappens();
});

describe('trusts', () => {
  test('a school joins one trust at a time, and leaves it', () => {
    given(institution, [], facts).when(register(details, trust)).happens(registered(), joined(trust));
    given(institution, [registered()], facts).when(join(trust)).happens(joined(trust));
    given(institution, [registered(), joined(trust)], facts)
      .when(join(trust))
      .nothingHappens();
    given(institution, [registered(), joined(trust)], facts)
      .when(join(otherTrust))
      .refused('TRUST.IN_ANOTHER');
    given(institution, [registered(), joined(trust)], facts)
      .when(leave())
      .happens({ type: 'TrustLeft', data: { institution: school, trust } });
    given(institution, [registered()], facts).when(leave()).nothingHappens();
  });

  test('what is joined is a trust that is known', () => {
    given(institution, [registered()], nothing).when(join(trust)).refused('TRUST.UNKNOWN');
    given(institution, [registered()], facts).when(join(otherTrust)).refused('TRUST.UNKNOWN');
    given(institution, [registered()], { ...facts, trust: { institution: trust, kind: 'school' } })
      .when(join(trust))
      .refused('TRUST.NOT_A_TRUST');
  });

  test('trusts and hubs stand in no trust', () => {
    for (const kind of ['trust', 'hub'] as const)
      given(institution, [], facts)
        .when(register({ ...details, kind }, trust))
        .refused('TRUST.IN_A_TRUST');
  });
});

describe('members and roles', () => {
  test('somebody who joined the hub can become a member, once', () => {
    given(institution, [registered()], facts).when(add(asha)).happens(member(asha));
    given(institution, [registered(), member(asha)], facts)
      .when(add(asha))
      .nothingHappens();
    given(institution, [registered()], nothing).when(add(asha)).refused('MEMBER.UNKNOWN');
  });

  test('roles are for members, and end with membership', () => {
    given(institution, [registered()], facts).when(grant(asha, 'coordinator')).refused('MEMBER.NOT_A_MEMBER');
    given(institution, [registered(), member(asha)], facts)
      .when(grant(asha, 'leader'))
      .happens(granted(asha, 'leader'));
    given(institution, [registered(), member(asha), granted(asha, 'leader')], facts)
      .when(grant(asha, 'leader'))
      .nothingHappens();
    given(institution, [registered(), member(asha), granted(asha, 'leader'), left(asha), member(asha)], facts)
      .when(revoke(asha, 'leader'))
      .nothingHappens();
  });

  test('whom no email has told of Alongside is removed, and given or loses a role, with a mark that says so', () => {
    const history = [registered(), member(ben), granted(ben, 'leader')];
    const told = { ...facts, untold: [ben] };
    const mark = { institution: school, person: ben, untold: true } as const;
    given(institution, history, told).when(remove(ben)).happens({ type: 'MemberLeft', data: mark });
    given(institution, history, told)
      .when(grant(ben, 'coordinator'))
      .happens({ type: 'RoleGranted', data: { ...mark, role: 'coordinator' } });
    given(institution, history, told)
      .when(revoke(ben, 'leader'))
      .happens({ type: 'RoleRevoked', data: { ...mark, role: 'leader' } });
  });

  test('the last administrator can neither leave nor lay the role down', () => {
    const one = [registered(), member(asha), member(ben), granted(asha, 'administrator')];
    given(institution, one, facts).when(remove(asha)).refused('MEMBER.LAST_ADMINISTRATOR');
    given(institution, one, facts).when(revoke(asha, 'administrator')).refused('MEMBER.LAST_ADMINISTRATOR');
    given(institution, [...one, granted(ben, 'administrator')], facts)
      .when(remove(asha))
      .happens(left(asha));
    given(institution, [...one, granted(ben, 'administrator')], facts)
      .when(revoke(asha, 'administrator'))
      .happens(revoked(asha, 'administrator'));
  });

  test('[R9] a last administrator who was erased can be cleared away', () => {
    given(institution, [registered(), member(asha), granted(asha, 'administrator')], nothing)
      .when(remove(asha))
      .happens(left(asha));
  });

  test('[R9] other members, and other roles of an administrator, come and go', () => {
    const history = [registered(), member(asha), granted(asha, 'administrator'), granted(asha, 'leader'), member(ben)];
    given(institution, history, facts).when(remove(ben)).happens(left(ben));
    given(institution, history, facts).when(remove(cleo)).nothingHappens();
    given(institution, history, facts).when(revoke(asha, 'leader')).happens(revoked(asha, 'leader'));
  });
});

describe('reporting lines', () => {
  const history = [registered(), member(asha), member(ben)];
  const all = { ...facts, inTrust: [cleo] };

  test('[R5] a member’s line manager and induction tutor are kept, and can be cleared', () => {
    given(institution, history, all)
      .when(line(ben, asha, cleo))
      .happens(lined(ben, asha, cleo, ['lineManager', 'inductionTutor']));
    given(institution, [...history, lined(ben, asha, cleo)], facts)
      .when(line(ben, asha, cleo))
      .nothingHappens();
    given(institution, [...history, lined(ben, asha, cleo)], facts)
      .when(line(ben, null, null))
      .happens(lined(ben, null, null, ['lineManager', 'inductionTutor']));
  });

  test('who manages or assesses a person belongs to the school or to its trust', () => {
    given(institution, history, { ...facts, inTrust: [] })
      .when(line(ben, cleo, null))
      .refused('MEMBER.MANAGER_ELSEWHERE');
    given(institution, history, { ...facts, inTrust: [] })
      .when(line(ben, null, cleo))
      .refused('MEMBER.MANAGER_ELSEWHERE');
    // One who has left since stays until another is named.
    given(institution, [...history, lined(ben, cleo, null)], { ...facts, inTrust: [] })
      .when(line(ben, cleo, asha))
      .happens(lined(ben, cleo, asha, ['inductionTutor']));
  });

  test('nobody appraises or assesses themself', () => {
    given(institution, history, facts)
      .when(line(ben, ben, null))
      .refused('MEMBER.MANAGES_THEMSELF');
    given(institution, history, facts)
      .when(line(ben, null, ben))
      .refused('MEMBER.MANAGES_THEMSELF');
  });

  test('both ends of the line are known; one who was erased since does not stand in the way', () => {
    given(institution, [registered()], facts)
      .when(line(ben, asha, null))
      .refused('MEMBER.NOT_A_MEMBER');
    given(institution, history, nothing)
      .when(line(ben, asha, null))
      .refused('MEMBER.UNKNOWN');
    given(institution, [...history, lined(ben, asha, null)], { ...all, known: [ben, cleo] })
      .when(line(ben, asha, cleo))
      .happens(lined(ben, asha, cleo, ['inductionTutor']));
  });
});

describe('the calendar', () => {
  const spring = { name: 'Spring', from: day('2026-01-05'), to: day('2026-03-27') };
  const summer = { name: 'Summer', from: day('2026-04-13'), to: day('2026-07-21') };
  const closure = { from: day('2026-02-16'), to: day('2026-02-20'), why: 'Half-term' };

  test('[R4] terms and closures are kept in order', () => {
    given(institution, [registered()], facts)
      .when(calendar([summer, spring], [closure]))
      .happens({ type: 'CalendarSet', data: { institution: school, terms: [spring, summer], closures: [closure] } });
  });

  test('terms that share a day overlap, whichever comes first in the list', () => {
    const early = { ...summer, from: spring.to };
    given(institution, [registered()], facts)
      .when(calendar([spring, early]))
      .refused('CALENDAR.TERMS_OVERLAP');
    given(institution, [registered()], facts)
      .when(calendar([early, spring]))
      .refused('CALENDAR.TERMS_OVERLAP');
  });

  test('nothing ends before it begins, nor lasts as long as a slip of the year makes it', () => {
    given(institution, [registered()], facts)
      .when(calendar([{ ...spring, to: day('2026-01-04') }]))
      .refused('CALENDAR.BACKWARDS');
    given(institution, [registered()], facts)
      .when(calendar([], [{ ...closure, to: day('2026-02-15') }]))
      .refused('CALENDAR.BACKWARDS');
    given(institution, [registered()], facts)
      .when(calendar([{ ...spring, to: day('2027-03-27') }]))
      .refused('CALENDAR.TOO_LONG');
    given(institution, [registered()], facts)
      .when(calendar([], [{ ...closure, to: day('2027-02-20') }]))
      .refused('CALENDAR.TOO_LONG');
    given(institution, [registered()], facts)
      .when(calendar([], [{ ...closure, to: closure.from }]))
      .happensLike({ type: 'CalendarSet' });
  });
});

function registered(): InstitutionEvent {
  return { type: 'InstitutionRegistered', data: { institution: school, details } };
}
function joined(to: InstitutionId): InstitutionEvent {
  return { type: 'TrustJoined', data: { institution: school, trust: to } };
}
function member(person: PersonId): InstitutionEvent {
  return { type: 'MemberJoined', data: { institution: school, person, from: day('2025-09-01') } };
}
function left(person: PersonId): InstitutionEvent {
  return { type: 'MemberLeft', data: { institution: school, person } };
}
function granted(person: PersonId, role: Role): InstitutionEvent {
  return { type: 'RoleGranted', data: { institution: school, person, role } };
}
function revoked(person: PersonId, role: Role): InstitutionEvent {
  return { type: 'RoleRevoked', data: { institution: school, person, role } };
}
function lined(
  person: PersonId,
  lineManager: PersonId | null,
  inductionTutor: PersonId | null,
  changed: ('lineManager' | 'inductionTutor')[] = ['lineManager'],
): InstitutionEvent {
  return { type: 'ReportingLineSet', data: { institution: school, person, lineManager, inductionTutor, changed } };
}
type Asked<Type extends InstitutionCommand['type']> = Omit<Extract<InstitutionCommand, { type: Type }>['data'], 'institution'>;
function ask<Type extends InstitutionCommand['type']>(type: Type, data: Asked<Type>): InstitutionCommand {
  // The compiler cannot follow a generic type back into the union it came from.
  return {
    type,
    by: asha,
    at: '2026-03-02T09:00:00.000Z' as Instant,
    on: day('2026-03-02'),
    data: { institution: school, ...data },
  } as unknown as InstitutionCommand;
}
function register(of: InstitutionDetails = details, to?: InstitutionId) {
  return ask('RegisterInstitution', { details: of, ...(to && { trust: to }) });
}
function redescribe(as: InstitutionDetails) {
  return ask('DescribeInstitution', { details: as });
}
function join(to: InstitutionId) {
  return ask('JoinTrust', { trust: to });
}
function leave() {
  return ask('LeaveTrust', {});
}
function add(person: PersonId) {
  return ask('AddMember', { person, from: day('2025-09-01') });
}
function remove(person: PersonId) {
  return ask('RemoveMember', { person });
}
function grant(person: PersonId, role: Role) {
  return ask('GrantRole', { person, role });
}
function revoke(person: PersonId, role: Role) {
  return ask('RevokeRole', { person, role });
}
function line(person: PersonId, lineManager: PersonId | null, inductionTutor: PersonId | null) {
  return ask('SetReportingLine', { person, lineManager, inductionTutor });
}
function change(settings: typeof DEFAULT_SETTINGS) {
  return ask('ChangeInstitutionSettings', { settings });
}
function calendar(terms: Asked<'SetCalendar'>['terms'], closures: Asked<'SetCalendar'>['closures'] = []) {
  return ask('SetCalendar', { terms, closures });
}
