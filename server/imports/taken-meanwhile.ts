import { setTimeout as pause } from 'node:timers/promises';
import type { StaffTask } from './staff-wave.js';

/** How often a row is looked at again whose address was taken since, and after how many milliseconds: the other list is writing it. */
const AGAIN_LIMIT_TIMES = 20;
const AGAIN_MS = 25;

/** What a row asks for once its person, whom another list brings in at the same moment, is seen; undefined where they never are. */
export async function takenMeanwhile(taskNow: () => StaffTask, latest: () => Promise<unknown>): Promise<StaffTask | undefined> {
  for (let times = 0; times < AGAIN_LIMIT_TIMES; times += 1) {
    await latest();
    const task = taskNow();
    if (!task.invite) return task;
    await pause(AGAIN_MS);
  }
  return undefined;
}
