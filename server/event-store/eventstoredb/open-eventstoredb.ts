import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import { withoutCredentials } from './failures.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

/** Connects to a cluster by its connection string, which carries credentials and TLS. Rejects with a sentence for the operator where it does not answer. */
export async function openEventStoreDb(url: string): Promise<EventStore> {
  const store = new EventStoreDbEventStore(connect(url), url);
  try {
    await store.head();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function connect(url: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(url);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Error(
      `EVENTSTORE_URL (${withoutCredentials(url)}) is not a connection string such as esdb://user:password@host:2113?tls=true. ${detail}`,
      {
        cause: error,
      },
    );
  }
}
