import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '@alongside/domain/testing/event-store.contract.js';
import { freePort } from '../fresh-log.testing.js';
import { verifyStream } from '../hash.js';
import { openEventStore } from '../open.js';

const url = process.env['EVENTSTORE_URL'];

// A server is not always there. Where one is named, the adapter is held to the whole contract; `npm run test:eventstoredb`.
if (url) {
  eventStoreContract('EventStoreDB', {
    open: () => openEventStore({ eventStoreUrl: url, dataDir: '' }),
    verify: verifyStream,
    idsAreGlobal: false,
    shredsAtOnce: false,
  });
}

describe('opening the log that the configuration asks for', () => {
  test('a server that is away is named in a sentence, without its password', async () => {
    const port = await freePort();
    const failure = await openEventStore({ eventStoreUrl: `esdb://admin:changeit@127.0.0.1:${port}?tls=false`, dataDir: '' }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      code: 'EVENT_STORE.UNAVAILABLE',
      message: `The event store at esdb://127.0.0.1:${port} does not answer. Start it or correct EVENTSTORE_URL; without EVENTSTORE_URL the hub keeps its log in a file under DATA_DIR.`,
    });
  });

  test('an address that is none is refused with an example', async () => {
    const opening = openEventStore({ eventStoreUrl: 'http://user:secret@localhost', dataDir: '' });
    await expect(opening).rejects.toThrow(/^EVENTSTORE_URL is not as it should be; it takes an address such as esdb:/);
    await expect(opening).rejects.not.toThrow('secret');
  });

  test('without an address the log is a file under the data folder', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'alongside-open-'));
    const store = await openEventStore({ dataDir });
    expect(await store.head()).toBeUndefined();
    await store.close();
    await rm(join(dataDir, 'log', 'events.sqlite'));
    await rm(dataDir, { recursive: true });
  });
});
