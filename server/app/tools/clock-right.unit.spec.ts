import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { ClockCondition } from '../../clock/clock-guard.js';
import type { HubParts } from '../hub.js';
import { refuseWrongClock } from './clock-right.js';

const at = (found: ClockCondition) =>
  ({ clockGuard: { check: async () => found }, clock: { now: () => '2031-03-06T12:00:00.000Z' as Instant } }) as unknown as HubParts;

describe('a command that saves', () => {
  test('is refused once where the clock may be wrong, with the command that says it is right', async () => {
    await expect(refuseWrongClock(at({ state: 'ahead', newest: '2026-03-06T12:00:00.000Z' as Instant }))).rejects.toThrow(
      /^Nothing was saved\. This computer says that it is midday on 6 March 2031, .* midday on 6 March 2026\. Set the clock .*: npm run admin -- confirm-date$/,
    );
  });

  test('goes on where it is right', async () => {
    await expect(refuseWrongClock(at({ state: 'right' }))).resolves.toBeUndefined();
  });
});
