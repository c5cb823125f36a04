import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** How long a hub may take to be ready, its fictional community included, in milliseconds. */
const READY_LIMIT_MS = 90_000;

/** A hub in a process of its own, with a data folder of its own that goes when it stops. */
export interface RunningHub {
  /** Where it answers, without a slash at the end. */
  readonly address: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** Starts the built server on a free port. `env` adds to its settings; without it the hub is the demonstration. Rejects with what it said when it does not become ready. */
export async function startHub(env: Readonly<Record<string, string>> = {}): Promise<RunningHub> {
  const dataDir = await mkdtemp(join(tmpdir(), 'alongside-hub-'));
  const child = spawn(process.execPath, ['--enable-source-maps', resolve('server/dist/app/main.js')], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  createInterface(child.stderr).on('line', (line) => said.push(line));

  const address = await new Promise<string>((ready, failed) => {
    const give = (why: string) => failed(new Error(`The hub ${why}. It said:\n${said.join('\n')}`));
    const timer = setTimeout(() => give(`was not ready within ${READY_LIMIT_MS} ms`), READY_LIMIT_MS);
    createInterface(child.stdout).on('line', (line) => {
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
  }).catch(async (error: unknown) => {
    child.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  });

  return {
    address,
    dataDir,
    async stop() {
      const gone = child.exitCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGTERM');
      await gone;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
