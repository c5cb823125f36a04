import { expect, test } from '@jest/globals';
import type { EventId, StreamId } from '../kernel/brand.js';
import { APPEND_LIMIT_EVENTS, EVENT_LIMIT_BYTES, type Appended, type Conflict, type Expected } from '../kernel/event-store.js';
import type { Result } from '../kernel/result.js';
import type { Fixture } from './event-store.fixture.js';
import { freshStream, readEverything, sampleEvent, sampleEvents } from './event-store.samples.js';

const WRITERS = 64;

export function appendingRules(given: () => Fixture): void {
  expectationRules(given);
  idempotenceRules(given);
  concurrencyRules(given);
  limitRules(given);
}

/** The value of a result that must not be a refusal. */
export function accepted(result: Result<Appended, Conflict>): Appended {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

function expectationRules(given: () => Fixture): void {
  test('[ES1] noStream succeeds once, then says what it found', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    accepted(await store.append(stream, 'noStream', sampleEvents(random, 2)));
    expect(await store.append(stream, 'noStream', sampleEvents(random, 1))).toEqual({
      ok: false,
      error: { code: 'EVENT_STORE.CONFLICT', expected: 'noStream', actual: 1 },
    });
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  test('[ES1] a revision must be the last one exactly', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    const conflict = (expected: Expected, actual: number | 'noStream') => ({
      ok: false,
      error: { code: 'EVENT_STORE.CONFLICT', expected, actual },
    });
    expect(await store.append(stream, 0, sampleEvents(random, 1))).toEqual(conflict(0, 'noStream'));
    accepted(await store.append(stream, 'noStream', sampleEvents(random, 2)));
    expect(await store.append(stream, 0, sampleEvents(random, 1))).toEqual(conflict(0, 1));
    expect(await store.append(stream, 2, sampleEvents(random, 1))).toEqual(conflict(2, 1));
    expect(accepted(await store.append(stream, 1, sampleEvents(random, 1))).revision).toBe(2);
  });

  test('[ES1] any takes the stream as it is, there or not', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    expect(accepted(await store.append(stream, 'any', sampleEvents(random, 1))).revision).toBe(0);
    expect(accepted(await store.append(stream, 'any', sampleEvents(random, 3))).revision).toBe(3);
  });

  test('[ES2] [ES7] revisions count from 0 without gaps, and the answer tells the last event’s place', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    const answers: Appended[] = [];
    for (const size of [1, 3, 2]) answers.push(accepted(await store.append(stream, 'any', sampleEvents(random, size))));
    const events = await store.readStream(stream);
    expect(events.map((event) => event.revision)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(answers).toEqual([0, 3, 5].map((index) => ({ revision: index, position: events[index]?.position })));
  });

  test('[ES3] an append that cannot be made whole is not made in part, and spares those beside it', async () => {
    const { store, random } = given();
    const [stream, beside] = [freshStream(random), freshStream(random)];
    const [old] = sampleEvents(random, 1);
    accepted(await store.append(stream, 'noStream', old ? [old] : []));
    const mixed = [...sampleEvents(random, 2), ...(old ? [old] : [])];
    const [failing, well] = await Promise.allSettled([
      store.append(stream, 0, mixed),
      store.append(beside, 'noStream', sampleEvents(random, 2)),
    ]);
    expect(failing).toMatchObject({ status: 'rejected', reason: { code: 'EVENT_STORE.ID_REUSED' } });
    expect(well).toMatchObject({ status: 'fulfilled', value: { ok: true } });
    expect(await store.readStream(stream)).toHaveLength(1);
    expect(await store.readStream(beside)).toHaveLength(2);
  });
}

