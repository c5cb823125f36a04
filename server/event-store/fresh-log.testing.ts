import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import { openEventStore } from './open.js';

/** How long an event store server may take until it answers, in milliseconds. */
const START_LIMIT_MS = 120_000;
const LOOK_INTERVAL_MS = 200;

/** A log that is empty yet: a file under a data folder, or a server of its own. */
export interface FreshLog {
  /** The settings of a hub that keeps its log there. */
  readonly env: Readonly<Record<string, string>>;
  /** The log itself, of the hubs whose data folder this is. */
  open(dataDir: string): Promise<EventStore>;
  /** Ends the server, with all that it held in memory. */
  close(): Promise<void>;
}

/** On a server of its own that the command `START_EVENTSTORE` starts on `$PORT`, empty and without TLS; unset, in a file. Rejects where none answers in two minutes. */
export async function freshLog(): Promise<FreshLog> {
  const command = process.env['START_EVENTSTORE'];
  const file = { env: {}, open: (dataDir: string) => openEventStore({ dataDir }), close: async () => undefined };
  return command ? serverBy(command, await freePort()) : file;
}

async function serverBy(command: string, port: number): Promise<FreshLog> {
  // A test that dies closes the pipe, which ends the server too.
  const script = `${command} & server=$!; (read _; kill $server) <&3 & wait $server`;
  const shell = spawn('/bin/sh', ['-c', script], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const gone = once(shell, 'exit');
  const eventStoreUrl = `esdb://127.0.0.1:${port}?tls=false`;
  const open = () => openEventStore({ eventStoreUrl, dataDir: '' });
  const close = async () => {
    shell.stdio[3]?.destroy();
    await gone;
  };
  for (const since = performance.now(); ; await setTimeout(LOOK_INTERVAL_MS)) {
    const store = await open().catch((error: unknown) => {
      if (shell.exitCode === null && performance.now() - since < START_LIMIT_MS) return undefined;
      throw new Error(`START_EVENTSTORE began no server that answers at ${eventStoreUrl}: ${command}`, { cause: error });
    });
    if (!store) continue;
    await store.close();
    return { env: { EVENTSTORE_URL: eventStoreUrl }, open, close };
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
