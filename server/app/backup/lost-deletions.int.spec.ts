import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { DELETIONS_FILE } from '../../privacy/deletions.js';
import { createHub } from '../create-hub.js';
import { makeSchool, must, testFolders } from '../hub.testing.js';
import { createLogger } from '../logger.js';
import { configIn, Postbox } from '../postbox.fixture.js';
import { builtProgram } from '../program.testing.js';

jest.setTimeout(120_000);
const [ada, ben] = ['ada', 'ben'] as [PersonId, PersonId];

describe('a list of deletions that is damaged or gone', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  /** A backup in which Ada is deleted and Ben is not; beside it stands that Ben was deleted since. */
  let backup: string;

  const run = (tool: 'backup' | 'restore', args: readonly string[], folder = dataDir) => {
    const env = { PATH: process.env['PATH'], DATA_DIR: folder, DEMO: '0', MASTER_KEY: configIn(dataDir).masterKey };
    return promisify(execFile)(process.execPath, [builtProgram(`${tool}.cli`), ...args], { env }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stderr: string; stdout: string }) => ({ code: error.code, said: `${error.stdout}${error.stderr}` }),
    );
  };
  const backedUp = async (): Promise<string> => /^Backup made in (.*)$/m.exec((await run('backup', [dirname(backup)])).said)?.[1] ?? '';

  beforeAll(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    backup = join(folders.next(), 'none');
    const hub = await createHub(configIn(dataDir), { logger: createLogger('error', () => undefined), mailer: new Postbox() });
    await makeSchool(hub, ['ada', 'ben']);
    await must(hub, HUB, 'ErasePerson', { person: ada });
    await hub.parts.reactors.settled();
    const made = await backedUp();
    await must(hub, HUB, 'ErasePerson', { person: ben });
    await hub.parts.reactors.settled();
    backup = made;
    await backedUp();
    await hub.close();
  });
  afterAll(() => folders.clean());

  /** A copy of the backup with the list beside it, each changed. */
  async function copied(change: { readonly own?: (text: string) => string | null; readonly beside?: (text: string) => string | null }) {
    const target = folders.next();
    await mkdir(target);
    const copy = join(target, basename(backup));
    await cp(backup, copy, { recursive: true });
    await cp(join(dirname(backup), DELETIONS_FILE), join(target, DELETIONS_FILE));
    for (const [file, how] of [
      [join(copy, DELETIONS_FILE), change.own],
      [join(target, DELETIONS_FILE), change.beside],
    ] as const) {
      const text = how?.(await readFile(file, 'utf8'));
      if (text === null) await rm(file);
      else if (text !== undefined) await writeFile(file, text);
    }
    return { copy, target };
  }
  const cut = (text: string) => text.slice(0, -20);
  const otherId = (text: string) => text.replace('"person":"b', '"person":"c');
  const gone = () => null;

  test.each([
    ['the last line beside the backup is cut', { beside: cut }, 2],
    ['a letter of an id beside the backup is another', { beside: otherId }, 2],
    ['the lists are gone', { own: gone, beside: gone }, undefined],
    ['the list in the backup is cut, and there is none beside it', { own: cut, beside: gone }, 1],
  ])('stops a restore where %s, says which, and writes nothing', async (_name, change, line) => {
    const { copy } = await copied(change);
    const into = folders.next();
    const { code, said } = await run('restore', [copy, '--yes'], into);
    expect(code).toBe(1);
    expect(said).toMatch(
      line === undefined ? /notes 0 deleted people, and noted 1 when/ : new RegExp(`^Line ${line} of .*deletions.jsonl is not as`),
    );
    expect(said).toContain('Nothing was written.');
    await expect(readFile(join(into, DELETIONS_FILE))).rejects.toThrow('ENOENT');
    const on = await run('restore', [copy, '--lost-deletions', '--yes'], into);
    expect(on).toMatchObject({ code: 0, said: expect.stringContaining('Start the hub.') });
  });

  test('stops also where the list of the data folder is damaged, which may be all that is known there', async () => {
    const { copy } = await copied({});
    const into = folders.next();
    await mkdir(into);
    await writeFile(join(into, DELETIONS_FILE), '{"person":"dee","at":"2026-11-27T09:00:00.000Z","check":"0000000000000000"}\n');
    const { code, said } = await run('restore', [copy, '--yes'], into);
    expect([code, said]).toEqual([1, expect.stringContaining(`Line 1 of ${join(into, DELETIONS_FILE)} is not as it was written`)]);
  });

  test('the list beside a backup stands for the one in it, and both are whole as they were written', async () => {
    for (const change of [{}, { own: gone }, { own: cut }]) {
      const { copy } = await copied(change);
      const into = folders.next();
      expect(await run('restore', [copy, '--yes'], into)).toMatchObject({ code: 0, said: expect.stringContaining('is deleted here too') });
      for (const person of [ada, ben]) expect(await readFile(join(into, DELETIONS_FILE), 'utf8')).toContain(`"${person}"`);
    }
  });

  test('a backup alone is restored with a word about what it cannot know', async () => {
    const { copy } = await copied({ beside: gone });
    const alone = await run('restore', [copy], folders.next());
    expect(alone).toMatchObject({ code: 0, said: expect.stringContaining('There is no deletions.jsonl beside the backup') });
    const done = await run('restore', [copy, '--yes'], folders.next());
    expect(done).toMatchObject({ code: 0, said: expect.stringContaining('There is no deletions.jsonl beside the backup') });
    expect((await run('restore', [backup], folders.next())).said).not.toContain('There is no deletions.jsonl');
  });

  test('the next backup says that the list beside it is damaged, and leaves the line to whoever looks', async () => {
    const { target } = await copied({ beside: otherId });
    const { code, said } = await run('backup', [target]);
    expect(code).toBe(0);
    expect(said).toMatch(/Line 2 of .*deletions\.jsonl is not as it was written/);
  });

  test('what cannot be read or written is told in a sentence, without a trace of the program', async () => {
    const { copy, target } = await copied({ beside: gone });
    await mkdir(join(target, DELETIONS_FILE));
    const { code, said } = await run('restore', [copy, '--yes'], folders.next());
    expect(code).toBe(1);
    expect(said).toContain(`${join(target, DELETIONS_FILE)} cannot be used (EISDIR).`);
    expect(said).not.toMatch(/^\s+at /m);
  });
});
