import { parseArgs, type ParseArgsConfig } from 'node:util';
import { errorCodeOf } from '../error-code.js';
import { wrong } from './tool.js';

/** How a command is used was asked for: printed, and nothing is wrong. */
export class HelpAsked extends Error {}

/** Ends the command with what is wrong with what was typed, and how it is used. */
export const misused = (why: string, usage: string): never => wrong(`${why}\n\n${usage}`);

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** What was typed behind the name of a command. `--help` ends it with how it is used; what it does not know, with what is wrong as well. */
export function argumentsOf<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
  { args = process.argv.slice(2), allowPositionals = true }: { args?: readonly string[]; allowPositionals?: boolean } = {},
) {
  if (args.some((arg) => arg === '--help' || arg === '-h')) throw new HelpAsked(usage);
  try {
    return parseArgs({ args: [...args], allowPositionals, options: { ...options, ...HELP } });
  } catch (error) {
    const why = whyMisread(error);
    if (why === undefined) throw error;
    return misused(why, usage);
  }
}

/** What is wrong with one argument, in a sentence; undefined where the fault is another. */
function whyMisread(error: unknown): string | undefined {
  const message = String((error as { readonly message?: unknown }).message);
  const [, about = ''] = /'([^']*)'/.exec(message) ?? [];
  const option = about.replace(/^-\w, /, '').replace(/ <value>$/, '');
  switch (errorCodeOf(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${option}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      if (message.includes('ambiguous'))
        return `${option} needs a value behind it. One that begins with a dash is written with “=”: ${option.split(',')[0]}=-1`;
      return about.endsWith('<value>') ? `${option} needs a value behind it.` : `${option} takes no value.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `We do not know what “${about}” means here.`;
    default:
      return undefined;
  }
}
