import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { streamOf, type CommandId, type EventId, type Instant } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { EventStore, NewEvent } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { seedDemo } from '../demo/seed.js';
import { KEY_CATEGORY } from '../privacy/keyring.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import type { ReactorRunner } from '../reactors/reactor-runner.js';
import type { Clock } from './clock.js';
import type { Logger } from './logger.js';

// Among the key streams, because they are no part of the history; longer than any person's id, so that it is nobody's key.
const CLAIM = streamOf(KEY_CATEGORY, 'demo-community-'.padEnd(65, '0'));
/** How long a process waits for another one that is telling the demo, in milliseconds. */
const TELLING_LIMIT_MS = 120_000;
const LOOK_AGAIN_MS = 250;

/** Tells the demo community into an empty log, once, however many processes start together; its consequences are part of the telling. */
export async function seedWhenEmpty(
  store: EventStore,
  log: SealedLog<AnyEvent>,
  reactors: ReactorRunner,
  clock: Clock,
  logger: Logger,
): Promise<void> {
  if (await log.isEmpty()) {
    const claimed = await store.append(CLAIM, 'noStream', [mark('DemoClaimed', clock.now())]);
    if (claimed.ok) {
      const startedMs = performance.now();
      const last = await seedDemo(log, clock.now());
      if (last !== undefined) await reactors.skipTo(last);
      await store.append(CLAIM, claimed.value.revision, [mark('DemoTold', clock.now())]);
      logger.info('The demo community has moved in.', { milliseconds: Math.round(performance.now() - startedMs) });
      return;
    }
  }
  await told(store, logger);
}

async function told(store: EventStore, logger: Logger): Promise<void> {
  for (let waitedMs = 0; waitedMs < TELLING_LIMIT_MS; waitedMs += LOOK_AGAIN_MS) {
    const claim = await store.readStream(CLAIM);
    if (claim.length !== 1) return;
    await pause(LOOK_AGAIN_MS);
  }
  logger.warn(
    'The demo community was not told to its end: the process that told it was stopped. Start again with an empty data folder to have all of it.',
  );
}

function mark(type: string, at: Instant): NewEvent {
  const id = uuidv7();
  return { id: id as EventId, type, version: 1, at, actor: HUB, commandId: id as CommandId, institutions: [], data: {} };
}
