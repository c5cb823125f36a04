import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { UNNAMED_HUB } from '../set-up/administrators.js';
import { previewFor } from './invitation.js';

const registered = (institution: string, name: string) =>
  happened('InstitutionRegistered', { institution, kind: 'school', details: { name } } as never);
const joined = (institution: string) => happened('MemberJoined', { institution, person: 'helen', from: '2025-09-01' });

const named = (name: string) =>
  happened('InstitutionRegistered', { institution: HUB_INSTITUTION, details: { name, kind: 'hub', nation: 'england' } } as never);

describe('the invitation that an administrator of several schools is shown', () => {
  const record = [
    happened('PersonJoined', { person: 'helen', name: 'Helen Ward', email: 'helen@x.example' }),
    ...[registered('elm', 'Elm Primary'), registered('oak', 'Oak Academy'), joined('elm'), joined('oak')],
    happened('RoleGranted', { institution: 'oak', person: 'helen', role: 'administrator' }),
  ];
  const viewsOf = (events: typeof record) => new Map(allViews.map((view) => [view.name, foldView(view as never, events)]));
  const look = lookInto(viewsOf(record));
  const preview = (at?: string) => previewFor('helen' as PersonId, at as InstitutionId | undefined, look, 'https://hub.example').text;

  test('names the school that they invite to', () => {
    expect([preview('elm'), preview('oak')]).toEqual([
      expect.stringContaining('Elm Primary uses Alongside for mentoring'),
      expect.stringContaining('Oak Academy uses Alongside for mentoring'),
    ]);
  });

  test('names the one that they administer where they have chosen none yet', () => {
    expect(preview()).toContain('Oak Academy uses Alongside for mentoring');
  });

  test('names the hub, as its sign-in page does, where it was given a name', () => {
    const at = (hub: string) =>
      previewFor('helen' as PersonId, undefined, lookInto(viewsOf([...record, named(hub)])), 'https://hub.example');
    expect(at('Beacon Mentoring')).toMatchObject({
      subject: expect.stringMatching(/invited you to Beacon Mentoring on Alongside$/),
      text: expect.stringContaining('The sign-in page shows the name Beacon Mentoring.'),
    });
    for (const email of [at(UNNAMED_HUB.name), previewFor('helen' as PersonId, undefined, look, 'https://hub.example')]) {
      expect(email.subject).toMatch(/invited you to Alongside$/);
      expect(email.text).not.toContain('page shows the name');
    }
  });
});
