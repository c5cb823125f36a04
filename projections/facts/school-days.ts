import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { PLAIN_CALENDAR, type SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import type { ViewReader } from '../engine/view-reader.js';
import type { InstitutionRow } from '../views/institution.view.js';
import { institutionOf, membershipsOf } from './gather.js';

/** The institution by which a person's days are counted: the first they joined; undefined where they belong nowhere. */
export const homeOf = (person: PersonId, look: ViewReader): InstitutionRow | undefined =>
  membershipsOf(person, look)
    .map(({ institution }) => institutionOf(institution, look))
    .find((row) => row !== undefined);

/** A person's school days; plain weekdays for a person who belongs nowhere. */
export function schoolDaysOf(person: PersonId, look: ViewReader): SchoolCalendar {
  const home = homeOf(person, look);
  return home ? { nation: home.details.nation, terms: home.terms, closures: home.closures } : PLAIN_CALENDAR;
}
