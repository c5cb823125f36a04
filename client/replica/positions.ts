import type { Position } from '@alongside/domain/kernel/brand.js';

/** The earlier of two places in the log; where one is not known, the other. */
export function earlier(a: Position | undefined, b: Position): Position;
export function earlier(a: Position | undefined, b: Position | undefined): Position | undefined;
export function earlier(a: Position | undefined, b: Position | undefined): Position | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

/** The later of two places in the log; where one is not known, the other. */
export function later(a: Position | undefined, b: Position): Position;
export function later(a: Position | undefined, b: Position | undefined): Position | undefined;
export function later(a: Position | undefined, b: Position | undefined): Position | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

/** The later of two places of which either may not be known. */
export const laterOf = (a: Position | undefined, b: Position | undefined): Position | undefined => (b === undefined ? a : later(a, b));
