import { join } from 'node:path';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
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
  const { eventStoreUrl, dataDir, report } = config;
  return new WatchedStore(eventStoreUrl ? await openCluster(eventStoreUrl, report) : await SqliteEventStore.open(eventLogFile(dataDir)));
}

/** Loaded where it is asked for: the cluster’s client brings gRPC with it, and most hubs keep a file. */
async function openCluster(url: string, report: EventStoreConfig['report']): Promise<EventStore> {
  const { openEventStoreDb } = await import('./eventstoredb/open-eventstoredb.js');
  return openEventStoreDb(url, report);
}
