import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { UnavailableError } from '@eventstore/db-client';
import type { StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { eventStoreContract } from '@alongside/domain/testing/event-store.contract.js';
import { freshStream, readEverything, sampleEvents } from '@alongside/domain/testing/event-store.samples.js';
import { verifyStream } from '../hash.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { FakeServer } from './fake-server.fixture.js';

const url = 'esdb://admin:changeit@log.example:2113?tls=true';

eventStoreContract('EventStoreDB, against a stand-in for the server', {
  open: async () => new EventStoreDbEventStore(new FakeServer().client, url),
  verify: verifyStream,
  idsAreGlobal: false,
  shredsAtOnce: false,
});

describe('the EventStoreDB adapter', () => {
  const random = numbersFrom(5);

  test('[ES4] an append whose answer was lost is found by the next one, without a second copy', async () => {
    const server = new FakeServer();
    const store = new EventStoreDbEventStore(server.client, url);
    const stream = freshStream(random);
    const events = sampleEvents(random, 2);
    const first = await store.append(stream, 'noStream', events);
    // Another process, which knows nothing of the first.
    const other = new EventStoreDbEventStore(server.client, url);
    expect(await other.append(stream, 'any', events)).toEqual(first);
    expect(server.all).toHaveLength(2);
  });

  test.each([false, true])(
    '[ES1] [ES20] an append that meets a quicker writer looks again, and chains to what that one wrote (told by an answer: %s)',
    async (answers) => {
      const server = new FakeServer();
      server.answersLostRaces = answers;
      const [one, two] = [new EventStoreDbEventStore(server.client, url), new EventStoreDbEventStore(server.client, url)];
      const stream = freshStream(random);
      await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? one : two).append(stream, 'any', sampleEvents(random, 1))));
      const kept = await one.readStream(stream);
      expect(kept).toHaveLength(20);
      expect(verifyStream(kept)).toBeUndefined();
    },
  );

  test('system events and those of other programs are no part of the log', async () => {
    const server = new FakeServer();
    const store = new EventStoreDbEventStore(server.client, url);
    server.write('$$settings', '$metadata');
    server.write('orders-7', 'OrderPlaced', { version: 3 });
    await store.append(freshStream(random), 'noStream', sampleEvents(random, 2));
    server.write('orders-7', 'OrderPaid');
    expect(await readEverything(store)).toHaveLength(2);
    expect(await store.head()).toBe((await readEverything(store)).at(-1)?.position);
    const seen = await new Promise<readonly StoredEvent[]>((resolve) => store.follow(undefined, resolve));
    expect(seen).toHaveLength(2);
    await store.close();
    expect(server.disposed).toBe(true);
  });

  test('[ES11] [ES22] a store closes after reads that stopped half-way', async () => {
    const server = new FakeServer();
    const store = new EventStoreDbEventStore(server.client, url);
    await store.append(freshStream(random), 'noStream', sampleEvents(random, 40));
    expect(await store.head()).toBeDefined();
    for await (const batch of store.readAll({ limitEvents: 3 })) expect(batch).toHaveLength(3);
    for await (const batch of store.readAll({ batchSizeEvents: 2 })) {
      expect(batch).toHaveLength(2);
      break;
    }
    await store.close();
    expect(server.disposed).toBe(true);
  });

  test('a server that is away is named in a sentence, without the password', async () => {
    const server = new FakeServer();
    server.failures.append.push(new UnavailableError());
    const store = new EventStoreDbEventStore(server.client, url);
    const failure = await store.append(freshStream(random), 'any', sampleEvents(random, 1)).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'EVENT_STORE.UNAVAILABLE',
      message: expect.stringContaining('esdb://log.example:2113 does not answer'),
    });
    expect(String(failure)).not.toMatch(/changeit|admin/);
  });
});
