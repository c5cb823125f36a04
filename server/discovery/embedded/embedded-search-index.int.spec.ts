import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../sqlite/driver.js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { book, books } from '@alongside/search/books.contract.js';
import { searchIndexContract } from '@alongside/search/search-index.contract.js';
import { Bitmap } from './bitmap.js';
import { Documents } from './documents.js';
import { EmbeddedSearchIndex } from './embedded-search-index.js';
import { Widening } from './widening.js';
import { openRebuildable } from '../../sqlite/rebuildable-file.js';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const isAnywhereIn = (folder: string, text: string) => readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(text));
const query = (text: string) => ({ text, for: ['everyone'] as const });

searchIndexContract('The embedded search index', async () => EmbeddedSearchIndex.open(join(newFolder(), 'search.sqlite'), books));

describe('the embedded search index on disk', () => {
  test('[SI11] what was written is there after opening again, facets and order included', async () => {
    const file = join(newFolder(), 'search.sqlite');
    const first = EmbeddedSearchIndex.open(file, books);
    await first.write({ put: [book('b2', 'Beta', { shelf: ['a'] }), book('b1', 'Alpha', { shelf: ['a'] })], through: '0007' as Position });
    await first.close();
    const again = EmbeddedSearchIndex.open(file, books);
    expect(await again.search(query(''))).toMatchObject({
      hits: [{ id: 'b1' }, { id: 'b2' }],
      total: 2,
      facets: { shelf: [{ value: 'a', count: 2 }] },
    });
    expect([await again.through(), (await again.search(query('bet'))).total]).toEqual(['0007', 1]);
    await again.close();
  });

  test('[SI10] settings of another version leave an empty index', async () => {
    const file = join(newFolder(), 'search.sqlite');
    const first = EmbeddedSearchIndex.open(file, books);
    await first.write({ put: [book('b1', 'Alpha')], through: '0007' as Position });
    await first.close();
    const next = EmbeddedSearchIndex.open(file, { ...books, version: 2 });
    expect([await next.count(), await next.through(), (await next.search(query('alpha'))).total]).toEqual([0, undefined, 0]);
    await next.close();
  });

  test('[SI12] after a scrub no byte of a removed or replaced document is in any file', async () => {
    const folder = newFolder();
    const index = EmbeddedSearchIndex.open(join(folder, 'search.sqlite'), books);
    const put = Array.from({ length: 3_000 }, (_, n) =>
      book(`b${n}`, `zebedee${n} quillfeather${n % 97}`, { about: 'words '.repeat(n % 40) }),
    );
    await index.write({ put });
    expect(isAnywhereIn(folder, 'zebedee42')).toBe(true);
    await index.write({ put: put.slice(0, 1_500).map(({ id }) => book(id, 'Anon')), remove: put.slice(1_500).map(({ id }) => id) });
    await index.scrub();
    expect([isAnywhereIn(folder, 'zebedee'), isAnywhereIn(folder, 'quillf')]).toEqual([false, false]);
    expect((await index.search(query('anon'))).total).toBe(1_500);
    await index.close();
    expect(isAnywhereIn(folder, 'zebedee')).toBe(false);
  });

  test('[SI12] a word of which no document is left is in no memory either; one that another still has stays', () => {
    const db = openRebuildable(join(newFolder(), 'search.sqlite'));
    const documents = new Documents(db, books);
    const widening = new Widening(documents);
    const write = (given: Parameters<typeof documents.write>[0]) => widening.heed(documents.write(given));
    const meant = () => widening.widened(['zebedea'], new Bitmap(), true)[0]?.meant.map(({ word }) => word);
    write({ put: [book('b1', 'Zebedee', { about: 'zebedel' }), book('b2', 'Anon', { about: 'Zebedee again' })] });
    expect(meant()).toEqual(['zebedee', 'zebedel']);
    write({ remove: ['b1'] });
    expect(meant()).toEqual(['zebedee']);
    write({ put: [book('b2', 'Anon'), book('b3', 'Zebedeb')] });
    expect(meant()).toEqual(['zebedeb']);
    const many = Array.from({ length: 300 }, (_, n) => `m${n}`);
    write({ put: many.map((id) => book(id, 'Zebedec')), remove: ['b3'] });
    expect(meant()).toEqual(['zebedec']);
    db.close();
  });

  test('[SI21] a content that was begun and never finished is gone after opening again, and the one before is to be made again', async () => {
    const folder = newFolder();
    const file = join(folder, 'search.sqlite');
    for (const crash of [0, 1]) {
      const index = EmbeddedSearchIndex.open(file, books);
      const whole = await index.rebuild();
      await whole.write([book('b1', `Alpha ${crash}`)]);
      await whole.finish('0007' as Position);
      const rebuild = await index.rebuild();
      await rebuild.write([book('b2', 'Quillfeather')]);
      await index.close();
      const again = EmbeddedSearchIndex.open(file, books);
      expect([(await again.search(query(''))).hits.map(({ id }) => id), await again.through()]).toEqual([['b1'], undefined]);
      await again.scrub();
      expect(isAnywhereIn(folder, 'Quillfeather')).toBe(false);
      await again.write({ through: '0008' as Position });
      await again.close();
      const third = EmbeddedSearchIndex.open(file, books);
      expect(await third.through()).toBe('0008');
      await third.close();
    }
  });

  test('[SI12] a scrub takes what is being made with it, and what was there before', async () => {
    const folder = newFolder();
    const index = EmbeddedSearchIndex.open(join(folder, 'search.sqlite'), books);
    await index.write({ put: [book('b1', 'Zebedee')] });
    const first = await index.rebuild();
    await first.write([book('b1', 'Alpha')]);
    await first.finish(undefined);
    const second = await index.rebuild();
    await second.write([book('b2', 'Quillfeather')]);
    await index.scrub();
    expect([isAnywhereIn(folder, 'Zebedee'), isAnywhereIn(folder, 'Quillfeather')]).toEqual([false, false]);
    await expect(second.finish(undefined)).rejects.toThrow('dropped');
    expect((await index.search(query(''))).hits.map(({ id }) => id)).toEqual(['b1']);
    await index.close();
  });

  test('another process on the same file is told so', async () => {
    const file = join(newFolder(), 'search.sqlite');
    const index = EmbeddedSearchIndex.open(file, books);
    const other = new Database(file, { timeout: 0 });
    expect(() => other.prepare('SELECT count(*) FROM documents').get()).toThrow('locked');
    other.close();
    await index.close();
  });
});
