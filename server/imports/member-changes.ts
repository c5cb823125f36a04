import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { saysNoMore } from '@alongside/domain/text/lesser-name.js';
import { sayDate } from '@alongside/domain/uk/uk-time.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { memberView } from '@alongside/projections/views/member.view.js';
import { belongsAt, personWith } from './acts.js';
import { hasNotSignedIn, LINES, type Line, type StaffTask } from './staff-wave.js';

/** What a list says otherwise than the hub of a member. */
export interface Change {
  readonly row: number;
  readonly who: string;
  readonly field: 'name' | 'job' | 'start' | Line;
  readonly was: string;
  readonly now: string;
  /** A line, and a job where none was known: taken unless it is kept. Others are taken only where a person says so. */
  readonly byItself?: true;
  /** The row of a new person of the list whom it needs, who may be left out. `toChoose`: they are, until it is chosen. */
  readonly needs?: { readonly row: number; readonly toChoose?: true };
  /** Whose names the hub gave: an answer that comes after one of them was erased leaves it out. */
  readonly people: readonly PersonId[];
}

/** What a row of a member says otherwise than the hub, as far as it can be taken. Who has signed in says their name and their job themself. */
export function changesOf({ row, person, rename, describe }: StaffTask, institution: InstitutionId, look: HubReader): readonly Change[] {
  const member = look.row(memberView.name, `${institution}:${person}`);
  const had = look.row('profile', person);
  if (!member || member.left !== null || !had) return [];
  const one = { row: row.row, who: had.name, people: [person] };
  const changes: Change[] = [];
  if (hasNotSignedIn(institution, person, look)) {
    if (had.name && !saysNoMore(had.name, row.name) && !rename) changes.push({ ...one, field: 'name', was: had.name, now: row.name });
    const job = had.profile?.jobTitle ?? '';
    if (row.jobTitle !== '' && row.jobTitle !== job)
      changes.push({ ...one, field: 'job', was: job, now: row.jobTitle, ...(describe && { byItself: true }) });
  }
  if (row.startDate !== null && row.startDate !== member.from)
    changes.push({ ...one, field: 'start', was: sayDate(member.from), now: sayDate(row.startDate) });
  const nameOf = (whose: PersonId | null | undefined) => (whose ? (look.row('person', whose)?.name ?? '') : '');
  for (const field of LINES) {
    const email = row[field];
    if (email === null || comparableEmail(email) === comparableEmail(row.email)) continue;
    const above = personWith(email, look);
    if (above && (above === person || !belongsAt(above, institution, look))) continue;
    if (above === undefined || above !== member[field])
      changes.push({
        ...one,
        field,
        byItself: true,
        was: nameOf(member[field]),
        now: nameOf(above) || email,
        people: [person, member[field], above].filter((one) => one !== null && one !== undefined),
      });
  }
  return changes;
}
