import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { EventId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { QUERY_LIMIT_ROWS } from '@alongside/projections/store/view-store.js';
import { communityStory, fiveAnswers } from '@alongside/projections/testing/community.js';
import { tell } from '@alongside/projections/testing/telling.js';
import { allViews } from '@alongside/projections/views/index.js';
import { isPrivate } from '@alongside/projections/views/private-rows.js';
import { eventLogFile } from '../../event-store/open.js';
import { MAIL_SETTINGS_FILE } from '../../mail/mail-settings.js';
import { Database } from '../../sqlite/driver.js';
import { createHub, type Hub } from '../create-hub.js';
import { asking, cookieOf, makeSchool, must, testFolders } from '../hub.testing.js';
import { createLogger } from '../logger.js';
import { VERDICT_FILE } from '../log-check/verdict-file.js';
import { configIn, Postbox } from '../postbox.fixture.js';
import { builtProgram } from '../program.testing.js';

jest.setTimeout(600_000);
const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const NEVER_MS = 1_000_000;
/** A word that stands nowhere but in Ben’s name. */
const CANARY = 'Quillfeather';

interface Said {
  readonly code: number;
  readonly said: string;
}

/** Every row of every view, by view and id. */
function rowsOf(hub: Hub): ReadonlyMap<string, unknown> {
  const { store } = hub.parts.views;
  const rows = new Map<string, unknown>();
  for (const { name } of allViews)
    for (let afterId = '', page = -1; page !== 0;) {
      const found = store.list(name, { for: 'all', limitRows: QUERY_LIMIT_ROWS, ...(afterId && { afterId }) });
      // Not the position: which of several events in one batch it is differs between a view that followed and one that was built at once.
      for (const { id, audience, data } of found) rows.set(`${name} ${id}`, { audience, data });
      page = found.length < QUERY_LIMIT_ROWS ? 0 : found.length;
      afterId = found.at(-1)?.id ?? '';
    }
  return rows;
}

/** A role that is given late is taken back at once, and its row with it. */
const RIGHTLY_EMPTY = ['late-grant'];
const ANSWERING = ['ann', 'bo', 'cy', 'di', 'ed', 'flo', 'gus'];
/** Colleagues of Asha and Ben at their one school, enough for figures of what they say. */
const answersHere = () => [
  ...ANSWERING.map((person) => tell('MemberJoined', { institution: 'hillside', person, from: '2025-09-01' })),
  ...ANSWERING.map((by) => tell('FitChecked', { mentorship: `m-${by}`, by, answer: 'good' })),
];

/** A school in which every kind of thing has happened, told into the log; and what the story leaves out. */
async function tellCommunity(hub: Hub): Promise<void> {
  for (const event of [...communityStory(), ...fiveAnswers(), ...answersHere()]) {
    const { stream, position: _position, hash: _hash, revision: _revision, ...told } = event;
    // What is due would be done by the first hub whose clock looks: before the backup, or after it.
    if (told.type === 'InvitationsPlanned') Object.assign(told, { data: { ...(told.data as object), on: '2099-03-06' } });
    const appended = await hub.parts.log.append(stream, 'any', [{ ...told, id: uuidv7() as EventId }]);
    if (!appended.ok) throw new Error(`${event.type} was not appended.`);
  }
  await must(hub, HUB, 'ConfirmDate', { institution: HUB_INSTITUTION, newest: hub.parts.clock.now() });
  await must(hub, HUB, 'RememberStaffColumns', { institution: 'hillside', columns: { '0123456789abcdef': 'name' } });
  // Open to the end.
  await must(hub, ben, 'RequestMentoring', asking('cora', 'ben'));
  await must(hub, ben, 'NoteSuggestionsShown', {
    ...{ person: ben, ranking: 'rules-4', weights: { expertise: 1 }, through: '1' },
    shown: [{ mentor: asha, score: 0.5, propensity: 1 }],
  });
  // What was told without its claims gets them from any hub in its first moments: from this one before the backup, or from the restored one.
  for (let round = 0; round < 3; round += 1) {
    await hub.parts.addresses.tidy();
    await hub.parts.reactors.settled();
  }
  await hub.parts.emails.settled();
}

async function holding(folder: string, word: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name));
  const found = await Promise.all(files.map(async (file) => ((await readFile(file)).includes(word) ? [file] : [])));
  return found.flat();
}

