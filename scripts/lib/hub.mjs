import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { programFile } from './bundle.mjs';

/** How long a hub may take to be ready, its fictional community included, in milliseconds. */
const READY_LIMIT_MS = 90_000;

/** An empty folder for one hub's data. */
export const newDataDir = () => mkdtemp(join(tmpdir(), 'alongside-hub-'));

/**
 * Starts the built server on a free port with a folder’s data; without `env` it is the demonstration. Rejects with the output of a hub
 * that does not become ready.
 * @param {string} dataDir
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<{ address: string, dataDir: string, said: readonly string[], stop: () => Promise<void> }>} `stop` leaves the data where
 * they are; `said` grows with what the hub prints.
 */
export async function startHubIn(dataDir, env = {}) {
  const child = spawn(process.execPath, ['--enable-source-maps', programFile('main')], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const stop = async () => {
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGTERM');
    await gone;
  };
  const address = await new Promise((ready, failed) => {
    const give = (why) => failed(new Error(`The hub ${why}. It said:\n${said.join('\n')}`));
    const timer = setTimeout(() => give(`was not ready within ${READY_LIMIT_MS} ms`), READY_LIMIT_MS);
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const found = /^Alongside is ready at (http:\/\/\S+?)\/?$/.exec(line)?.[1];
      if (!found) return;
      clearTimeout(timer);
      ready(found);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      give(`stopped with status ${code}`);
    });
  }).catch((error) => {
    child.kill('SIGKILL');
    throw error;
  });
  return { address, dataDir, said, stop };
}

/** Lets the fictional community move into a new folder, once, for others to copy; answers the folder. */
export async function seedDemo() {
  const dataDir = await newDataDir();
  try {
    const hub = await startHubIn(dataDir);
    await hub.stop();
    return dataDir;
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
}

/** A folder with the same data as another whose hub has stopped. */
export async function copyData(from) {
  const dataDir = await newDataDir();
  await cp(from, dataDir, { recursive: true });
  return dataDir;
}
