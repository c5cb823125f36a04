import { errorCodeOf } from './error-code.js';

const LEVELS = { debug: 10, info: 20, warn: 30, error: 40 } as const;
export type LogLevel = keyof typeof LEVELS;

/** What a line may carry: ids, codes, counts and durations. Names, addresses and anybody's words have no place in a log of operations. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes one line of JSON per message. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** A logger that keeps quiet below `level`. `write` takes whole lines, without their end. */
export function createLogger(level: LogLevel, write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Logger {
  const at =
    (own: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (LEVELS[own] >= LEVELS[level]) write(JSON.stringify({ time: new Date().toISOString(), level: own, message, ...fields }));
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/**
 * A failure without personal data: class, code and place. Messages may quote what people typed, so only those of the operating system are
 * kept.
 */
export function failureFields(error: unknown): LogFields {
  if (!isError(error)) return { failure: typeof error };
  const code = errorCodeOf(error);
  const systemError = 'syscall' in error;
  const where = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/file:\/\/\S*\/(?=[^/]+\/[^/]+\/[^/]+$)/, ''))
    .join(' < ');
  return { failure: error.name, ...(code && { code }), ...(systemError && { detail: error.message }), ...(where && { where }) };
}

const isError = (error: unknown): error is Error => typeof error === 'object' && error !== null && 'stack' in error && 'name' in error;