function idempotenceRules(given: () => Fixture): void {
  test.each<Expected>(['any', 'noStream', 0, 1, 7])(
    '[ES4] the same ids again, expecting %p, answer as before and append nothing',
    async (expected) => {
      const { store, random } = given();
      const stream = freshStream(random);
      accepted(await store.append(stream, 'noStream', sampleEvents(random, 1)));
      const events = sampleEvents(random, 2);
      const first = await store.append(stream, 0, events);
      accepted(await store.append(stream, 2, sampleEvents(random, 1)));
      const before = await store.readStream(stream);
      expect(await store.append(stream, expected, events)).toEqual(first);
      expect(await store.readStream(stream)).toEqual(before);
    },
  );

  test('[ES4] the same append many times at once is made once', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    const events = sampleEvents(random, 2);
    const answers = await Promise.all(Array.from({ length: 20 }, () => store.append(stream, 'noStream', events)));
    expect(new Set(answers.map((answer) => JSON.stringify(accepted(answer)))).size).toBe(1);
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  test('[ES4] ids that are there in part, in another order or twice throw', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    const [a, b, c] = sampleEvents(random, 3);
    if (!a || !b || !c) throw new Error('three were asked for');
    accepted(await store.append(stream, 'noStream', [a, b]));
    for (const wrong of [
      [b, c],
      [c, a],
      [b, a],
    ]) {
      await expect(store.append(stream, 1, wrong)).rejects.toMatchObject({ code: 'EVENT_STORE.ID_REUSED' });
    }
    await expect(store.append(stream, 1, [c, c])).rejects.toMatchObject({ code: 'EVENT_STORE.ID_REUSED' });
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  test('[ES4] an id of another stream is noticed where the adapter can', async () => {
    const { store, random, adapter } = given();
    const [event] = sampleEvents(random, 1);
    const elsewhere = freshStream(random);
    accepted(await store.append(freshStream(random), 'noStream', event ? [event] : []));
    const attempt = await store.append(elsewhere, 'noStream', event ? [event] : []).then(
      () => 'appended',
      (error: { code: string }) => error.code,
    );
    expect(attempt).toBe(adapter.idsAreGlobal ? 'EVENT_STORE.ID_REUSED' : 'appended');
    expect(await store.readStream(elsewhere)).toHaveLength(adapter.idsAreGlobal ? 0 : 1);
  });
}

function concurrencyRules(given: () => Fixture): void {
  test(`[ES5] of ${WRITERS} writers that expect the same revision, exactly one wins each round`, async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    let expected: Expected = 'noStream';
    for (let round = 0; round < 5; round++) {
      const results = await Promise.all(Array.from({ length: WRITERS }, () => store.append(stream, expected, sampleEvents(random, 1))));
      const refusals = results.flatMap((result) => (result.ok ? [] : [result.error]));
      expect(results.length - refusals.length).toBe(1);
      expect(new Set(refusals.map((refusal) => refusal.actual))).toEqual(new Set([round]));
      expected = round;
    }
    expect((await store.readStream(stream)).map((event) => event.revision)).toEqual([0, 1, 2, 3, 4]);
  });

  test(`[ES2] [ES5] ${WRITERS} writers that try again until they win fill one stream without gaps`, async () => {
    const { store, random, adapter } = given();
    const stream = freshStream(random);
    const write = async () => {
      const events = sampleEvents(random, 1);
      let expected: Expected = 'noStream';
      for (let tries = 0; tries <= WRITERS; tries++) {
        const result: Result<Appended, Conflict> = await store.append(stream, expected, events);
        if (result.ok) return events[0]?.id;
        expected = result.error.actual;
      }
      throw new Error('A writer lost more often than there are writers.');
    };
    const ids = await Promise.all(Array.from({ length: WRITERS }, write));
    const kept = await store.readStream(stream);
    expect(kept.map((event) => event.revision)).toEqual(ids.map((_, index) => index));
    expect(new Set(kept.map((event) => event.id))).toEqual(new Set(ids));
    expect(adapter.verify(kept)).toBeUndefined();
  });
}

function limitRules(given: () => Fixture): void {
  test('[ES21] what cannot be kept throws, and nothing is appended', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    const one = sampleEvent(random);
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const wrong = [
      [],
      sampleEvents(random, APPEND_LIMIT_EVENTS + 1),
      [sampleEvent(random, 'x'.repeat(EVENT_LIMIT_BYTES - 1))],
      [sampleEvent(random, 'é'.repeat(EVENT_LIMIT_BYTES / 2))],
      [{ ...one, id: 'not-a-uuid' as EventId }],
      [{ ...one, id: one.id.toUpperCase() as EventId }],
      [{ ...one, version: 0 }],
      [{ ...one, type: '$system' }],
      ...[Number.NaN, [undefined], 1n, new Date(0), () => 1, circular].map((data) => [sampleEvent(random, data)]),
    ];
    for (const events of wrong) await expect(store.append(stream, 'any', events)).rejects.toBeInstanceOf(Error);
    for (const expected of [-1, 0.5]) await expect(store.append(stream, expected, [one])).rejects.toThrow(RangeError);
    expect(await store.readStream(stream)).toEqual([]);
    for (const name of ['', 'sample', 'Sample-1', 'sample-', '$all', 'sample-a b', `sample-${'x'.repeat(160)}`]) {
      await expect(store.append(name as StreamId, 'any', [one])).rejects.toThrow(RangeError);
    }
  });

  test('[ES21] what just fits is kept', async () => {
    const { store, random } = given();
    const stream = freshStream(random);
    const before = await store.head();
    accepted(await store.append(stream, 'noStream', [sampleEvent(random, 'x'.repeat(EVENT_LIMIT_BYTES - 2))]));
    accepted(await store.append(stream, 0, sampleEvents(random, APPEND_LIMIT_EVENTS)));
    const kept = await readEverything(store, before === undefined ? {} : { after: before });
    expect(kept).toHaveLength(APPEND_LIMIT_EVENTS + 1);
    expect(kept[0]?.data).toHaveLength(EVENT_LIMIT_BYTES - 2);
  });
}
