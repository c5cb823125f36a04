import type { InstitutionId } from '../kernel/brand.js';
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
