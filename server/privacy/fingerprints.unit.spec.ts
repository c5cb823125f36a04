import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { CommandId, EventId, Instant, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { checkEvent, eventShapeOf, parseEvent, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { Fingerprints } from './fingerprints.js';
import { Keyring } from './keyring.js';
import { SealedLog, type Outgoing } from './sealed-log.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const now = '2026-03-06T09:00:00.000Z' as Instant;
const master = { bytes: randomBytes(32), fingerprint: 'one', made: false };
const given = (store = new MemoryEventStore()) => {
  const keyring = new Keyring(store, master, () => now);
  return { store, keyring, prints: new Fingerprints(keyring) };
};

describe('the fingerprint of a command', () => {
  test('tells the same content from other content, in any process', async () => {
    const { store, prints } = given();
    const made = await prints.make('["Say","yes"]', [ben, asha, ben]);
    for (const elsewhere of [prints, given(store).prints]) {
      expect(await elsewhere.matches(made!, '["Say","yes"]')).toBe(true);
      expect(await elsewhere.matches(made!, '["Say","no"]')).toBe(false);
    }
    expect(await prints.make('["Say","yes"]', [asha, ben])).toEqual(made);
    expect(await prints.matches({ ...made!, hash: made!.hash.slice(2) }, '["Say","yes"]')).toBe(false);
  });

  test('is another for other people: one word is not known again elsewhere', async () => {
    const { prints } = given();
    const hashes = await Promise.all([[asha], [ben], [asha, ben]].map(async (of) => (await prints.make('yes', of))!.hash));
    expect(new Set(hashes).size).toBe(3);
  });

  test('says nothing once any one of its people is erased, and none is made of them', async () => {
    for (const erased of [asha, ben]) {
      const { store, prints, keyring } = given();
      const made = await prints.make('yes', [asha, ben]);
      await keyring.destroy(erased);
      const elsewhere = given(store);
      for (const each of [prints, elsewhere.prints]) {
        expect(await each.matches(made!, 'yes')).toBeUndefined();
        expect(await each.make('yes', [asha, ben])).toBeUndefined();
      }
    }
  });

  test('is made with the key of everybody whose words the events hold, and of who gave the command', async () => {
    const { store, keyring } = given();
    const log = new SealedLog<AnyEvent>(store, keyring, { shapeOf: eventShapeOf, parse: parseEvent, check: checkEvent });
    const joined = {
      ...{ type: 'PersonJoined', data: { person: ben, name: 'Ben', email: 'ben@hillside.example' }, id: uuidv7() as EventId },
      ...{ at: now, actor: asha, commandId: 'c-1' as CommandId, institutions: [] },
    } as unknown as Outgoing<AnyEvent>;
    const fingerprint = await log.fingerprintOf('["InvitePerson"]', [joined, { ...joined, actor: HUB }]);
    expect(fingerprint?.of).toEqual([asha, ben, HUB]);
    await log.append('person-ben' as StreamId, 'noStream', [{ ...joined, fingerprint: fingerprint! }]);
    expect((await log.readStream('person-ben' as StreamId))[0]).toMatchObject({ fingerprint });
  });
});
