import { assertSqliteVersion, isAtLeast } from './version.js';
import type { Database } from './driver.js';

test('a SQLite that can corrupt a file is too old', () => {
  expect(['3.51.3', '3.52.0', '3.53.2', '4.0.0'].map(isAtLeast)).toEqual([true, true, true, true]);
  expect(['3.51.2', '3.50.9', '3.7.0', '2.99.9'].map(isAtLeast)).toEqual([false, false, false, false]);
});

test('a driver that brings one is refused with both versions', () => {
  const driver = { prepare: () => ({ pluck: () => ({ get: () => '3.50.4' }) }) };
  expect(() => assertSqliteVersion(driver as unknown as Database)).toThrow('SQLite 3.51.3 or newer is needed; this is 3.50.4.');
});
