import { expect, test } from '@jest/globals';
import type { EventId, PersonId } from '../kernel/brand.js';
import type { StoredEvent } from '../kernel/event-store.js';
import { accepted } from './event-store.appending.contract.js';
import type { Fixture } from './event-store.fixture.js';
import { freshStream, readEverything, sampleEvent, sampleEvents } from './event-store.samples.js';

const positions = (events: readonly StoredEvent[]) => events.map((event) => event.position);

export function readingRules(given: () => Fixture): void {
  fidelityRules(given);
  orderRules(given);
  chainRules(given);
  closingRules(given);
}

function fidelityRules(given: () => Fixture): void {
  test('[ES8] every field and all JSON comes back as it was', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    const data = {
      z: null,
      a: [1, -0.5, 1e21, true, [], {}],
      'key "quoted"\n': 'Ünïcode ✓ 👩🏽‍🏫 \u2028\u0000\ud800',
      nested: { deep: [{ er: '' }] },
      __proto__x: 1,
    };
    const events = [
      { ...sampleEvent(random, data), causationId: '0189dcd5-5311-7d40-8db0-9496a2eef37b' as EventId, version: 7, institutions: [] },
      { ...sampleEvent(random), fingerprint: { hash: 'pQ-_', of: ['person-asha', 'person-ben'] as PersonId[] } },
      ...[null, 0, false, '', [], {}].map((value) => sampleEvent(random, value)),
    ];
    accepted(await store.append(stream, 'noStream', events));
    const read = await store.readStream(stream);
    for (const [index, event] of events.entries())
      expect(read[index]).toEqual({ ...event, stream, revision: index, position: expect.any(String), hash: expect.any(String) });
    expect(await readEverything(store)).toEqual(expect.arrayContaining([...read]));
  });

  test('[ES8] what was appended does not change when its writer changes it later', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    const data = { goal: 'questioning' };
    accepted(await store.append(stream, 'noStream', [sampleEvent(random, data)]));
    data.goal = 'behaviour';
    expect((await store.readStream(stream))[0]?.data).toEqual({ goal: 'questioning' });
  });

  test('[ES8] properties that are undefined are left out', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    accepted(await store.append(stream, 'noStream', [sampleEvent(random, { here: 1, gone: undefined })]));
    expect(Object.keys((await store.readStream(stream))[0]?.data as object)).toEqual(['here']);
  });

  test('[ES10] a stream is read from a revision on; one that is not there is empty', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    accepted(await store.append(stream, 'noStream', sampleEvents(random, 1_000)));
    accepted(await store.append(stream, 999, sampleEvents(random, 5)));
    expect((await store.readStream(stream)).map((event) => event.revision)).toEqual(Array.from({ length: 1_005 }, (_, index) => index));
    expect((await store.readStream(stream, 1_002)).map((event) => event.revision)).toEqual([1_002, 1_003, 1_004]);
    expect(await store.readStream(stream, 1_005)).toEqual([]);
    expect(await store.readStream(freshStream(random))).toEqual([]);
  });
}

