import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { InstitutionCommand } from '@alongside/domain/institutions/institution.commands.js';
import type { InstitutionFacts } from '@alongside/domain/institutions/institution.facts.js';
import type { InstitutionId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { TAKEN_BACK_LIMIT_TOLD } from '@alongside/domain/institutions/institution.events.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { isTakenSince } from '@alongside/domain/institutions/taken-since.js';
import { otherOfThisName, otherWithNumber } from '../views/found-by-number.js';
import type { HubReader } from '../views/index.js';
import { memberId, type MemberRow } from '../views/member.view.js';
import { newcomerId } from '../views/newcomer.view.js';
import { isNewcomer, putBackOf } from './newcomers.js';
import { isUntold, welcomeOf } from './welcome.js';
import { institutionOf, isKnown, membershipsOf, trustOf, withTrusts, type Gather } from './gather.js';

/** What an institution's stream must know: the people and the trust that a command names. */
export const gatherForInstitution: Gather<InstitutionCommand, InstitutionFacts> = (command, look) => {
  const trust = 'trust' in command.data ? (command.data.trust ?? null) : null;
  const { institution } = command.data;
  const addressees = addressed(command).map((email) => personWith(email, look));
  const newcomers = peopleToAdd(command, addressees).filter((person) => isNewcomer(person, institution, look));
  const putBack = newcomers.filter((person) => putBackOf(person, institution, look));
  return {
    facts: {
      known: peopleNamed(command).filter((person) => isKnown(person, look)),
      inTrust: inTrust(command, look),
      newcomers,
      putBack,
      takenSince: takenSince(command, look),
      late: late(command, look),
      givenSoon: givenSoon(command, look),
      awaited: awaited(command, look),
      untold: [...untold(command, addressees, look), ...putBack.filter((person) => putBackOf(person, institution, look)?.told === false)],
      addressees,
      leaving: command.type === 'AskToJoin' ? leaving(command.data, look) : null,
      doubled: doubled(command, look),
      trust: trust === null ? null : asRegistered(trust, look),
    },
    institutions: [...new Set([...withTrusts([command.data.institution], look), ...(trust === null ? [] : [trust])])],
  };
};

function peopleNamed(command: InstitutionCommand): readonly PersonId[] {
  switch (command.type) {
    case 'ConfirmDate':
    case 'CloseInstitution':
    case 'ReopenInstitution':
    case 'TellOfClosing':
    case 'AskToJoin':
      return [];
    case 'AppointFirstAdministrator':
    case 'AddMember':
    case 'RemoveMember':
    case 'CorrectFirstDay':
    case 'GrantRole':
    case 'RevokeRole':
      return [command.data.person];
    case 'SetReportingLine':
      return peopleOfLine(command.data);
    case 'AddMembers':
      return command.data.members.map(({ person }) => person);
    case 'SendInvitations':
      return command.data.people;
    case 'SetReportingLines':
      return [...new Set(command.data.lines.flatMap(peopleOfLine))];
    case 'AcceptInvitation':
    case 'DeclineInvitation':
    case 'WithdrawInvitation':
    case 'InviteMembers':
    case 'PlanInvitations':
    case 'RegisterInstitution':
    case 'DescribeInstitution':
    case 'JoinTrust':
    case 'LeaveTrust':
    case 'ChangeInstitutionSettings':
    case 'RememberStaffColumns':
    case 'SetCalendar':
      return [];
  }
}

/** Whom a line is about, and who would stand above them. */
const peopleOfLine = ({
  person,
  lineManager,
  inductionTutor,
}: {
  readonly person: PersonId;
  readonly lineManager?: PersonId | null | undefined;
  readonly inductionTutor?: PersonId | null | undefined;
}): readonly PersonId[] => [person, lineManager, inductionTutor].filter((one) => one !== null && one !== undefined);

/** Whom a command adds, or asks. */
const peopleToAdd = (command: InstitutionCommand, addressees: readonly (PersonId | null)[]): readonly PersonId[] =>
  command.type === 'InviteMembers' ? addressees.filter((one) => one !== null) : peopleNamed(command);

function inTrust(command: InstitutionCommand, look: HubReader): readonly PersonId[] {
  if (command.type !== 'SetReportingLine' && command.type !== 'SetReportingLines') return [];
  const trust = trustOf(command.data.institution, look);
  if (trust === null) return [];
  const lines = command.type === 'SetReportingLine' ? [command.data] : command.data.lines;
  const above = new Set(
    lines.flatMap(({ lineManager, inductionTutor }) => [lineManager, inductionTutor]).filter((one) => one !== null && one !== undefined),
  );
  return [...above].filter((person) => membershipsOf(person, look).some(({ institution }) => institution === trust));
}

/** The addresses that a command names. */
function addressed(command: InstitutionCommand): readonly string[] {
  if (command.type === 'AskToJoin') return [command.data.email];
  return command.type === 'InviteMembers' ? command.data.invited.map(({ email }) => email) : [];
}

function leaving(
  { person, closed }: Extract<InstitutionCommand, { type: 'AskToJoin' }>['data'],
  look: HubReader,
): InstitutionFacts['leaving'] {
  const row = institutionOf(closed, look);
  if (!row?.closed) return null;
  const isMember = membershipsOf(person, look).some(({ institution }) => institution === closed);
  return { institution: closed, successors: row.closed.successors, isMember };
}

/** Members, and people asked to join, who have not signed in and were not invited today. The hub tells those alone who were never told. */
function toInvite(
  { by, on, data: { institution, people } }: Extract<InstitutionCommand, { type: 'SendInvitations' }>,
  look: HubReader,
): readonly PersonId[] {
  return people.filter((person) => {
    const row = look.row('newcomer', newcomerId(institution, person));
    // A person who came by themself was not emailed either: who asks for it sends it.
    if (!row && look.row('invitation', newcomerId(institution, person))?.untold) return by !== HUB || isUntold(person, look);
    return row !== undefined && (by === HUB ? row.invitedOn === null : row.invitedOn !== on);
  });
}

/** Members who have not signed in, of those whom a command invites or whose manager or tutor it sets. */
function awaited(command: InstitutionCommand, look: HubReader): readonly PersonId[] {
  switch (command.type) {
    case 'SendInvitations':
      return toInvite(command, look);
    case 'SetReportingLine':
    case 'SetReportingLines': {
      const lines = command.type === 'SetReportingLine' ? [command.data] : command.data.lines;
      const { institution } = command.data;
      return lines.map(({ person }) => person).filter((person) => look.row('newcomer', newcomerId(institution, person)) !== undefined);
    }
    default:
      return [];
  }
}

/** Where in the log it was last taken from the person what the command gives or takes. */
function lastTaken(command: InstitutionCommand, look: HubReader): Position | undefined {
  const what = whatOf(command);
  if (what === undefined || !('person' in command.data)) return undefined;
  const { taken } = look.row('member', memberId(command.data)) ?? {};
  // Who was removed lost their roles with it.
  return [taken?.membership, taken?.[what]]
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
}

function whatOf(command: InstitutionCommand): keyof NonNullable<MemberRow['taken']> | undefined {
  switch (command.type) {
    case 'GrantRole':
    case 'RevokeRole':
      return command.data.role;
    case 'CorrectFirstDay':
      return 'first-day';
    case 'SetReportingLine':
      return 'line';
    case 'AddMember':
    case 'RemoveMember':
      return 'membership';
    default:
      return undefined;
  }
}

const takenSince = (command: InstitutionCommand, look: HubReader): boolean =>
  'asOf' in command.data && command.data.asOf !== undefined && isTakenSince(lastTaken(command, look), command.data.asOf);

/** Who is told: the administrators there, else those of its trust, else those of the hub; never whose role it is, or who gave it. */
function late(command: InstitutionCommand, look: HubReader): InstitutionFacts['late'] {
  const event = 'late' in command.data ? command.data.late : undefined;
  const row = event === undefined ? undefined : look.row('late-grant', event);
  if (!row) return null;
  const { institution, from, gave } = row;
  const trust = 'trust' in gave ? gave.trust : trustOf(institution, look);
  const told = (at: InstitutionId) =>
    administratorsAt(at, look).filter((one) => one !== from && !('person' in gave && one === gave.person));
  const there = 'trust' in gave ? [institution, gave.trust].flatMap(told) : told(institution);
  const administrators = [there, trust === null ? [] : told(trust), told(HUB_INSTITUTION)].find((some) => some.length > 0) ?? [];
  return { from, administrators: [...new Set(administrators)].slice(0, TAKEN_BACK_LIMIT_TOLD) };
}

const administratorsAt = (institution: InstitutionId, look: HubReader): readonly PersonId[] =>
  look
    .rows('member', { institution })
    .filter(({ left, roles }) => left === null && roles.includes('administrator'))
    .map(({ person }) => person);

/** A join noted that they have it here. Once it was taken behind the join, nothing gives it again. */
function givenSoon(command: InstitutionCommand, look: HubReader): boolean {
  if (command.type !== 'RemoveMember' && command.type !== 'RevokeRole') return false;
  const { institution, person } = command.data;
  return look
    .rows('joining', { kept: person, status: 'joined' })
    .some(
      ({ belongs, asOf, since }) =>
        belongs.some(
          (one) => one.institution === institution && (command.type === 'RemoveMember' || one.roles.includes(command.data.role)),
        ) && !isTakenSince(lastTaken(command, look), asOf ?? since ?? ('' as Position)),
    );
}

/** An email about what is done to them would be their first, and say nothing of what Alongside is. */
function untold(command: InstitutionCommand, addressees: readonly (PersonId | null)[], look: HubReader): readonly PersonId[] {
  if (command.type === 'InviteMembers') return addressees.filter((person) => person !== null && isUntold(person, look)) as PersonId[];
  return command.type === 'RemoveMember' || command.type === 'GrantRole' || command.type === 'RevokeRole'
    ? [command.data.person].filter((person) => welcomeOf(person, look) === 'none')
    : [];
}

const personWith = (email: string, look: HubReader): PersonId | null =>
  look.rows('account', { email: comparableEmail(email) })[0]?.person ?? null;

function doubled({ type, data }: InstitutionCommand, look: HubReader): InstitutionFacts['doubled'] {
  if (type !== 'RegisterInstitution' && type !== 'DescribeInstitution') return [];
  const { institution, details } = data;
  return [
    ...(otherWithNumber(institution, details, look) ? (['number'] as const) : []),
    ...(otherOfThisName(institution, details, look) ? (['name'] as const) : []),
  ];
}

function asRegistered(institution: InstitutionId, look: HubReader): InstitutionFacts['trust'] {
  const row = institutionOf(institution, look);
  return row ? { institution, kind: row.details.kind } : null;
}
