import { jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { CommandId, EventId, Instant, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { EventStore, StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { asParticipants } from '@alongside/domain/mentorships/participants.js';
import { checkEvent, eventShapeOf, parseEvent, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { Keyring, WrongMasterKey } from './keyring.js';
import type { MasterKey } from './master-key.js';
import { SealedLog, type Outgoing } from './sealed-log.js';
import { sealValue } from './sealing.js';

const [ben, asha] = ['ben', 'asha'] as [PersonId, PersonId];
const now = '2026-03-06T09:00:00.000Z' as Instant;
const master = (fingerprint = 'one'): MasterKey => ({ bytes: randomBytes(32), fingerprint, made: false });
const stream = 'person-ben' as StreamId;

const TYPES = { shapeOf: eventShapeOf, parse: parseEvent, check: checkEvent };
const logOver = (store: EventStore, key: MasterKey) => {
  const keyring = new Keyring(store, key, () => now);
  return { keyring, log: new SealedLog<AnyEvent>(store, keyring, TYPES) };
};
const outgoing = (type: string, data: unknown): Outgoing<AnyEvent> =>
  ({
    type,
    data,
    id: uuidv7() as EventId,
    at: now,
    actor: ben,
    commandId: 'c-1' as CommandId,
    institutions: [],
  }) as unknown as Outgoing<AnyEvent>;
const joined = () => outgoing('PersonJoined', { person: ben, name: 'Ben Okafor', email: 'ben@hillside.example' });

describe('personal words in the log', () => {
  test('are sealed on the disk and clear to readers', async () => {
    const store = new MemoryEventStore();
    const { log } = logOver(store, master());
    await log.append(stream, 'noStream', [joined()]);
    expect(JSON.stringify(await store.readStream(stream))).not.toMatch(/Okafor|hillside/);
    expect(await log.readStream(stream)).toMatchObject([
      { type: 'PersonJoined', data: { person: ben, name: 'Ben Okafor', email: 'ben@hillside.example' } },
    ]);
  });

  test('in a list are sealed each with the key of whoever wrote it, and go one by one', async () => {
    const store = new MemoryEventStore();
    const { keyring, log } = logOver(store, master());
    const meeting = 'meeting-k1' as StreamId;
    const of = { meeting: 'k1', mentorship: 'm1', participants: asParticipants({ mentor: asha, mentee: ben }), by: ben };
    const item = (id: string) => ({ id, title: `Words of ${id}`, minutes: 5 });
    const agenda = outgoing('AgendaSet', {
      ...of,
      items: [
        { by: asha, item: item('hers') },
        { by: ben, item: item('his') },
        { by: asha, item: item('hers-too') },
      ],
    });
    await log.append(meeting, 'noStream', [agenda]);
    expect(JSON.stringify(await store.readStream(meeting))).not.toContain('Words');
    const titles = async () => {
      const [event] = await log.readStream(meeting);
      const { items = [] } = { ...(event?.data as { items: { item: { title: string } }[] } | undefined) };
      return items.map((one) => one.item.title);
    };
    expect(await titles()).toEqual(['Words of hers', 'Words of his', 'Words of hers-too']);
    await keyring.destroy(asha);
    expect(await titles()).toEqual(['', 'Words of his', '']);
    // One item cannot be moved to the place of another.
    const [stored] = await store.readStream(meeting);
    const items = [...((stored as StoredEvent).data as { items: unknown[] }).items].reverse();
    const moved = { ...stored!, id: stored!.id, data: { ...(stored!.data as object), items: [items[1], items[1], items[1]] } };
    const other = new MemoryEventStore();
    await other.append(meeting, 'noStream', [moved]);
    await expect(new SealedLog<AnyEvent>(other, keyring, TYPES).readStream(meeting)).rejects.toThrow(/authenticate/);
  });

  test('of an older version are read in today’s form, with what is left of them after an erasure', async () => {
    const store = new MemoryEventStore();
    const { keyring, log } = logOver(store, master());
    const meeting = 'meeting-k1' as StreamId;
    const id = uuidv7() as EventId;
    const sealed = async (person: PersonId, field: string, value: unknown) => {
      const key = await keyring.toSeal(person);
      if (key === 'destroyed') throw new Error('Nobody is erased yet.');
      return sealValue(key, person, id, field, value);
    };
    const item = (name: string) => ({ id: name, title: `Words of ${name}`, minutes: 5 });
    const data = {
      ...{ meeting: 'k1', mentorship: 'm1', mentor: asha, mentee: ben, by: ben, turns: ['mentee', 'mentor'] },
      mentorItems: await sealed(asha, 'mentorItems', [item('hers')]),
      menteeItems: await sealed(ben, 'menteeItems', [item('his')]),
    };
    await store.append(meeting, 'noStream', [{ ...outgoing('AgendaSet', data), id, version: 1 } as never]);
    const read = async () => (await log.readStream(meeting))[0]?.data;
    const participants = asParticipants({ mentor: asha, mentee: ben });
    const [his, hers] = [
      { by: ben, item: item('his') },
      { by: asha, item: item('hers') },
    ];
    expect(await read()).toEqual({ meeting: 'k1', mentorship: 'm1', participants, by: ben, items: [his, hers] });
    await keyring.destroy(asha);
    expect(await read()).toMatchObject({ items: [his] });
  });

  describe('of an older goal, sealed for the mentee and worded by the mentor', () => {
    const goals = 'goals-m1' as StreamId;
    const data = { mentorship: 'm1', goal: 'g1', mentee: ben, tag: null, statements: [], due: null };
    const description = { title: 'Calm starts', why: 'Ten minutes', success: 'Books open' };

    test.each([asha, ben])('go with the account of %s, whoever’s key sealed them', async (gone) => {
      const store = new MemoryEventStore();
      const { keyring, log } = logOver(store, master());
      const id = uuidv7() as EventId;
      const key = await keyring.toSeal(ben);
      if (key === 'destroyed') throw new Error('Nobody is erased yet.');
      const older = { ...data, description: sealValue(key, ben, id, 'description', description) };
      await store.append(goals, 'noStream', [{ ...outgoing('GoalAgreed', older), id, actor: asha, version: 1 } as never]);
      const read = async () => (await log.readStream(goals))[0]?.data;
      expect(await read()).toMatchObject({ description });
      keyring.erased('cleo' as PersonId);
      expect(await read()).toMatchObject({ description });
      keyring.erased(gone);
      expect(await read()).toMatchObject({ mentee: ben, description: { title: '', why: '', success: '' } });
    });

    test('are sealed with the key of the mentor today, and stay when the mentee goes', async () => {
      const store = new MemoryEventStore();
      const { keyring, log } = logOver(store, master());
      await log.append(goals, 'noStream', [{ ...outgoing('GoalAgreed', { ...data, by: asha, description }), actor: asha }]);
      expect(await store.readStream(goals)).toMatchObject([{ data: { description: { of: asha } } }]);
      await keyring.destroy(ben);
      expect((await log.readStream(goals))[0]?.data).toMatchObject({ description });
      await keyring.destroy(asha);
      expect((await log.readStream(goals))[0]?.data).toMatchObject({ by: asha, description: { title: '' } });
    });
  });

  test('an append that fails while the one before is under way fails for its own caller alone', async () => {
    const store = new MemoryEventStore();
    const { keyring, log } = logOver(store, master());
    let go = () => undefined as void;
    const slow = new Promise<void>((resolve) => (go = resolve));
    const toSeal = keyring.toSeal.bind(keyring);
    jest.spyOn(keyring, 'toSeal').mockImplementationOnce(async (person) => {
      await slow;
      return toSeal(person);
    });
    const unheard: unknown[] = [];
    const hear = (error: unknown) => void unheard.push(error);
    process.on('unhandledRejection', hear);
    const first = log.append(stream, 'noStream', [joined()]);
    const second = log.append('person-asha' as StreamId, 'noStream', [outgoing('NoSuchEvent', {})]);
    await new Promise((resolve) => setImmediate(resolve));
    go();
    await expect(second).rejects.toThrow('NoSuchEvent');
    expect((await first).ok).toBe(true);
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });

  test('read as erased once the key was destroyed, in every process that hears of it', async () => {
    const store = new MemoryEventStore();
    const key = master();
    const [here, there] = [logOver(store, key), logOver(store, key)];
    await here.log.append(stream, 'noStream', [joined()]);
    await there.log.readStream(stream);
    await here.keyring.destroy(ben);
    await here.log.append(stream, 0, [outgoing('PersonErased', { person: ben })]);
    const heard = new Promise<void>((resolve) => {
      const subscription = there.log.follow(undefined, (events) => {
        if (events.some(({ type }) => type === 'PersonErased')) resolve(void subscription.close());
      });
    });
    await heard;
    for (const { log } of [here, there]) expect((await log.readStream(stream))[0]).toMatchObject({ data: { name: '', email: '' } });
  });

  test('once a process has read that somebody was erased, it opens, seals and makes nothing of theirs, whatever became of the key', async () => {
    const store = new MemoryEventStore();
    const key = master();
    const [here, there] = [logOver(store, key), logOver(store, key)];
    const about = (text: string) => outgoing('PersonRenamed', { person: ben, name: text });
    await here.log.append(stream, 'noStream', [joined()]);
    await here.log.append(stream, 0, [outgoing('PersonErased', { person: ben })]);
    // Decided before, appended behind it: the key is still there, and another process has it at hand.
    await here.log.append(stream, 1, [about('Under Way')]);
    for await (const events of there.log.readAll())
      expect(events.map(({ data }) => ('name' in data ? data.name : undefined))).toEqual(['', undefined, '']);
    expect(await there.keyring.toSeal(ben)).toBe('destroyed');
    // Killed between shredding the key and marking it as destroyed: nobody makes another.
    await store.shred('key-ben' as StreamId);
    await there.log.append(stream, 2, [about('Later Still')]);
    expect([await store.readStream('key-ben' as StreamId), await there.keyring.holds(ben)]).toEqual([[], false]);
    await there.keyring.destroy(ben);
    expect((await store.readStream('key-ben' as StreamId)).map(({ type }) => type)).toEqual(['PersonKeyDestroyed']);
  });

  test('a late word about somebody who was erased is never sealed with a new key', async () => {
    const store = new MemoryEventStore();
    const { keyring, log } = logOver(store, master());
    await log.append(stream, 'noStream', [joined()]);
    await keyring.destroy(ben);
    await keyring.destroy(ben);
    await log.append(stream, 0, [outgoing('PersonRenamed', { person: ben, name: 'Too Late' })]);
    expect(await keyring.find(ben)).toBe('destroyed');
    expect((await log.readStream(stream))[1]).toMatchObject({ data: { name: '' } });
  });

  test('of many at once, through two processes, are sealed with one key each', async () => {
    const store = new MemoryEventStore();
    const key = master();
    const logs = [logOver(store, key), logOver(store, key)];
    const keys = await Promise.all(Array.from({ length: 20 }, (_, index) => logs[index % 2]!.keyring.toSeal(asha)));
    expect(new Set(keys.map((one) => one.toString('hex'))).size).toBe(1);
    expect(await store.readStream('key-asha' as StreamId)).toHaveLength(1);
  });

  test('cannot be moved to another event or field, or read with another master key', async () => {
    const store = new MemoryEventStore();
    const { log } = logOver(store, master());
    await log.append(stream, 'noStream', [joined()]);
    const [stored] = await store.readStream(stream);
    const { name, email } = (stored as StoredEvent).data as { name: unknown; email: unknown };
    const moved = { ...stored!, id: uuidv7() as EventId, data: { person: ben, name: email, email: name } };
    await store.append('person-moved' as StreamId, 'noStream', [moved]);
    await expect(log.readStream('person-moved' as StreamId)).rejects.toThrow(/authenticate/);
    await expect(logOver(store, master('another')).log.readStream(stream)).rejects.toThrow(WrongMasterKey);
  });

  test('keys never show in the history, and an event that is not as its schema has it never gets there', async () => {
    const store = new MemoryEventStore();
    const { log } = logOver(store, master());
    expect(await log.head()).toBeUndefined();
    await expect(log.append(stream, 'noStream', [outgoing('PersonJoined', { person: ben, name: 'Ben' })])).rejects.toThrow('email');
    await log.append(stream, 'noStream', [joined()]);
    const seen: Event[] = [];
    for await (const events of log.readAll()) seen.push(...events);
    expect(seen.map(({ type }) => type)).toEqual(['PersonJoined']);
    expect(await log.head()).toBe((await log.readStream(stream))[0]?.position);
  });

  test('appends reach the log in the order in which they were called, although the first waits for a key', async () => {
    const { log } = logOver(new MemoryEventStore(), master());
    const appends = await Promise.all([
      log.append(stream, 'noStream', [joined()]),
      log.append(stream, 0, [outgoing('MentoringResumed', { person: ben })]),
      log.append(stream, 1, [outgoing('PersonRenamed', { person: ben, name: 'Ben' })]),
    ]);
    expect(appends.every(({ ok }) => ok)).toBe(true);
  });
});
