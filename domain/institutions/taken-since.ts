import type { Position } from '../kernel/brand.js';

/** Whether a membership or a role was taken, or a first day set, behind what a join knew: that stands. `taken`: where in the log that was last. */
export const isTakenSince = (taken: Position | undefined, asOf: Position): boolean => taken !== undefined && taken > asOf;
