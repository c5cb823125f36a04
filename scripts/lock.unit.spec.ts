import { readFileSync } from 'node:fs';
import { BUILT_BY_SETUP, NODE_VERSIONS } from '../server/sqlite/node-versions.mjs';
import { missingFrom, platformOf } from './complete-lock.mjs';

interface Lock {
  readonly packages: Readonly<
    Record<string, { name?: string; version?: string; resolved?: string; link?: boolean; hasInstallScript?: boolean }>
  >;
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: Readonly<Record<string, boolean>> };
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

describe('the lock file', () => {
  test('names no host that the packages came from, so that it works behind any mirror', () => {
    const hosts = Object.values(lock.packages).flatMap(({ resolved, link }) => (resolved && !link ? [resolved] : []));
    expect(hosts).toEqual([]);
  });

  test('holds the builds for every platform: npm ci refuses it otherwise (node scripts/complete-lock.mjs mends it)', () => {
    expect(missingFrom(lock)).toEqual({});
  });

  test.each(['zod', 'yjs', 'solid-js', 'better-sqlite3', 'better-sqlite3-12'])(
    'holds one copy of %s: two would not know each other',
    (name) => {
      expect(Object.keys(lock.packages).filter((path) => nameOf(path) === name && path.includes('node_modules/'))).toEqual([
        `node_modules/${name}`,
      ]);
    },
  );

  test('every install script was read: it is allowed or refused by name in package.json', () => {
    const withScripts = Object.entries(lock.packages).flatMap(([path, { name, hasInstallScript }]) =>
      hasInstallScript ? [name ?? nameOf(path)] : [],
    );
    expect(withScripts.filter((name) => !(name in allowScripts))).toEqual([]);
    // Npm takes the package's own name here and no alias. Only driver 12 has a script.
    expect(allowScripts['better-sqlite3']).toBe(true);
  });

  test('no install script runs by itself: without a compiler the one of driver 12 would fail the whole install', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });

  test('every driver is at the version that was run, and only the one that setup builds has an install script', () => {
    const drivers = Object.entries(lock.packages).filter(([path]) => /^node_modules\/better-sqlite3(-12)?$/.test(path));
    expect(drivers.map(([path, { version, hasInstallScript = false }]) => [nameOf(path), version, hasInstallScript])).toEqual([
      ['better-sqlite3', '13.2.0', false],
      ['better-sqlite3-12', '12.11.1', true],
    ]);
    expect([...new Set(NODE_VERSIONS.map(({ driver }) => driver))].toSorted()).toEqual(drivers.map(([path]) => nameOf(path)));
    expect(BUILT_BY_SETUP).toEqual(['better-sqlite3-12']);
  });
});

test.each([
  ['@swc/core-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ['@nx/nx-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@oxlint/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
  ['@unrs/resolver-binding-linux-riscv64-gnu', { os: ['linux'], cpu: ['riscv64'], libc: ['glibc'] }],
  ['@oxlint/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
  ['bufferutil', undefined],
])('the platform of %s is read from its name', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
