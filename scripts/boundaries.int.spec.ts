import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { checkBoundaries } from './lib/boundaries.mjs';
import { PACKAGES } from './lib/sources.mjs';

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

  const plant = (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const check = (files: Record<string, string>) => {
    plant(files);
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

  test('lets a feature import its own folders, what features share, and the shell its screens', () => {
    const planted = {
      'client/app/places.ts': "export const places = () => import('../features/today/today.screen.js');",
      'client/features/today/today.screen.tsx': "import { a } from './desk/a.js';\nexport const Today = () => <p>{a}</p>;",
      'client/features/today/desk/a.ts':
        "import { b } from '../../../shared/pair/b.js';\nimport { c } from '../c.js';\nexport const a = b + c;",
      'client/features/today/c.ts': 'export const c = 1;',
      'client/shared/pair/b.ts': 'export const b = 1;',
      'client/features/every.unit.spec.ts': "import { Today } from './today/today.screen.js';\nexport const every = Today;",
    };
    expect(check({ ...chain(), ...planted })).toMatchObject({ status: 0 });
  });

  test('lets a screen rank mentors and understand a search as the hub does', () => {
    const planted = {
      'client/features/find/find.ts':
        "import { rank } from '../../../ml/ranking/rank.js';\nimport { fields } from '../../../search/directory.js';\nexport const find = rank + fields;",
      'ml/ranking/rank.ts': 'export const rank = 1;',
      'search/directory.ts': 'export const fields = 1;',
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
        'client/screen.tsx': 'import { log } from \'../scripts/log.js\';\nexport const Screen = () => <p class="small">{log}</p>;',
        'scripts/log.ts': 'export const log = 1;',
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
        'server/queries/f.ts': "import { fts } from '../discovery/embedded/fts.js';\nexport const f = fts;",
        'server/discovery/embedded/fts.ts': 'export const fts = 1;',
      },
    ],
    [
      'the-sqlite-view-store-is-wired-in-one-place',
      {
        'server/queries/r.ts': "import { rows } from '../view-store/rows.js';\nexport const r = rows;",
        'server/view-store/rows.ts': 'export const rows = 1;',
      },
    ],
    [
      'the-browser-takes-nothing-native',
      {
        'client/features/find.ts': "import { words } from '../../search/words.js';\nexport const find = words;",
        'search/words.ts': "import { fast } from './fast.js';\nexport const words = fast;",
        'search/fast.ts': "import { Meilisearch } from 'meilisearch';\nexport const fast = Meilisearch;",
      },
    ],
    [
      'the-browser-takes-nothing-native',
      {
        'client/features/soon.ts': "import { wait } from '../../projections/wait.js';\nexport const soon = wait;",
        'projections/wait.ts': "import { setTimeout } from 'node:timers/promises';\nexport const wait = setTimeout;",
      },
    ],
    ['search-keeps-to-itself', { 'search/file.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;" }],
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
    [
      'features-keep-apart',
      {
        'client/features/today/a.ts': "import { b } from '../booking/b.js';\nexport const a = b;",
        'client/features/booking/b.ts': 'export const b = 1;',
      },
    ],
    [
      'features-keep-apart',
      {
        'client/features/today/a.ts': "import type { B } from '../today-too/b.js';\nexport type A = B;",
        'client/features/today-too/b.ts': 'export type B = 1;',
      },
    ],
    [
      'features-keep-apart',
      {
        'client/features/today/desk/a.ts': "export const a = () => import('../../booking/b.js');",
        'client/features/booking/b.ts': 'export const b = 1;',
      },
    ],
    [
      'shared-stands-below-features',
      {
        'client/shared/pair/a.ts': "import { b } from '../../features/booking/b.js';\nexport const a = b;",
        'client/features/booking/b.ts': 'export const b = 1;',
      },
    ],
    [
      'the-shell-opens-screens-alone',
      {
        'client/app/a.ts': "export const a = () => import('../features/booking/b.js');",
        'client/features/booking/b.ts': 'export const b = 1;',
      },
    ],
    [
      'parts-and-replica-stand-below-screens',
      { 'client/ui/a.ts': "import { b } from '../shared/b.js';\nexport const a = b;", 'client/shared/b.ts': 'export const b = 1;' },
    ],
    [
      'no-circles',
      {
        'domain/here.ts': "import { type There, there } from './there.js';\nexport type Here = There;\nexport const here = there;",
        'domain/there.ts': "import type { Here } from './here.js';\nexport interface There { back: Here | null }\nexport const there = 1;",
      },
    ],
    [
      'no-circles',
      {
        'client/here.tsx': "import type { There } from './there.js';\nexport const Here = (props: There) => <p>{props.text}</p>;",
        'client/there.tsx':
          'import { Here } from \'./here.js\';\nexport interface There { text: string }\nexport const Two = () => <Here text="" />;',
      },
    ],
    ['imports-resolve', { 'domain/lost.ts': "import { nowhere } from './nowhere.js';\nexport const lost = nowhere;" }],
  ])('fails on a planted violation of %s', async (rule, planted) => {
    plant({ ...chain(), ...planted });
    const { violations } = await checkBoundaries(
      folder,
      PACKAGES.filter((name) => existsSync(join(folder, name))),
    );
    expect(violations).toContainEqual(expect.stringMatching(new RegExp(`^${rule}: `)));
  });

  test('the command fails where a boundary is broken, and says which', () => {
    const { status, said } = check({
      ...chain(),
      'domain/lost.ts': "import { nowhere } from './nowhere.js';\nexport const lost = nowhere;",
    });
    expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining('imports-resolve: domain/lost.ts') });
  });
});
