import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '../views/index.js';
import { membershipsOf } from './gather.js';

const placesOf = (person: PersonId, look: HubReader): readonly InstitutionId[] =>
  membershipsOf(person, look).map(({ institution }) => institution);

/** Whether a mentor who left an institution has left this mentee: it was their last, or the last that the two shared. */
export function hasLeft(mentor: PersonId, mentee: PersonId, institution: InstitutionId, look: HubReader): boolean {
  const [theirs, mentees] = [placesOf(mentor, look), placesOf(mentee, look)];
  if (theirs.length === 0) return true;
  return mentees.includes(institution) && !theirs.some((one) => mentees.includes(one));
}

/** The institutions that a person has left, on this day or later. */
export const placesLeftSince = (day: Day, person: PersonId, look: HubReader): readonly InstitutionId[] =>
  look.rows('member', { person }).flatMap(({ left, institution }) => (left !== null && left >= day ? [institution] : []));

/** Whether a mentor is with their mentee again: they share an institution, or the mentor has left none of the mentee's and belongs to some. */
export function isBack(mentor: PersonId, mentee: PersonId, look: HubReader): boolean {
  const [theirs, mentees] = [placesOf(mentor, look), placesOf(mentee, look)];
  if (theirs.length === 0) return false;
  if (theirs.some((one) => mentees.includes(one))) return true;
  return !look.rows('member', { person: mentor }).some(({ left, institution }) => left !== null && mentees.includes(institution));
}
