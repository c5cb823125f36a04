import { uuidv7 } from 'uuidv7';
import type { CommandId, EventId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { NewEvent } from '@alongside/domain/kernel/event-store.js';
import { manyAtOnce } from '../../event-store/many-at-once.js';
import { BENCH_CLAIM } from '../../app/log-kind.js';
import type { CommunityLog } from './log.js';
import { ENDS } from './size.js';
import type { Told } from './telling.js';

/** Appends under way at once: they share disk syncs and still reach the log in order. */
const AT_ONCE_APPENDS = 512;

/** Writes a history into an empty log and marks it as told, so that no reactor makes up for two years of it. */
export async function writeTold(log: CommunityLog, told: readonly Told[], seed: number): Promise<void> {
  await log.store.append(BENCH_CLAIM, 'noStream', [mark('DemoClaimed', { seed })]);
  const through = await appendAll(log, told);
  await log.store.append(BENCH_CLAIM, 0, [mark('DemoTold', { through })]);
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

function mark(type: string, data: object): NewEvent {
  const id = uuidv7();
  return { id: id as EventId, type, version: 1, at: ENDS, actor: HUB, commandId: id as CommandId, institutions: [], data };
}
