import { expect, test } from '@jest/globals';
import type { StreamId } from '../kernel/brand.js';
import type { EventStore, Expected, NewEvent } from '../kernel/event-store.js';
import type { Fixture } from './event-store.fixture.js';
import { freshStream, readEverything, sampleEvents, type Random } from './event-store.samples.js';

const STEPS = 400;

/** The log as simply as it can be said: what the adapters are compared with. */
class Model {
  readonly streams = new Map<StreamId, NewEvent[]>();
  readonly made: { stream: StreamId; events: readonly NewEvent[]; revision: number }[] = [];

  append(stream: StreamId, expected: Expected, events: readonly NewEvent[]): number | 'conflict' {
    const again = this.made.find((one) => one.stream === stream && one.events === events);
    if (again) return again.revision;
    const history = this.streams.get(stream) ?? [];
    const last = history.length === 0 ? 'noStream' : history.length - 1;
    if (expected !== 'any' && expected !== last) return 'conflict';
    this.streams.set(stream, [...history, ...events]);
    this.made.push({ stream, events, revision: history.length + events.length - 1 });
    return history.length + events.length - 1;
  }
}

const pick = <T>(random: Random, from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];

/** One random append: fresh or a repeat of an old one, expecting what is so, or something stale or bold. */
function nextStep(random: Random, model: Model, streams: readonly StreamId[]) {
  const repeat = random() < 0.25 ? pick(random, model.made) : undefined;
  const stream = repeat?.stream ?? pick(random, streams);
  if (!stream) throw new Error('There are no streams to choose from.');
  const length = model.streams.get(stream)?.length ?? 0;
  const right: Expected = length === 0 ? 'noStream' : length - 1;
  const expected = random() < 0.6 ? right : (pick<Expected>(random, ['any', 'noStream', length, Math.max(0, length - 2)]) ?? 'any');
  return { stream, expected, events: repeat?.events ?? sampleEvents(random, 1 + Math.floor(random() * 4)) };
}

async function agree(store: EventStore, model: Model, stream: StreamId): Promise<void> {
  const kept = await store.readStream(stream);
  expect(kept.map((event) => event.id)).toEqual((model.streams.get(stream) ?? []).map((event) => event.id));
}

/** Random histories: whatever is asked, in whatever order, the adapter and the model answer alike. */
export function modelRules(given: () => Fixture): void {
  test(`[ES1] [ES2] [ES4] [ES9] ${STEPS} random appends, repeats included, are as a simple model has them`, async () => {
    const { store, random, adapter } = given();
    const after = await store.head();
    const model = new Model();
    const streams = Array.from({ length: 6 }, () => freshStream(random));
    for (let step = 0; step < STEPS; step++) {
      const { stream, expected, events } = nextStep(random, model, streams);
      const should = model.append(stream, expected, events);
      const result = await store.append(stream, expected, events);
      expect(result.ok ? result.value.revision : 'conflict').toBe(should);
      if (step % 40 === 0) await agree(store, model, stream);
    }
    for (const stream of streams) {
      await agree(store, model, stream);
      expect(adapter.verify(await store.readStream(stream))).toBeUndefined();
    }
    const all = await readEverything(store, after === undefined ? {} : { after });
    expect(all.map((event) => event.id)).toEqual(model.made.flatMap((one) => one.events.map((event) => event.id)));
  });

  test('[ES4] [ES5] random appends sent all at once, each several times, have the effect of one', async () => {
    const { store, random } = given();
    const streams = Array.from({ length: 4 }, () => freshStream(random));
    const orders = Array.from({ length: 60 }, () => ({
      stream: pick(random, streams) ?? freshStream(random),
      events: sampleEvents(random, 2),
    }));
    const sent = [...orders, ...orders, ...orders].sort(() => random() - 0.5);
    const answers = await Promise.all(
      sent.map(async (order) => ({ order, result: await store.append(order.stream, 'any', order.events) })),
    );
    for (const order of orders) {
      const same = answers.filter((answer) => answer.order === order).map((answer) => JSON.stringify(answer.result));
      expect(new Set(same).size).toBe(1);
    }
    for (const stream of streams) {
      const kept = await store.readStream(stream);
      expect(kept.map((event) => event.revision)).toEqual(kept.map((_, index) => index));
      expect(new Set(kept.map((event) => event.id))).toEqual(
        new Set(orders.filter((order) => order.stream === stream).flatMap((order) => order.events.map((event) => event.id))),
      );
    }
  });
}
