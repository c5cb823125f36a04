import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { previewFor } from './invitation.js';

const registered = (institution: string, name: string) =>
  happened('InstitutionRegistered', { institution, kind: 'school', details: { name } } as never);
const joined = (institution: string) => happened('MemberJoined', { institution, person: 'helen', from: '2025-09-01' });

test('an administrator is shown the name of the school that they administer, as the invitation itself has it', () => {
  const record = [
    happened('PersonJoined', { person: 'helen', name: 'Helen Ward', email: 'helen@x.example' }),
    ...[registered('elm', 'Elm Primary'), registered('oak', 'Oak Academy'), joined('elm'), joined('oak')],
    happened('RoleGranted', { institution: 'oak', person: 'helen', role: 'administrator' }),
  ];
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, record)])));
  expect(previewFor('helen' as PersonId, look, 'https://hub.example').text).toContain('Oak Academy uses Alongside for mentoring');
});
