import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { CommandId, EventId, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { checkEvent, eventShapeOf, parseEvent, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { allViews } from '@alongside/projections/views/index.js';
import { uuidv7 } from 'uuidv7';
import { openEventStore } from '../event-store/open.js';
import { foldAfresh, rowsOf, viewFaults } from '../app/hub-faults.testing.js';
import { Keyring } from './keyring.js';
import { SealedLog } from './sealed-log.js';
import { deletionsIn } from './deletions.js';
import { readConfig } from '../app/config.js';
import type { Hub } from '../app/create-hub.js';
import { filesIn } from '../app/files-in.testing.js';
import { ask, send, serving, startHubProcess, type HubProcess } from '../app/hub-process.testing.js';
import { cookieOf, envelopeOf, makeSchool, must, openTestHub, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import { openParts } from '../app/open-parts.js';

jest.setTimeout(120_000);
const ben = 'ben' as PersonId;
const CANARY = 'quillfeather';
const TYPES = { shapeOf: eventShapeOf, parse: parseEvent, check: checkEvent };
const env = { DEMO: '0', MASTER_KEY: Buffer.alloc(32, 17).toString('base64') };
/** How long a hub that lives may take to clean up, in milliseconds. */
const SETTLE_LIMIT_MS = 15_000;
const LOOK_INTERVAL_MS = 50;

const remains = async (folder: string): Promise<readonly string[]> =>
  (await filesIn(folder)).flatMap(({ path, bytes }) =>
    [bytes.toString('latin1'), bytes.toString('utf16le')].some((text) => text.toLowerCase().includes(CANARY)) ? [path] : [],
  );

/** A school in which Ben can be found, and Asha. */
async function withBen(hub: Hub): Promise<void> {
  await makeSchool(hub, ['asha', 'ben'], { ben: 2 });
  await must(hub, ben, 'RenamePerson', { person: ben, name: 'Ben Quillfeather' });
  await hub.parts.reactors.settled();
}

describe('a process that is down while somebody is erased', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  const started: HubProcess[] = [];
  beforeEach(async () => {
    folders = await testFolders();
  });
  afterEach(async () => {
    for (const { process } of started) process.kill('SIGKILL');
    await Promise.all(started.splice(0).map(({ gone }) => gone));
    await folders.clean();
  });
  const start = (dataDir: string): HubProcess => {
    const hub = startHubProcess(dataDir, env);
    started.push(hub);
    return hub;
  };

  test('[R9] and died has nothing of theirs left on the disk, and serves again when it comes back', async () => {
    const dataDir = folders.next();
    const prepared = await openTestHub(dataDir, dataDir, undefined, env);
    await withBen(prepared);
    const [asha, own] = [await cookieOf(prepared, 'asha' as PersonId), await cookieOf(prepared, ben)];
    await prepared.close();
    const first = start(dataDir);
    await serving(first);
    const second = await serving(start(dataDir));
    first.process.kill('SIGKILL');
    await first.gone;
    const folder = join(dataDir, 'processes', '1');
    expect(await remains(folder)).toContain(join(folder, 'views.sqlite'));
    expect((await send(second, own, envelopeOf('ErasePerson', { person: ben }))).outcome).toBe('accepted');
    let left = await remains(dataDir);
    for (
      const since = performance.now();
      left.length > 0 && performance.now() - since < SETTLE_LIMIT_MS;
      await setTimeout(LOOK_INTERVAL_MS)
    )
      left = await remains(dataDir).catch(() => ['a file that came and went']);
    expect(left).toEqual([]);
    // What it needs so as to go on from where it was.
    expect((await readdir(folder)).filter((name) => !name.startsWith('lock.'))).toEqual(
      expect.arrayContaining(['claimant', 'letters.json', 'reactors.json']),
    );
    const back = await serving(start(dataDir));
    const people = await ask<{ row: { data: { name: string } } }>(back, '/api/views/person/asha', asha);
    expect(people?.row.data.name).toBe('Name of asha');
    expect(await remains(dataDir)).toEqual([]);
    expect(await readdir(folder)).toContain('views.sqlite');
  });

  test('[R9] and died before the key was destroyed reads nothing of theirs that came behind, as a rebuild does', async () => {
    const [here, log] = [folders.next(), folders.log];
    const config = readConfig({ PORT: '0', DATA_DIR: here, ...env });
    const away = await openTestHub(here, log, undefined, env);
    await withBen(away);
    await away.close();
    // Never begun: it takes in the erasure and does nothing that follows, as where it is killed in that moment.
    const dying = await openParts(config, { logDir: log, logger: createLogger('error') });
    const answer = await dying.parts.dispatcher.dispatch(envelopeOf('ErasePerson', { person: ben }), HUB);
    if (answer.outcome === 'rejected') throw new Error(answer.code);
    await dying.parts.views.caughtUp(answer.position);
    await dying.close();
    // Another process that had decided before it heard, and still has the key.
    const store = await openEventStore({ dataDir: log });
    const late = new SealedLog<AnyEvent>(store, new Keyring(store, dying.parts.master, () => dying.parts.clock.now()), TYPES);
    const id = uuidv7();
    const thought = {
      person: ben,
      reflection: 'f-late',
      mentorship: null,
      meeting: null,
      prompt: null,
      title: CANARY,
      text: CANARY,
      statements: [],
    };
    await late.append('reflection-f-late' as StreamId, 'noStream', [
      {
        ...({ type: 'ReflectionWritten', data: thought } as unknown as AnyEvent),
        ...{ id: id as EventId, at: dying.parts.clock.now(), actor: ben, commandId: id as CommandId, institutions: [] },
      },
    ]);
    await store.close();
    const back = await openParts(config, { logDir: log, logger: createLogger('error') });
    // Views had taken all of it in while the key was still there.
    expect(await back.parts.keyring.holds(ben)).toBe(false);
    expect(JSON.stringify([...rowsOf(back.parts.views.store, 'reflection')]).toLowerCase()).not.toContain(CANARY);
    const events = [];
    for await (const batch of back.parts.log.readAll()) events.push(...batch);
    expect(events.map(({ type }) => type)).toContain('ReflectionWritten');
    expect(viewFaults(allViews, back.parts.views.store, await foldAfresh(allViews, events))).toEqual([]);
    expect(JSON.stringify(events).toLowerCase()).not.toContain(CANARY);
    await back.close();
    const again = await openTestHub(here, log, undefined, env);
    await again.parts.reactors.settled();
    expect(await again.parts.keyring.holds(ben)).toBe(false);
    await again.close();
    expect(await remains(here)).toEqual([]);
  });

  test('[R9] and has a disk of its own sweeps it before anything is served', async () => {
    const [here, there] = [folders.next(), folders.next()];
    const away = await openTestHub(here, folders.log, undefined, env);
    await withBen(away);
    await away.close();
    expect((await remains(here)).length).toBeGreaterThan(1);
    const other = await openTestHub(there, folders.log, undefined, env);
    await must(other, HUB, 'ErasePerson', { person: ben });
    await other.parts.reactors.settled();
    await other.close();
    expect((await remains(here)).length).toBeGreaterThan(1);
    // Opened, and never begun: nothing is served yet, and no reactor has run.
    const back = await openParts(readConfig({ PORT: '0', DATA_DIR: here, ...env }), { logDir: folders.log, logger: createLogger('error') });
    expect(back.parts.views.store.get('person', ben)?.data).toMatchObject({ name: '', erased: true });
    await back.close();
    expect(await remains(here)).toEqual([]);
  });

  test('[R9] and died right after it took the erasure in has nothing of any of their records left before anything is served', async () => {
    const here = folders.next();
    const config = readConfig({ PORT: '0', DATA_DIR: here, ...env });
    const moved = 'moved' as PersonId;
    const away = await openTestHub(here, here, undefined, env);
    await makeSchool(away, ['asha', 'ben', 'moved'], { ben: 2 });
    for (const person of [ben, moved]) await must(away, person, 'RenamePerson', { person, name: `${person} Quillfeather` });
    await must(away, HUB, 'JoinRecords', { record: moved, other: ben });
    await away.parts.reactors.settled();
    await away.parts.joins.settled();
    await away.close();
    const dying = await openParts(config, { logger: createLogger('error') });
    for (const person of [ben, moved])
      await dying.parts.mailer.send({
        key: `to-${person}`,
        to: { person, email: `${person}@hillside.example` },
        about: [person],
        subject: CANARY,
        text: CANARY,
      });
    const answer = await dying.parts.dispatcher.dispatch(envelopeOf('ErasePerson', { person: ben }), HUB);
    if (answer.outcome === 'rejected') throw new Error(answer.code);
    await dying.parts.views.caughtUp(answer.position);
    await dying.close();
    expect((await remains(here)).length).toBeGreaterThan(2);
    const back = await openParts(config, { logger: createLogger('error') });
    await back.close();
    expect(await remains(here)).toEqual([]);
    expect((await deletionsIn(here)).people).toEqual(
      expect.arrayContaining([ben, moved].map((person) => expect.objectContaining({ person }))),
    );
  });
});
