import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { filesIn } from '../app/files-in.testing.js';
import { cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { personWith } from './acts.js';
import { KEPT_LIMIT_IMPORTS_PER_PERSON } from './kept-imports.js';

const [helen, ben] = ['helen', 'ben'] as [PersonId, PersonId];
const MORNING = '2026-09-07T09:00:00.000Z';
/** A name that the log has nowhere: where it is found, it is of the list. */
const LIST = 'Name,Email,Job title\nQuillon Abernathy,quillon@hillside.example,Teacher\nBo Lee,bo.lee@,Cook\n';

interface Shown {
  readonly id: string;
  readonly reading: number;
  readonly status: string;
  readonly stopped?: true;
}

let folders: Awaited<ReturnType<typeof testFolders>>;
let dataDir: string;
let clock: TestClock;
let hub: Hub;
const cookies = new Map<PersonId, string>();

beforeEach(async () => {
  folders = await testFolders();
  dataDir = folders.next();
  clock = new TestClock(MORNING as Instant);
  hub = await openTestHub(dataDir, folders.log, clock);
  await makeSchool(hub, ['helen', 'ben']);
  for (const person of [helen, ben])
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution: 'hillside', person, role: 'coordinator' }));
  for (const person of [helen, ben]) cookies.set(person, await cookieOf(hub, person));
});
afterEach(async () => {
  await hub.close();
  await folders.clean();
});

const ask = (method: 'get' | 'post' | 'delete', path: string, as = helen) => {
  const sent = request(hub.server)[method](`/api/imports${path}`);
  return sent.set('Cookie', cookies.get(as) ?? '').set('x-alongside', '1');
};
const bring = async (list = LIST, as = helen) => {
  const sent = ask('post', '?kind=staff&institution=hillside', as).set('Content-Type', 'text/csv');
  return (await sent.send(Buffer.from(list)).expect(200)).body as Shown;
};
const correct = (id: string) => ask('post', `/${id}/columns`).send({ cells: [{ row: 3, letter: 'B', text: 'bo@hillside.example' }] });
const statusOf = async (id: string, as = helen) => (await ask('get', `/${id}/preview`, as)).status;
const folder = () => join(hub.parts.ownDir, 'imports');
const filesKept = async () => (await readdir(folder()).catch(() => [])).length;
const restart = async () => {
  await hub.close();
  hub = await openTestHub(dataDir, folders.log, clock);
};
const over = async (id: string): Promise<Shown> => {
  for (;;) {
    const { body } = await ask('get', `/${id}`).expect(200);
    if ((body as Shown).status !== 'running') return body as Shown;
    await new Promise((resolve) => setImmediate(resolve));
  }
};
/** A person whom no list names is erased. */
const eraseAnother = async () => {
  await must(hub, HUB, 'InvitePerson', { person: 'cy', name: 'Cy Fox', email: 'cy@hillside.example', institution: 'hillside' });
  await hub.parts.views.caughtUp(await must(hub, HUB, 'ErasePerson', { person: 'cy' }));
};

