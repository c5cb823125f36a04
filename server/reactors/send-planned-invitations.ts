import { AT_ONCE_LIMIT_PEOPLE } from '@alongside/domain/institutions/institution.events.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { coordinates } from '@alongside/domain/policies/who.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { actorOf } from '@alongside/projections/facts/index.js';
import { trustOf } from '@alongside/projections/facts/gather.js';
import type { DueInvitations } from '@alongside/projections/views/due.view.js';
import { invitationView } from '@alongside/projections/views/invitation.view.js';
import { newcomerView } from '@alongside/projections/views/newcomer.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp, Reactor } from './reactor.js';

/** Members, and people asked to join, who have neither signed in nor been told that they can, as many at a time as one command may name. */
function toInvite(institution: InstitutionId, look: HubReader): readonly (readonly [PersonId, ...PersonId[]])[] {
  const members = look.rows(newcomerView.name, { institution }).filter(({ invitedOn }) => invitedOn === null);
  const asked = look.rows(invitationView.name, { institution }).filter(({ untold }) => untold);
  const people = [...members, ...asked].map(({ person }) => person).sort();
  const chunks = [];
  for (let from = 0; from < people.length; from += AT_ONCE_LIMIT_PEOPLE)
    chunks.push(people.slice(from, from + AT_ONCE_LIMIT_PEOPLE) as [PersonId, ...PersonId[]]);
  return chunks;
}

/** What is planned for the same day is sent at once; the clock takes it off, and sends what a process that ended half-way left. */
export const sendInvitationsWhenPlanned: Reactor = {
  name: 'send-invitations-when-planned',
  on: {
    InvitationsPlanned: ({ at, data: { institution, on } }, { look }) =>
      on !== null && on <= dayOf(at)
        ? toInvite(institution, look).map((people) => ({ type: 'SendInvitations', data: { institution, people: [...people] } }))
        : [],
  },
};

/** Invitations whose day has come, and then the end of the plan. Known by the plan and by whom they begin with: a list that has become shorter is another. */
export function sendPlannedInvitations({ institution, from, plan }: DueInvitations, look: HubReader): readonly FollowUp[] {
  // A role that was taken away since ends what was planned with it.
  const may = coordinates(actorOf(from, look), institution, trustOf(institution, look));
  const left = toInvite(institution, look);
  return [
    ...(may ? left : []).map((people) => ({
      commandId: commandIdFrom('send-invitations', plan, people[0]),
      type: 'SendInvitations',
      data: { institution, people },
    })),
    {
      commandId: commandIdFrom('invitations-sent', plan, institution),
      type: 'PlanInvitations',
      data: { institution, on: null, ...(!may && left.length > 0 && { lapsed: true }) },
    },
  ];
}
