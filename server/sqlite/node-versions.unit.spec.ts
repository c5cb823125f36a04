import { BUILT_BY_SETUP, driverFor, NODE_VERSIONS, said, unfit, untried } from './node-versions.mjs';

describe('the versions of Node.js', () => {
  test.each([
    ['20.20.2', 'better-sqlite3-12'],
    ['22.14.0', 'better-sqlite3'],
    ['22.23.3', 'better-sqlite3'],
    ['24.18.0', 'better-sqlite3'],
    ['24.21.0', 'better-sqlite3'],
    ['26.10.0', 'better-sqlite3'],
  ])('%s is served by %s', (version, driver) => {
    expect(unfit(version)).toBeUndefined();
    expect(driverFor(version)).toBe(driver);
  });

  test.each(['18.20.8', '19.9.0', '20.19.5', '21.7.3', '22.13.1', '23.11.1', '25.9.0'])('%s is refused with what to install', (version) => {
    expect(unfit(version)).toBe(
      `Alongside runs on Node.js 20.20 or a newer 20, 22.14 or a newer 22, 24 and 26. This is Node.js ${version}. Install one of these from https://nodejs.org and run the command again.`,
    );
  });

  test('a version without a row has no driver', () => expect(() => driverFor('23.11.1')).toThrow('This is Node.js 23.11.1'));

  test('one newer than all of them is taken, as untried, with the driver of the newest', () => {
    expect(unfit('27.1.0')).toBeUndefined();
    expect(['26.10.0', '27.1.0', '28.0.0'].map(untried)).toEqual([false, true, true]);
    expect(driverFor('27.1.0')).toBe(NODE_VERSIONS.at(-1)?.driver);
  });

  test('only Node 20 has a driver that may need a compiler', () => {
    expect(NODE_VERSIONS.filter(({ driver }) => BUILT_BY_SETUP.includes(driver)).map(({ major }) => major)).toEqual([20]);
    expect(said()).toMatch(/^20\.20 .* and 26$/);
  });
});
