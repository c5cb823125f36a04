import { expect, test } from '@jest/globals';
import type { StoredEvent } from '../kernel/event-store.js';
import { accepted } from './event-store.appending.contract.js';
import type { Fixture } from './event-store.fixture.js';
import { freshStream, readEverything, sampleEvents } from './event-store.samples.js';

export function shreddingRules(given: () => Fixture): void {
  test('[ES17] history cannot be shredded', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    accepted(await store.append(stream, 'noStream', sampleEvents(random, 1)));
    await expect(store.shred(stream)).rejects.toThrow(RangeError);
    expect(await store.readStream(stream)).toHaveLength(1);
  });

  test('[ES18] a shredded stream is empty; everything else is as it was', async () => {
    const { store, random, adapter } = given();
    const [key, other, history] = [freshStream(random, 'key'), freshStream(random, 'key'), freshStream(random)];
    const after = accepted(await store.append(history, 'noStream', sampleEvents(random, 1))).position;
    for (const stream of [key, other, history, key, other]) accepted(await store.append(stream, 'any', sampleEvents(random, 2)));
    const others = (await readEverything(store, { after })).filter((event) => event.stream !== key);
    await store.shred(key);
    expect(await store.readStream(key)).toEqual([]);
    const left = await readEverything(store, { after });
    expect(adapter.shredsAtOnce ? left : left.filter((event) => event.stream !== key)).toEqual(others);
  });

  test('[ES19] the name can be used again, as if it had never been', async () => {
    const { store, random, adapter } = given();
    const key = freshStream(random, 'key');
    accepted(await store.append(key, 'noStream', sampleEvents(random, 3)));
    await store.shred(key);
    expect(await store.append(key, 2, sampleEvents(random, 1))).toMatchObject({ ok: false, error: { actual: 'noStream' } });
    const events = sampleEvents(random, 2);
    const { revision } = accepted(await store.append(key, 'noStream', events));
    expect(revision).toBe(adapter.shredsAtOnce ? 1 : 4);
    expect((await store.readStream(key)).map((event) => event.id)).toEqual(events.map((event) => event.id));
    expect(accepted(await store.append(key, revision, sampleEvents(random, 1))).revision).toBe(revision + 1);
  });

  test('[ES19] shredding what is not there, or twice, does nothing', async () => {
    const { store, random } = given();
    const key = freshStream(random, 'key');
    await store.shred(key);
    accepted(await store.append(key, 'noStream', sampleEvents(random, 1)));
    await store.shred(key);
    await store.shred(key);
    expect(await store.readStream(key)).toEqual([]);
  });

  test('[ES9] [ES12] the place of a shredded last event is not given again: a follower misses nothing', async () => {
    const { store, random } = given();
    const key = freshStream(random, 'key');
    const { position } = accepted(await store.append(key, 'noStream', sampleEvents(random, 2)));
    await store.shred(key);
    const next = accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 1)));
    expect(next.position > position).toBe(true);
    const delivered = await new Promise<readonly StoredEvent[]>((resolve) => store.follow(position, resolve));
    expect(delivered.map((event) => event.position)).toEqual([next.position]);
  });
}
