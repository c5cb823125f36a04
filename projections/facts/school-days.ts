import { DEFAULT_SETTINGS } from '@alongside/domain/institutions/institution.events.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { PLAIN_CALENDAR, type SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import type { HubReader } from '../views/index.js';
import type { InstitutionRow } from '../views/institution.view.js';
import { institutionOf, membershipsOf } from './gather.js';

/** The institution by which a person's days are counted: the first they joined; undefined where they belong nowhere. */
export const homeOf = (person: PersonId, look: HubReader): InstitutionRow | undefined =>
  membershipsOf(person, look)
    .map(({ institution }) => institutionOf(institution, look))
    .find((row) => row !== undefined);

/** How many school days a mentor has to answer a request: as their first institution has set, or the usual number. */
export const answerDaysOf = (mentor: PersonId, look: HubReader): number =>
  (homeOf(mentor, look)?.settings ?? DEFAULT_SETTINGS).requestWindowDays;

/** A person's school days; plain weekdays for a person who belongs nowhere. */
export function schoolDaysOf(person: PersonId, look: HubReader): SchoolCalendar {
  const home = homeOf(person, look);
  return home ? { nation: home.details.nation, terms: home.terms, closures: home.closures } : PLAIN_CALENDAR;
}
