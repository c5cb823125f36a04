import type { Position } from '@alongside/domain/kernel/brand.js';
import type { LiveViews } from './live-views.js';

/** A reader names the position of its own last write here, and reads with that write in view. */
export const AFTER_HEADER = 'x-alongside-after';
/** Said in an answer that could not wait for it: the views are behind, and `through` tells how far they are. */
export const BEHIND_HEADER = 'x-alongside-behind';

const POSITION = /^[\w.:-]{1,64}$/;

/** The position in a header, if it could be one. It was given out by a hub and comes back unchanged. */
export const positionIn = (header: string | undefined): Position | undefined =>
  header !== undefined && POSITION.test(header) ? (header as Position) : undefined;

/** Waits, within bounds, until the views hold what the header names. False: they do not, and the reader is told so. */
export async function waitedFor(views: LiveViews, header: string | undefined): Promise<boolean> {
  const position = positionIn(header);
  return position === undefined || views.caughtUp(position);
}
