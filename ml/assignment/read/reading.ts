import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import type { Trouble } from '../problem.js';

/** Thrown while JSON is read, and made a refusal by `orTrouble`. */
class Unreadable extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.message);
  }
}

/** What was read, or why it cannot be. */
export function orTrouble<Read>(read: () => Read): Result<Read, Trouble> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.trouble);
    throw error;
  }
}

/** Ends the reading with a sentence about one field. */
export function unreadable(code: `PROBLEM.${string}`, path: string, sentence: string): never {
  throw new Unreadable({ code, message: `${path || 'The problem'}: ${sentence}`, path });
}

export function objectAt(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return unreadable('PROBLEM.NOT_AN_OBJECT', path, `must be an object, and is ${kindOf(value)}.`);
  return value as Readonly<Record<string, unknown>>;
}

export function listAt(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) return unreadable('PROBLEM.NOT_A_LIST', path, `must be a list, and is ${kindOf(value)}.`);
  return value;
}

/** A whole number from nought up to a limit. */
export function countAt(value: unknown, path: string, limit: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > limit)
    return unreadable('PROBLEM.NOT_A_COUNT', path, `must be a whole number from 0 to ${limit}, and is ${kindOf(value)}.`);
  return value;
}

/** A number that can be added up: a finite one, up to a limit either side of nought. */
export function numberAt(value: unknown, path: string, limit: number): number {
  if (typeof value !== 'number' || !(Math.abs(value) <= limit))
    return unreadable('PROBLEM.NOT_A_NUMBER', path, `must be a number from -${limit} to ${limit}, and is ${kindOf(value)}.`);
  return value;
}

export function oneOf<Word extends string>(value: unknown, path: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === value);
  return (
    word ??
    unreadable('PROBLEM.UNKNOWN_WORD', path, `must be one of ${words.map((each) => `“${each}”`).join(', ')}, and is ${kindOf(value)}.`)
  );
}

const SHOWN_LIMIT_CHARACTERS = 40;

/** What a value is, in few words. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string')
    return value.length > SHOWN_LIMIT_CHARACTERS ? `a text of ${value.length} characters` : `the text “${value}”`;
  return String(value);
}
