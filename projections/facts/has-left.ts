import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '../views/index.js';
import { membershipsOf, trustOf } from './gather.js';

const placesOf = (person: PersonId, look: HubReader): readonly InstitutionId[] =>
  membershipsOf(person, look).map(({ institution }) => institution);

/** Whether one of a pair who left an institution has left the other: it was their last, or the last that the two shared. */
export function hasLeft(person: PersonId, other: PersonId, institution: InstitutionId, look: HubReader): boolean {
  const [theirs, others] = [placesOf(person, look), placesOf(other, look)];
  if (theirs.length === 0) return true;
  return others.includes(institution) && !theirs.some((one) => others.includes(one));
}

/** Whether a person who left a school belongs to another of its trust, where the same people look after their pairs. */
export function staysInTrust(person: PersonId, institution: InstitutionId, look: HubReader): boolean {
  const trust = trustOf(institution, look);
  return trust !== null && membershipsOf(person, look).some((one) => one.trust === trust || one.institution === trust);
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
