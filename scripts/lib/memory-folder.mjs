import { mkdtempSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
/** What all tests together keep at one time is below a gigabyte; the rest is left to the tests themselves. */
const ROOM_BYTES = 4 * 2 ** 30;
const MEMORY_BYTES = 8 * 2 ** 30;

const availableBytes = () => Number(/^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] ?? 0) * 1024;
const runsPrograms = () =>
  readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .some((line) => line.split(' ')[1] === IN_MEMORY && !line.split(' ')[3]?.split(',').includes('noexec'));

/** An empty folder in memory for what tests write, where Linux has one with room: hubs wait for their disk a fifth of the time. */
export function memoryFolder() {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    const room = bavail * bsize >= ROOM_BYTES && availableBytes() >= MEMORY_BYTES && runsPrograms();
    return room ? mkdtempSync(join(IN_MEMORY, 'alongside-tests-')) : tmpdir();
  } catch {
    return tmpdir();
  }
}
