import * as Y from 'yjs';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { seededRandom, type SeededRandom } from '@alongside/projections/testing/seeded-random.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { documentEpoch, Keyring } from '../privacy/keyring.js';
import { decrypt, encrypt } from '../privacy/sealing.js';
import { clientsIn, withoutWriter, type Writers } from './without-writers.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const SHARE = { notes: 'text', page: 'fragment' } as const;

/** Asha writes small letters and Ben capitals, so that whose each letter is can be seen whatever became of it. */
const wordsOf = (who: PersonId, random: SeededRandom): string => {
  const word = Array.from({ length: 1 + random.below(6) }, () => 'abcdefghij'[random.below(10)]).join('');
  return who === asha ? word : word.toUpperCase();
};
const onlyHers = (text: string) => text.replace(/[A-Z]/g, '');

interface Desk {
  readonly who: PersonId;
  readonly document: Y.Doc;
}
const desk = (who: PersonId): Desk => ({ who, document: new Y.Doc() });

/** What the hub keeps: each update as it came, and who sent the first of each client. */
function hub() {
  const updates: Uint8Array[] = [];
  const writers = new Map<number, PersonId>();
  const receive = (update: Uint8Array, from: PersonId) => {
    for (const client of clientsIn(update)) if (!writers.has(client)) writers.set(client, from);
    updates.push(update);
  };
  return { updates, writers: writers as Writers, receive };
}

function edit({ document, who }: Desk, random: SeededRandom): void {
  const notes = document.getText('notes');
  const page = document.getXmlFragment('page');
  const paragraphs = page.toArray() as Y.XmlElement[];
  document.transact(() => {
    switch (random.below(6)) {
      case 0:
        return void (notes.length > 3 && notes.delete(random.below(notes.length - 2), 1 + random.below(2)));
      case 1:
        return void (notes.length > 3 && notes.format(random.below(notes.length - 2), 2, { bold: true }));
      case 2: {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(wordsOf(who, random))]);
        paragraph.setAttribute('note', wordsOf(who, random));
        return page.insert(random.below(paragraphs.length + 1), [paragraph]);
      }
      case 3: {
        const inside = paragraphs[random.below(Math.max(1, paragraphs.length))]?.get(0);
        if (inside instanceof Y.XmlText) inside.insert(random.below(inside.length + 1), wordsOf(who, random));
        return undefined;
      }
      default:
        return notes.insert(random.below(notes.length + 1), wordsOf(who, random));
    }
  });
}

const bytesOf = (document: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(document));
const lettersIn = (bytes: Buffer) => bytes.toString('latin1').match(/[A-J]{3,}/g) ?? [];

/** Two who write at once for a while, and meet now and then. */
function written(random: SeededRandom) {
  const [hers, his] = [desk(asha), desk(ben)];
  const kept = hub();
  for (const { document, who } of [hers, his])
    document.on('update', (update: Uint8Array, origin: unknown) => void (origin !== 'hub' && kept.receive(update, who)));
  const meet = () => {
    for (const { document } of [hers, his]) for (const update of kept.updates) Y.applyUpdate(document, update, 'hub');
  };
  for (let step = 0; step < 60; step += 1) {
    edit(random.below(2) === 0 ? hers : his, random);
    if (random.below(4) === 0) meet();
  }
  meet();
  return { hers, his, kept };
}

describe('a document that several wrote, once one of them is erased', () => {
  test('[R9] holds every letter of the others in its place, and not one of theirs, deleted ones included', () => {
    const random = seededRandom('documents without a writer');
    for (let round = 0; round < 30; round += 1) {
      const { hers, kept } = written(random);
      const fresh = withoutWriter(hers.document, kept.writers, ben, SHARE);
      expect({ ...random.at(round), text: fresh.getText('notes').toString() }).toEqual({
        ...random.at(round),
        text: onlyHers(hers.document.getText('notes').toString()),
      });
      const page = hers.document
        .getXmlFragment('page')
        .toArray()
        .map((node) => (node as Y.XmlElement).get(0)?.toString() ?? '');
      const left = fresh
        .getXmlFragment('page')
        .toArray()
        .map((node) => (node as Y.XmlElement).get(0)?.toString() ?? '');
      expect({ ...random.at(round), page: left.join(' ').split(' ') }).toEqual({
        ...random.at(round),
        page: page.map(onlyHers).join(' ').split(' '),
      });
      expect([random.at(round), lettersIn(bytesOf(fresh))]).toEqual([random.at(round), []]);
      // Nothing of the old one's structure either: all its clients are gone.
      for (const client of kept.writers.keys()) expect(fresh.store.clients.has(client)).toBe(false);
    }
  });

  test('formatting and attributes of the others stay', () => {
    const [hers, his] = [desk(asha), desk(ben)];
    hers.document.getText('notes').insert(0, 'seating plan', { bold: true });
    Y.applyUpdate(his.document, bytesOf(hers.document));
    his.document.getText('notes').insert(8, 'SECRET ', { link: 'HTTPS' });
    const writers: Writers = new Map([
      [hers.document.clientID, asha],
      [his.document.clientID, ben],
    ]);
    const fresh = withoutWriter(his.document, writers, ben, SHARE);
    expect(fresh.getText('notes').toDelta()).toEqual([{ insert: 'seating plan', attributes: { bold: true } }]);
  });

  test('[R9] its earlier updates are unreadable once the key of their epoch is destroyed, and it goes on under a new one', async () => {
    const random = seededRandom('a document under two keys');
    const { hers, kept } = written(random);
    const store = new MemoryEventStore();
    const keyring = new Keyring(
      store,
      { bytes: Buffer.alloc(32, 7), fingerprint: 'one', made: false },
      () => '2026-03-06T09:00:00.000Z' as Instant,
    );
    const [before, after] = [documentEpoch('notes-k1', 0), documentEpoch('notes-k1', 1)];
    const keyOf = async (epoch: typeof before) => {
      const key = await keyring.toSeal(epoch);
      if (key === 'destroyed') throw new Error('destroyed');
      return key;
    };
    const first = await keyOf(before);
    const sealed = kept.updates.map((update, index) => encrypt(first, `${before} ${index}`, Buffer.from(update)));

    const fresh = withoutWriter(hers.document, kept.writers, ben, SHARE);
    const snapshot = encrypt(await keyOf(after), `${after} 0`, bytesOf(fresh));
    await keyring.destroy(before);

    await expect(keyOf(before)).rejects.toThrow('destroyed');
    const opened = new Y.Doc();
    Y.applyUpdate(opened, decrypt(await keyOf(after), `${after} 0`, snapshot));
    expect(opened.getText('notes').toString()).toBe(onlyHers(hers.document.getText('notes').toString()));
    // The rows stay where they are; without their key they are noise.
    const other = await keyOf(after);
    expect(() => decrypt(other, `${before} 0`, sealed[0] ?? '')).toThrow(/authenticate/);
    // A person whose id looks like the document's has a key of their own.
    expect(await keyring.find('notes-k1' as PersonId)).toBeUndefined();
  });

  test('an update of the epoch before would bring the words back: that is why it must be refused, and not merged', () => {
    const random = seededRandom('an update of the epoch before');
    const { hers, his, kept } = written(random);
    his.document.getText('notes').insert(0, 'BACKAGAIN');
    const fresh = withoutWriter(hers.document, kept.writers, ben, SHARE);
    Y.applyUpdate(fresh, bytesOf(his.document));
    expect(fresh.getText('notes').toString()).toContain('BACKAGAIN');
  });
});