function orderRules(given: () => Fixture): void {
  test('[ES9] positions order the whole log, as text, over streams and batches', async () => {
    const { store, random } = given();
    const after = await store.head();
    const streams = Array.from({ length: 8 }, () => freshStream(random));
    const answered: string[] = [];
    for (let index = 0; index < 120; index++) {
      const stream = streams[Math.floor(random() * streams.length)] ?? freshStream(random);
      answered.push(accepted(await store.append(stream, 'any', sampleEvents(random, 1 + (index % 3)))).position);
    }
    const all = await readEverything(store, { ...(after === undefined ? {} : { after }), batchSizeEvents: 7 });
    expect(all).toHaveLength(240);
    expect(positions(all)).toEqual([...new Set(positions(all))].sort());
    expect(answered).toEqual([...answered].sort());
    expect(await store.head()).toBe(answered.at(-1));
    expect(await store.last()).toEqual(all.at(-1));
    const [first] = all;
    expect(await store.last(({ id }) => id === first?.id)).toEqual(first);
    expect(await store.last(() => false)).toBeUndefined();
    for (const stream of streams) expect(all.filter((event) => event.stream === stream)).toEqual(await store.readStream(stream));
  });

  test('[ES11] batches are never larger than asked, never empty, and stop at the limit', async () => {
    const { store, random } = given();
    const after = accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 1))).position;
    accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 10)));
    const sizes = async (options: { batchSizeEvents?: number; limitEvents?: number }) => {
      const found: number[] = [];
      for await (const batch of store.readAll({ after, ...options })) found.push(batch.length);
      return found;
    };
    expect(await sizes({ batchSizeEvents: 4 })).toEqual([4, 4, 2]);
    expect(await sizes({ batchSizeEvents: 5 })).toEqual([5, 5]);
    expect(await sizes({ batchSizeEvents: 4, limitEvents: 6 })).toEqual([4, 2]);
    expect(await sizes({ limitEvents: 0 })).toEqual([]);
    const last = await store.head();
    expect(await readEverything(store, last === undefined ? {} : { after: last })).toEqual([]);
  });

  test('[ES11] reading may stop half-way and leaves the store usable', async () => {
    const { store, random } = given();
    accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 10)));
    for await (const batch of store.readAll({ batchSizeEvents: 2 })) {
      expect(batch).toHaveLength(2);
      break;
    }
    accepted(await store.append(freshStream(random), 'noStream', sampleEvents(random, 1)));
  });
}

function chainRules(given: () => Fixture): void {
  test('[ES20] the chain of a stream holds, and shows any change', async () => {
    const { store, random, adapter } = given();
    const stream = freshStream(random);
    accepted(await store.append(stream, 'noStream', sampleEvents(random, 3)));
    accepted(await store.append(stream, 2, sampleEvents(random, 2)));
    const events = await store.readStream(stream);
    expect(adapter.verify(events)).toBeUndefined();
    expect(new Set(events.map((event) => event.hash)).size).toBe(5);
    expect(events[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    const changed = (at: number, change: Partial<StoredEvent>) =>
      events.map((event, index) => (index === at ? { ...event, ...change } : event));
    const forgeries = [
      changed(2, { data: { note: 'kinder' } }),
      changed(2, { actor: 'person-ben' as StoredEvent['actor'] }),
      changed(4, { at: '2026-03-07T15:40:00.000Z' as StoredEvent['at'] }),
      changed(0, { id: events[1]?.id ?? ('' as EventId) }),
      changed(1, { institutions: [] }),
      changed(1, { fingerprint: { hash: 'pQ-_', of: [] } }),
      events.filter((_, index) => index !== 2),
      events.slice(1),
      [...events.slice(0, 2), ...events.slice(3).map((event) => ({ ...event, revision: event.revision - 1 }))],
    ];
    for (const forged of forgeries) expect(adapter.verify(forged)).toBeDefined();
  });

  test('[ES20] events about keys stand outside the chain: each has a hash of itself alone, and what is changed in one is noticed', async () => {
    const { store, adapter, random } = given();
    const stream = freshStream(random, 'key');
    accepted(await store.append(stream, 'noStream', sampleEvents(random, 2)));
    const read = await store.readStream(stream);
    expect(read.map(({ hash }) => hash)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(adapter.verify(read)).toBeUndefined();
    expect(adapter.verify(read.slice(1))).toBeUndefined();
    expect(adapter.verify(read.map((event) => ({ ...event, data: 'another' })))).toBeDefined();
    expect(adapter.verify(read.map((event) => ({ ...event, hash: '' })))).toBeUndefined();
  });
}

function closingRules(given: () => Fixture): void {
  test('[ES22] a closed store says so, after finishing what was under way', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    const underWay = store.append(stream, 'noStream', sampleEvents(random, 1));
    await store.close();
    expect((await underWay).ok).toBe(true);
    await store.close();
    const closed = { code: 'EVENT_STORE.CLOSED' };
    await expect(store.append(stream, 'any', sampleEvents(random, 1))).rejects.toMatchObject(closed);
    await expect(store.readStream(stream)).rejects.toMatchObject(closed);
    await expect(store.head()).rejects.toMatchObject(closed);
    await expect(readEverything(store)).rejects.toMatchObject(closed);
    expect(() => store.follow(undefined, () => undefined)).toThrow(expect.objectContaining(closed));
  });
}
