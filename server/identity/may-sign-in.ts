import { sentenceOf, statusOf } from '@alongside/domain/protocol/refusals.js';
import { refusedByDisk } from '../app/health/refused-by-disk.js';
import { isOfFolder } from '../app/health/write-failure.js';
import type { HubParts } from '../app/hub.js';
import { Problem } from '../app/problem.js';

/**
 * Throws a `Problem` of 503 where no code can be made and no user let in: before an account is looked for, so that it tells of none.
 */
export async function mustBeAbleToWrite({ clockGuard, health }: Pick<HubParts, 'clockGuard' | 'health'>): Promise<void> {
  if ((await health.reads.now()).state === 'failing') throw refusedByDisk('HUB.CANNOT_READ');
  const refusal = { code: 'SIGN_IN.CLOCK_WRONG' } as const;
  if ((await clockGuard.check()).state !== 'right') throw new Problem(statusOf(refusal.code), refusal.code, sentenceOf(refusal));
  const writes = await health.writes.asOfLate();
  // Where the folder of this process alone fails, the log takes codes and they are emailed.
  if (writes.state === 'failing' && !isOfFolder(writes.why)) throw refusedByDisk('HUB.CANNOT_SAVE', writes.why);
}
