import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { ViewReader } from '../engine/view-reader.js';
import type { MemberRow } from '../views/member.view.js';
import { membershipsOf } from './gather.js';

/** Whether a mentor who left an institution has left this mentee: it was their last, or the last that the two shared. */
export function hasLeft(mentor: PersonId, mentee: PersonId, institution: InstitutionId, look: ViewReader): boolean {
  const [theirs, mentees] = [mentor, mentee].map((person) => membershipsOf(person, look).map((one) => one.institution));
  if (!theirs || !mentees || theirs.length === 0) return true;
  return mentees.includes(institution) && !theirs.some((one) => mentees.includes(one));
}

/** The institutions that somebody has left, on this day or later. */
export const placesLeftSince = (day: Day, person: PersonId, look: ViewReader): readonly InstitutionId[] =>
  look.rows<MemberRow>('member', { person }).flatMap(({ left, institution }) => (left !== null && left >= day ? [institution] : []));

/** Whether a mentor is with their mentee again: they share an institution, or the mentor has left none of the mentee's and belongs to some. */
export function isBack(mentor: PersonId, mentee: PersonId, look: ViewReader): boolean {
  const [theirs, mentees] = [mentor, mentee].map((person) => membershipsOf(person, look).map((one) => one.institution));
  if (!theirs || !mentees || theirs.length === 0) return false;
  if (theirs.some((one) => mentees.includes(one))) return true;
  return !look
    .rows<MemberRow>('member', { person: mentor })
    .some(({ left, institution }) => left !== null && mentees.includes(institution));
}
