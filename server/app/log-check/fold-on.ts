import { join } from 'node:path';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import { isChained } from '../../event-store/hash.js';
import { LogChain } from '../../event-store/log-chain.js';
import { openEventStore } from '../../event-store/open.js';
import { claimOwnFolder, isInUse, slotsIn } from '../own-folder.js';
import { readWitness, WITNESS_FILE, writeWitness } from './witness-file.js';

/** Events folded in one turn of the event loop. */
const TURN_EVENTS = 32;

/** Takes into a chain what a log holds after its head. Answers whether the head moved. Rejects where the log cannot be read. */
export async function foldOn(chain: LogChain, store: Pick<EventStore, 'readAll'>): Promise<boolean> {
  const before = chain.head;
  const after = before.position === '' ? {} : { after: before.position as Position };
  for await (const batch of store.readAll({ ...after, batchSizeEvents: TURN_EVENTS }))
    for (const event of batch) {
      chain.saw(event.position);
      if (isChained(event.stream)) chain.take(event);
    }
  return chain.head !== before;
}

/** Brings each witness of a data folder up to the end of its log, found sound and written to since. Does nothing beside a hub, which does so itself. */
export async function witnessEnd(dataDir: string): Promise<void> {
  const own = await claimOwnFolder(dataDir);
  try {
    if (!own.first || (await isInUse(dataDir, own.path))) return;
    const store = await openEventStore({ dataDir });
    try {
      for (const name of await slotsIn(join(dataDir, 'processes'))) await witnessOn(join(dataDir, 'processes', name, WITNESS_FILE), store);
    } finally {
      await store.close();
    }
  } finally {
    await own.release();
  }
}

async function witnessOn(file: string, store: Pick<EventStore, 'readAll'>): Promise<void> {
  const known = await readWitness(file);
  if (known === undefined || known === 'spoilt') return;
  const chain = new LogChain(known);
  await foldOn(chain, store);
  const witness = chain.witness();
  if (witness) await writeWitness(file, witness);
}
