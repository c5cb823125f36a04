import { digestOf } from '../kernel/digest.js';
import type { Day, EventId, InstitutionId, PersonId, Position } from '../kernel/brand.js';
import { HUB, type Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import { Table } from '../kernel/table.js';
import { ABOVE, withWhatStays } from './above.js';
import { whatIsWrong, type CalendarRefusal } from './calendar.js';
import { askToJoin, close, reopen, tellOfClosing, whereClosed, type Closed, type ClosingRefusal } from './closing.js';
import { correctFirstDay, whyNoFirstDay, type FirstDayRefusal } from './first-day.js';
import type { InstitutionCommand } from './institution.commands.js';
import {
  DEFAULT_SETTINGS,
  type InstitutionDetails,
  type InstitutionEvent,
  type InstitutionSettings,
  type Role,
} from './institution.events.js';
import type { InstitutionFacts } from './institution.facts.js';
import { whyDoubled, type DoubledRefusal } from './other-institutions.js';
import { isNumberOfAnother, registerIdOf } from './register-id.js';
import {
  acceptInvitation,
  endInvitation,
  inviteMembers,
  joining,
  planAfter,
  planInvitations,
  sendInvitations,
  type InvitationRefusal,
  type Invitations,
  type InvitationPlan,
} from './invitations.js';

export type InstitutionRefusal =
  | Refusal<
      | 'HUB.HAS_ADMINISTRATOR'
      | 'INSTITUTION.NOT_REGISTERED'
      | 'INSTITUTION.ALREADY_REGISTERED'
      | 'INSTITUTION.KIND_FIXED'
      | 'INSTITUTION.NUMBER_FIXED'
      | 'INSTITUTION.CHANGED_SINCE'
      | 'TRUST.UNKNOWN'
      | 'TRUST.NOT_A_TRUST'
      | 'TRUST.IN_A_TRUST'
      | 'TRUST.IN_ANOTHER'
      | 'MEMBER.UNKNOWN'
      | 'MEMBER.MUST_BE_INVITED'
      | 'MEMBER.NOT_A_MEMBER'
      | 'MEMBER.LAST_ADMINISTRATOR'
      | 'MEMBER.MANAGER_ELSEWHERE'
      | 'MEMBER.MANAGES_THEMSELF'
    >
  | CalendarRefusal
  | ClosingRefusal
  | DoubledRefusal
  | FirstDayRefusal
  | InvitationRefusal;

interface Member {
  readonly from: Day;
  readonly roles: readonly Role[];
  readonly lineManager: PersonId | null;
  readonly inductionTutor: PersonId | null;
}

/** An institution that was registered. */
export interface Registered {
  readonly kind: 'registered';
  readonly details: InstitutionDetails;
  readonly trust: InstitutionId | null;
  readonly members: Table<PersonId, Member>;
  readonly invited: Invitations;
  /** When members who were never invited are told that they can sign in. */
  readonly plan: InvitationPlan | null;
  readonly settings: InstitutionSettings;
  readonly closed: Closed | null;
  /** Whom an email told that it has closed. */
  readonly toldOfClosing: Table<PersonId, true>;
}
export type Institution = { readonly kind: 'none' } | Registered;

type Of<Type extends InstitutionCommand['type']> = Extract<InstitutionCommand, { type: Type }>;
type Decision = Result<readonly InstitutionEvent[], InstitutionRefusal>;

function decide(command: InstitutionCommand, institution: Institution, facts: InstitutionFacts): Decision {
  if (command.type === 'RegisterInstitution') return register(command, institution, facts);
  if (command.type === 'AppointFirstAdministrator') return appointFirst(command, institution, facts);
  if (command.type === 'ConfirmDate') return ok([{ type: 'DateConfirmed', data: { ...command.data, by: command.by } }]);
  if (institution.kind === 'none') return refuse({ code: 'INSTITUTION.NOT_REGISTERED' });
  const closed = whereClosed(command, institution);
  if (closed) return closed;
  switch (command.type) {
    case 'DescribeInstitution':
      // Schools belong to trusts and credentials name their issuer by kind: a school does not turn into a trust by an edit.
      return command.data.details.kind === institution.details.kind
        ? describe(command, institution, facts)
        : refuse({ code: 'INSTITUTION.KIND_FIXED', field: 'details.kind' });
    case 'CloseInstitution':
      return close(command, institution);
    case 'ReopenInstitution':
      return reopen(command, institution);
    case 'TellOfClosing':
      return ok(tellOfClosing(command, institution));
    case 'AskToJoin':
      return askToJoin(command, institution, facts);
    case 'JoinTrust':
      return joinTrust(command, institution, facts);
    case 'LeaveTrust':
      return leaveTrust(command, institution, facts);
    case 'AddMember':
      return facts.takenSince ? ok([]) : addByPerson(toldOnce(command), institution, facts);
    case 'AddMembers':
      return addMembers(command, institution, facts);
    case 'InviteMembers':
      return inviteMembers(command, institution, facts);
    case 'AcceptInvitation':
      return acceptInvitation(command, institution);
    case 'DeclineInvitation':
    case 'WithdrawInvitation':
      return endInvitation(command, institution);
    case 'PlanInvitations':
      return planInvitations(command, institution);
    case 'SendInvitations':
      return sendInvitations(command, institution, facts);
    case 'RemoveMember':
      return removeMember(command, institution, facts);
    case 'CorrectFirstDay':
      return facts.takenSince ? ok([]) : correctFirstDay(toldOnce(command), institution);
    case 'GrantRole':
      return facts.takenSince ? ok([]) : grant(toldOnce(command), institution, facts);
    case 'RevokeRole':
      return revoke(command, institution, facts);
    case 'SetReportingLine':
      return facts.takenSince ? ok([]) : setReportingLineByHand(command, institution, facts);
    case 'SetReportingLines':
      return setReportingLines(command, institution, facts);
    case 'ChangeInstitutionSettings':
      return changeSettings(command, institution);
    case 'RememberStaffColumns':
      return ok([{ type: 'StaffColumnsRemembered', data: command.data }]);
    case 'SetCalendar':
      return setCalendar(command);
  }
}

function describe(
  { data: { seen, ...data }, by }: Of<'DescribeInstitution'>,
  { details }: Registered,
  { doubled }: InstitutionFacts,
): Decision {
  if (seen !== undefined && seen !== digestOf(details))
    return digestOf(data.details) === digestOf(details) ? ok([]) : refuse({ code: 'INSTITUTION.CHANGED_SINCE', field: 'details' });
  const isNumberNew = registerIdOf(details) !== registerIdOf(data.details);
  if (by !== HUB && isNumberNew && isNumberOfAnother(data.institution, data.details))
    return refuse({ code: 'INSTITUTION.NUMBER_FIXED', field: 'details.reference' });
  const wrong = whyDoubled(data.details, doubled, by, details);
  return wrong ? refuse(wrong) : ok([{ type: 'InstitutionDescribed', data }]);
}

function register({ data, by }: Of<'RegisterInstitution'>, institution: Institution, facts: InstitutionFacts): Decision {
  if (institution.kind === 'registered') return refuse({ code: 'INSTITUTION.ALREADY_REGISTERED' });
  const { trust, ...registered } = data;
  const wrong = whyDoubled(data.details, facts.doubled, by) ?? (trust === undefined ? undefined : whyNotIn(trust, data.details, facts));
  if (wrong) return refuse(wrong);
  const events: InstitutionEvent[] = [{ type: 'InstitutionRegistered', data: registered }];
  return ok(trust === undefined ? events : [...events, { type: 'TrustJoined', data: { institution: data.institution, trust } }]);
}

/** One append, so that of two who hold a link in the same instant the log lets one be first. */
function appointFirst(
  { data: { institution: id, details, person, from } }: Of<'AppointFirstAdministrator'>,
  institution: Institution,
  facts: InstitutionFacts,
): Decision {
  const [administrator] = administratorsOf(institution);
  if (administrator !== undefined) return administrator === person ? ok([]) : refuse({ code: 'HUB.HAS_ADMINISTRATOR' });
  if (!facts.known.includes(person)) return refuse({ code: 'MEMBER.UNKNOWN', field: 'person' });
  const isMember = institution.kind === 'registered' && institution.members.has(person);
  return ok([
    ...(institution.kind === 'none' ? [{ type: 'InstitutionRegistered' as const, data: { institution: id, details } }] : []),
    ...(isMember ? [] : [{ type: 'MemberJoined' as const, data: { institution: id, person, from } }]),
    { type: 'RoleGranted', data: { institution: id, person, role: 'administrator' } },
  ]);
}

/** Members who hold the role of an administrator. */
export const administratorsOf = (institution: Institution): readonly PersonId[] =>
  institution.kind === 'none' ? [] : [...institution.members].filter(([, { roles }]) => roles.includes('administrator')).map(([id]) => id);

function joinTrust({ data }: Of<'JoinTrust'>, institution: Registered, facts: InstitutionFacts): Decision {
  if (institution.trust === data.trust) return ok([]);
  if (institution.trust) return refuse({ code: 'TRUST.IN_ANOTHER', field: 'trust' });
  const wrong = whyNotIn(data.trust, institution.details, facts);
  return wrong ? refuse(wrong) : ok([{ type: 'TrustJoined', data }]);
}

function leaveTrust({ data: { late, institution: id }, by }: Of<'LeaveTrust'>, { trust }: Registered, facts: InstitutionFacts): Decision {
  const back = takesBack(late, by, facts);
  return ok(trust && back ? [{ type: 'TrustLeft', data: { institution: id, trust, ...back } }] : []);
}

/** What is added where the hub takes back what was given late. Undefined: it is taken already, and what stands now was given by right. */
function takesBack(late: EventId | undefined, by: PersonId, facts: InstitutionFacts) {
  if (late === undefined || by !== HUB) return {};
  return facts.late ? { because: 'given-late' as const, from: facts.late.from, administrators: [...facts.late.administrators] } : undefined;
}

function whyNotIn(trust: InstitutionId, details: InstitutionDetails, facts: InstitutionFacts): InstitutionRefusal | undefined {
  if (details.kind === 'trust' || details.kind === 'hub') return { code: 'TRUST.IN_A_TRUST', field: 'trust' };
  if (facts.trust?.institution !== trust) return { code: 'TRUST.UNKNOWN', field: 'trust' };
  return facts.trust.kind === 'trust' ? undefined : { code: 'TRUST.NOT_A_TRUST', field: 'trust' };
}

/** The hub adds whom a list or another school names, whose days were checked or are of before. */
function addByPerson({ data, by, on }: Of<'AddMember'>, institution: Registered, facts: InstitutionFacts): Decision {
  const code = by === HUB || institution.members.has(data.person) ? undefined : whyNoFirstDay(data.from, on);
  return code ? refuse({ code, field: 'from' }) : addMember(data, by, institution, facts);
}

/**
 * Only people whom this institution brought into the hub are added without asking. Joining shows it whom they work with, so all others are
 * invited.
 */
function addMember(data: Of<'AddMember'>['data'], by: PersonId, institution: Registered, facts: InstitutionFacts): Decision {
  if (institution.members.has(data.person)) return ok([]);
  if (!facts.known.includes(data.person)) return refuse({ code: 'MEMBER.UNKNOWN', field: 'person' });
  const asked = institution.invited.get(data.person)?.asked;
  if (asked) return ok([{ type: 'MemberJoined', data: { ...data, movedFrom: asked } }]);
  return by === HUB || facts.newcomers.includes(data.person)
    ? ok([{ type: 'MemberJoined', data: joining(data, facts) }])
    : refuse({ code: 'MEMBER.MUST_BE_INVITED', field: 'person' });
}

/** As one by one, in one append: a file of thousands must not wait for a disk as often as it has rows. */
const addMembers = (
  { data: { institution: id, members }, by }: Of<'AddMembers'>,
  institution: Registered,
  facts: InstitutionFacts,
): Decision => together(members.map((member) => addMember({ institution: id, ...member }, by, institution, facts)));

const setReportingLines = (
  { data: { institution: id, lines } }: Of<'SetReportingLines'>,
  institution: Registered,
  facts: InstitutionFacts,
): Decision =>
  together(
    lines.map((line) =>
      setReportingLine({ institution: id, ...withWhatStays(line, institution.members.get(line.person)) }, institution, facts),
    ),
  );

/** All or nothing: the first refusal refuses the whole. */
function together(decisions: readonly Decision[]): Decision {
  const refused = decisions.find((decision) => !decision.ok);
  return refused ?? ok(decisions.flatMap((decision) => (decision.ok ? decision.value : [])));
}

function removeMember({ data: { movedTo, ...data }, by }: Of<'RemoveMember'>, institution: Registered, facts: InstitutionFacts): Decision {
  // Where a member went is their own word, which only the hub passes on.
  const moved = by === HUB && movedTo !== undefined && { movedTo };
  const isMember = institution.members.has(data.person);
  if (!isMember && !(facts.givenSoon && by !== HUB)) return ok([]);
  // A closed school needs no administrator: its last one may leave.
  return !institution.closed && leavesNobodyInCharge(data.person, institution, facts)
    ? refuse({ code: 'MEMBER.LAST_ADMINISTRATOR' })
    : ok([{ type: 'MemberLeft', data: { ...toldOrNot(data, facts), ...moved } }]);
}

/** Until when it was looked for is no part of what happened. */
function toldOnce<C extends { readonly data: { readonly asOf?: Position | undefined } }>(command: C): C {
  const { asOf: _asOf, ...data } = command.data;
  return { ...command, data };
}

/** What is done to a person, marked where an email about it would be their first of all. */
const toldOrNot = <Data extends { readonly person: PersonId }>(data: Data, { untold }: InstitutionFacts) =>
  untold.includes(data.person) ? { ...data, untold: true as const } : data;

function grant({ data }: Of<'GrantRole'>, institution: Registered, facts: InstitutionFacts): Decision {
  const member = institution.members.get(data.person);
  if (!member) return refuse({ code: 'MEMBER.NOT_A_MEMBER', field: 'person' });
  return ok(member.roles.includes(data.role) ? [] : [{ type: 'RoleGranted', data: toldOrNot(data, facts) }]);
}

function revoke({ data: { late, ...data }, by }: Of<'RevokeRole'>, institution: Registered, facts: InstitutionFacts): Decision {
  const back = takesBack(late, by, facts);
  const hasRole = institution.members.get(data.person)?.roles.includes(data.role) ?? false;
  if (!back || (!hasRole && !(facts.givenSoon && by !== HUB))) return ok([]);
  // A right that was never given keeps nobody in charge: administrators of the trust or the hub give it anew.
  return data.role === 'administrator' && !back.because && leavesNobodyInCharge(data.person, institution, facts)
    ? refuse({ code: 'MEMBER.LAST_ADMINISTRATOR' })
    : ok([{ type: 'RoleRevoked', data: { ...toldOrNot(data, facts), ...back } }]);
}

/** The membership of an erased person can always be removed (R9). */
function leavesNobodyInCharge(person: PersonId, institution: Registered, facts: InstitutionFacts): boolean {
  const administrators = administratorsOf(institution);
  return facts.known.includes(person) && administrators.length === 1 && administrators[0] === person;
}

/** Given by the hub after a join: all of them knew of it from one of the two records. */
const isAgain = ({ by, data }: Of<'SetReportingLine'>): boolean => by === HUB && data.asOf !== undefined;

function setReportingLineByHand(command: Of<'SetReportingLine'>, institution: Registered, facts: InstitutionFacts): Decision {
  const { institution: id, ...line } = toldOnce(command).data;
  const whole = withWhatStays(line, institution.members.get(line.person));
  return setReportingLine({ institution: id, ...whole }, institution, facts, isAgain(command));
}

function setReportingLine(
  data: ReturnType<typeof withWhatStays> & { readonly institution: InstitutionId },
  institution: Registered,
  facts: InstitutionFacts,
  isKnown = false,
): Decision {
  const member = institution.members.get(data.person);
  if (!member) return refuse({ code: 'MEMBER.NOT_A_MEMBER', field: 'person' });
  const changed = ABOVE.filter((field) => member[field] !== data[field]);
  for (const field of ABOVE) {
    const above = data[field];
    if (above === data.person) return refuse({ code: 'MEMBER.MANAGES_THEMSELF', field });
    if (above === null || above === member[field]) continue;
    if (!facts.known.includes(above)) return refuse({ code: 'MEMBER.UNKNOWN', field });
    if (!institution.members.has(above) && !facts.inTrust.includes(above)) return refuse({ code: 'MEMBER.MANAGER_ELSEWHERE', field });
  }
  const withJoin = (isKnown || facts.awaited.includes(data.person)) && { withJoin: true as const };
  return ok(changed.length > 0 ? [{ type: 'ReportingLineSet', data: { ...data, changed: isKnown ? [] : changed, ...withJoin } }] : []);
}

function changeSettings({ data }: Of<'ChangeInstitutionSettings'>, { settings }: Registered): Decision {
  const same =
    settings.requestWindowDays === data.settings.requestWindowDays &&
    settings.discoverableBeyond === data.settings.discoverableBeyond &&
    settings.certificateMeetings === data.settings.certificateMeetings &&
    settings.certificateMinutes === data.settings.certificateMinutes;
  return ok(same ? [] : [{ type: 'InstitutionSettingsChanged', data }]);
}

function setCalendar({ data }: Of<'SetCalendar'>): Decision {
  const wrong = whatIsWrong(data.terms, data.closures);
  return wrong ? refuse(wrong) : ok([{ type: 'CalendarSet', data: { ...data, terms: byDay(data.terms), closures: byDay(data.closures) } }]);
}

const byDay = <T extends { from: Day }>(stretches: readonly T[]): T[] =>
  [...stretches].sort((one, other) => (one.from < other.from ? -1 : 1));

function evolve(institution: Institution, event: InstitutionEvent): Institution {
  if (event.type === 'InstitutionRegistered')
    return {
      kind: 'registered',
      details: event.data.details,
      trust: null,
      members: Table.empty(),
      invited: Table.empty(),
      plan: null,
      settings: DEFAULT_SETTINGS,
      closed: null,
      toldOfClosing: Table.empty(),
    };
  return institution.kind === 'none' ? institution : changed(institution, event);
}

function changed(institution: Registered, event: Exclude<InstitutionEvent, { type: 'InstitutionRegistered' }>): Registered {
  switch (event.type) {
    case 'DateConfirmed':
      return institution;
    case 'InstitutionDescribed':
      return { ...institution, details: event.data.details };
    case 'InstitutionClosed':
      return { ...institution, closed: { on: event.data.on, successors: event.data.successors } };
    case 'InstitutionReopened':
      return { ...institution, closed: null, toldOfClosing: Table.empty() };
    case 'ClosingTold':
      return {
        ...institution,
        toldOfClosing: event.data.people.reduce((told, person) => told.with(person, true), institution.toldOfClosing),
      };
    case 'JoinAsked':
      return {
        ...institution,
        invited: institution.invited.with(event.data.person, { from: event.data.from, asked: event.data.closed }),
      };
    case 'TrustJoined':
      return { ...institution, trust: event.data.trust };
    case 'TrustLeft':
      return { ...institution, trust: null };
    case 'MemberInvited':
      return { ...institution, invited: institution.invited.with(event.data.person, { from: event.data.from }) };
    case 'InvitationsPlanned':
      return { ...institution, plan: planAfter(event.data) };
    case 'InvitationDeclined':
    case 'InvitationWithdrawn':
      return { ...institution, invited: institution.invited.without(event.data.person) };
    case 'MemberJoined': {
      const { person, from } = event.data;
      const joined: Member = { from, roles: [], lineManager: null, inductionTutor: null };
      return { ...institution, members: institution.members.with(person, joined), invited: institution.invited.without(person) };
    }
    case 'MemberLeft':
      return { ...institution, members: institution.members.without(event.data.person) };
    case 'FirstDayCorrected':
      return withMember(institution, event.data.person, (member) => ({ ...member, from: event.data.from }));
    case 'RoleGranted':
      return withMember(institution, event.data.person, (member) => ({ ...member, roles: [...member.roles, event.data.role] }));
    case 'RoleRevoked':
      return withMember(institution, event.data.person, (member) => ({
        ...member,
        roles: member.roles.filter((role) => role !== event.data.role),
      }));
    case 'ReportingLineSet': {
      const { person, lineManager, inductionTutor } = event.data;
      return withMember(institution, person, (member) => ({ ...member, lineManager, inductionTutor }));
    }
    case 'InstitutionSettingsChanged':
      return { ...institution, settings: event.data.settings };
    case 'InvitationSent':
    case 'CalendarSet':
    case 'StaffColumnsRemembered':
      // Views tell who was invited, when the institution teaches and how its lists are read; no rule here needs them.
      return institution;
  }
}

function withMember(institution: Registered, person: PersonId, change: (member: Member) => Member): Registered {
  const member = institution.members.get(person);
  return member ? { ...institution, members: institution.members.with(person, change(member)) } : institution;
}

/** Who belongs to an institution, who looks after it, and which trust it is in. */
export const institution: Decider<Institution, InstitutionCommand, InstitutionEvent, InstitutionRefusal, InstitutionFacts> = {
  initial: { kind: 'none' },
  decide,
  evolve,
};
