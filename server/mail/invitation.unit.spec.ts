import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { previewFor } from './invitation.js';

const registered = (institution: string, name: string) =>
  happened('InstitutionRegistered', { institution, kind: 'school', details: { name } } as never);
const joined = (institution: string) => happened('MemberJoined', { institution, person: 'helen', from: '2025-09-01' });

describe('the invitation that an administrator of several schools is shown', () => {
  const record = [
    happened('PersonJoined', { person: 'helen', name: 'Helen Ward', email: 'helen@x.example' }),
    ...[registered('elm', 'Elm Primary'), registered('oak', 'Oak Academy'), joined('elm'), joined('oak')],
    happened('RoleGranted', { institution: 'oak', person: 'helen', role: 'administrator' }),
  ];
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, record)])));
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
});
