import { registerIdOf } from './register-id.js';

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
