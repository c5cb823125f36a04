import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { AccessDeniedError, UnavailableError } from '@eventstore/db-client';
import { sampleEvents, freshStream } from '@alongside/domain/testing/event-store.samples.js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Handle, StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { inOperatorsWords } from './failures.js';
import { FakeServer } from './fake-server.fixture.js';
import { fromPosition } from './mapping.js';
import {
  BACK_OFF_LIMIT_MS,
  backOffMs,
  REPORT_INTERVAL_MS,
  Resubscribing,
  STRANGE_LIMIT_TRIES,
  type FollowTrouble,
  type ServerSubscription,
} from './resubscribing.js';

const url = 'esdb://log.example:2113';
const random = numbersFrom(11);
const unavailable = () => new UnavailableError();

/** Follows a fake server with waits that are noted and take no time. */
function following(server: FakeServer, handle: Handle) {
  const waits: number[] = [];
  const troubles: FollowTrouble[] = [];
  const from: (Position | undefined)[] = [];
  let stopped: (error: unknown) => void = () => undefined;
  const ended = new Promise<unknown>((resolve) => (stopped = resolve));
  const subscription = new Resubscribing(
    {
      subscribe: (after) => {
        from.push(after);
        return server.client.subscribeToAll(after === undefined ? {} : { fromPosition: fromPosition(after) }) as ServerSubscription;
      },
      wait: async (ms) => void waits.push(ms),
      explain: (error) => inOperatorsWords(error, url),
      report: (trouble) => troubles.push(trouble),
      // As much time passes as was waited.
      now: () => waits.reduce((sum, ms) => sum + ms, 0),
    },
    undefined,
    handle,
    (_, error) => stopped(error?.cause),
  );
  return { subscription, waits, from, ended, troubles };
}

/** A handler that lets a test wait for a number of events. */
function until(count: number) {
  const seen: StoredEvent[] = [];
  let enough: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (enough = resolve));
  const handle = (events: readonly StoredEvent[]) => {
    seen.push(...events);
    if (seen.length >= count) enough();
  };
  return { seen, handle, reached };
}

describe('following a server that comes and goes', () => {
  test('the wait doubles and stays within its limit', () => {
    expect([1, 2, 3, 4].map(backOffMs)).toEqual([100, 200, 400, 800]);
    expect([20, 2_000].map(backOffMs)).toEqual([BACK_OFF_LIMIT_MS, BACK_OFF_LIMIT_MS]);
  });

  test('[ES12] [ES14] it subscribes again from the last event it handed over, and misses and repeats nothing', async () => {
    const server = new FakeServer();
    const store = new EventStoreDbEventStore(server.client, url);
    server.failures.subscribe.push(unavailable(), unavailable(), unavailable());
    await store.append(freshStream(random), 'noStream', sampleEvents(random, 3));
    const first = until(3);
    const second = until(5);
    const { subscription, waits, from } = following(server, (events) => {
      first.handle(events);
      second.handle(events);
    });
    await first.reached;
    expect(waits).toEqual([100, 200, 400]);
    server.subscriptions.at(-1)?.destroy(unavailable());
    await store.append(freshStream(random), 'noStream', sampleEvents(random, 2));
    await second.reached;
    await subscription.close();
    expect(second.seen.map((event) => event.id)).toEqual(server.all.map((event) => event.id));
    expect(from.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
    expect(from.at(-1)).toBe(first.seen[2]?.position);
    // Having delivered in between, it starts from the shortest wait again.
    expect(waits).toEqual([100, 200, 400, 100]);
  });

  test('a subscription that the server simply ends is taken up again', async () => {
    const server = new FakeServer();
    const store = new EventStoreDbEventStore(server.client, url);
    await store.append(freshStream(random), 'noStream', sampleEvents(random, 1));
    const [first, all] = [until(1), until(2)];
    const { subscription } = following(server, (events) => {
      first.handle(events);
      all.handle(events);
    });
    await first.reached;
    server.subscriptions.at(-1)?.end();
    await store.append(freshStream(random), 'noStream', sampleEvents(random, 1));
    await all.reached;
    await subscription.close();
    expect(all.seen.map((event) => event.id)).toEqual(server.all.map((event) => event.id));
  });

  test('says at once that the server is away, once a minute while it is, and when it is back, though nothing new has happened', async () => {
    const server = new FakeServer();
    server.failures.subscribe.push(...Array.from({ length: 40 }, unavailable));
    const store = new EventStoreDbEventStore(server.client, url);
    await store.append(freshStream(random), 'noStream', sampleEvents(random, 1));
    const { subscription, troubles, waits } = following(server, () => subscription.close());
    await new Promise<void>((resolve) => {
      const look = () => (troubles.at(-1)?.kind === 'back' ? resolve() : setImmediate(look));
      look();
    });
    const minutes = Math.floor(waits.reduce((sum, ms) => sum + ms, 0) / REPORT_INTERVAL_MS);
    expect(minutes).toBeGreaterThan(1);
    expect(troubles[0]).toMatchObject({ kind: 'lost', failures: 1, error: { code: 'EVENT_STORE.UNAVAILABLE' } });
    expect(troubles.map(({ kind }) => kind)).toEqual([...Array<string>(minutes + 1).fill('lost'), 'back']);
  });

  test('a failure that is not the server’s being away ends it after a few tries', async () => {
    const server = new FakeServer();
    server.failures.subscribe.push(...Array.from({ length: 50 }, () => new TypeError('A mistake in the hub.')));
    const { ended, waits, troubles } = following(server, () => undefined);
    expect(await ended).toMatchObject({ name: 'TypeError' });
    expect(waits).toHaveLength(STRANGE_LIMIT_TRIES - 1);
    expect(troubles).toHaveLength(1);
  });

  test('refused credentials end it: trying again would not help', async () => {
    const server = new FakeServer();
    server.failures.subscribe.push(new AccessDeniedError());
    const { ended, waits } = following(server, () => undefined);
    expect(await ended).toMatchObject({ code: 'EVENT_STORE.ACCESS_DENIED' });
    expect(waits).toEqual([]);
  });

  test('closing while it waits for the server ends at once', async () => {
    const server = new FakeServer();
    server.failures.subscribe.push(...Array.from({ length: 50 }, unavailable));
    const { subscription, ended } = following(server, () => undefined);
    await subscription.close();
    expect(await ended).toBeUndefined();
  });
});
