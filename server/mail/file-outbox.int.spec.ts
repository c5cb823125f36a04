import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { FileOutbox, OUTBOX_LIMIT_EMAILS, OUTBOX_PAGE_EMAILS } from './file-outbox.js';
import type { Email } from './mailer.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const email = (key: string, person: PersonId, about: readonly PersonId[] = [person]): Email => ({
  key,
  to: { person, email: `${person}@school.example` },
  about,
  subject: `About ${key}`,
  text: 'Words',
});

describe('emails as files', () => {
  let root: string;
  let folder: string;
  let processes = 0;
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 2, 6, 9, minute++));
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'outbox-'));
    folder = join(root, 'outbox');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));
  const opened = () => FileOutbox.open(folder, join(root, `drafts-${++processes}`), now);

  test('are listed newest first, a page of them', async () => {
    const outbox = await opened();
    for (let n = 0; n <= OUTBOX_PAGE_EMAILS; n += 1) await outbox.send(email(`k${n}`, asha));
    const listed = await outbox.list();
    expect(listed).toHaveLength(OUTBOX_PAGE_EMAILS);
    expect(listed[0]?.subject).toBe(`About k${OUTBOX_PAGE_EMAILS}`);
  });

  test('sent twice, an email is there once', async () => {
    const outbox = await opened();
    await outbox.send(email('same', asha));
    await outbox.send(email('same', asha));
    expect(await outbox.list()).toHaveLength(1);
  });

  test('to or about somebody are destroyed when they are forgotten, by two at once too', async () => {
    const [one, other] = [await opened(), await opened()];
    await one.send(email('a', ben));
    await one.send(email('b', asha, [asha, ben]));
    await one.send(email('c', asha));
    await Promise.all([one.forget(ben), other.forget(ben)]);
    expect((await one.list()).map(({ subject }) => subject)).toEqual(['About c']);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test('what a crash left of an email on its way out goes at the next start', async () => {
    await opened();
    await writeFile(join(folder, 'x.json.going'), 'Ben’s words');
    await opened();
    expect(await readdir(folder)).toEqual([]);
  });

  test('what a crash left of an email that was being written goes at the next start of that process, and of no other', async () => {
    const drafts = join(root, 'drafts');
    await FileOutbox.open(folder, drafts, now);
    await writeFile(join(drafts, 'x.json'), 'Ben’s wor');
    await opened();
    expect(await readdir(drafts)).toEqual(['x.json']);
    await FileOutbox.open(folder, drafts, now);
    expect(await readdir(drafts)).toEqual([]);
  });

  describe('where the folder of the process lies on another disk', () => {
    const anotherDisk = () => Promise.reject(Object.assign(new Error('cross-device link not permitted'), { code: 'EXDEV' }));
    const apart = () => FileOutbox.open(folder, join(root, 'drafts'), now, anotherDisk);

    test('an email is carried over whole, and nothing of it stays there', async () => {
      const outbox = await apart();
      await outbox.send(email('a', asha));
      expect((await outbox.list()).map(({ subject }) => subject)).toEqual(['About a']);
      expect([await readdir(join(root, 'drafts')), (await readdir(folder)).length]).toEqual([[], 1]);
    });

    test('half an email is destroyed at the next start and with an erasure, and one that is just coming stays', async () => {
      const outbox = await apart();
      const torn = async (name: string) => {
        await writeFile(join(folder, name), 'Ben’s wor');
        await utimes(join(folder, name), new Date(0), new Date(0));
      };
      await torn('x.json.coming');
      await writeFile(join(folder, 'y.json.coming'), 'Ben’s wor');
      await outbox.forget(ben);
      expect(await readdir(folder)).toEqual(['y.json.coming']);
      await torn('x.json.coming');
      await opened();
      expect(await readdir(folder)).toEqual(['y.json.coming']);
    });
  });

  test('an email that was written before somebody was forgotten and comes behind it is not kept', async () => {
    const outbox = await opened();
    await outbox.forget(ben);
    for (const one of [email('a', ben), email('b', asha)]) await outbox.send(one);
    expect((await outbox.list()).map(({ subject }) => subject)).toEqual(['About b']);
  });

  test('what another process put there behind it goes the next time', async () => {
    const [outbox, other] = [await opened(), await opened()];
    await outbox.forget(ben);
    await other.send(email('a', ben));
    await outbox.forget();
    expect(await outbox.list()).toEqual([]);
  });

  test('an email on its way when somebody is forgotten is gone too', async () => {
    const outbox = await opened();
    const sending = [email('a', ben), email('b', asha)].map((one) => outbox.send(one));
    await outbox.forget(ben);
    await Promise.all(sending);
    expect((await outbox.list()).map(({ subject }) => subject)).toEqual(['About b']);
  });

  test('an invitation that makes room, and one that is only noted, stay to be sent by one who takes them, without a word', async () => {
    const outbox = await opened();
    await outbox.send({ ...email('first', asha), invites: true });
    await outbox.send(email('second', asha));
    for (const at of [0, 1]) await utimes(join(folder, (await readdir(folder))[at] ?? ''), at, at);
    await Promise.all(
      Array.from({ length: OUTBOX_LIMIT_EMAILS - 1 }, (_, n) => writeFile(join(folder, `${n}.json`), JSON.stringify(email(`k${n}`, ben)))),
    );
    await outbox.send(email('last', ben));
    await outbox.keepWithoutWords('noted');
    const unsent = (await readdir(folder)).filter((name) => !name.endsWith('.json'));
    expect(await Promise.all(unsent.map((name) => readFile(join(folder, name), 'utf8')))).toEqual(['', '']);
    // A death half-way leaves words in one.
    await writeFile(join(folder, unsent[0] ?? ''), 'Asha’s words');
    const other = await opened();
    expect(await readFile(join(folder, unsent[0] ?? ''), 'utf8')).toBe('');
    const lies = await other.keys();
    expect(['first', 'second', 'noted', 'last', 'none'].map(lies)).toEqual([true, false, true, true, false]);
    expect(await Promise.all([other.take('first'), other.take('noted'), other.take('none')])).toEqual([true, true, false]);
    expect(['first', 'noted'].map(await other.keys())).toEqual([false, false]);
  });
});
