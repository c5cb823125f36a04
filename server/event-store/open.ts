import { join } from 'node:path';
import { openEventStoreDb } from './eventstoredb/open-eventstoredb.js';
import type { FollowTrouble } from './eventstoredb/resubscribing.js';
import { WatchedStore } from './watched-store.js';
import { SqliteEventStore } from './sqlite/sqlite-event-store.js';

/** Where the log is: a cluster where an address is given, otherwise a file under the data folder. */
export interface EventStoreConfig {
  /** `esdb://…` or `esdb+discover://…`, with credentials and TLS in it. */
  readonly eventStoreUrl?: string;
  readonly dataDir: string;
  /** Told when those who follow the log lose its server, and when they find it again. */
  readonly report?: (trouble: FollowTrouble) => void;
}

/** The file of the log under a data folder. */
export const eventLogFile = (dataDir: string): string => join(dataDir, 'log', 'events.sqlite');

/** Opens the log that the configuration asks for: the only place that picks an adapter. Rejects with a sentence for the operator where it cannot. */
export async function openEventStore(config: EventStoreConfig): Promise<WatchedStore> {
  return new WatchedStore(
    config.eventStoreUrl
      ? await openEventStoreDb(config.eventStoreUrl, config.report)
      : await SqliteEventStore.open(eventLogFile(config.dataDir)),
  );
}
