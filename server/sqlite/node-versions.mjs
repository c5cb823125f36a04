// The versions of Node.js that Alongside runs on, and the driver of SQLite for each. Without imports: setup reads it before anything is installed.

/**
 * One row for each version that was proven (`node-versions`). Driver 13 needs Node-API 10, which 20 lacks and 22 has since 22.14; 12 aborts on 24.19.
 * @type {readonly { major: number, oldestMinor: number, driver: string }[]}
 */
export const NODE_VERSIONS = [
  { major: 20, oldestMinor: 20, driver: 'better-sqlite3-12' },
  { major: 22, oldestMinor: 14, driver: 'better-sqlite3' },
  { major: 24, oldestMinor: 0, driver: 'better-sqlite3' },
  { major: 26, oldestMinor: 0, driver: 'better-sqlite3' },
];

const NEWEST = NODE_VERSIONS.at(-1);

/** The drivers that npm's package holds no ready-made build of: setup makes or fetches one, only where Node needs it. */
export const BUILT_BY_SETUP = ['better-sqlite3-12'];

const numbersOf = (version) => version.split('.').map(Number);
const rowOf = (major) => NODE_VERSIONS.find((row) => row.major === major);

/** The package that serves a version of Node; a version newer than all that were tried has the driver of the newest. */
export function driverFor(version) {
  const [major] = numbersOf(version);
  const row = rowOf(major) ?? (major > NEWEST.major ? NEWEST : undefined);
  if (!row) throw new Error(unfit(version));
  return row.driver;
}

/** Why Alongside does not run on a version of Node, in a sentence that says what to do; undefined where it does. */
export function unfit(version) {
  const [major, minor] = numbersOf(version);
  const row = rowOf(major);
  if (row ? minor >= row.oldestMinor : major > NEWEST.major) return undefined;
  return `Alongside runs on Node.js ${said()}. This is Node.js ${version}. Install one of these from https://nodejs.org and run the command again.`;
}

/** Whether a version of Node is newer than all that Alongside was tried on. */
export const untried = (version) => numbersOf(version)[0] > NEWEST.major;

/** The supported versions as a person reads them: “20.20 or a newer 20, 22.14 or a newer 22, 24 and 26”. */
export function said() {
  const each = NODE_VERSIONS.map(({ major, oldestMinor }) => (oldestMinor ? `${major}.${oldestMinor} or a newer ${major}` : String(major)));
  return `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`;
}
