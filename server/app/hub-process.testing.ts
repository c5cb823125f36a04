import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Answer, Envelope } from '@alongside/domain/protocol/messages.js';
import { builtProgram } from './program.testing.js';

/** A hub in a process of its own, as `npm start` runs it. */
export interface HubProcess {
  readonly process: ChildProcess;
  /** Lets a held one run. */
  release(): void;
  /** Settles with the hub's address once it serves; undefined where it was gone before. */
  readonly ready: Promise<string | undefined>;
  /** Settles when it is gone; its exit code, null when it was killed. */
  readonly gone: Promise<number | null>;
  /** What it printed so far. */
  readonly said: readonly string[];
}

/** Starts the built hub on a data folder and a free port, with `env` added. Held: it loads its code and touches nothing until `release`. */
export function startHubProcess(dataDir: string, env: Readonly<Record<string, string>>, held = false): HubProcess {
  const script = builtProgram(held ? 'held-hub.child' : 'main');
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const lines = createInterface({ input: child.stdout });
  const address = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      said.push(line);
      const found = /^Alongside is ready at http:\/\/localhost:(\d+)$/.exec(line)?.[1];
      if (found) resolve(`http://127.0.0.1:${found}`);
    });
  });
  const gone = once(child, 'exit').then(([code]) => code as number | null);
  return {
    process: child,
    release: () => void child.stdin.write('go'),
    said,
    gone,
    ready: Promise.race([address, gone.then(() => undefined)]),
  };
}

/** The address of a hub that must come to serve; rejects with what it said where it does not. */
export async function serving({ ready, said }: HubProcess): Promise<string> {
  const address = await ready;
  if (address === undefined) throw new Error(`The hub stopped before it served. It said:\n${said.join('\n')}`);
  return address;
}

/** Sends something as a browser does, and answers what came back. Rejects where the hub is gone before it answers. */
export async function post<Body>(address: string, path: string, cookie: string, body: unknown): Promise<Body> {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-alongside': '1', cookie },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Body;
}

/** Sends a command as a browser does. Rejects where the hub is gone before it answers. */
export const send = (address: string, cookie: string, envelope: Envelope): Promise<Answer> =>
  post<Answer>(address, '/api/commands', cookie, envelope);

/** What a query answers a person who is signed in; undefined where it is nothing. `headers`: sent beside who they are. */
export async function ask<Body>(address: string, path: string, cookie: string, headers = {}): Promise<Body | undefined> {
  const response = await fetch(`${address}${path}`, { headers: { cookie, ...headers } });
  return response.ok ? ((await response.json()) as Body) : undefined;
}