describe('a list, once the hub was restarted', () => {
  test('is there with what was corrected, for the person who brought it alone, and is imported', async () => {
    const { id } = await bring();
    const before = (await correct(id).expect(200)).body as Shown;
    await restart();
    expect([await statusOf(id, ben), await statusOf(`${id}x`)]).toEqual([404, 404]);
    const { body } = await ask('get', `/${id}/preview`).expect(200);
    expect(body).toEqual({ ...before, reading: before.reading + 1 });
    // What was chosen of the comparison before is not taken for this one, whose rows may be about other people.
    await ask('post', `/${id}/confirm`).send({ reading: before.reading }).expect(409);
    await ask('post', `/${id}/confirm`)
      .send({ reading: before.reading + 1 })
      .expect(202);
    expect(await over(id)).toMatchObject({ status: 'done', added: 2, notImported: 0 });
    expect(personWith('bo@hillside.example', viewReaderOf(hub.parts.views.store))).toBeDefined();
  });

  test('is sealed where it lies, and for the account of the hub alone', async () => {
    const { id } = await bring();
    const [name = ''] = await readdir(folder());
    expect((await stat(join(folder(), name))).mode & 0o777).toBe(0o600);
    await hub.close();
    const found = (await filesIn(dataDir)).filter(({ bytes }) => /Quillon|quillon|Abernathy/.test(bytes.toString('latin1')));
    expect(found.map(({ path }) => path)).toEqual([]);
    hub = await openTestHub(dataDir, folders.log, clock);
    expect(await statusOf(id)).toBe(200);
  });

  test('shows its counts and what was not imported where it was over', async () => {
    const { id } = await bring('Name,Email\nAnn Ray,ann@hillside.example\nBo Lee,bo.lee@\n');
    await ask('post', `/${id}/confirm`).send({}).expect(202);
    await over(id);
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    await restart();
    const { body } = await ask('get', `/${id}/preview`).expect(200);
    expect(body).toMatchObject({
      ...{ status: 'done', kind: 'staff', institution: 'hillside', added: 1, rowsWithErrors: 1 },
      problems: [{ row: 3, column: 'Email', message: '“bo.lee@” is not an email address.' }],
    });
    expect((await ask('get', `/${id}`).expect(200)).body).toMatchObject({ status: 'done', done: 1 });
  });

  test('shows what is left of it where the hub stopped on the way, and no choice made before counts', async () => {
    const many = Array.from({ length: 300 }, (_, row) => `Person ${row},person.${row}@hillside.example`);
    const { id, reading } = await bring(['Name,Email', ...many].join('\n'));
    await ask('post', `/${id}/confirm`).send({ reading }).expect(202);
    while (((await ask('get', `/${id}`)).body as { done: number }).done < 20);
    await restart();
    const { body } = await ask('get', `/${id}/preview`).expect(200);
    const left = body as Shown & { readonly foreseen: { readonly added: number; readonly unchanged: number } };
    expect(left).toMatchObject({ status: 'planned', stopped: true, reading: reading + 1 });
    expect(left.foreseen.added + left.foreseen.unchanged).toBe(300);
    expect(left.foreseen.unchanged).toBeGreaterThanOrEqual(20);
    await ask('post', `/${id}/confirm`).send({ reading }).expect(409);
    await ask('post', `/${id}/confirm`)
      .send({ reading: reading + 1 })
      .expect(202);
    expect(await over(id)).toMatchObject({ status: 'done', added: left.foreseen.added });
  });

  test('is gone once it was let go, or an hour has passed', async () => {
    const { id } = await bring();
    await ask('delete', `/${id}`).expect(200);
    const { id: other } = await bring();
    expect(await filesKept()).toBe(1);
    clock.set('2026-09-07T10:00:00.000Z');
    await restart();
    cookies.set(helen, await cookieOf(hub, helen));
    expect([await statusOf(id), await statusOf(other), await filesKept()]).toEqual([404, 404, 0]);
  });

  test('is one of so many of its person, with those that were brought since', async () => {
    const ids: string[] = [];
    for (let n = 0; n < KEPT_LIMIT_IMPORTS_PER_PERSON; n += 1) {
      clock.set(`2026-09-07T09:0${n}:00.000Z`);
      ids.push((await bring()).id);
    }
    const { id: bens } = await bring(LIST, ben);
    await restart();
    clock.set('2026-09-07T09:20:00.000Z');
    ids.push((await bring()).id);
    expect(await Promise.all(ids.map((id) => statusOf(id)))).toEqual([404, 200, 200, 200]);
    expect([await statusOf(bens, ben), await filesKept()]).toEqual([200, KEPT_LIMIT_IMPORTS_PER_PERSON + 1]);
  });

  test('is left aside where its file was damaged', async () => {
    const { id } = await bring();
    const [name = ''] = await readdir(folder());
    await writeFile(join(folder(), name), 'nothing of this hub');
    await restart();
    expect([await statusOf(id), await filesKept()]).toEqual([404, 0]);
  });
});

describe('[R9] once any person was erased', () => {
  test('no list and no result that was read before lies on the disk, whatever is said of it afterwards', async () => {
    const { id } = await bring();
    const done = (await bring('Name,Email\nAnn Ray,ann@hillside.example\n')).id;
    await ask('post', `/${done}/confirm`).send({}).expect(202);
    await over(done);
    await eraseAnother();
    while ((await filesKept()) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await correct(id);
    expect(await filesKept()).toBe(0);
    await restart();
    expect([await statusOf(id), await statusOf(done)]).toEqual([404, 404]);
    await bring();
    expect(await filesKept()).toBe(1);
  });

  test('no list is open in memory either, and a result keeps its counts alone', async () => {
    const { id } = await bring();
    // What the list is was told by the line above it.
    const done = (await bring('Leavers: Zed Quill\nName,Email\nAnn Ray,ann@hillside.example\nBo Lee,bo.lee@\n')).id;
    await ask('post', `/${done}/columns`).send({ list: 'staff' }).expect(200);
    await ask('post', `/${done}/confirm`).send({}).expect(202);
    await over(done);
    const shown = async (of: string) => ask('get', `/${of}/preview`);
    expect((await shown(done)).text).toMatch(/Zed Quill[^]*bo\.lee@|bo\.lee@[^]*Zed Quill/);
    await eraseAnother();
    await hub.parts.reactors.doneTo((await hub.parts.log.head())!);
    expect((await shown(id)).status).toBe(404);
    const { text, body } = await shown(done);
    expect(body).toMatchObject({ status: 'done', rows: 1, done: 1, rowsWithErrors: 1, problems: [], withoutWords: true });
    expect(text).not.toMatch(/Bo Lee|bo\.lee|ann@|Zed Quill/);
    await correct(id).expect(404);
  });

  test('while it is being imported, is told without its rows once it is over', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => `Pat ${n},pat.${n}@hillside.example\n`).join('');
    const { id } = await bring(`Name,Email\n${rows}Bo Lee,bo.lee@\n`);
    await ask('post', `/${id}/confirm`).send({}).expect(202);
    while (((await ask('get', `/${id}`)).body as { done: number }).done < 20);
    await eraseAnother();
    expect(await over(id)).toMatchObject({ status: 'done', added: 200 });
    const { text } = await ask('get', `/${id}/preview`).expect(200);
    expect(text).not.toContain('bo.lee@');
  });

  test('by another process while this one was down, its lists are gone before it serves', async () => {
    const { id } = await bring();
    await hub.close();
    const ownDir = folder();
    hub = await openTestHub(folders.next(), folders.log, clock);
    await eraseAnother();
    await hub.close();
    hub = await openTestHub(dataDir, folders.log, clock);
    expect(folder()).toBe(ownDir);
    expect([await filesKept(), await statusOf(id)]).toEqual([0, 404]);
  });
});
