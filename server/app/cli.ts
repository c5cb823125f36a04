import { ConfigError, EXIT_CONFIG, readConfig, type Config } from './config.js';
import { writeForOwnerOnly } from './data-folder.js';
import { holdsHub } from './holds-hub.js';
import type { HubParts } from './hub.js';
import { createLogger } from './logger.js';
import { openParts } from './open-parts.js';
import { CannotStart, folderIsUsable } from './preflight.js';

/** A line for the person at the terminal. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Something that cannot be done, as it is told to the person at the terminal. */
export class CannotBeDone extends Error {}

/** Ends the command with a sentence: what was asked cannot be done. Thrown, so that everything that is open is closed, and what lies in it removed. */
export function wrong(line: string): never {
  throw new CannotBeDone(line);
}

/** Runs a whole command. Its exit status is 1 where it could not be done. */
export async function command(work: () => Promise<unknown> | unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CannotBeDone)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * Works on the configured data with the parts of a hub. A running hub follows up itself; without one this awaits the effects. Email is left
 * to the hub (0012).
 */
export async function inHub(work: (parts: HubParts) => Promise<unknown>): Promise<void> {
  writeForOwnerOnly();
  const config = configOrExit();
  await folderIsUsable(config.dataDir).catch((error: unknown) => wrong(error instanceof CannotStart ? error.message : String(error)));
  const { parts, begin, settled, close } = await openParts(config, { logger: createLogger('warn'), as: 'command' });
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
  try {
    return readConfig(process.env, { holdsHub, as: 'command' });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_CONFIG);
  }
}
