import { givenKey, jobKey } from '@alongside/domain/imports/staff-likely.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { together } from '@alongside/domain/text/counting.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { memberView } from '@alongside/projections/views/member.view.js';
import { personWith } from './acts.js';

/** What of a new row is compared: a new family name and a new address leave a person these. */
export type NewRow = Pick<StaffImport, 'row' | 'name' | 'names' | 'jobTitle' | 'startDate' | 'lineManager'>;

/** That a new person may be a member whom the list does not name, in a sentence. */
export interface LikelyMember {
  readonly row: number;
  readonly who: string;
  readonly person: PersonId;
  readonly said: string;
}

/** Members who are told of one row: with more than these, none is likely. */
const LIKELY_LIMIT_PEOPLE = 3;

interface Known {
  readonly person: PersonId;
  readonly name: string;
  readonly job: string;
  readonly from: string;
  readonly lineManager: PersonId | null;
}

/** Members who are not named by a list, by their given names. */
function unnamedByGiven(institution: InstitutionId, named: ReadonlySet<PersonId>, look: HubReader): ReadonlyMap<string, readonly Known[]> {
  const found = new Map<string, Known[]>();
  for (const { person, from, left, lineManager } of look.rows(memberView.name, { institution })) {
    const had = left === null && !named.has(person) ? look.row('profile', person) : undefined;
    const key = had?.name ? givenKey(had) : '';
    if (!had?.name || key === '') continue;
    const one = { person, name: had.name, job: had.profile?.jobTitle ?? '', from, lineManager };
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

function sameIn({ jobTitle, startDate, lineManager }: NewRow, member: Known, look: HubReader): readonly string[] {
  const above = lineManager === null ? undefined : personWith(lineManager, look);
  return [
    jobTitle !== '' && member.job !== '' && jobKey(jobTitle) === jobKey(member.job) && 'job',
    startDate !== null && startDate === member.from && 'first day',
    above !== undefined && above === member.lineManager && 'line manager',
  ].filter((one) => one !== false);
}

const sayLikely = (name: string, same: readonly string[]): string =>
  `Perhaps the same person as ${isolated(name)}, who is a member here: same ${together(['given name', ...same])}. If so, leave this row out, change their email address under Members, and import this list again.`;

/** Which members new people of a list may be who have another family name now, and another address: those with whom they share the most. */
export function likelyMembers(
  rows: readonly NewRow[],
  institution: InstitutionId,
  named: ReadonlySet<PersonId>,
  look: HubReader,
): readonly LikelyMember[] {
  if (rows.length === 0) return [];
  const members = unnamedByGiven(institution, named, look);
  return rows.flatMap((row) => {
    const shared = (members.get(givenKey(row)) ?? []).map((member) => ({ member, same: sameIn(row, member, look) }));
    const most = Math.max(1, ...shared.map(({ same }) => same.length));
    const likely = shared.filter(({ same }) => same.length === most);
    if (likely.length > LIKELY_LIMIT_PEOPLE) return [];
    return likely.map(({ member, same }) => ({
      row: row.row,
      who: row.name,
      person: member.person,
      said: sayLikely(member.name, same),
    }));
  });
}
