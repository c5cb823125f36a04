import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { streamOf, type PersonId, type Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { EventStoreDbEventStore } from '../event-store/eventstoredb/eventstoredb-event-store.js';
import { FakeServer } from '../event-store/eventstoredb/fake-server.fixture.js';
import { createHub, type Hub } from './create-hub.js';
import { asking, makeSchool, must, testFolders } from './hub.testing.js';
import { createLogger } from './logger.js';
import { standsIn } from './own-views.js';
import { configIn, Postbox } from './postbox.fixture.js';

jest.setTimeout(60_000);
const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];

describe('a log that is another than the one before', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let hub: Hub;
  let warned: string[];
  const postbox = new Postbox();
  const logDir = () => join(dataDir, 'log');
  const backup = () => join(dataDir, 'backup');

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    postbox.subjects.length = 0;
    await open();
    await makeSchool(hub, ['asha', 'ben'], { asha: 1 });
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  async function open(): Promise<void> {
    warned = [];
    const logger = { ...createLogger('error'), warn: (message: string) => void warned.push(message) };
    hub = await createHub(configIn(dataDir), { logger, mailer: postbox });
  }
  /** Puts the log of the backup where the hub's is, as an operator does who restores it. */
  async function restore(): Promise<void> {
    await rm(logDir(), { recursive: true });
    await cp(backup(), logDir(), { recursive: true });
  }
  const saved = async () => {
    await hub.parts.reactors.settled();
    await hub.parts.emails.settled();
    await hub.close();
    await cp(logDir(), backup(), { recursive: true });
    await open();
  };
  const nameOf = (person: PersonId) => hub.parts.views.store.get<{ name: string }>('person', person)?.data.name;

  test('the same log is gone on with, and nothing is said', async () => {
    await saved();
    expect(warned).toEqual([]);
    expect(nameOf(ben)).toBe('Name of ben');
  });

  test('an older log that was restored is read afresh: no ghost of what came later stays, and what is new is seen', async () => {
    await saved();
    await must(hub, HUB, 'InvitePerson', { person: 'ghost', name: 'A ghost', email: 'ghost@hillside.example', institution: 'hillside' });
    for (let times = 0; times < 5; times += 1) await must(hub, ben, 'RenamePerson', { person: ben, name: `Ben ${times}` });
    await hub.parts.reactors.settled();
    await hub.close();
    await restore();
    await open();
    expect(warned).toEqual([expect.stringContaining('another log')]);
    expect([nameOf(ben), nameOf('ghost' as PersonId)]).toEqual(['Name of ben', undefined]);
    expect(await hub.parts.views.caughtUp(await must(hub, ben, 'RenamePerson', { person: ben, name: 'Ben anew' }))).toBe(true);
    expect(nameOf(ben)).toBe('Ben anew');
  });

  test('a restored log that went on without this process as far as it had come is noticed too', async () => {
    await saved();
    await must(hub, ben, 'RenamePerson', { person: ben, name: 'Ben before' });
    await hub.close();
    await cp(join(dataDir, 'processes'), join(dataDir, 'kept'), { recursive: true });
    await restore();
    await open();
    await must(hub, ben, 'RenamePerson', { person: ben, name: 'Ben after' });
    await hub.close();
    await rm(join(dataDir, 'processes'), { recursive: true });
    await cp(join(dataDir, 'kept'), join(dataDir, 'processes'), { recursive: true });
    await open();
    expect(warned).toEqual([expect.stringContaining('another log')]);
    expect(nameOf(ben)).toBe('Ben after');
  });

  test('what the restored log still knows to follow is done once, and letters that were sent are not sent again', async () => {
    const data = asking('asha', 'ben');
    await must(hub, ben, 'RequestMentoring', data);
    await must(hub, asha, 'AcceptRequest', { mentor: 'asha', request: data.request, mentorship: 'm-1' });
    await saved();
    const sent = [...postbox.subjects];
    expect(sent).toContain('Name of asha said yes');
    await must(hub, ben, 'RenamePerson', { person: ben, name: 'Ben before' });
    await hub.close();
    await restore();
    await open();
    await hub.parts.reactors.settled();
    await hub.parts.emails.settled();
    expect(postbox.subjects).toEqual(sent);
    expect(await hub.parts.log.readStream(streamOf('mentorship', 'm-1'))).toMatchObject([{ type: 'MentorshipStarted' }]);
  });

  test('a position of another kind of event store is no reason to stop: it stands nowhere there', async () => {
    const server = new FakeServer();
    const cluster = new EventStoreDbEventStore(server.client, 'esdb://fake');
    const [first] = await hub.parts.log.readStream(streamOf('person', 'ben'));
    if (!first) throw new Error('Ben is not in the log.');
    expect(await standsIn(cluster, first)).toBe(false);
    const { stream, revision, position, hash, ...event } = first;
    await cluster.append(stream, 'noStream', [event]);
    const [copied] = await cluster.readStream(stream, revision);
    expect(await standsIn(cluster, { stream, revision, position, hash })).toBe(false);
    expect(copied && (await standsIn(cluster, copied))).toBe(true);
    expect(copied && (await standsIn(cluster, { ...copied, position: '0' as Position }))).toBe(false);
    await cluster.close();
  });
});
