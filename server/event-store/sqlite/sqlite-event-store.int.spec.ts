import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '@alongside/domain/testing/event-store.contract.js';
import { verifyStream } from '../hash.js';
import { SqliteEventStore } from './sqlite-event-store.js';

let folder = '';
eventStoreContract('SQLite', {
  open: async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-log-'));
    return SqliteEventStore.open(join(folder, 'log', 'events.sqlite'));
  },
  cleanUp: () => rm(folder, { recursive: true }),
  verify: verifyStream,
  idsAreGlobal: true,
  shredsAtOnce: true,
});
