import type { Instant } from '@alongside/domain/kernel/brand.js';
import { eventLogFile } from '../event-store/open.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { CLAIM, mark } from './log-kind.js';

/** What the teller writes where it has told everything: enough for an empty log to be the demonstration. */
export async function tellIn(dataDir: string): Promise<void> {
  const store = await SqliteEventStore.open(eventLogFile(dataDir));
  const at = '2026-11-26T09:00:00.000Z' as Instant;
  await store.append(CLAIM, 'noStream', [mark('DemoClaimed', at, {}), mark('DemoTold', at, {})]);
  await store.close();
}
