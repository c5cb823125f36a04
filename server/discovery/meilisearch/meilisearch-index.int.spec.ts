import { jest } from '@jest/globals';
import { Meilisearch } from 'meilisearch';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { meets } from '@alongside/domain/policies/audience.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { seeded } from '@alongside/domain/testing/seeded.js';
import { book, books } from '@alongside/search/books.contract.js';
import { directoryContract } from '@alongside/search/directory.contract.js';
import { directoryIndex } from '@alongside/search/directory.js';
import { IndexAway } from '@alongside/search/index-away.js';
import { searchIndexContract } from '@alongside/search/search-index.contract.js';
import { decoded, encoded } from './encoded.js';
import { MeilisearchIndex, type MeilisearchServer } from './meilisearch-index.js';
import { FakeMeilisearch } from './testing/fake-server.js';

const KEY = 'key-of-the-fake-0123456789';
let fake: FakeMeilisearch;
let made = 0;
beforeAll(async () => {
  fake = await FakeMeilisearch.start({ key: KEY });
});
afterEach(() => {
  fake.fault = { kind: 'none' };
});
afterAll(() => fake.stop());

const serverOf = (more: Partial<MeilisearchServer> = {}): MeilisearchServer => {
  made += 1;
  return { url: fake.url, key: KEY, uid: `books-${made}`, answerMs: 300, ...more };
};
const open = (more: Partial<MeilisearchServer> = {}, settings = books) => new MeilisearchIndex(serverOf(more), settings);
const query = (text: string, more: object = {}) => ({ text, for: ['everyone'] as const, ...more });
const awayOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof IndexAway ? error.why : error),
  );

searchIndexContract('Meilisearch (a fake of it)', async () => open({ answerMs: 20_000 }));
directoryContract('Meilisearch (a fake of it)', async () => new MeilisearchIndex(serverOf({ answerMs: 20_000 }), directoryIndex));

/** What only a server can show: run by `npm run test:meilisearch`. */
const real = process.env['MEILI_URL'];
const realKey = process.env['MEILI_KEY'];
const PREFIX = `contract-${process.pid}-`;
const realServer = (name = `${(made += 1)}`): MeilisearchServer => ({
  url: real ?? '',
  ...(realKey && { key: realKey }),
  uid: `${PREFIX}${name}`,
});
const openReal = (settings = books, name?: string) => new MeilisearchIndex(realServer(name), settings);

if (real) {
  searchIndexContract('Meilisearch', async () => openReal());
  directoryContract('Meilisearch', async () => new MeilisearchIndex(realServer(), directoryIndex));

  describe('a Meilisearch server', () => {
    const client = new Meilisearch({ host: real, ...(realKey && { apiKey: realKey }) });
    afterAll(async () => {
      const { results } = await client.getRawIndexes({ limit: 1_000 });
      for (const { uid } of results) if (uid.startsWith(PREFIX)) await client.deleteIndex(uid);
    });

    test('gives settings back as they were set: they are not set again', async () => {
      const tasks = async () => (await client.tasks.getTasks({ indexUids: [`${PREFIX}settings`] })).total;
      await openReal(books, 'settings').count();
      const first = await tasks();
      await openReal(books, 'settings').count();
      expect(await tasks()).toBe(first);
    });

    test('compacts an index and goes on answering from it', async () => {
      const index = openReal();
      await index.write({ put: [book('b1', 'Alpha'), book('b2', 'Beta')], remove: ['b1'] });
      await index.scrub();
      expect((await index.search(query(''))).hits.map(({ id }) => id)).toEqual(['b2']);
    });
  });
}

