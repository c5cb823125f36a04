import { HUB } from '../kernel/decider.js';
import type { PersonId } from '../kernel/brand.js';
import type { InstitutionDetails } from './institution.events.js';
import { nameWithTown, whyDoubled } from './other-institutions.js';

const dee = 'dee' as PersonId;
const details: InstitutionDetails = { name: 'St Mary’s', kind: 'school', nation: 'england', town: 'Leeds', reference: '100009' };

test('a number is one institution’s, whoever gives it; what an older hub doubled may stay', () => {
  for (const by of [dee, HUB])
    expect(whyDoubled(details, ['number'], by)).toEqual({ code: 'INSTITUTION.NUMBER_TAKEN', field: 'details.reference' });
  expect(whyDoubled(details, ['number'], dee, { ...details, reference: '100008' })?.code).toBe('INSTITUTION.NUMBER_TAKEN');
  expect(whyDoubled(details, ['number'], dee, { ...details, name: 'St Mary' })).toBeUndefined();
  // The same number, written otherwise.
  expect(whyDoubled(details, ['number'], HUB, { ...details, reference: 'URN 100009' })).toBeUndefined();
  expect(whyDoubled({ ...details, nation: 'wales' }, ['number'], HUB, details)?.code).toBe('INSTITUTION.NUMBER_TAKEN');
});

test('a person gives no name that another open institution has without a town between them; a register may', () => {
  expect(whyDoubled(details, ['name'], dee)).toEqual({ code: 'INSTITUTION.NAME_TAKEN', field: 'details.name' });
  expect(whyDoubled(details, ['name'], dee, { ...details, town: 'York' })?.code).toBe('INSTITUTION.NAME_TAKEN');
  expect(whyDoubled(details, ['name'], dee, { ...details, phase: 'Primary' })).toBeUndefined();
  expect(whyDoubled(details, ['name'], HUB)).toBeUndefined();
  // Of two without a town, either may get one.
  const { town: _town, ...without } = details;
  expect(whyDoubled(details, ['name'], dee, without)).toBeUndefined();
  expect(whyDoubled(without, ['name'], dee, details)?.code).toBe('INSTITUTION.NAME_TAKEN');
});

test('the town stands beside the name, unless the name says it or there is none', () => {
  expect(nameWithTown(details)).toBe('St Mary’s, Leeds');
  expect(nameWithTown({ name: 'Leeds Grammar', town: 'Leeds' })).toBe('Leeds Grammar');
  expect(nameWithTown({ name: 'Elm' })).toBe('Elm');
  expect(nameWithTown({ name: 'E'.repeat(158), town: 'Leeds' })).toHaveLength(158);
});
