import { sharesName } from './staff-likely.js';

test.each([
  ['Fatima Ahmed', 'Fatima Ahmed-Khan', true],
  ['Fatima Khan', 'Fatima Ahmed', true],
  ['Mrs F Ahmed', 'Fatima Ahmed-Khan', true],
  ['Ahmed, Fatima', 'Fatima Khan', true],
  ['Bill Lee', 'William Ray', true],
  ['Olu Adeyemi', 'Fatima Ahmed', false],
  ['F Adeyemi', 'F Ahmed', false],
  ['Mr F', 'F', false],
  ['', '', false],
])('“%s” and “%s” have a name in common: %s', (one, other, shares) => {
  expect(sharesName({ name: one }, { name: other })).toBe(shares);
});
