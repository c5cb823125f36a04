import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Mentee, Mentor } from '../features/candidate.js';

/**
 * Why two people cannot be matched, for the hub and tests. `apart` covers exclusions and line managers or induction tutors, and is never
 * shown (R5).
 */
export type Obstacle = 'self' | 'apart' | 'together' | 'lately' | 'paused' | 'full';

/** Whom a mentee cannot be matched with, and why, the gravest: one look-up for each mentor in place of six. */
export function keptFrom({
  person,
  exclusions,
  excludedBy,
  assessedBy,
  askedOrPaired,
  mentoredLately,
}: Mentee): ReadonlyMap<PersonId, Obstacle> {
  const kept = new Map<PersonId, Obstacle>();
  for (const other of mentoredLately) kept.set(other, 'lately');
  for (const other of askedOrPaired) kept.set(other, 'together');
  for (const some of [exclusions, excludedBy, assessedBy]) for (const other of some) kept.set(other, 'apart');
  return kept.set(person, 'self');
}

/** What stands between two people, the gravest first; absent where nothing does. */
export function obstacle({ keptFrom: kept }: { readonly keptFrom: ReadonlyMap<PersonId, Obstacle> }, mentor: Mentor): Obstacle | undefined {
  if (mentor.paused) return kept.get(mentor.person) ?? 'paused';
  if (mentor.taken >= mentor.places) return kept.get(mentor.person) ?? 'full';
  return kept.get(mentor.person);
}
