import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MASTER_KEY_FILE } from '../privacy/master-key.js';
import { LogNotChecked } from '../event-store/not-checked.js';
import { askHub } from './channel/ask-hub.js';
import { sayMisspelt } from './misspelt.js';
import { ConfigError, EXIT_CONFIG, readConfig, type Config } from './config.js';
import { writeForOwnerOnly } from './data-folder.js';
import { errorCodeOf } from './error-code.js';
import { whyNoHubIn } from './folder-kind.js';
import { writeFailureOf } from './health/write-failure.js';
import { holdsHub } from './holds-hub.js';
import type { HubParts } from './hub.js';
import { withCopyFolder } from './log-check/check-copies.js';
import { createLogger, type LogLevel } from './logger.js';
import { CannotStart, folderIsUsable, sayStart } from './preflight.js';
import { argumentsOf, HelpAsked, misused } from './tools/arguments.js';
import { CannotBeDone, wrong, type Terminal, type Tool } from './tools/tool.js';

export { argumentsOf, CannotBeDone, misused, wrong };

/** A line for the person at the terminal. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

// What is printed may be read in part, as by `head`: the command goes on to its end, and says no more.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (errorCodeOf(error) !== 'EPIPE') throw error;
  });

/** Runs a whole command. Its exit status is 1 where it could not be done, and 0 where it says how it is used because that was asked. */
export async function command(work: () => Promise<unknown> | unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof HelpAsked) return say(error.message);
    if (error instanceof LogNotChecked)
      process.stderr.write(`${error.message} Nothing is known to be damaged or lost. Check the disk, then run this again.\n`);
    else if (error instanceof CannotBeDone) process.stderr.write(`${error.message}\n`);
    else if (isOfFiles(error)) process.stderr.write(`${sayStart(error)}\n`);
    else throw error;
    process.exitCode = 1;
  }
}

/** What the file system or SQLite says of a file: for the person at the terminal, and no mistake of the program. */
const isOfFiles = (error: unknown): boolean => writeFailureOf(error) !== undefined || (error instanceof Error && 'path' in error);

interface Asking {
  /** The pieces of a file; asked for once. */
  readonly file?: () => AsyncIterable<Uint8Array>;
  /** Whether a hub is made where there is none. */
  readonly makeNew?: boolean;
}

/** A tool by its name. What it works with is read only where it works here: a person waits for that. */
export interface ToolToCome<Input> {
  readonly name: string;
  readonly load: () => Promise<Tool<Input>>;
}

/** Has a tool work on the configured data: in the hub that runs there, or else here. */
export async function atHub<Input extends object>(
  { name, load }: ToolToCome<Input>,
  input: Input,
  { file = async function* () {}, makeNew }: Asking = {},
): Promise<void> {
  const config = configOrExit();
  if (await askHub(config.dataDir, { tool: name, input, file }, say)) return;
  if (!makeNew && !wasHere(config))
    wrong(
      `There is no hub in ${config.dataDir}. Set DATA_DIR to the hub’s data folder. ${makeNew === undefined ? '' : 'To make a new hub there, run this again with --new. '}Nothing was written.`,
    );
  const tool = await load();
  const terminal = (pieces: AsyncIterable<Uint8Array>): Terminal => ({ say, file: pieces, signal: new AbortController().signal });
  // What a server holds is known to the server alone: it may be a hub that this folder has not met.
  if (wasHere(config) || config.eventStoreUrl) return inHub((parts) => tool.run(parts, input, terminal(file())));
  // Tried out first: what is only asked about, or refused, makes no hub.
  const pieces = await allOf(file());
  const saves = 'yes' in input && input.yes === true;
  const held: string[] = [];
  const trial = { ...terminal(pieces()), ...(saves && { say: (line: string) => void held.push(line) }) };
  await inPassing(config, (parts) => tool.run(parts, { ...input, yes: false }, trial)).catch((error: unknown) => {
    held.forEach(say);
    throw error;
  });
  if (saves) await inHub((parts) => tool.run(parts, input, terminal(pieces())));
}

/** The pieces of a file that can be read once, for twice. */
async function allOf(file: AsyncIterable<Uint8Array>): Promise<() => AsyncIterable<Uint8Array>> {
  const kept: Uint8Array[] = [];
  for await (const piece of file) kept.push(piece);
  return async function* () {
    yield* kept;
  };
}

/** Works on a hub that is gone afterwards, in a folder of its own: nothing is written where the data is to be. */
async function inPassing(config: Config, work: (parts: HubParts) => Promise<unknown>): Promise<void> {
  const why = whyNoHubIn(config.dataDir);
  if (why) return wrong(why);
  writeForOwnerOnly();
  await withCopyFolder((dataDir) => working({ ...config, dataDir }, 'error', work));
}

/** Whether a hub was here before. With an event store server the folder holds what a process of it keeps. */
function wasHere({ dataDir, eventStoreUrl }: Config): boolean {
  if (!eventStoreUrl) return holdsHub(dataDir);
  return ['processes', MASTER_KEY_FILE].some((name) => existsSync(join(dataDir, name)));
}

/** Works on the configured data in this process, and settles once all that follows is done. Email is left to the hub (0012). */
export async function inHub(work: (parts: HubParts) => Promise<unknown>): Promise<void> {
  writeForOwnerOnly();
  const config = configOrExit();
  await folderIsUsable(config.dataDir).catch((error: unknown) => wrong(error instanceof CannotStart ? error.message : String(error)));
  await working(config, 'warn', work);
}

async function working(config: Config, logLevel: LogLevel, work: (parts: HubParts) => Promise<unknown>): Promise<void> {
  const { openParts } = await import('./open-parts.js');
  const { parts, begin, settled, close } = await openParts(config, { logger: createLogger(logLevel), as: 'command' }).catch(
    (error: unknown) => wrong(sayStart(error)),
  );
  try {
    await begin();
    await work(parts);
    await settled();
  } finally {
    await close();
  }
}

/** The configuration; a wrong one ends the process with a sentence for each setting. */
export function configOrExit(): Config {
  for (const line of sayMisspelt(Object.keys(process.env))) process.stderr.write(`${line}\n`);
  try {
    return readConfig(process.env, { holdsHub, as: 'command' });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_CONFIG);
  }
}
