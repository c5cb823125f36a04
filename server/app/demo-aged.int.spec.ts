import { jest } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { CommandId, EventId, Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { readEverything } from '@alongside/domain/testing/event-store.samples.js';
import { carryOnDemo } from '../demo/seed.js';
import { IdentitySecrets } from '../identity/secrets.js';
import { DEMO_SEED } from '../demo/tell.js';
import { eventLogFile } from '../event-store/open.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { viewReaderOf } from '../queries/live-views.js';
import type { Hub } from './create-hub.js';
import { must, openTestHub, testFolders, TestClock } from './hub.testing.js';
import { CLAIM } from './log-kind.js';

jest.setTimeout(240_000);
const ASHA = 'asha-rahman' as PersonId;
const BEN = 'ben-okafor' as PersonId;
const FIRST = '2026-11-26T09:00:00.000Z' as Instant;
const AGAIN = '2027-01-26T09:00:00.000Z' as Instant;
/** So many of a telling's appends reach the log before its teller is killed. */
const APPENDS_BEFORE_KILL = 150;

const openRequests = (hub: Hub) =>
  viewReaderOf(hub.parts.views.store)
    .rows('request', { mentor: ASHA })
    .filter(({ status }) => status === 'open');

describe('a demonstration that is opened again', () => {
  test('has lived on, what a visitor did in it is kept, and a telling that was broken off is told to its end', async () => {
    const folders = await testFolders();
    const [folder, clock] = [folders.next(), new TestClock(FIRST)];
    const open = () => openTestHub(folder, folder, clock, { DEMO: '1' });

    const first = await open();
    const [asked] = openRequests(first);
    expect(asked).toMatchObject({ actsNext: 'mentor' });
    if (!asked) return;
    await must(first, ASHA, 'AcceptRequest', { mentor: ASHA, request: asked.request, mentorship: 'visitors-own' });
    await must(first, BEN, 'SetAims', { person: BEN, aims: [] });
    const store = await SqliteEventStore.open(eventLogFile(folder));
    const after = await first.parts.log.head();
    const id = uuidv7();
    const claim = { id: id as EventId, type: 'DemoClaimed', version: 1, at: AGAIN, actor: HUB, commandId: id as CommandId };
    await store.append(CLAIM, 1, [{ ...claim, institutions: [], data: { seed: DEMO_SEED, after } }]);
    let appends = 0;
    const killed: Pick<Hub['parts']['log'], 'append' | 'readAll'> = {
      readAll: (options) => first.parts.log.readAll(options),
      append: (...args) =>
        appends++ < APPENDS_BEFORE_KILL ? first.parts.log.append(...args) : Promise.reject(new Error('The teller was killed.')),
    };
    const chapter = { opened: FIRST, now: AGAIN, seed: DEMO_SEED, number: 1 };
    await expect(
      carryOnDemo(killed, chapter, (email) => new IdentitySecrets(first.parts.master.bytes).address(email), after),
    ).rejects.toThrow('killed');
    await first.close();
    const before = await readEverything(store);

    clock.set(AGAIN);
    const again = await open();
    // What was told while it opened reaches the views later: on a busy machine, after more than a reader would wait for.
    let last: Position | undefined;
    for await (const batch of again.parts.log.readAll()) last = batch.at(-1)?.position ?? last;
    while (last && !(await again.parts.views.caughtUp(last)));
    const look = viewReaderOf(again.parts.views.store);
    expect(look.row('mentorship', 'visitors-own')).toMatchObject({ mentor: ASHA, mentee: asked.mentee });
    expect(openRequests(again)).toMatchObject([{ actsNext: 'mentor' }]);
    const ahead = look.rows('meeting', { mentee: 'priya-nair' }).filter(({ time }) => (time?.startsAt ?? '') > AGAIN);
    expect(ahead.map(({ status }) => status)).toContain('booked');
    await again.close();
    const told = await readEverything(store);
    expect(told.slice(0, before.length)).toEqual(before);
    expect(told.length).toBeGreaterThan(before.length + APPENDS_BEFORE_KILL);
    expect((await store.readStream(CLAIM)).map(({ type, data }) => [type, 'through' in (data as object)])).toEqual([
      ['DemoClaimed', false],
      ['DemoTold', true],
      ['DemoClaimed', false],
      ['DemoTold', true],
    ]);

    await (await open()).close();
    expect(await store.readStream(CLAIM)).toHaveLength(4);
    await store.close();
    await folders.clean();
  });
});
