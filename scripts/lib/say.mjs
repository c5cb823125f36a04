// How the scripts speak: short lines, and one way to stop with a sentence rather than a stack trace.
import { readFileSync } from 'node:fs';

/** Answers nothing: what a step or a script answers is its exit status. */
export const say = (line) => void out.write(`${line}\n`);

let out = process.stdout;

/** What is said from here on is beside the point: the standard output belongs to a tool whose answer may be read by a program. */
export const sayAside = () => void (out = process.stderr);

/** Something a person can put right; its message says how. */
export class Stop extends Error {}

/** What a script says of itself at its head, which is how it is used. */
const headOf = (file) =>
  /^(?:\/\/.*\n)+/
    .exec(readFileSync(file, 'utf8'))?.[0]
    .replace(/^\/\/ ?/gm, '')
    .trim() ?? '';

/** Runs a script's main function: `--help` prints its head, a `Stop` its sentence, anything else its stack; the last two exit 1. */
export async function main(run) {
  try {
    if (['--help', '-h'].includes(process.argv[2])) return say(headOf(process.argv[1]));
    const code = await run();
    if (code) process.exitCode = code;
  } catch (error) {
    process.stderr.write(`\n${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
