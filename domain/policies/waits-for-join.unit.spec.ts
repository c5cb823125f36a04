import type { Command } from '../kernel/decider.js';
import { waitsForJoin } from './waits-for-join.js';

const given = (type: string, by: string, person: string) =>
  waitsForJoin({ type, by, data: { person }, at: '', on: '' } as unknown as Command, (one) => one === 'ben');

test('an address, and a name by another, wait until two records that have become one are read as one', () => {
  expect([given('ChangeEmail', 'eve', 'ben'), given('ChangeEmail', 'hub', 'ben'), given('RenamePerson', 'eve', 'ben')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([given('RenamePerson', 'ben', 'ben'), given('ChangeEmail', 'eve', 'asha'), given('ErasePerson', 'ben', 'ben')]).toEqual([
    ...[false, false, false],
  ]);
});
