import type { Accessor } from 'solid-js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { PLAIN_CALENDAR, type SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import { createView, session } from '../../replica/index.js';

/** The school days of the first school that the reader belongs to; plain weekdays for members of none. */
export function createOwnCalendar(): Accessor<SchoolCalendar> & { readonly loading: boolean } {
  const own = () => session()?.memberships.find(({ institution }) => institution !== HUB_INSTITUTION)?.institution;
  const row = createView('institution', own);
  const calendar = (): SchoolCalendar => {
    const known = row();
    return known ? { nation: known.details.nation, terms: known.terms, closures: known.closures } : PLAIN_CALENDAR;
  };
  return Object.defineProperties(calendar, { loading: { get: () => row.loading } }) as typeof calendar & { readonly loading: boolean };
}