const servers: readonly (readonly [string, () => ReturnType<typeof open>])[] = [
  ['a fake', () => open({ answerMs: 20_000 })],
  ...(real ? [['the server', () => openReal()] as const] : []),
];
describe.each(servers)('Meilisearch: %s', (_, opened) => {
  test('[SI4] no text and no value is syntax: strange ones are found by themselves alone', async () => {
    const { below } = seeded(81);
    const pieces = [
      ...`"'\\()[]{}=<>!,;:._-#é\u0301łA a1 \n\u0000🎯`,
      'AND',
      ' OR ',
      'NOT ',
      ' IN [',
      'STARTS WITH',
      'EXISTS',
      '\\"',
      'TO',
      '_geoRadius(1,2,3)',
    ];
    const strange = () => Array.from({ length: 1 + below(6) }, () => pieces[below(pieces.length)] ?? '').join('');
    const values = [...new Set(['"', '\\', '\\"', '" OR kind = "document', 'v', 'V', ...Array.from({ length: 60 }, strange)])];
    for (const value of values) expect(decoded(encoded(value))).toBe(value);
    const index = opened();
    await index.write({ put: values.map((value, n) => book(`b${n}`, value, { shelf: [value], audience: [`person:${value}`] })) });
    for (const [n, value] of values.entries()) {
      const asThey = { for: [`person:${value}`] as const };
      const answer = await index.search({ text: '', ...asThey, filters: { shelf: [value] } });
      expect([value, answer.hits.map(({ id }) => id), answer.facets.shelf]).toEqual([value, [`b${n}`], [{ value, count: 1 }]]);
      await index.search({ text: value, ...asThey, understood: [{ values: { shelf: [value] }, words: value, columns: ['title', value] }] });
    }
    await index.close();
  });

  test('[SI2] whoever looks, exactly those documents are found that they may see', async () => {
    const { below } = seeded(82);
    const people = ['ben', 'Ben', 'cleo'];
    const parts = [
      'everyone',
      'institution:i1',
      'institution:I1',
      'institution:i1#leader',
      'pair:p1',
      ...people.map((one) => `person:${one}`),
    ] as Principal[];
    const some = <T>(from: readonly T[]) => from.filter(() => below(3) === 0);
    const put = Array.from({ length: 150 }, (_, n) =>
      book(`b${n}`, 'Plain', { audience: [...some(parts), ...some(people).map((one) => `except:${one}` as const)] }),
    );
    const index = opened();
    await index.write({ put });
    for (let turn = 0; turn < 40; turn += 1) {
      const principals = some(parts);
      const { total, hits } = await index.search({ text: turn % 2 ? 'plain' : '', for: principals });
      const seen = put.filter(({ audience }) => meets(audience, new Set(principals))).map(({ id }) => id);
      expect([total, hits.map(({ id }) => id).toSorted()]).toEqual([seen.length, seen.toSorted().slice(0, 100)]);
    }
    await index.close();
  });
});

describe('Meilisearch over the wire', () => {
  test('a value that Meilisearch would cut is refused: cut, it could be the same as another', async () => {
    const index = open();
    await expect(index.write({ put: [book('b1', 'A', { shelf: ['x'.repeat(500)] })] })).rejects.toThrow('too long');
    expect(await index.count()).toBe(0);
  });

  test('settings are set where they differ, and not again', async () => {
    const uid = 'settings-once';
    await open({ uid }).count();
    const tasks = fake.tasks.length;
    await open({ uid }).count();
    expect(fake.tasks.length).toBe(tasks);
    await open({ uid }, { ...books, facets: ['shelf'] }).count();
    expect(fake.tasks.slice(tasks).map(({ type }) => type)).toEqual(['settingsUpdate']);
  });

  test('[SI10] settings of another version leave an empty index', async () => {
    const uid = 'other-version';
    await open({ uid }).write({ put: [book('b1', 'Alpha')], through: '0007' as Position });
    expect([await open({ uid }).through(), await open({ uid }).count()]).toEqual(['0007', 1]);
    const next = open({ uid }, { ...books, version: 2 });
    expect([await next.through(), await next.count(), (await next.search(query('alpha'))).total]).toEqual([undefined, 0, 0]);
  });

  test('[SI9] documents, removals and the mark are one task: where it fails, nothing of them is there', async () => {
    const index = open({ uid: 'one-task' });
    await index.write({ put: [book('b1', 'Alpha'), book('b2', 'Beta')], through: '0001' as Position });
    const tasks = fake.tasks.length;
    await index.write({ put: [book('b3', 'Gone again')], remove: ['b4'] });
    await index.write({ remove: ['b3'] });
    const [write, tidy] = ['documentAdditionOrUpdate', 'documentDeletion'];
    expect(fake.tasks.slice(tasks).map(({ type }) => type)).toEqual([write, tidy, write, tidy]);
    fake.fault = { kind: 'failing-task', type: 'documentAdditionOrUpdate' };
    const failed = index.write({ put: [book('b3', 'Gamma')], remove: ['b1'], through: '0002' as Position });
    await expect(failed).rejects.toMatchObject({ why: 'refused', said: 'no_space_left_on_device' });
    expect([(await index.search(query(''))).hits.map(({ id }) => id), await index.through()]).toEqual([['b1', 'b2'], '0001']);
    // Killed before the keys of removed documents were cleared away: they are found and counted by nothing.
    fake.fault = { kind: 'failing-task', type: 'documentDeletion' };
    await index.write({ remove: ['b1'], through: '0002' as Position });
    expect([await index.count(), (await index.search(query('alpha'))).total, await index.through()]).toEqual([1, 0, '0002']);
    expect(JSON.stringify([...(fake.indexes.get('one-task')?.documents.values() ?? [])])).not.toContain('Alpha');
  });

  test('[SI21] a process that ends before the swap leaves the old content, after it the new; what is left over goes', async () => {
    const uid = 'crashing';
    await open({ uid }).write({ put: [book('b1', 'Old')], through: '0001' as Position });
    const before = await open({ uid }).rebuild();
    await before.write([book('b2', 'Never')]);
    fake.fault = { kind: 'failing-task', type: 'indexSwap' };
    await expect(before.finish('0002' as Position)).rejects.toMatchObject({ why: 'refused' });
    const again = open({ uid });
    expect([(await again.search(query(''))).hits.map(({ id }) => id), await again.through()]).toEqual([['b1'], '0001']);
    const after = await again.rebuild();
    await after.write([book('b3', 'New')]);
    fake.fault = { kind: 'failing-task', type: 'indexDeletion' };
    await after.finish('0003' as Position);
    expect(fake.indexes.has(`${uid}-next`)).toBe(true);
    const last = open({ uid });
    expect([(await last.search(query(''))).hits.map(({ id }) => id), await last.through()]).toEqual([['b3'], '0003']);
    await last.scrub();
    expect([...fake.indexes.keys()].filter((one) => one.startsWith(uid))).toEqual([uid]);
  });

  test('scrubbing deletes what is left of removed documents and has the server compact the index', async () => {
    const index = open({ uid: 'scrubbed' });
    await index.write({ put: [book('b1', 'Zebedee')], remove: ['b0'] });
    const tasks = fake.tasks.length;
    await index.scrub();
    expect(fake.tasks.slice(tasks).map(({ type }) => type)).toEqual(['documentDeletion', 'indexCompaction']);
  });

  test('two processes on one server do not see each other', async () => {
    const [one, other] = [open(), open()];
    await one.write({ put: [book('b1', 'Mine')], through: '0009' as Position });
    await other.write({ put: [book('b1', 'Theirs')], through: '0003' as Position });
    await (await other.rebuild()).finish('0004' as Position);
    expect([await one.through(), (await one.search(query('mine'))).total, await other.through(), await other.count()]).toEqual([
      ...['0009', 1, '0004', 0],
    ]);
  });
});

