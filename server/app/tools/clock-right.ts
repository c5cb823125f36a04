import { sayStamp } from '../../clock/say-clock.js';
import type { HubParts } from '../hub.js';
import { wrong } from './tool.js';

/** Refuses once, before anything is saved, what each command would be refused for. Throws `CannotBeDone`. */
export async function refuseWrongClock({ clockGuard, clock }: HubParts): Promise<void> {
  const found = await clockGuard.check();
  if (found.state === 'right') return;
  wrong(
    `Nothing was saved. This computer says that it is ${sayStamp(clock.now())}, and the newest event of the hub is from ${sayStamp(found.newest)}. Set the clock of this computer, or say that it is right: npm run admin -- confirm-date`,
  );
}
