import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PLAUSIBLE = 60;

/** Enough files, each importing the one before it, that the check believes it has read something. */
const chain = (): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: PLAUSIBLE }, (_, n) => [
      `domain/chain/link${n}.ts`,
      n === 0
        ? 'export const link0 = 0;'
        : `import { link${n - 1} } from './link${n - 1}.js';\nexport const link${n}: number = link${n - 1} + 1;`,
    ]),
  );

describe('the check of package boundaries', () => {
  let folder: string;

  const check = (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('scripts/boundaries.mjs'), folder], { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
    writeFileSync(join(folder, 'package.json'), '{ "name": "planted", "type": "module" }');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('passes where every import keeps to the rules', () => {
    expect(check(chain())).toEqual({ status: 0, said: expect.stringContaining(`${PLAUSIBLE} modules with ${PLAUSIBLE - 1} imports keep`) });
  });

  test('lets types refer to each other in a circle', () => {
    const planted = {
      'domain/here.ts': "import { type There, there } from './there.js';\nexport type Here = There;\nexport const here = there;",
      'domain/there.ts': "import type { Here } from './here.js';\nexport interface There { back: Here | null }\nexport const there = 1;",
    };
    expect(check({ ...chain(), ...planted })).toMatchObject({ status: 0 });
  });

  test('fails where so little was read that nothing can have been checked', () => {
    const { status, said } = check({ 'domain/alone.ts': 'export const alone = 1;' });
    expect(status).toBe(1);
    expect(said).toContain('Only 1 modules');
  });

  test.each([
    ['domain-keeps-to-itself', { 'domain/clock.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;" }],
    [
      'domain-keeps-to-itself',
      { 'domain/reach.ts': "import type { V } from '../projections/v.js';\nexport type W = V;", 'projections/v.ts': 'export type V = 1;' },
    ],
    [
      'client-keeps-to-itself',
      {
        'client/screen.tsx': 'import { fts } from \'../search/fts.js\';\nexport const Screen = () => <p class="small">{fts}</p>;',
        'search/fts.ts': 'export const fts = 1;',
      },
    ],
    [
      'nobody-imports-server',
      {
        'client/peek.ts': "import { secret } from '../server/s.js';\nexport const peek = secret;",
        'server/s.ts': 'export const secret = 1;',
      },
    ],
    [
      'nobody-imports-client',
      {
        'server/demo/day.testing.ts': "import { rule } from '../../client/features/rule.js';\nexport const day = rule;",
        'client/features/rule.ts': 'export const rule = 1;',
      },
    ],
    [
      'the-sqlite-log-is-wired-in-one-place',
      {
        'server/queries/q.ts': "import { log } from '../event-store/sqlite/log.js';\nexport const q = log;",
        'server/event-store/sqlite/log.ts': 'export const log = 1;',
      },
    ],
    [
      'embedded-search-is-wired-in-one-place',
      {
        'server/queries/f.ts': "import { fts } from '../../search/embedded/fts.js';\nexport const f = fts;",
        'search/embedded/fts.ts': 'export const fts = 1;',
      },
    ],
    ['drivers-are-chosen-in-one-place', { 'server/app/lock.ts': "import Database from 'better-sqlite3';\nexport const lock = Database;" }],
    [
      'drivers-are-chosen-in-one-place',
      { 'search/fts.ts': "import type { Statement } from 'better-sqlite3-12';\nexport type Find = Statement;" },
    ],
    ['drivers-are-chosen-in-one-place', { 'projections/bench/b.bench.ts': "export const driver = await import('better-sqlite3-12');" }],
    [
      'search-keeps-to-itself',
      {
        'search/f.ts': "import { view } from '../projections/v.js';\nexport const f = view;",
        'projections/v.ts': 'export const view = 1;',
      },
    ],
    [
      'no-circles',
      {
        'domain/here.ts': "import { there } from './there.js';\nexport const here = (): unknown => there;",
        'domain/there.ts': "import { here } from './here.js';\nexport const there = (): unknown => here;",
      },
    ],
    ['imports-resolve', { 'domain/lost.ts': "import { nowhere } from './nowhere.js';\nexport const lost = nowhere;" }],
  ])('fails on a planted violation of %s', (rule, planted) => {
    const { status, said } = check({ ...chain(), ...planted });
    expect(status).toBe(1);
    expect(said).toContain(`${rule}: `);
  });
});
