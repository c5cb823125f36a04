import { sentenceOf, statusOf } from '@alongside/domain/protocol/refusals.js';
import type { HubParts } from '../app/hub.js';
import { Problem } from '../app/problem.js';

/** A hub that cannot write lets no user in, and says so before it looks for an account: its answer must not tell who has one. */
export async function mustKnowTheDate({ clockGuard }: Pick<HubParts, 'clockGuard'>): Promise<void> {
  const refusal = { code: 'SIGN_IN.CLOCK_WRONG' } as const;
  if ((await clockGuard.check()).state !== 'right') throw new Problem(statusOf(refusal.code), refusal.code, sentenceOf(refusal));
}
