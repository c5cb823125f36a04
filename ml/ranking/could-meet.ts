import type { Mentor } from '../features/candidate.js';
import { formatsMeet } from './parts/availability.js';
import { bothOnline, FAR_MILES, nearest } from './parts/proximity.js';
import type { Seeker } from './seeker.js';

/**
 * Whether two could meet, by a form that suits both and, in person, by distance. True where either has not said it. Times are left out:
 * people agree on others.
 */
export function couldMeet(seeker: Seeker, mentor: Mentor): boolean {
  const [mine, theirs] = [seeker.mentee.availability, mentor.availability];
  if (!mine || !theirs) return true;
  if (!formatsMeet(mine, theirs)) return false;
  if (bothOnline(seeker, mentor)) return true;
  const near = nearest(seeker, mentor);
  return near?.kind !== 'miles' || near.miles <= FAR_MILES;
}
