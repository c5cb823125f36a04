import type { Mentor } from '../features/candidate.js';
import { NEIGHBOUR } from './parts/goals.js';
import type { Seeker } from './seeker.js';
import type { Weights } from './weights.js';

/** The mentors of a hub, as ranking looks through them. */
export interface Mentors {
  readonly all: Iterable<Mentor>;
  /** Those who offer an area. Absent: it is not known without looking at all. */
  readonly offering?: (tag: string) => Iterable<Mentor>;
  /** Whether the mentee may find a mentor. Asked of the few who could come in. */
  readonly mayFind?: (mentor: Mentor) => boolean;
}

/** The most that anybody can score who offers none of the focus areas. */
const mostWithout = ({ expertise, goals }: Weights): number => 1 - expertise - goals * (1 - NEIGHBOUR);

/** Looks through mentors until none left can score `least`: first the few thousand who offer a focus area, whom the others hardly reach. */
export function lookThrough(
  { aims }: Seeker,
  { all, offering }: Mentors,
  weights: Weights,
  { least, visit }: { readonly least: () => number; readonly visit: (mentor: Mentor) => void },
): void {
  const first = new Set<Mentor>();
  if (offering) for (const tag of aims.keys()) for (const mentor of offering(tag)) first.add(mentor);
  for (const mentor of first) visit(mentor);
  if (aims.size > 0 && offering && least() > mostWithout(weights)) return;
  for (const mentor of all) if (!first.has(mentor)) visit(mentor);
}
