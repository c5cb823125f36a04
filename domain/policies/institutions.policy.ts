import type { InstitutionId, PersonId } from '../kernel/brand.js';
import type { InstitutionCommand } from '../institutions/institution.commands.js';
import type { Institution } from '../institutions/institution.decider.js';
import type { Policies } from '../protocol/aggregate.js';
import { hasRole, HUB_INSTITUTION, isHub, type Actor } from './actor.js';
import { administers, coordinates, is, runsHub } from './who.js';

const trustOf = (institution: Institution): InstitutionId | null => (institution.kind === 'registered' ? institution.trust : null);

type AboutOne = { readonly data: { readonly institution: InstitutionId } };
const isAdministrator = (institution: Institution, person: PersonId): boolean =>
  institution.kind === 'registered' && institution.members.get(person)?.roles.includes('administrator') === true;

const byAdministrators = (actor: Actor, { data }: AboutOne, institution: Institution): boolean =>
  administers(actor, data.institution, trustOf(institution));
const byCoordinators = (actor: Actor, { data }: AboutOne, institution: Institution): boolean =>
  coordinates(actor, data.institution, trustOf(institution));

/**
 * Coordinators run the everyday; administrators hand out roles and settings, so that nobody makes themself one. Leading gives no right here.
 * Everybody may leave, and lay a role down (R9).
 */
export const institutionPolicies: Policies<InstitutionCommand, Institution, unknown> = {
  /** No one is signed in yet: the hub gives it for the holder of the set-up link. */
  AppointFirstAdministrator: isHub,
  ConfirmDate: (actor, { data }) => data.institution === HUB_INSTITUTION && runsHub(actor),
  RegisterInstitution: runsHub,
  DescribeInstitution: byAdministrators,
  CloseInstitution: runsHub,
  ReopenInstitution: runsHub,
  TellOfClosing: isHub,
  AskToJoin: (actor, { data }) => is(actor, data.person),
  /** Both sides must want it: a school's administrator alone could otherwise read a trust's directory, and a trust's take a school. */
  JoinTrust: (actor, { data }) =>
    runsHub(actor) || (hasRole(actor, data.institution, 'administrator') && hasRole(actor, data.trust, 'administrator')),
  LeaveTrust: byAdministrators,
  AddMember: byCoordinators,
  AddMembers: byCoordinators,
  InviteMembers: byCoordinators,
  /** Only the invited person accepts or declines. */
  AcceptInvitation: (actor, { data }) => is(actor, data.person),
  DeclineInvitation: (actor, { data }) => is(actor, data.person),
  WithdrawInvitation: byCoordinators,
  PlanInvitations: byCoordinators,
  SendInvitations: byCoordinators,
  RemoveMember: (actor, command, institution) =>
    is(actor, command.data.person) ||
    (isAdministrator(institution, command.data.person) ? byAdministrators : byCoordinators)(actor, command, institution),
  CorrectFirstDay: byCoordinators,
  GrantRole: byAdministrators,
  RevokeRole: (actor, command, institution) => is(actor, command.data.person) || byAdministrators(actor, command, institution),
  SetReportingLine: byCoordinators,
  SetReportingLines: byCoordinators,
  ChangeInstitutionSettings: byAdministrators,
  RememberStaffColumns: isHub,
  SetCalendar: byCoordinators,
};
