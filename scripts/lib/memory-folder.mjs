import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
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

/** Folders of runs that were ended before they could remove theirs. */
const leftIn = (folder) =>
  readdirSync(folder).filter((name) => {
    const pid = Number(/^alongside-tests-(\d+)-/.exec(name)?.[1] ?? 0);
    try {
      return pid > 0 && !process.kill(pid, 0);
    } catch (error) {
      return error.code === 'ESRCH';
    }
  });

/** An empty folder in memory for what tests write, where Linux has one with room: hubs wait for their disk a fifth of the time. */
export function memoryFolder() {
  try {
    for (const left of leftIn(IN_MEMORY)) rmSync(join(IN_MEMORY, left), { recursive: true, force: true });
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    const room = bavail * bsize >= ROOM_BYTES && availableBytes() >= MEMORY_BYTES && runsPrograms();
    return room ? mkdtempSync(join(IN_MEMORY, `alongside-tests-${process.pid}-`)) : tmpdir();
  } catch {
    return tmpdir();
  }
}
