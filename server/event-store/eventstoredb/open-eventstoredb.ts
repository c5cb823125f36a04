import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import { connectionString } from './connection-string.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import type { FollowTrouble } from './resubscribing.js';

/** Connects to a cluster by its connection string, which carries credentials and TLS. Rejects with a sentence for the operator where it does not answer. */
export async function openEventStoreDb(url: string, report?: (trouble: FollowTrouble) => void): Promise<EventStore> {
  const store = new EventStoreDbEventStore(connect(url), url, report);
  try {
    await store.head();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Read by the hub first: what the client cannot read, or does not know, it prints as a whole, and hands on in its error. */
function connect(url: string): EventStoreDBClient {
  const read = connectionString(url);
  if (!read.ok) throw new Error(`EVENTSTORE_URL is not as it should be; it takes ${read.error}.`);
  try {
    return EventStoreDBClient.connectionString(read.value);
  } catch {
    // Not even as a cause: the client's error carries the string.
    throw new Error('EVENTSTORE_URL is no connection string that the client of the event store can read.');
  }
}
