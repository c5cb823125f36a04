import { numbersFrom } from '@alongside/domain/kernel/random.js';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import type { StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { readEverything, sampleEvent, sampleEvents } from '@alongside/domain/testing/event-store.samples.js';
import { ChainCheck, type NamedWitness } from './chain-check.js';
import { checkStore } from './check-store.js';
import { sayFinding } from './findings.js';
import { bodyOf, hashFor } from './hash.js';
import { LogChain, MARK_EVERY_EVENTS } from './log-chain.js';
import { MemoryEventStore } from './memory/memory-event-store.js';

const [one, two, key] = ['institution-hillside', 'person-ben', 'key-ben'] as [StreamId, StreamId, StreamId];

async function log(): Promise<StoredEvent[]> {
  const random = numbersFrom(7);
  const store = new MemoryEventStore();
  await store.append(key, 'noStream', [{ ...sampleEvent(random, { wrapped: 'w', master: 'm' }), type: 'PersonKeyMade' }]);
  for (const stream of [one, two, one, two, one]) await store.append(stream, 'any', sampleEvents(random, 2));
  return readEverything(store);
}

const hubKey = 'key-hub' as StreamId;

const checked = (events: readonly StoredEvent[], witnesses: readonly NamedWitness[] = []) => {
  const check = new ChainCheck('the log', witnesses);
  for (const event of events) check.take({ ...event, body: bodyOf(event) });
  return check.report();
};
const witnessOf = (events: readonly StoredEvent[]): NamedWitness => {
  const { witness } = checked(events);
  if (!witness) throw new Error('An empty log has no head.');
  return { knows: witness, name: 'Folder 1', file: 'log-head.json' };
};
const changed = (events: readonly StoredEvent[], at: number, change: Partial<StoredEvent>) =>
  events.map((event, index) => (index === at ? { ...event, ...change } : event));

describe('a check of the chains of a log', () => {
  test('finds nothing in a log as it was written, and tells its head, its counts and whose data was deleted', async () => {
    const events = await log();
    const report = checked(events, [witnessOf(events), witnessOf(events.slice(0, 5))]);
    expect(report).toMatchObject({ sound: true, events: 10, keys: 1, keysWithoutHash: 0, findings: [], more: 0, damaged: [] });
    expect(report.witness?.head).toMatchObject({ events: 10, position: events.at(-1)?.position });
    const erasure = { ...events[1], type: 'PersonErased', data: { person: 'ben' } } as StoredEvent;
    expect(checked([erasure]).erased).toEqual(['ben']);
  });

  test('a changed event is named alone: those after it still follow from what was written', async () => {
    const events = await log();
    const at = events.findIndex(({ stream, revision }) => stream === one && revision === 1);
    const { findings, damaged } = checked(changed(events, at, { data: { role: 'administrator' } }));
    expect(findings).toEqual([
      { kind: 'altered', stream: one, revision: 1, event: events[at]?.id, type: 'ThingHappened', position: events[at]?.position },
    ]);
    expect(damaged).toEqual([one]);
    expect(sayFinding(findings[0] ?? { kind: 'file' })).toBe(
      `Event 1 of the stream institution-hillside (ThingHappened, id ${events[at]?.id}) is not as written: changed, moved or damaged outside Alongside. Position in the log: ${Number(events[at]?.position)}.`,
    );
    // So is one whose hash alone was changed, and one whose number alone was.
    expect(checked(changed(events, at, { hash: 'f'.repeat(64) })).findings).toMatchObject([{ kind: 'altered', stream: one, revision: 1 }]);
    expect(checked(changed(events, at, { revision: 40 })).findings).toMatchObject([{ kind: 'altered', stream: one, revision: 1 }]);
    expect(checked(changed(events, at, { revision: 0 })).findings).toMatchObject([{ kind: 'altered', stream: one, revision: 1 }]);
  });

  test('several in a row are one finding', async () => {
    const events = (await log()).map((event) => (event.stream === two ? { ...event, at: '2020-01-01T00:00:00.000Z' as never } : event));
    expect(checked(events).findings).toMatchObject([{ kind: 'altered', stream: two, revision: 0, through: 3 }]);
    expect(sayFinding(checked(events).findings[0] ?? { kind: 'file' })).toContain(
      'Events 0 to 3 of the stream person-ben are not as written',
    );
  });

  test('a deleted event is missing, and what follows it is not called altered', async () => {
    const events = await log();
    const at = events.findIndex(({ stream, revision }) => stream === one && revision === 2);
    const { findings } = checked(events.filter((_, index) => index !== at && index !== at + 1));
    expect(findings).toEqual([{ kind: 'missing', stream: one, revision: 2, through: 3 }]);
    expect(sayFinding(findings[0] ?? { kind: 'file' })).toBe('Events 2 to 3 of the stream institution-hillside are missing from the log.');
  });

  test('a changed key event is named; one without a hash, of an older log, is counted', async () => {
    const events = await log();
    expect(checked(changed(events, 0, { data: { wrapped: 'x', master: 'm' } })).findings).toMatchObject([{ kind: 'altered', stream: key }]);
    expect(checked(changed(events, 0, { hash: '' }))).toMatchObject({ sound: true, keysWithoutHash: 1 });
  });

  test('a key that was blanked as an erasure does it, without one, is named by its person', async () => {
    const [person, ...more] = await log();
    const joined = { ...more[2], type: 'PersonJoined', stream: two, revision: 0, data: { person: 'ben' } } as StoredEvent;
    const others = more.filter(({ stream }) => stream === one);
    const sound = { ...joined, hash: hashFor('', two, 0, joined.id, bodyOf(joined)) };
    const ofHub = { ...person, stream: hubKey, hash: '' } as StoredEvent;
    expect(checked([ofHub, person, ...others, sound].flatMap((event) => event ?? [])).findings).toEqual([]);
    expect(checked([person, ...others, sound].flatMap((event) => event ?? [])).findings.map(sayFinding)).toEqual([
      'The hub’s own key (key-hub) is gone. Without it the log cannot tell which master key is its own.',
    ]);
    const { findings } = checked([ofHub, ...others, sound]);
    expect(findings).toEqual([{ kind: 'keyless', stream: key }]);
    expect(findings.map(sayFinding)).toEqual([
      'The key of the stream key-ben is gone, and nothing in the log tells that this person’s account was deleted. What they wrote can no longer be read.',
    ]);
  });

  test('a tail that was cut is seen by whoever knew a later head, and by nobody else', async () => {
    const events = await log();
    const cut = events.slice(0, -3);
    expect(checked(cut).sound).toBe(true);
    expect(checked(cut, [witnessOf(events.slice(0, 4))]).sound).toBe(true);
    const { findings } = checked(cut, [witnessOf(events)]);
    expect(findings).toMatchObject([{ kind: 'cut' }]);
    expect(sayFinding(findings[0] ?? { kind: 'file' })).toContain('Folder 1 knows 10 events');
    expect(sayFinding(findings[0] ?? { kind: 'file' })).toContain('3 events of the history are gone');
  });

  test('a witness whose file is not as it was written is named, and says nothing of the log', async () => {
    const events = await log();
    const spoilt = { name: 'Folder 2', file: 'processes/2/log-head.json' };
    expect(checked(events.slice(0, -3), [spoilt])).toMatchObject({ sound: true, findings: [], heads: 0, spoilt: [spoilt.file] });
    expect(checked(events.slice(0, -3), [spoilt, witnessOf(events)])).toMatchObject({ sound: false, heads: 1, spoilt: [spoilt.file] });
  });

  test('a log that was rewritten so that its streams agree with themselves differs from its witness, between two heads that it names', async () => {
    const random = numbersFrom(3);
    const [before, after] = [new MemoryEventStore(), new MemoryEventStore()];
    const many = sampleEvents(random, MARK_EVERY_EVENTS + 3);
    const at = 900;
    for (let from = 0; from < many.length; from += at) {
      const events = many.slice(from, from + at);
      await before.append(one, 'any', events);
      await after.append(one, 'any', from === 0 ? [{ ...(events[0] as StoredEvent), data: 'other' }, ...events.slice(1)] : events);
    }
    const [honest, forged] = [await readEverything(before), await readEverything(after)];
    expect(checked(forged).sound).toBe(true);
    const { findings } = checked(forged, [witnessOf(honest)]);
    expect(findings).toMatchObject([{ kind: 'rewritten', position: '', until: honest[MARK_EVERY_EVENTS - 1]?.position }]);
  });

  test('a copy of a log in another store has the same heads', async () => {
    const events = await log();
    const copy = new MemoryEventStore();
    await copy.append('key-else' as StreamId, 'noStream', sampleEvents(numbersFrom(1), 1));
    for (const { stream, revision: _revision, position: _position, hash: _hash, ...event } of events)
      await copy.append(stream, 'any', [event]);
    const report = await checkStore(copy, 'a copy', { witnesses: [witnessOf(events)] });
    expect(report).toMatchObject({ sound: true, events: 10 });
  });

  test('a chain goes on from where it was kept', async () => {
    const events = (await log()).slice(1);
    const [whole, first] = [new LogChain(), new LogChain()];
    for (const event of events) whole.take(event);
    for (const event of events.slice(0, 4)) first.take(event);
    const second = new LogChain(first.witness());
    for (const event of events.slice(4)) second.take(event);
    expect(second.head).toEqual(whole.head);
  });

  test('through the port a store that cannot be read is a finding, and a check that is ended finds nothing', async () => {
    const broken = {
      readAll: async function* (): AsyncIterable<readonly StoredEvent[]> {
        yield (await log()).slice(0, 2);
        throw new Error('the disk is gone');
      },
    };
    expect(await checkStore(broken, 'x')).toMatchObject({ sound: false, findings: [{ kind: 'unreadable', detail: 'the disk is gone' }] });
    const ended = new AbortController();
    ended.abort();
    expect(await checkStore(broken, 'x', { signal: ended.signal })).toBeUndefined();
  });
});
