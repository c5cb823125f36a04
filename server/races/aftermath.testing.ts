import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { allViews } from '@alongside/projections/views/index.js';
import type { Hub } from '../app/create-hub.js';
import { consequenceFaults, foldAfresh, viewFaults } from '../app/hub-faults.testing.js';
import { openTestHub } from '../app/hub.testing.js';
import { readingOf } from '../joining/join-keeper.js';

/** Everything in the log once nothing more follows: what follows has consequences of its own. */
export async function eventsAtRest({ parts }: Hub): Promise<readonly Recorded<AnyEvent>[]> {
  const events: Recorded<AnyEvent>[] = [];
  for (let before = -1; events.length > before;) {
    before = events.length;
    await parts.reactors.settled();
    await parts.emails.settled();
    const after = events.at(-1)?.position;
    for await (const batch of parts.log.readAll(after === undefined ? {} : { after })) events.push(...batch);
  }
  await parts.views.caughtUp(events.at(-1)?.position ?? ('' as Position));
  return events;
}

/** What two hubs that are gone left and should not have: rows that the log does not make, and consequences missing or doubled. `elsewhere`: empty. */
export async function faultsLeft(dataDir: string, elsewhere: string, env: Record<string, string>): Promise<readonly string[]> {
  // Only the first one’s views would be kept where they are.
  await mkdir(join(elsewhere, 'processes'), { recursive: true });
  await rename(join(dataDir, 'processes', '2'), join(elsewhere, 'processes', '1'));
  const hubs = [await openTestHub(dataDir, dataDir, undefined, env), await openTestHub(elsewhere, dataDir, undefined, env)];
  try {
    const faults: string[] = [];
    for (const [at, hub] of hubs.entries()) {
      const events = await eventsAtRest(hub);
      await hub.parts.joins.settled();
      const reading = readingOf(hub.parts.joins.inForce);
      const right = await foldAfresh(allViews, events, reading);
      faults.push(...viewFaults(allViews, hub.parts.views.store, right).map((fault) => `hub ${at + 1}: ${fault}`));
      if (hub.parts.reactors.aside.length > 0) faults.push(`hub ${at + 1}: something was set aside`);
      if (at === 0) faults.push(...consequenceFaults(events.map((event) => hub.parts.joins.inForce.read(event))));
    }
    return faults;
  } finally {
    for (const hub of hubs) await hub.close();
  }
}
