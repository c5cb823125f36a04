import type { z } from 'zod';
import type { HubParts } from '../hub.js';

/** Something that cannot be done, as it is told to the person at the terminal. */
export class CannotBeDone extends Error {}

/** Ends the command with a sentence: what was asked cannot be done. Thrown, so that everything that is open is closed, and what lies in it removed. */
export function wrong(line: string): never {
  throw new CannotBeDone(line);
}

/** The terminal at which a tool was asked for, in this process or in another. */
export interface Terminal {
  /** Prints a line. */
  say(line: string): void;
  /** The file that came with it, in pieces; nothing where none was named. */
  readonly file: AsyncIterable<Uint8Array>;
  /** Aborted when the person at the terminal stops it. */
  readonly signal: AbortSignal;
}

/** What a command at the terminal does on a hub: in the process that runs, or in its own where none does (0065). */
export interface Tool<Input> {
  readonly name: string;
  readonly input: z.ZodType<Input>;
  /** Throws `CannotBeDone` with a sentence for the person at the terminal. */
  run(parts: HubParts, input: Input, terminal: Terminal): Promise<void>;
}
