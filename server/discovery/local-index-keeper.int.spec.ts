import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { mentor } from '@alongside/search/directory.contract.js';
import { directoryIndex } from '@alongside/search/directory.js';
import { EmbeddedSearchIndex } from './embedded/embedded-search-index.js';
import { LocalIndexKeeper } from './index-keeper.js';

const folder = mkdtempSync(join(tmpdir(), 'keeper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (n: number) => `000${n}` as Position;

/** So many mentors in the views, and an index beside them. */
function hub(count: number, file = join(folder, `${Math.random()}.sqlite`)) {
  const views = new Map(Array.from({ length: count }, (_, n) => [`p${n}` as PersonId, `Name ${n}`]));
  const index = EmbeddedSearchIndex.open(file, directoryIndex);
  const reported: unknown[] = [];
  const sources = {
    everybody: () => [...views.keys()],
    documentsOf: (people: readonly PersonId[]) => ({
      put: people.flatMap((person) => (views.has(person) ? [mentor(person, views.get(person) ?? '')] : [])),
      remove: people.filter((person) => !views.has(person)),
    }),
  };
  const clock = { now: '2026-03-06T09:00:00.000Z' };
  const keeper = new LocalIndexKeeper(index, sources, { report: (error) => reported.push(error), now: () => clock.now });
  const found = async (text: string) => (await index.search({ text, for: ['everyone'] })).total;
  const change = (person: string, name: string | undefined, position: Position) => {
    if (name === undefined) views.delete(person as PersonId);
    else views.set(person as PersonId, name);
    keeper.changed(new Set([person as PersonId]), position);
  };
  return { file, views, index, keeper, found, change, reported, clock };
}
const aTurn = () => new Promise((resolve) => setImmediate(resolve));
async function made(keeper: LocalIndexKeeper) {
  for (let turn = 0; turn < 10_000 && keeper.condition.state === 'filling'; turn += 1) await aTurn();
}

describe('the keeper of the own index', () => {
  test('fills an empty one a part at a time, says how far it is, and that nothing is asked yet', async () => {
    const { keeper, found } = hub(1_000);
    const filled = keeper.fill(at(1));
    const said: unknown[] = [];
    for (let turn = 0; turn < 1_000 && keeper.condition.state === 'filling'; turn += 1) {
      said.push(keeper.condition);
      expect(await keeper.isWhole()).toBe(false);
      await aTurn();
    }
    await filled;
    expect(said).toContainEqual({ state: 'filling', done: 500, of: 1_000, served: false });
    expect([keeper.condition, await found('name'), await keeper.isWhole()]).toEqual([{ state: 'ready' }, 1_000, true]);
    await keeper.close();
  });

  test('makes it again beside the old one, which is asked and follows every change; what changed meanwhile is in the new one', async () => {
    const { keeper, found, change, index } = hub(1_000);
    await keeper.fill(at(1));
    keeper.refill(at(1));
    const totals = new Set<number>();
    let n = 0;
    while (n < 5 || keeper.condition.state === 'filling') {
      await aTurn();
      totals.add(await found('name'));
      if (keeper.condition.state === 'filling') expect(keeper.condition.served).toBe(true);
      if (n === 1) change('p7', undefined, at(2));
      if (n === 2) change('p8', 'Quillfeather', at(3));
      if (n === 2) await keeper.settled();
      // At once in what is asked, long before the new one is whole.
      if (n === 2) expect([await found('7'), await found('quillfeather'), keeper.condition.state]).toEqual([110, 1, 'filling']);
      n += 1;
    }
    expect([...totals].filter((total) => total < 998)).toEqual([]);
    expect([await found('name'), await found('quillfeather'), await index.through()]).toEqual([998, 1, at(3)]);
    await keeper.close();
  });

  test('asked several times at once, makes it once more and not for each', async () => {
    const { keeper, index } = hub(200);
    await keeper.fill(at(1));
    let rebuilds = 0;
    const rebuild = index.rebuild.bind(index);
    index.rebuild = () => ((rebuilds += 1), rebuild());
    for (let turn = 0; turn < 5; turn += 1) keeper.refill(at(2));
    await keeper.scrub();
    expect([rebuilds, keeper.condition, await index.through()]).toEqual([2, { state: 'ready' }, at(2)]);
    await keeper.close();
  });

  test('a scrub waits for what is being made', async () => {
    const { keeper, change, found } = hub(300);
    await keeper.fill(at(1));
    keeper.refill(at(1));
    await aTurn();
    change('p1', undefined, at(2));
    await keeper.scrub();
    expect([keeper.condition.state, await found('name')]).toEqual(['ready', 299]);
    await keeper.close();
  });

  test('one that cannot be made again goes on being asked; one that never was is asked by nobody, and is made with the next change', async () => {
    const { keeper, index, reported, change, found } = hub(100);
    const rebuild = index.rebuild.bind(index);
    const full = () => Promise.reject(new Error('The disk is full.'));
    index.rebuild = full;
    await expect(keeper.fill(at(1))).rejects.toThrow('full');
    expect([keeper.condition, await keeper.isWhole()]).toEqual([
      { state: 'behind', why: 'disk', since: '2026-03-06T09:00:00.000Z' },
      false,
    ]);
    index.rebuild = rebuild;
    change('p1', 'Quillfeather', at(2));
    await keeper.scrub();
    expect([keeper.condition, await found('name'), await found('quillfeather')]).toEqual([{ state: 'ready' }, 99, 1]);
    index.rebuild = full;
    keeper.refill(at(2));
    await keeper.scrub();
    const since = '2026-03-06T09:00:00.000Z';
    const behind = { state: 'behind', why: 'disk', since, served: true };
    expect([keeper.condition, await keeper.isWhole(), await found('name'), reported.length]).toEqual([behind, false, 99, 1]);
    await keeper.close();
  });

  test('one that could not be made again and is asked follows every change, and is tried again ten minutes later', async () => {
    const { keeper, index, change, found, clock } = hub(100);
    await keeper.fill(at(1));
    const rebuild = index.rebuild.bind(index);
    index.rebuild = () => Promise.reject(new Error('The disk is full.'));
    keeper.refill(at(1));
    await keeper.scrub();
    index.rebuild = rebuild;
    clock.now = '2026-03-06T09:09:00.000Z';
    change('p1', 'Quillfeather', at(2));
    await keeper.scrub();
    expect([keeper.condition.state, await found('quillfeather')]).toEqual(['behind', 1]);
    clock.now = '2026-03-06T09:10:00.000Z';
    change('p2', 'Thistledown', at(3));
    await keeper.scrub();
    expect([keeper.condition, await keeper.isWhole(), await found('thistledown')]).toEqual([{ state: 'ready' }, true, 1]);
    await keeper.close();
  });

  test('after a process that died in the middle it is made again, though the old content was whole', async () => {
    const first = hub(500);
    await first.keeper.fill(at(1));
    await first.index.rebuild();
    await first.index.close();
    const next = hub(500, first.file);
    const filled = next.keeper.fill(at(1));
    await aTurn();
    expect(next.keeper.condition).toMatchObject({ state: 'filling', served: false });
    await filled;
    await made(next.keeper);
    expect([next.keeper.condition.state, await next.found('name'), await next.index.through()]).toEqual(['ready', 500, at(1)]);
    await next.keeper.close();
  });
});
