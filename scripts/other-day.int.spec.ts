import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { onDay, OTHER_DAYS } from './lib/other-day.mjs';

/** Says the day in this process, in a thread of it, and in a child that was given an environment of its own. */
const SAYS_THE_DAY = `
  const { Worker } = require('node:worker_threads');
  const { spawnSync } = require('node:child_process');
  const day = 'new Date().toISOString().slice(0, 10) + " " + new Date(Date.now()).getFullYear()';
  new Worker('require("node:worker_threads").parentPort.postMessage(' + day + ')', { eval: true }).once('message', (thread) => {
    const child = spawnSync(process.execPath, ['-p', day], { env: { PATH: process.env.PATH } }).stdout.toString().trim();
    console.log(JSON.stringify([eval(day), thread, child]));
  });
`;

describe('another day', () => {
  test('is that of a process, of its threads and of its children, and the clock runs', async () => {
    const day = OTHER_DAYS.find(({ name }) => name === '29 February');
    expect(day).toBeDefined();
    if (!day) return;
    const env = { PATH: process.env['PATH'], ...onDay(day) };
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', SAYS_THE_DAY], { env });
    expect(JSON.parse(stdout)).toEqual(Array.from({ length: 3 }, () => '2028-02-29 2028'));

    const runs = `const from = Date.now(); setTimeout(() => console.log(Date.now() > from && new Date(0).getTime() === 0), 20)`;
    expect((await promisify(execFile)(process.execPath, ['-e', runs], { env })).stdout.trim()).toBe('true');
  });
});
