import type { ViewRows } from '../../../replica/view-rows.js';

/** Whether these places have no member but the reader and people with a role, who run mentoring and do not take part by that. */
export const hasNoColleagues = (
  members: readonly Pick<ViewRows['member'], 'institution' | 'person' | 'roles' | 'left'>[],
  places: ReadonlySet<string>,
  reader: string,
): boolean =>
  members.every(
    ({ institution, person, roles, left }) => !places.has(institution) || left !== null || person === reader || roles.length > 0,
  );
