import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { HubParts } from '../hub.js';
import { failureFields } from '../logger.js';
import { CannotBeDone } from '../tools/tool.js';
import { tools } from '../tools/tools.js';
import { INPUT_HEADER, type Line } from './lines.js';
import { channelFile, socketIn } from './where.js';

const OWNER_ONLY = 0o600;
const WINDOWS = process.platform === 'win32';

/** Lets commands at the terminal work on this hub, for its own account alone (0065); answers how to close it. Without it a hub serves all the same. */
export async function openChannel(parts: HubParts): Promise<() => Promise<void>> {
  const path = WINDOWS ? `\\\\.\\pipe\\alongside-${randomUUID()}` : socketIn(parts.ownDir);
  if (path === undefined) {
    parts.logger.info('The path of the data folder is too long for a socket. Commands at the terminal make views of their own.');
    return async () => undefined;
  }
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const answered = answer(parts, request, response, stopping.signal).finally(() => running.delete(answered));
    running.add(answered);
  });
  // A register of schools takes longer than Node lets a request take.
  server.requestTimeout = 0;
  const file = channelFile(parts.ownDir);
  try {
    // The folder is this process's own: what lies there is a dead one's.
    await rm(file, { recursive: true, force: true });
    server.listen(path);
    await once(server, 'listening');
    if (WINDOWS) await writeFile(file, path, { mode: OWNER_ONLY });
    else await chmod(path, OWNER_ONLY);
  } catch (error) {
    parts.logger.warn('Commands at the terminal cannot reach this hub and make views of their own.', failureFields(error));
  }
  return async () => {
    stopping.abort();
    await Promise.all(running);
    server.close();
    server.closeAllConnections();
    await rm(file, { recursive: true, force: true });
  };
}

/** Does what was asked and sends what it says, line by line. Never rejects. */
async function answer(parts: HubParts, request: IncomingMessage, response: ServerResponse, stopping: AbortSignal): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const send = (line: Line): void => void (response.writable && response.write(`${JSON.stringify(line)}\n`));
  try {
    const tool = tools.get(request.url?.slice(1) ?? '');
    const header = request.headers[INPUT_HEADER];
    const input = tool && typeof header === 'string' ? tool.input.safeParse(JSON.parse(decodeURIComponent(header))) : undefined;
    if (!tool || !input?.success) throw new CannotBeDone('The hub that runs is of another version than this command. Start it again.');
    await tool.run(parts, input.data, {
      say: (said) => send({ said }),
      file: request,
      signal: AbortSignal.any([gone.signal, stopping]),
    });
    send({ done: true });
  } catch (error) {
    if (!(error instanceof CannotBeDone)) parts.logger.error('A command at the terminal failed.', failureFields(error));
    send({ wrong: error instanceof CannotBeDone ? error.message : 'This failed in the hub. Its output says more.' });
  }
  response.end();
}
