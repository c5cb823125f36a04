import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { ClockCondition, ClockGuard } from './clock-guard.js';
import { clockWrong } from './clock-guard.js';

const ben = 'ben' as PersonId;
const guardOf = (state: string): Pick<ClockGuard, 'check'> => ({ check: async () => ({ state }) as ClockCondition });

test.each([
  ['ConfirmDate', ben, false],
  ['ErasePerson', HUB, false],
  ['ErasePerson', ben, true],
  ['CloseAllSessions', HUB, false],
  ['CloseAllSessions', ben, true],
  ['RenamePerson', HUB, true],
])('with a wrong clock %s by %s: refused is %s', async (type, by, refused) => {
  expect(await clockWrong(guardOf('behind'))(type, by)).toBe(refused);
  expect(await clockWrong(guardOf('right'))(type, by)).toBe(false);
});
