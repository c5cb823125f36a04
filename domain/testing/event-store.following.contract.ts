import { expect, test } from '@jest/globals';
import type { Position } from '../kernel/brand.js';
import type { EventStore, StoredEvent } from '../kernel/event-store.js';
import { accepted } from './event-store.appending.contract.js';
import type { Fixture } from './event-store.fixture.js';
import { freshStream, readEverything, sampleEvents } from './event-store.samples.js';

const ids = (events: readonly StoredEvent[]) => events.map((event) => event.id);

/** Collects what a subscription delivers, and lets a test wait until it has seen enough. */
function collector() {
  const seen: StoredEvent[] = [];
  let look: (() => void) | undefined;
  return {
    seen,
    take: (events: readonly StoredEvent[]) => {
      seen.push(...events);
      look?.();
    },
    until: (enough: () => boolean) =>
      new Promise<void>((resolve) => {
        look = () => {
          if (enough()) resolve();
        };
        look();
      }),
  };
}

/** Somewhere to start from, so that events of earlier tests do not come in. */
async function start({ store, random }: Fixture): Promise<Position> {
  return accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 1))).position;
}

export function followingRules(given: () => Fixture): void {
  deliveryRules(given);
  endingRules(given);
}

function deliveryRules(given: () => Fixture): void {
  test('[ES12] a follower gets what was there, then what comes, in order and without gaps, while writers write', async () => {
    const { store, random } = given();
    const after = await start(given());
    accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 600)));
    const collected = collector();
    const subscription = store.follow(after, collected.take);
    await Promise.all(Array.from({ length: 16 }, () => appendInTurn(store, given(), 15)));
    await collected.until(() => collected.seen.length >= 600 + 16 * 15);
    await subscription.close();
    expect(ids(collected.seen)).toEqual(ids(await readEverything(store, { after })));
  });

  test('[ES12] following from the start of the log begins with its first event', async () => {
    const { store } = given();
    await start(given());
    const collected = collector();
    const subscription = store.follow(undefined, collected.take);
    await collected.until(() => collected.seen.length > 0);
    await subscription.close();
    const [[first] = []] = [await readEverything(store, { limitEvents: 1 })];
    expect(collected.seen[0]).toEqual(first);
  });

  test('[ES15] a follower that has caught up is woken by each append', async () => {
    const { store, random } = given();
    const after = await start(given());
    const collected = collector();
    const subscription = store.follow(after, collected.take);
    const stream = freshStream(random);
    for (let index = 0; index < 20; index++) {
      const { position } = accepted(await store.append(stream, 'any', sampleEvents(random, 1)));
      await collected.until(() => collected.seen.at(-1)?.position === position);
    }
    await subscription.close();
    expect(collected.seen).toHaveLength(20);
  });

  test('[ES13] one batch at a time: the next waits for the handler', async () => {
    const { store, random } = given();
    const after = await start(given());
    const collected = collector();
    let running = 0;
    let most = 0;
    const subscription = store.follow(after, async (events) => {
      most = Math.max(most, ++running);
      await store.head();
      running--;
      collected.take(events);
    });
    for (let index = 0; index < 10; index++) accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 100)));
    await collected.until(() => collected.seen.length === 1_000);
    await subscription.close();
    expect(most).toBe(1);
  });

  test('[ES14] whoever stops and resumes from the last event handled misses nothing and repeats nothing', async () => {
    const { store } = given();
    const begin = await start(given());
    const collected = collector();
    const writing = Promise.all(Array.from({ length: 4 }, () => appendInTurn(store, given(), 50)));
    let after = begin;
    for (let target = 20; target <= 200; target += 20) {
      const subscription = store.follow(after, collected.take);
      await collected.until(() => collected.seen.length >= target);
      await subscription.close();
      after = collected.seen.at(-1)?.position ?? begin;
    }
    await writing;
    expect(ids(collected.seen)).toEqual(ids(await readEverything(store, { after: begin })));
  });
}

function endingRules(given: () => Fixture): void {
  test('[ES13] a handler that rejects ends the subscription and reaches onStopped', async () => {
    const { store, random } = given();
    const after = await start(given());
    const calls: number[] = [];
    const stopped = new Promise<unknown>((resolve) => {
      store.follow(
        after,
        async (events) => {
          calls.push(events.length);
          throw new Error('poison');
        },
        resolve,
      );
    });
    accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 1)));
    expect(await stopped).toEqual(new Error('poison'));
    const others = collector();
    const witness = store.follow(after, others.take);
    accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 1)));
    await others.until(() => others.seen.length === 2);
    await witness.close();
    expect(calls).toHaveLength(1);
  });

  test('[ES16] after close nothing more comes, and the handler under way is waited for', async () => {
    const { store, random } = given();
    const after = await start(given());
    let entered: () => void = () => undefined;
    let leave: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const gate = new Promise<void>((resolve) => (leave = resolve));
    const handled: number[] = [];
    const subscription = store.follow(after, async (events) => {
      entered();
      await gate;
      handled.push(events.length);
    });
    accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 1)));
    await inside;
    const closing = subscription.close();
    expect(handled).toEqual([]);
    leave();
    await closing;
    expect(handled).toEqual([1]);
    const others = collector();
    const witness = store.follow(after, others.take);
    accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 1)));
    await others.until(() => others.seen.length === 2);
    await witness.close();
    expect(handled).toEqual([1]);
  });

  test('[ES16] [ES22] closing the store ends its subscriptions without calling it a failure', async () => {
    const { store } = given();
    const failures: unknown[] = [];
    const subscription = store.follow(
      await start(given()),
      () => undefined,
      (error) => failures.push(error),
    );
    await store.close();
    await subscription.close();
    expect(failures).toEqual([]);
  });
}

async function appendInTurn(store: EventStore, { random }: Fixture, count: number): Promise<void> {
  const stream = freshStream(random);
  for (let index = 0; index < count; index++) accepted(await store.append(stream, 'any', sampleEvents(random, 1)));
}
