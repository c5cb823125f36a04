import type { Position } from '../kernel/brand.js';

/**
 * Whether somebody took a membership or a role, or set a first day, of which a join did not know when it noted what its records had: what
 * they did stands. What was taken before was of one record alone. `taken`: where in the log that was last.
 */
export const isTakenSince = (taken: Position | undefined, asOf: Position): boolean => taken !== undefined && taken > asOf;
