import type { Position } from '@alongside/domain/kernel/brand.js';
import { manyAtOnce } from '../../event-store/many-at-once.js';
import { BENCH_CLAIM, mark } from '../../app/log-kind.js';
import type { CommunityLog } from './log.js';
import { ENDS } from './size.js';
import type { Told } from './telling.js';

/** Appends under way at once: they share disk syncs and still reach the log in order. */
const AT_ONCE_APPENDS = 512;

/** Writes a history into an empty log and marks it as told, so that no reactor makes up for two years of it. */
export async function writeTold(log: CommunityLog, told: readonly Told[], seed: number): Promise<void> {
  await log.store.append(BENCH_CLAIM, 'noStream', [mark('DemoClaimed', ENDS, { seed })]);
  const through = await appendAll(log, told);
  await log.store.append(BENCH_CLAIM, 0, [mark('DemoTold', ENDS, { through })]);
}

/** Appends events in order, each sealed as the hub seals it. Settles with the position of the last. */
export async function appendAll({ sealed }: CommunityLog, told: readonly Told[]): Promise<Position | undefined> {
  let last: Position | undefined;
  await manyAtOnce(told, AT_ONCE_APPENDS, async ({ stream, event }) => {
    const result = await sealed.append(stream, 'any', [event]);
    if (!result.ok) throw new Error(`An append to ${stream} met a conflict.`);
    if (last === undefined || result.value.position > last) last = result.value.position;
  });
  return last;
}
