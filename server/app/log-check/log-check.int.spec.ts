import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import request from 'supertest';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { isHubAdministrator } from '@alongside/domain/policies/actor.js';
import { eventLogFile } from '../../event-store/open.js';
import { RawFile } from '../../event-store/sqlite/raw-file.js';
import { Database } from '../../sqlite/driver.js';
import { createHub, type Hub } from '../create-hub.js';
import { cookieOf, envelopeOf, makeSchool, must, testFolders } from '../hub.testing.js';
import { createLogger } from '../logger.js';
import { configIn, Postbox } from '../postbox.fixture.js';
import { WITNESS_FILE } from './witness-file.js';

jest.setTimeout(60_000);
const [ben, dee] = ['ben', 'dee'] as [PersonId, PersonId];
/** Long enough that a hub of these tests never begins by itself. */
const NEVER_MS = 1_000_000;

describe('the log of a hub, checked in the background', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let hub: Hub;
  let errors: string[];

  const open = async () => {
    errors = [];
    const logger = {
      ...createLogger('error', () => undefined),
      error: (message: string, fields = {}) => void errors.push(`${message} ${JSON.stringify(fields)}`),
    };
    hub = await createHub(configIn(dataDir), { logger, mailer: new Postbox(), checkAfterMs: NEVER_MS });
  };
  const at = () => `http://127.0.0.1:${hub.port}`;
  const health = async () => (await request(at()).get('/api/health')).body as unknown;
  const status = async () => {
    const cookie = await cookieOf(hub, dee);
    return (await request(at()).get('/api/status').set('Cookie', cookie)).body.log as {
      state: string;
      findings: string[];
      nextSteps: string[];
    };
  };
  const tamper = (statement: string) => {
    const db = new Database(eventLogFile(dataDir));
    db.exec(statement);
    db.close();
  };
  const witness = async () =>
    JSON.parse(await readFile(join(dataDir, 'processes/1', WITNESS_FILE), 'utf8')) as { head: { events: number } };

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    await open();
    await makeSchool(hub, ['ben', 'dee']);
    const institution = 'hub';
    await must(hub, HUB, 'RegisterInstitution', { institution, details: { name: 'The hub', kind: 'hub', nation: 'england' } });
    await must(hub, HUB, 'AddMember', { institution, person: 'dee', from: '2026-01-05' });
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution, person: 'dee', role: 'administrator' }));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await hub.close();
    await folders.clean();
  });

  test('what a disk that does not give every byte seems to be is not told as damage', async () => {
    tamper(`UPDATE events SET body = replace(body, '"administrator"', '"administrators"') WHERE body LIKE '%RoleGranted%'`);
    const disk = jest.spyOn(RawFile.prototype, 'readThrough').mockRejectedValue(new Error('EIO: i/o error, read'));
    await hub.parts.logCheck.now();
    expect(await status()).toMatchObject({ state: 'unknown', findings: [], nextSteps: [] });
    expect(await health()).toMatchObject({ status: 'ok', log: 'unknown' });
    await hub.parts.logCheck.now();
    expect(await health()).toMatchObject({ status: 'failing', log: 'unknown' });
    expect(isHubAdministrator(hub.parts.audience.actor(dee))).toBe(false);
    disk.mockRestore();
    await hub.parts.logCheck.now();
    expect(await health()).toMatchObject({ status: 'damaged', log: 'damaged' });
  });

  test('a sound one is said to be sound, and its head is kept beside it and moves on', async () => {
    expect(await health()).toEqual({ status: 'ok', log: 'waiting', writes: 'ok', reads: 'ok', views: 'ok', clock: 'right' });
    await hub.parts.logCheck.now();
    expect(await health()).toEqual({ status: 'ok', log: 'sound', writes: 'ok', reads: 'ok', views: 'ok', clock: 'right' });
    expect(await status()).toMatchObject({ state: 'sound', findings: [], nextSteps: [] });
    const { events } = (await witness()).head;
    await must(hub, ben, 'RenamePerson', { person: ben, name: 'Ben anew' });
    await hub.close();
    expect((await witness()).head.events).toBeGreaterThan(events);
    expect(errors).toEqual([]);
    await open();
    await hub.parts.logCheck.now();
    expect(hub.parts.logCheck.condition.state).toBe('sound');
  });

  test('it begins by itself, does not hold the loop, and delays no start', async () => {
    await hub.close();
    hub = await createHub(configIn(dataDir), { logger: createLogger('error'), mailer: new Postbox(), checkAfterMs: 0 });
    const begun = hub.parts.logCheck;
    for (let times = 0; times < 1_000 && begun.condition.state !== 'sound'; times += 1) await health();
    expect(begun.condition.state).toBe('sound');
  });

  test('an altered event is said on Health; its stream is closed, what is sound is served, and the head from before is kept', async () => {
    await hub.parts.logCheck.now();
    const before = await witness();
    tamper(
      `UPDATE events SET body = replace(body, 'sealed":"', 'sealed":"A') WHERE stream = (SELECT key FROM streams WHERE name = 'person-ben')`,
    );
    await hub.parts.logCheck.now();
    expect(await health()).toEqual({ status: 'damaged', log: 'damaged', writes: 'ok', reads: 'ok', views: 'ok', clock: 'right' });
    expect((await status()).findings).toEqual([expect.stringContaining('of the stream person-ben')]);
    expect((await status()).nextSteps[2]).toContain('npm run restore');
    expect(errors.join('\n')).toContain('person-ben');
    const answer = await hub.parts.dispatcher.dispatch(envelopeOf('RenamePerson', { person: ben, name: 'Ben anew' }), ben);
    expect(answer).toMatchObject({ outcome: 'rejected', code: 'COMMAND.RECORD_DAMAGED' });
    await must(hub, dee, 'RenamePerson', { person: dee, name: 'Dee anew' });
    await hub.close();
    expect(await witness()).toEqual(before);
    await open();
  });

  test('a role in a damaged stream gives no rights', async () => {
    expect(isHubAdministrator(hub.parts.audience.actor(dee))).toBe(true);
    tamper(`UPDATE events SET body = replace(body, '"administrator"', '"administrators"') WHERE body LIKE '%RoleGranted%'`);
    await hub.parts.logCheck.now();
    expect(isHubAdministrator(hub.parts.audience.actor(dee))).toBe(false);
    expect(
      (
        await request(at())
          .get('/api/status')
          .set('Cookie', await cookieOf(hub, dee))
      ).status,
    ).toBe(403);
  });

  test('damage that was found is said from the next start on, and nothing is decided on it, until a check finds the log sound', async () => {
    const alter = (from: string, to: string) =>
      tamper(`UPDATE events SET body = replace(body, '${from}', '${to}') WHERE body LIKE '%RoleGranted%'`);
    await hub.parts.logCheck.now();
    await hub.close();
    alter('"administrator"', '"coordinator"');
    await open();
    await hub.parts.logCheck.now();
    await hub.close();
    await open();
    expect(await health()).toMatchObject({ status: 'damaged', log: 'damaged' });
    expect(hub.parts.logCheck.condition).toMatchObject({ findings: [expect.stringContaining('of the stream institution-hub')] });
    const details = { name: 'Anew', kind: 'hub', nation: 'england' };
    const answer = await hub.parts.dispatcher.dispatch(envelopeOf('DescribeInstitution', { institution: 'hub', details }), HUB);
    expect(answer).toMatchObject({ outcome: 'rejected', code: 'COMMAND.RECORD_DAMAGED' });
    alter('"coordinator"', '"administrator"');
    await hub.parts.logCheck.now();
    expect(await health()).toMatchObject({ status: 'ok', log: 'sound' });
    await hub.close();
    await open();
    expect(await health()).toMatchObject({ status: 'ok', log: 'waiting' });
  });

  test('a cut tail is noticed by the next process that held a later head, though its views are made again', async () => {
    await hub.parts.logCheck.now();
    await hub.close();
    tamper(
      `DELETE FROM events WHERE position > (SELECT max(position) - 3 FROM events); DELETE FROM streams WHERE key NOT IN (SELECT stream FROM events)`,
    );
    await open();
    await hub.parts.logCheck.now();
    expect(hub.parts.logCheck.condition.findings).toEqual([expect.stringContaining('The end of the log is missing.')]);
  });

  test('a hub whose log cannot be opened, or of which views must be made from what cannot be read, says so and changes nothing', async () => {
    await hub.close();
    const spoilt = async (act: () => Promise<unknown>) => {
      await act();
      await expect(open()).rejects.toThrow(/The log .*events\.sqlite cannot be read: .* npm run verify -- .* npm run restore -- BACKUP/);
    };
    await spoilt(async () => {
      await rm(join(dataDir, 'processes/1/views.sqlite'));
      tamper(`UPDATE events SET body = '[not an event' WHERE body LIKE '%InstitutionRegistered%'`);
    });
    await spoilt(async () => {
      await writeFile(eventLogFile(dataDir), 'x'.repeat(9_000));
    });
    await rm(join(dataDir, 'log'), { recursive: true });
    await open();
  });
});
