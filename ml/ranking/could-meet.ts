import type { Mentor } from '../features/candidate.js';
import { formatsMeet } from './parts/availability.js';
import { bothOnline, FAR_MILES, nearest } from './parts/proximity.js';
import type { Seeker } from './seeker.js';

/**
 * Whether two could meet at all by what both have said: in a form that suits both, and near enough where that is in person. True where
 * either has not said it. Times are left out, because people agree on others.
 */
export function couldMeet(seeker: Seeker, mentor: Mentor): boolean {
  const [mine, theirs] = [seeker.mentee.availability, mentor.availability];
  if (!mine || !theirs) return true;
  if (!formatsMeet(mine, theirs)) return false;
  if (bothOnline(seeker, mentor)) return true;
  const near = nearest(seeker, mentor);
  return near?.kind !== 'miles' || near.miles <= FAR_MILES;
}
