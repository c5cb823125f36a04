import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { countsAtStart } from './lib/counts-at-start.mjs';
import { ROOT } from './lib/run.mjs';
import { filesUnder, PACKAGES } from './lib/sources.mjs';

const sources = PACKAGES.flatMap((name) => [...filesUnder(join(ROOT, name))])
  .map((path) => relative(ROOT, path))
  .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.|\.testing\.|\/testing\/|\/bench\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
  .filter(({ text }) => /\bcount\(/.test(text));

describe('a count in words at the start of a sentence', () => {
  test('begins with a capital letter everywhere', () => {
    expect(sources.length).toBeGreaterThan(50);
    const faults = sources.flatMap(({ path, text }) =>
      countsAtStart(text, { tsx: path.endsWith('x') }).map((line) => `${path}:${line} → atStart(count(…))`),
    );
    expect(faults).toEqual([]);
  });

  test.each([
    ["<p>{count(n, 'member')} left.</p>"],
    ["<p>It is saved. {count(n, 'member')} left.</p>"],
    ["<p><Show when={n}>{count(n, 'member')} left.</Show></p>"],
    ["<p>{n ? count(n, 'member') : 'None'}</p>"],
    ["<Row label={count(n, 'member')} />"],
    ["<p>{`${count(n, 'member')} left.`}</p>"],
    ["<p>{{ value: `${count(n, 'member')}, 2 hours` }.value}</p>"],
    ["<p>{count(n, 'member').replace(/^o/, 'O')}</p>"],
    ["<p>{say(`Saved. ${count(n, 'member')} left.`)}</p>"],
  ])('“%s” is found', (part) => {
    expect(countsAtStart(`const A = () => ${part};`, { tsx: true })).toEqual([1]);
  });

  test.each([
    ["<p>{atStart(count(n, 'member'))} left.</p>"],
    ["<p>We ask {count(n, 'member')}.</p>"],
    ["<p>We ask <strong>{count(n, 'member')}</strong>.</p>"],
    ["<p>{say(`at ${count(n, 'school')}`)}</p>"],
    ["<p>{who} asks{' '}{count(n, 'member')}.</p>"],
  ])('“%s” is none', (part) => {
    expect(countsAtStart(`const A = () => ${part};`, { tsx: true })).toEqual([]);
  });
});
