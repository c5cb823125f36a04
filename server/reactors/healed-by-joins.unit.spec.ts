import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reactors } from './all-reactors.js';
import type { Reactor } from './reactor.js';

const [first = '', joined = ''] = readFileSync(join(process.cwd(), 'docs/spec/across-streams.md'), 'utf8').split('\n## ');

/** The cells of a table's rows, without its head. */
const cellsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const healed = cellsOf(first).flatMap(([fact = '', , kind]) => (kind === 'Healed' ? [fact] : []));
const rows = cellsOf(joined).map(([fact = '', comes = '', follows = '']) => ({ fact, comes, follows }));
const filesIn = (follows: string): readonly string[] => [...follows.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name);

/** The reactors of a file, of those that the hub has. */
async function reactorsIn(file: string): Promise<readonly Reactor[]> {
  if (!existsSync(join(process.cwd(), 'server/reactors', `${file}.ts`))) return [];
  const all = Object.values((await import(`./${file}.js`)) as object);
  return reactors.filter((one) => all.includes(one));
}

test('docs/spec/across-streams.md says of every row that is healed what comes of a join, and of no other', () => {
  expect(healed.length).toBeGreaterThan(10);
  expect(rows.map(({ fact }) => fact).toSorted()).toEqual(healed.toSorted());
});

test.each(rows)('what a row names follows joins, or the row says why nothing comes of one: $fact', async ({ comes, follows }) => {
  const files = filesIn(follows);
  if (files.length === 0) return expect([follows, comes]).toEqual(['–', expect.stringMatching(/^Nothing: \S+ .{20,}/)]);
  expect(comes).not.toMatch(/^Nothing/);
  for (const file of files) {
    const following = (await reactorsIn(file)).filter(({ on }) => 'RecordsJoined' in on);
    expect([file, following.length]).toEqual([file, 1]);
  }
});

test('every reactor that follows joins is in the table', async () => {
  const named = new Set((await Promise.all(rows.flatMap(({ follows }) => filesIn(follows)).map(reactorsIn))).flat());
  expect(reactors.filter((one) => 'RecordsJoined' in one.on && !named.has(one)).map(({ name }) => name)).toEqual([]);
});
