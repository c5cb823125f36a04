import { sentenceOf, statusOf } from '@alongside/domain/protocol/refusals.js';
import type { HubParts } from '../app/hub.js';
import { Problem } from '../app/problem.js';

/**
 * Whoever they are: a hub that cannot write lets nobody in, and says so before it looks for an account. Otherwise who has one would read
 * another answer than who has none.
 */
export async function mustKnowTheDate({ clockGuard }: Pick<HubParts, 'clockGuard'>): Promise<void> {
  const refusal = { code: 'SIGN_IN.CLOCK_WRONG' } as const;
  if ((await clockGuard.check()).state !== 'right') throw new Problem(statusOf(refusal.code), refusal.code, sentenceOf(refusal));
}
