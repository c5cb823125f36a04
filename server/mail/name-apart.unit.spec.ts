import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { institutionView } from '@alongside/projections/views/institution.view.js';
import { institutionName, nameApart } from './notifications.js';

const school = (institution: string, name: string, town?: string) =>
  happened('InstitutionRegistered', { institution, details: { name, kind: 'school', nation: 'england', ...(town && { town }) } });
const events = [
  school('one', 'St Mary’s School', 'Leeds'),
  school('two', 'St. Marys School', 'York'),
  school('elm', 'Elm School', 'Leeds'),
];
const look = lookInto(new Map([[institutionView.name, foldView(institutionView, events)]]));

test('who is invited reads the town of a school where the hub has another of its name, and of no other school', () => {
  const said = (id: string) => nameApart(id as InstitutionId, look);
  expect([said('one'), said('two'), said('elm')]).toEqual(['St Mary’s School, Leeds', 'St. Marys School, York', 'Elm School']);
  expect(institutionName('one' as InstitutionId, look)).toBe('St Mary’s School');
});
