import type { Day, InstitutionId, PersonId } from '../kernel/brand.js';
import { HUB, type Command } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import type { Table } from '../kernel/table.js';
import type { InstitutionCommand } from './institution.commands.js';
import type { InstitutionEvent } from './institution.events.js';
import type { InstitutionFacts } from './institution.facts.js';

export type InvitationRefusal = Refusal<
  'MEMBER.NO_SUCH_ADDRESS' | 'INVITATION.NOT_OPEN' | 'INVITATION.ACCEPTED_ALREADY' | 'INVITATION.DAY_PAST'
>;

/** Who was asked to join and has not answered, and from when they would belong. */
export type Invitations = Table<PersonId, Invitation>;
export interface Invitation {
  readonly from: Day;
  /** Set where they asked themself, as the closed school of this id was theirs: a coordinator answers, and not they. */
  readonly asked?: InstitutionId;
}

interface Asking {
  readonly members: { has(person: PersonId): boolean };
  readonly invited: Invitations;
}
type Given<Type extends InstitutionCommand['type']> = Extract<InstitutionCommand, { type: Type }>;
type Decision = Result<readonly InstitutionEvent[], InvitationRefusal>;

/** A membership, marked where it is given back: who was told of the removal is told of this as well. */
export const joining = <Data extends { readonly person: PersonId }>(data: Data, { putBack, untold }: InstitutionFacts) =>
  putBack.includes(data.person) ? { ...data, again: true as const, ...(untold.includes(data.person) && { untold: true as const }) } : data;

/** All or nothing. Members and people already invited are left as they are. Who was removed and never signed in would never find an invitation: they are added. */
export function inviteMembers(
  { data, by }: Given<'InviteMembers'> & Pick<Command, 'by'>,
  { members, invited }: Asking,
  facts: InstitutionFacts,
): Decision {
  const asked = new Map<PersonId, InstitutionEvent>();
  for (const [index, { email, from }] of data.invited.entries()) {
    const person = facts.addressees[index] ?? null;
    if (person === null) return refuse({ code: 'MEMBER.NO_SUCH_ADDRESS', field: `invited.${index}.email` });
    const before = invited.get(person);
    if (members.has(person)) continue;
    const isPutBack = facts.putBack.includes(person);
    if (before && !before.asked && !isPutBack) continue;
    // They asked for it already: both want it.
    if (before?.asked) {
      asked.set(person, { type: 'MemberJoined', data: { institution: data.institution, person, from, movedFrom: before.asked } });
      continue;
    }
    if (isPutBack) {
      asked.set(person, { type: 'MemberJoined', data: joining({ institution: data.institution, person, from }, facts) });
      continue;
    }
    const { institution, from: importer } = data;
    const invitation = { institution, person, email, from, by: by === HUB ? (importer ?? HUB) : by };
    asked.set(person, { type: 'MemberInvited', data: { ...invitation, ...(facts.untold.includes(person) && { untold: true as const }) } });
  }
  return ok([...asked.values()]);
}

export function acceptInvitation({ data }: Given<'AcceptInvitation'>, { members, invited }: Asking): Decision {
  if (members.has(data.person)) return ok([]);
  const invitation = invited.get(data.person);
  return invitation && !invitation.asked
    ? ok([{ type: 'MemberJoined', data: { ...data, from: invitation.from } }])
    : refuse({ code: 'INVITATION.NOT_OPEN' });
}

/** One that was accepted a moment ago is a membership by now. One that is not there otherwise need not be taken back. */
export function endInvitation(
  command: Given<'DeclineInvitation' | 'WithdrawInvitation'> & Pick<Command, 'by'>,
  { members, invited }: Asking,
): Decision {
  const { institution, person } = command.data;
  const here = { institution, person };
  if (command.type === 'WithdrawInvitation' && command.by === HUB && command.data.reopened !== undefined) {
    const { reopened } = command.data;
    const rests = !members.has(person) && invited.get(person)?.asked === reopened;
    return ok(rests ? [{ type: 'InvitationWithdrawn', data: { ...here, reopened } }] : []);
  }
  if (members.has(person)) return refuse({ code: 'INVITATION.ACCEPTED_ALREADY' });
  const type = command.type === 'DeclineInvitation' ? 'InvitationDeclined' : 'InvitationWithdrawn';
  return ok(invited.has(person) ? [{ type, data: here }] : []);
}

/** A day on which members who were never invited are told that they can sign in, and in whose name. */
export interface InvitationPlan {
  readonly on: Day;
  readonly from: PersonId;
}

export const planAfter = ({ on, from }: { readonly on: Day | null; readonly from: PersonId }): InvitationPlan | null =>
  on === null ? null : { on, from };

/**
 * A day may be changed or cancelled until it has come. The hub removes what it has done, not newer plans. An import never changes a
 * colleague’s plan.
 */
export function planInvitations(
  { data, by, on: today }: Given<'PlanInvitations'> & Pick<Command, 'by' | 'on'>,
  { plan }: { readonly plan: InvitationPlan | null },
): Decision {
  const { institution, on } = data;
  if (on === null && (plan === null || (by === HUB && plan.on > today))) return ok([]);
  if (on !== null && plan !== null && by === HUB) return ok([]);
  if (on !== null && on < today) return refuse({ code: 'INVITATION.DAY_PAST', field: 'on' });
  const from = by === HUB ? (data.from ?? plan?.from ?? HUB) : by;
  const lapsed = by === HUB && on === null && data.lapsed === true && { lapsed: true as const };
  return plan?.on === on && plan?.from === from ? ok([]) : ok([{ type: 'InvitationsPlanned', data: { institution, on, from, ...lapsed } }]);
}

/**
 * People who left, signed in or answered since need no invitation. The hub sends in the name of the import’s owner, or of the person who planned the
 * day.
 */
export function sendInvitations(
  { data: { institution, people, from: importer }, by }: Given<'SendInvitations'> & Pick<Command, 'by'>,
  { members, invited, plan }: Asking & { readonly plan: InvitationPlan | null },
  { awaited }: InstitutionFacts,
): Decision {
  const from = by === HUB ? (importer ?? plan?.from ?? HUB) : by;
  return ok(
    [...new Set(people)]
      .filter((person) => (members.has(person) || invited.has(person)) && awaited.includes(person))
      .map((person) => ({ type: 'InvitationSent', data: { institution, person, from } })),
  );
}
