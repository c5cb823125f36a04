import type { Mentee, Mentor } from '../features/candidate.js';

/**
 * Why two people cannot be matched, for the hub and tests. `apart` covers exclusions and line managers or induction tutors, and is never
 * shown (R5).
 */
export type Obstacle = 'self' | 'apart' | 'together' | 'lately' | 'paused' | 'full';

/** What stands between two people, the gravest first; absent where nothing does. */
export function obstacle(mentee: Mentee, mentor: Mentor): Obstacle | undefined {
  if (mentor.person === mentee.person) return 'self';
  if (mentee.excludedBy.has(mentor.person) || mentee.exclusions.has(mentor.person) || mentee.assessedBy.has(mentor.person)) return 'apart';
  if (mentee.askedOrPaired.has(mentor.person)) return 'together';
  if (mentee.mentoredLately.has(mentor.person)) return 'lately';
  if (mentor.paused) return 'paused';
  return mentor.taken >= mentor.places ? 'full' : undefined;
}
