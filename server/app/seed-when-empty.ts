import { uuidv7 } from 'uuidv7';
import { streamOf, type CommandId, type EventId, type Instant, type Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { EventStore, NewEvent } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { NameOfAddress } from '../commands/addresses.js';
import { seedDemo, ToldOtherwise } from '../demo/seed.js';
import { DEMO_SEED } from '../demo/tell.js';
import { KEY_CATEGORY } from '../privacy/keyring.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import type { Clock } from './clock.js';
import type { Logger } from './logger.js';

/**
 * The stream that says whether the demo community was told: `DemoClaimed` names the story (its instant and seed), `DemoTold` its end. Among the
 * key streams, because it is no part of the history; longer than any person's id, so that it is nobody's key.
 */
export const CLAIM = streamOf(KEY_CATEGORY, 'demo-community-'.padEnd(65, '0'));

interface Claim {
  /** The instant at which the story ends: with the seed it decides every event and every id. */
  readonly now: Instant;
  readonly seed: number;
  readonly revision: number;
  readonly told: boolean;
  /** The last event of the story, once it is told to its end. */
  readonly through: Position | undefined;
}

/**
 * Tells the demo community into an empty log, once; its consequences are part of the telling. A story that somebody began and nobody ended is
 * told again from its beginning, by whoever starts, and nobody waits to learn whether its teller still lives: the same instant and seed give the
 * same events under the same ids, so that what is in the log stays as it is, and several who tell at once tell one story in one order.
 */
export async function seedWhenEmpty(
  store: EventStore,
  log: SealedLog<AnyEvent>,
  { clock, logger, nameOf }: { readonly clock: Clock; readonly logger: Logger; readonly nameOf: NameOfAddress },
): Promise<void> {
  const claim = (await claimIn(store)) ?? ((await log.isEmpty()) ? await claimed(store, clock.now()) : undefined);
  if (!claim || claim.told) return;
  const startedMs = performance.now();
  const through = await toldToItsEnd(log, claim, logger, nameOf);
  // Where another teller was quicker this meets its mark, and nothing is left to say.
  const ended = await store.append(CLAIM, claim.revision, [mark('DemoTold', clock.now(), through === undefined ? {} : { through })]);
  if (ended.ok && through !== undefined)
    logger.info('The demo community has moved in.', { milliseconds: Math.round(performance.now() - startedMs) });
}

/** The last event of the demo community where it was told here: whatever had to follow from it is told with it. */
export const toldThrough = async (store: EventStore): Promise<Position | undefined> => (await claimIn(store))?.through;

async function toldToItsEnd(
  log: SealedLog<AnyEvent>,
  { now, seed }: Claim,
  logger: Logger,
  nameOf: NameOfAddress,
): Promise<Position | undefined> {
  try {
    return await seedDemo(log, now, nameOf, seed);
  } catch (error) {
    if (!(error instanceof ToldOtherwise)) throw error;
    logger.warn(
      'The demo community was not told to its end: it was begun by another version of the hub, or somebody has lived in it since. Start with an empty data folder to have all of it.',
      { stream: error.stream },
    );
    return undefined;
  }
}

/** Claims the story for this instant, or finds that another process did a moment ago. */
async function claimed(store: EventStore, now: Instant): Promise<Claim | undefined> {
  await store.append(CLAIM, 'noStream', [mark('DemoClaimed', now, { seed: DEMO_SEED })]);
  return claimIn(store);
}

async function claimIn(store: EventStore): Promise<Claim | undefined> {
  const [first, last] = await store.readStream(CLAIM);
  if (!first) return undefined;
  const { seed = DEMO_SEED } = first.data as { seed?: number };
  const through = (last?.data as { through?: Position } | undefined)?.through;
  return { now: first.at, seed, revision: first.revision, told: last !== undefined, through };
}

function mark(type: string, at: Instant, data: object): NewEvent {
  const id = uuidv7();
  return { id: id as EventId, type, version: 1, at, actor: HUB, commandId: id as CommandId, institutions: [], data };
}