describe('a Meilisearch server that cannot be used', () => {
  test('says why: away, frozen, another key, too old, another service, emptied', async () => {
    const index = open({ uid: 'why' });
    await index.write({ put: [book('b1', 'Alpha')] });
    const asked = () => awayOf(index.search(query('alpha')));
    expect(await asked()).toBe('answered');
    fake.fault = { kind: 'wrong-key' };
    expect(await asked()).toBe('key');
    fake.fault = { kind: 'html' };
    expect(await asked()).toBe('other-service');
    fake.fault = { kind: 'version', version: '1.16.0' };
    expect(await asked()).toBe('version');
    fake.fault = { kind: 'none' };
    fake.indexes.delete('why');
    expect([await asked(), await index.through()]).toEqual(['answered', undefined]);
    fake.indexes.delete('why');
    expect(await asked()).toBe('lost');
    await fake.stop();
    expect(await asked()).toBe('away');
    await fake.listen();
    expect(await asked()).toBe('answered');
  });

  test('one that takes a request and never answers is given up after the deadline, in the middle of a task as well', async () => {
    const index = open({ uid: 'frozen', answerMs: 200, taskMs: 500 });
    await index.write({ put: [book('b1', 'Alpha')] });
    const from = performance.now();
    fake.fault = { kind: 'frozen' };
    expect(await awayOf(index.search(query('alpha')))).toBe('slow');
    expect(performance.now() - from).toBeLessThan(1_500);
    fake.fault = { kind: 'stuck-task', type: 'documentAdditionOrUpdate' };
    expect(await awayOf(index.write({ put: [book('b2', 'Beta')] }))).toBe('slow');
    expect((await index.search(query(''))).total).toBe(1);
  });

  test('closing ends the wait for a task that never ends', async () => {
    const index = open({ uid: 'closing', taskMs: 60_000 });
    await index.count();
    fake.fault = { kind: 'stuck-task', type: 'documentAdditionOrUpdate' };
    const written = awayOf(index.write({ put: [book('b1', 'Alpha')] }));
    await new Promise((resolve) => setTimeout(resolve, 60));
    await index.close();
    expect(await written).toBe('away');
  });

  test('no error holds the key, an address or what was written', async () => {
    const said: unknown[] = [];
    const warned = jest.spyOn(console, 'warn').mockImplementation((...words) => void said.push(words));
    const index = open({ uid: 'discreet', answerMs: 150 });
    const secret = { put: [book('b1', 'Zebedee Quillfeather')] };
    for (const fault of [
      { kind: 'wrong-key' },
      { kind: 'frozen' },
      { kind: 'html' },
      { kind: 'failing-task', type: 'documentAdditionOrUpdate' },
    ] as const) {
      fake.fault = fault;
      said.push(
        await index
          .write(secret)
          .catch((error: unknown) => [
            String(error),
            error instanceof Error && error.stack,
            JSON.stringify(error),
            Object.entries(error as object),
            error instanceof Error && error.cause,
          ]),
      );
    }
    warned.mockRestore();
    expect(said).toHaveLength(4);
    for (const one of [KEY, 'Zebedee', '127.0.0.1', 'Bearer']) expect(JSON.stringify(said)).not.toContain(one);
  });
});
