import type { InstitutionId, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import type { InstitutionCommand } from './institution.commands.js';
import { institution } from './institution.decider.js';
import type { InstitutionDetails } from './institution.events.js';
import type { InstitutionFacts } from './institution.facts.js';
import { isNumberOfAnother, numberOfId, registerIdOf } from './register-id.js';

test.each([
  ['100009', 'urn-100009'],
  ['URN 100009', 'urn-100009'],
  ['N/A', undefined],
  ['TBC', undefined],
  ['unknown', undefined],
  ['', undefined],
])('the number “%s” gives the id %s', (reference, id) =>
  expect(registerIdOf({ kind: 'school', nation: 'england', name: 'Ash', reference })).toBe(id),
);

test.each([
  ['urn-100009', '100009'],
  ['trust-TR5021', 'tr5021'],
  ['ni-1016059', '1016059'],
  ['trust-by-hand', undefined],
  ['urn-ash', undefined],
  ['018f3c2e-7b1a-7c3d-9e4f-5a6b7c8d9e0f', undefined],
])('the id %s has the number %s of a register', (id, number) => expect(numberOfId(id as InstitutionId)).toBe(number));

test('an institution of a register has no other number than the one in its id, in any nation', () => {
  const isAnothers = (id: string, reference: string, nation: 'england' | 'wales' = 'england') =>
    isNumberOfAnother(id as InstitutionId, { kind: 'school', name: 'Ash', nation, reference });
  expect(isAnothers('urn-100009', '200000')).toBe(true);
  expect([isAnothers('urn-100009', 'URN 100009'), isAnothers('urn-100009', '100009', 'wales'), isAnothers('urn-100009', '')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(isAnothers('ash', '200000')).toBe(false);
});

test('where a person describes one of a register it keeps its number; the hub may correct it', () => {
  const urn = 'urn-100009' as InstitutionId;
  const details = (reference: string): InstitutionDetails => ({ kind: 'school', nation: 'england', name: 'Ash', reference });
  const came = { type: 'InstitutionRegistered' as const, data: { institution: urn, details: details('100009') } };
  const describe = (reference: string, by = 'dee' as PersonId) =>
    given(institution, [came], { doubled: [] } as unknown as InstitutionFacts).when({
      ...{ type: 'DescribeInstitution', by, on: '2026-11-30' },
      data: { institution: urn, details: details(reference) },
    } as InstitutionCommand);
  const described = (reference: string) => ({
    type: 'InstitutionDescribed' as const,
    data: { institution: urn, details: details(reference) },
  });
  describe('200000').refused('INSTITUTION.NUMBER_FIXED');
  describe('URN 100009').happens(described('URN 100009'));
  describe('').happens(described(''));
  describe('200000', HUB).happens(described('200000'));
});
