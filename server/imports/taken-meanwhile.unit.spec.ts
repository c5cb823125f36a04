import type { StaffTask } from './staff-wave.js';
import { takenMeanwhile } from './taken-meanwhile.js';

const newcomer = { invite: { type: 'InvitePerson', data: {} } } as StaffTask;
const known = { ...newcomer, invite: undefined } as StaffTask;

test('a row is looked at again until its person is seen, and given up where they never are', async () => {
  let looks = 0;
  const seenAt = (times: number) => {
    looks = 0;
    return takenMeanwhile(
      () => (looks >= times ? known : newcomer),
      async () => void (looks += 1),
    );
  };
  expect(await seenAt(1)).toBe(known);
  expect([await seenAt(3), looks]).toEqual([known, 3]);
  expect([await seenAt(Infinity), looks > 3]).toEqual([undefined, true]);
});
