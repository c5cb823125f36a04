import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { eventLogFile } from '../event-store/open.js';
import type { Witness } from '../event-store/log-chain.js';
import { Database } from '../sqlite/driver.js';
import { createHub, type Hub } from './create-hub.js';
import { makeSchool, must, testFolders } from './hub.testing.js';
import { createLogger } from './logger.js';
import { VERDICT_FILE } from './log-check/verdict-file.js';
import { readWitness, SPOILT_WITNESS_FILE, WITNESS_FILE } from './log-check/witness-file.js';
import { configIn, Postbox } from './postbox.fixture.js';
import { builtProgram } from './program.testing.js';

jest.setTimeout(120_000);

/** Every file of a folder with what is in it. */
async function bytesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name));
  return new Map(
    await Promise.all(
      files.map(
        async (file) =>
          [
            file,
            createHash('sha256')
              .update(await readFile(file))
              .digest('hex'),
          ] as const,
      ),
    ),
  );
}

const broken = (text: string): string => `x${text.slice(1)}`;

describe('npm run verify', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let hub: Hub;

  const verify = (args: readonly string[], masterKey = configIn(dataDir).masterKey) => {
    const cli = builtProgram('verify.cli');
    const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, DEMO: '0', ...(masterKey && { MASTER_KEY: masterKey }) };
    return promisify(execFile)(process.execPath, [cli, ...args], { env }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
    );
  };
  const open = async () => {
    hub = await createHub(configIn(dataDir), { logger: createLogger('error', () => undefined), mailer: new Postbox() });
  };
  const tamper = (statement: string) => {
    const db = new Database(eventLogFile(dataDir));
    db.exec(statement);
    db.close();
  };

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    await open();
    await makeSchool(hub, ['ben']);
    await hub.parts.logCheck.now();
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  test('on a running hub and on a stopped one, of which it changes nothing; with the key, without it, and with another', async () => {
    expect(await verify([dataDir])).toEqual({
      code: 0,
      said: expect.stringMatching(
        /^The log is sound: .*\n.*\n.*\nKeys were opened with the master key\.\nCompared with 1 head kept outside the log\.\n$/,
      ),
    });
    await hub.close();
    const before = await bytesOf(dataDir);
    expect((await verify([])).said).toContain('The log is sound');
    expect((await verify([dataDir], '')).said).toContain('No master key is here');
    const other = await verify([dataDir], Buffer.alloc(32, 9).toString('base64'));
    expect(other).toMatchObject({ code: 1, said: expect.stringContaining('It was wrapped by the master key') });
    expect(await bytesOf(dataDir)).toEqual(before);
    await open();
  });

  test('a log that was left by a hub that was killed is checked with what is still in its write-ahead log', async () => {
    const killed = `${dataDir}-killed`;
    // All but the channel of commands, which is a socket.
    await cp(dataDir, killed, { recursive: true, filter: (path) => !path.endsWith('channel') });
    await hub.close();
    const before = await bytesOf(killed);
    expect([...before.keys()].some((name) => name.endsWith('events.sqlite-wal'))).toBe(true);
    expect(await verify([killed])).toMatchObject({ code: 0, said: expect.stringContaining('Compared with 1 head') });
    expect(await bytesOf(killed)).toEqual(before);
    await open();
  });

  test('up to where the heads outside the log know it is said, where it goes on behind them', async () => {
    const { position } = ((await readWitness(join(dataDir, 'processes/1', WITNESS_FILE))) as Witness).head;
    for (const name of ['Ben anew', 'Ben again']) await must(hub, 'ben' as never, 'RenamePerson', { person: 'ben', name });
    expect(await verify([dataDir])).toMatchObject({
      code: 0,
      said: expect.stringContaining(
        `Compared with 1 head kept outside the log. What is known there ends at position ${Number(position)}. 2 events come after it: `,
      ),
    });
    await hub.parts.logCheck.now();
    expect((await verify([dataDir])).said).toMatch(/Compared with 1 head kept outside the log\.\n$/);
  });

  test('damage is named with its file, stream and event, with what to do', async () => {
    tamper(`UPDATE events SET body = replace(body, 'hillside', 'hollside') WHERE body LIKE '%InstitutionRegistered%'`);
    const { code, said } = await verify([dataDir]);
    expect(code).toBe(1);
    expect(said).toContain('The log is damaged.');
    expect(said).toContain(eventLogFile(dataDir));
    expect(said).toMatch(/- Event 0 of the stream institution-hillside \(InstitutionRegistered, id [0-9a-f-]+\) is not as written/);
    expect(said).toContain('3. Restore the newest backup that is sound');
  });

  test('an older log that somebody put in place by hand is accepted once they say so, and a damaged one never is', async () => {
    await hub.close();
    const older = await readFile(eventLogFile(dataDir));
    await open();
    await must(hub, HUB, 'RenamePerson', { person: 'ben', name: 'Ben anew' }).catch(() =>
      must(hub, 'ben' as never, 'RenamePerson', { person: 'ben', name: 'Ben anew' }),
    );
    await hub.parts.logCheck.now();
    await hub.close();
    await writeFile(eventLogFile(dataDir), older);
    expect(await verify([dataDir])).toMatchObject({ code: 1, said: expect.stringContaining('The end of the log is missing.') });
    const noted = join(dataDir, 'processes/1', VERDICT_FILE);
    await writeFile(noted, '{}');
    expect(await verify([dataDir, '--accept'])).toMatchObject({ code: 0 });
    expect(existsSync(noted)).toBe(false);
    expect(await verify([dataDir])).toMatchObject({ code: 0 });
    tamper(`UPDATE events SET body = replace(body, 'hillside', 'hollside')`);
    expect(await verify([dataDir, '--accept'])).toMatchObject({ code: 1, said: expect.stringContaining('is not as written') });
    tamper(`UPDATE events SET body = replace(body, 'hollside', 'hillside')`);
    await open();
  });

  test('a witness that was changed or broken is named itself, and the log is not blamed; put aside, it is known until it is accepted', async () => {
    await hub.close();
    const file = join(dataDir, 'processes/1', WITNESS_FILE);
    const whole = await readFile(file, 'utf8');
    const aside = join(dataDir, 'processes/1', SPOILT_WITNESS_FILE);
    const doubtful = { code: 1, said: expect.stringMatching(/^The log is sound: [^]*log-head[^]*is not as it was written[^]*--accept/) };
    for (const text of [broken(whole), whole.replace(/"events":\d/, '"events":9'), '', 'null']) {
      await writeFile(file, text);
      expect(await verify([dataDir])).toEqual(doubtful);
    }
    // The end is cut as well: nothing knows of it any more, so a start must not put a new witness in place of the old one unsaid.
    await open();
    await hub.parts.logCheck.now();
    expect(hub.parts.logCheck.condition).toMatchObject({ state: 'sound', doubt: { says: [expect.stringContaining(WITNESS_FILE)] } });
    expect(await readFile(aside, 'utf8')).toBe('null');
    await hub.close();
    expect(await verify([dataDir])).toEqual(doubtful);
    expect(await verify([dataDir, '--accept'])).toMatchObject({ code: 0 });
    expect(existsSync(aside)).toBe(false);
    expect(await verify([dataDir])).toMatchObject({ code: 0, said: expect.stringContaining('Compared with 1 head') });
    // A log that is gone is not begun anew where a witness says that there was one, though not how long it was.
    await writeFile(file, broken(whole));
    const log = await readFile(eventLogFile(dataDir));
    await rm(eventLogFile(dataDir));
    await expect(open()).rejects.toThrow('has held a log.');
    await writeFile(eventLogFile(dataDir), log);
    await open();
  });

  test('what is no log, and what is not there, are said to be so', async () => {
    expect(await verify([join(dataDir, 'outbox')])).toMatchObject({ code: 1, said: expect.stringContaining('There is no log in') });
    expect(await verify(['nowhere'])).toMatchObject({ code: 1, said: expect.stringContaining('There is no log in nowhere') });
  });
});