describe('backing up a hub, and restoring it', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let target: string;
  let hub: Hub;

  const run = (
    tool: 'backup' | 'restore' | 'verify',
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Said> => {
    const cli = builtProgram(`${tool}.cli`);
    const base = { PATH: process.env['PATH'], DATA_DIR: dataDir, DEMO: '0', MASTER_KEY: configIn(dataDir).masterKey, ...env };
    return promisify(execFile)(process.execPath, [cli, ...args], { env: base }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stderr: string; stdout: string }) => ({ code: error.code, said: `${error.stdout}${error.stderr}` }),
    );
  };
  const open = async (folder = dataDir) =>
    createHub(configIn(folder), { logger: createLogger('error', () => undefined), mailer: new Postbox(), checkAfterMs: NEVER_MS });
  const backedUp = async (): Promise<string> => {
    const made = await run('backup', [target]);
    if (made.code !== 0) throw new Error(made.said);
    return /^Backup made in (.*)$/m.exec(made.said)?.[1] ?? '';
  };

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    target = folders.next();
    hub = await open();
    await makeSchool(hub, ['asha', 'ben', 'cora'], { asha: 1, cora: 1 });
    await must(hub, ben, 'RenamePerson', { person: ben, name: `Ben ${CANARY}` });
    const data = asking('asha', 'ben');
    await must(hub, ben, 'RequestMentoring', data);
    await must(hub, asha, 'AcceptRequest', { mentor: 'asha', request: data.request, mentorship: 'm-1' });
    await hub.parts.reactors.settled();
    await hub.parts.emails.settled();
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  test('the drill: made while the hub runs and writes, restored on another machine, every view is as it was, and nobody is signed in', async () => {
    await tellCommunity(hub);
    await cookieOf(hub, asha);
    const busy = (async () => {
      for (let times = 0; times < 40; times += 1) await must(hub, asha, 'RenamePerson', { person: asha, name: `Asha ${times}` });
    })();
    const during = await backedUp();
    await busy;
    await hub.parts.reactors.settled();
    const backup = await backedUp();
    const before = rowsOf(hub);
    // A view without a row is the same before and after, whatever a restore does. Of these one is.
    const isFilled = (view: string) =>
      [...before.keys()].some((key) => key.startsWith(`${view} `) && !isPrivate(key.slice(view.length + 1)));
    expect(allViews.map(({ name }) => name).filter((name) => !isFilled(name))).toEqual(RIGHTLY_EMPTY);
    const isSession = (key: string) => key.startsWith('session ');
    expect([...before.keys()].some(isSession)).toBe(true);
    await hub.close();

    const elsewhere = folders.next();
    expect(await run('restore', [backup, '--yes'], { DATA_DIR: elsewhere })).toMatchObject({
      code: 0,
      said: expect.stringContaining('Start the hub.'),
    });
    hub = await open(elsewhere);
    expect(rowsOf(hub)).toEqual(new Map([...before].filter(([key]) => !isSession(key))));
    await must(hub, asha, 'RenamePerson', { person: asha, name: 'Asha goes on' });
    expect((await run('verify', [during])).said).toContain('The log is sound');
    expect((await run('verify', [elsewhere])).said).toMatch(/sound[^]*Compared with 1 head/);
  });

  test('what a restore itself wrote, as that everyone is signed out, cannot be cut off unnoticed before a hub has run', async () => {
    await cookieOf(hub, asha);
    const backup = await backedUp();
    await hub.close();
    const elsewhere = folders.next();
    expect(await run('restore', [backup, '--yes'], { DATA_DIR: elsewhere })).toMatchObject({ code: 0 });
    expect((await run('verify', [elsewhere])).said).toMatch(/sound[^]*Compared with 1 head kept outside the log\.\n$/);
    const end = JSON.parse(await readFile(join(backup, 'backup.json'), 'utf8')) as { witness: { last: string } };
    const db = new Database(eventLogFile(elsewhere));
    db.exec(`DELETE FROM events WHERE position > ${Number(end.witness.last)}; UPDATE folded SET up_to = 0; DELETE FROM heads`);
    db.close();
    expect(await run('verify', [elsewhere])).toMatchObject({ code: 1, said: expect.stringContaining('The end of the log is missing.') });
    // What was found in the log before says nothing of the one that is restored.
    const noted = join(dataDir, 'processes/1', VERDICT_FILE);
    await writeFile(noted, '{}');
    expect(await run('restore', [backup, '--yes'])).toMatchObject({ code: 0 });
    expect(existsSync(noted)).toBe(false);
    hub = await open();
  });

  test('what was deleted since the backup is deleted again before anything is served, on the same machine and on another', async () => {
    const backup = await backedUp();
    await must(hub, HUB, 'ErasePerson', { person: ben });
    await hub.parts.reactors.settled();
    await backedUp();
    await hub.close();
    // On another machine the deletion is known from beside the backups.
    for (const folder of [dataDir, folders.next()]) {
      expect(await run('restore', [backup, '--yes'], { DATA_DIR: folder })).toMatchObject({
        code: 0,
        said: expect.stringContaining('is deleted here too'),
      });
      expect(await holding(folder, CANARY)).toEqual([]);
      hub = await open(folder);
      expect(hub.parts.views.store.get<{ erased?: boolean }>('person', ben)?.data.erased).toBe(true);
      expect(await hub.parts.keyring.find(ben)).toBe('destroyed');
      await hub.close();
    }
    // Put back by hand, without the command: the next start does it.
    await rm(join(dataDir, 'log'), { recursive: true });
    await mkdir(join(dataDir, 'log'));
    await cp(join(backup, 'events.sqlite'), eventLogFile(dataDir));
    hub = await open();
    expect(await hub.parts.keyring.find(ben)).toBe('destroyed');
  });

  test('a deletion that only the log which is replaced knows is repeated in the one that is restored', async () => {
    const backup = await backedUp();
    await must(hub, HUB, 'ErasePerson', { person: ben });
    await hub.parts.reactors.settled();
    await hub.close();
    await rm(join(dataDir, 'deletions.jsonl'));
    expect(await run('restore', [backup, '--yes'])).toMatchObject({ code: 0, said: expect.stringContaining('is deleted here too') });
    // The log that was replaced is kept beside it as it was.
    expect((await holding(dataDir, CANARY)).filter((file) => !file.includes('log-before-'))).toEqual([]);
    hub = await open();
    expect(await hub.parts.keyring.find(ben)).toBe('destroyed');
  });

  test('where the disk does not give the log that is replaced, it stops and says so before anything is done too, and goes on once that is put aside', async () => {
    const backup = await backedUp();
    await hub.close();
    const log = join(dataDir, 'log');
    await rm(join(log, 'events.sqlite'));
    // A folder is given as little as a bad sector, also to root.
    await mkdir(join(log, 'events.sqlite'));
    for (const args of [[backup], [backup, '--yes']])
      expect(await run('restore', args)).toMatchObject({
        code: 1,
        said: expect.stringMatching(/only the deletions noted in deletions\.jsonl\. Nothing was written\./),
      });
    await rename(log, `${dataDir}-log-away`);
    expect(await run('restore', [backup, '--yes'])).toMatchObject({ code: 0 });
    await rm(`${dataDir}-log-away`, { recursive: true });
    hub = await open();
  });

  test('what a backup that was killed left behind is deleted by the next one, which says so', async () => {
    const left = join(target, 'alongside-2026-03-06T120000000Z.partial');
    await mkdir(left, { recursive: true });
    await writeFile(`${left}.lock`, '');
    const { said } = await run('backup', [target]);
    expect(said).toMatch(/^Deleted .*\.partial: a backup that was ended before it was finished\.\nBackup made in /);
    expect((await readdir(target)).filter((name) => /partial|lock/.test(name))).toEqual([]);
  });

  test('settings of email come along with a backup, and never replace those that are there', async () => {
    const written = async (folder: string, text: string) => writeFile(join(folder, MAIL_SETTINGS_FILE), text);
    const there = async (folder: string) => readFile(join(folder, MAIL_SETTINGS_FILE), 'utf8');
    await written(dataDir, '{"from":"as it was"}');
    const backup = await backedUp();
    await hub.close();
    await written(dataDir, '{"from":"as it is now"}');
    const elsewhere = folders.next();
    expect(await run('restore', [backup, '--yes'])).toMatchObject({ code: 0 });
    expect(await run('restore', [backup, '--yes'], { DATA_DIR: elsewhere })).toMatchObject({ code: 0 });
    expect([await there(dataDir), await there(elsewhere)]).toEqual(['{"from":"as it is now"}', '{"from":"as it was"}']);
  });

  test('without the right key, beside a hub that runs, from what is no backup or a damaged one: nothing is written', async () => {
    const backup = await backedUp();
    const elsewhere = folders.next();
    const refused = async (args: readonly string[], env: Readonly<Record<string, string>>, why: string) => {
      expect(await run('restore', args, { DATA_DIR: elsewhere, ...env })).toMatchObject({ code: 1, said: expect.stringContaining(why) });
      await expect(readdir(elsewhere)).rejects.toThrow('ENOENT');
    };
    await refused([backup, '--yes'], { MASTER_KEY: '' }, 'Nothing was written');
    await refused([backup, '--yes'], { MASTER_KEY: Buffer.alloc(32, 9).toString('base64') }, 'Nothing was written');
    const [right, other] = [join(target, 'the-key'), join(target, 'another-key')];
    await writeFile(right, `${configIn(dataDir).masterKey}\n`);
    await writeFile(other, `${Buffer.alloc(32, 9).toString('base64')}\n`);
    // Each key is looked at, and named by where it is: a drill with the wrong copy is found out beside the right setting.
    await refused([backup, '--key', other], {}, `${other} holds`);
    await refused(
      [backup, '--key', right],
      { MASTER_KEY: Buffer.alloc(32, 9).toString('base64') },
      `The key in ${right} is the right one.`,
    );
    await refused([backup, '--key', join(target, 'none')], {}, 'there is no such file.');
    await refused([target, '--yes'], {}, 'is not a finished backup');
    const damaged = `${backup}-damaged`;
    await cp(backup, damaged, { recursive: true });
    const db = new Database(join(damaged, 'events.sqlite'));
    db.exec(
      `DELETE FROM events WHERE position > (SELECT max(position) - 2 FROM events); DELETE FROM streams WHERE key NOT IN (SELECT stream FROM events)`,
    );
    db.close();
    await refused([damaged, '--yes'], {}, 'The end of the log is missing.');
    expect(await run('restore', [backup, '--yes'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('Stop it, then run this again.'),
    });
    expect(await run('restore', [backup, '--into', elsewhere])).toMatchObject({
      code: 0,
      said: expect.stringMatching(new RegExp(`This would restore .* into ${elsewhere}`)),
    });
    await expect(readdir(elsewhere)).rejects.toThrow('ENOENT');
  });

  test('the key from a file goes along to a new machine; the log that was there is kept; a half restore begins no empty log', async () => {
    const backup = await backedUp();
    await hub.close();
    const elsewhere = folders.next();
    const key = join(target, 'key-of-the-hub');
    await writeFile(key, `${configIn(dataDir).masterKey}\n`);
    expect(await run('restore', [backup, '--key', key, '--yes'], { DATA_DIR: elsewhere, MASTER_KEY: '' })).toMatchObject({ code: 0 });
    expect((await readFile(join(elsewhere, 'master.key'), 'utf8')).trim()).toBe(configIn(dataDir).masterKey);
    expect((await run('restore', [backup, '--yes'])).said).toMatch(/The log that was there is in .*log-before-/);
    await rm(join(elsewhere, 'log'), { recursive: true });
    await mkdir(join(elsewhere, 'log-restoring'));
    await expect(open(elsewhere)).rejects.toThrow('A restore was interrupted');
    hub = await open();
    expect(hub.parts.views.store.get<{ name: string }>('person', ben)?.data.name).toBe(`Ben ${CANARY}`);
  });

  test('a damaged log is not backed up, and nothing is left of the try; nor is one whose key is not there', async () => {
    const db = new Database(eventLogFile(dataDir));
    db.exec(`UPDATE events SET body = replace(body, 'hillside', 'hollside') WHERE body LIKE '%InstitutionRegistered%'`);
    db.close();
    expect(await run('backup', [target])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^No backup was made\.\nThe log is damaged\.[^]*institution-hillside/),
    });
    expect(await readdir(target)).toEqual([]);
    expect(await run('backup', [target], { MASTER_KEY: '' })).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no master key'),
    });
  });
});
