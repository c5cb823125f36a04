import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { errorCodeOf } from '../error-code.js';
import { CannotBeDone, wrong } from '../tools/tool.js';
import { INPUT_HEADER, line } from './lines.js';
import { channelsIn } from './where.js';

interface Asked {
  readonly tool: string;
  readonly input: unknown;
  /** Opened only once a hub takes the question. */
  readonly file: () => AsyncIterable<Uint8Array>;
}

/** Has a hub that runs on a data folder do something, and prints what it says. False where none runs. Throws `CannotBeDone`. */
export async function askHub(dataDir: string, asked: Asked, say: (line: string) => void): Promise<boolean> {
  for (const path of await channelsIn(dataDir)) {
    const response = await sentTo(path, asked);
    if (!response) continue;
    await told(response, say);
    return true;
  }
  return false;
}

/** The answer of the hub that listens there; undefined where none does. */
async function sentTo(socketPath: string, { tool, input, file }: Asked): Promise<IncomingMessage | undefined> {
  const asking = request({
    socketPath,
    method: 'POST',
    path: `/${tool}`,
    // Nothing more is asked: a connection that is kept would keep the command from ending.
    agent: false,
    headers: { [INPUT_HEADER]: encodeURIComponent(JSON.stringify(input)) },
  });
  const answered = once(asking, 'response') as Promise<[IncomingMessage]>;
  // The hub may answer, or end, before it has the whole file.
  const sent = Readable.from(file());
  asking.on('error', () => sent.destroy()).on('close', () => sent.destroy());
  // What is wrong with the file is for the person at the terminal, and ends the question.
  sent.on('error', (error) => asking.destroy(error));
  sent.pipe(asking);
  try {
    return (await answered)[0];
  } catch (error) {
    if (error instanceof CannotBeDone) throw error;
    if (['ENOENT', 'ECONNREFUSED'].includes(errorCodeOf(error) ?? '')) return undefined;
    return wrong(UNFINISHED);
  }
}

const UNFINISHED = 'The hub stopped before this was done. Run it again. It is safe.';

async function told(response: IncomingMessage, say: (line: string) => void): Promise<void> {
  let done = false;
  let refused: string | undefined;
  try {
    for await (const text of createInterface({ input: response })) {
      const read = line.parse(JSON.parse(text));
      if ('said' in read) say(read.said);
      else if ('wrong' in read) refused = read.wrong;
      else done = true;
    }
  } catch (error) {
    // The hub ended in the middle of its answer.
    if (errorCodeOf(error) !== 'ECONNRESET' && !(error instanceof SyntaxError)) throw error;
  }
  if (refused !== undefined) wrong(refused);
  if (!done) wrong(UNFINISHED);
}
