import type { Day, EventId, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { accessView } from '@alongside/projections/views/access.view.js';
import type { DueInvitations } from '@alongside/projections/views/due.view.js';
import { membershipView } from '@alongside/projections/views/membership.view.js';
import { newcomerView } from '@alongside/projections/views/newcomer.view.js';
import { sendPlannedInvitations } from './send-planned-invitations.js';

const [oakfield, helen] = ['oakfield', 'helen'] as [InstitutionId, PersonId];
const due: DueInvitations = {
  kind: 'send-invitations',
  day: '2026-03-09' as Day,
  institution: oakfield,
  from: helen,
  plan: 'e1' as EventId,
};
const joined = (person: string, actor = 'hub') => [
  happened('PersonJoined', { person, name: person, email: `${person}@oakfield.example` }, { actor }),
  happened('MemberJoined', { institution: oakfield, person, from: '2025-09-01' }),
];
const coordinates = happened('RoleGranted', { institution: oakfield, person: helen, role: 'coordinator' });

/** What is done on the day, of a plan by Helen, who has signed in. */
function done(...events: ReturnType<typeof happened>[]) {
  const all = [...joined(helen, helen), ...events];
  const look = lookInto(new Map([accessView, membershipView, newcomerView].map((view) => [view.name, foldView(view as never, all)])));
  return sendPlannedInvitations(due, look).map(({ type, data }) => [type, data]);
}
const over = { institution: oakfield, on: null };

describe('invitations whose day has come', () => {
  test('are sent to those who are left, and the plan is over', () => {
    expect(done(coordinates, ...joined('ben'))).toEqual([
      ['SendInvitations', { institution: oakfield, people: ['ben'] }],
      ['PlanInvitations', over],
    ]);
  });

  test('have lapsed where their planner coordinates no more and anybody was left, and are over where nobody was', () => {
    expect(done(...joined('ben'))).toEqual([['PlanInvitations', { ...over, lapsed: true }]]);
    expect(done()).toEqual([['PlanInvitations', over]]);
    expect(done(coordinates)).toEqual([['PlanInvitations', over]]);
  });
});
