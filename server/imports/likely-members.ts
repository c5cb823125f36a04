import { setImmediate } from 'node:timers/promises';
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
/** Members and rows that are gone through before other requests have a turn. */
const TURN_LIMIT_ROWS = 50;

/** What two people may have the same beside a given name: each as it is compared, undefined where it is not known. */
const SHARED = ['job', 'first day', 'line manager'] as const;
type Traits = readonly [job: string | undefined, from: string | undefined, lineManager: string | undefined];
/** By how much is the same, the most first. A member who is in two of a line is in one of the line before. */
const WAYS: readonly (readonly (readonly number[])[])[] = [
  [[0, 1, 2]],
  [
    [0, 1],
    [0, 2],
    [1, 2],
  ],
  [[0], [1], [2]],
];

interface Known {
  readonly person: PersonId;
  readonly name: string;
}
type Members = ReadonlyMap<string, readonly Known[]>;

/** Under what all are found who share a given name and some traits; undefined where one of these is not known. */
const keyOf = (given: string, traits: Traits, way: readonly number[]): string | undefined =>
  way.every((at) => traits[at] !== undefined) ? [given, ...traits.map((one, at) => (way.includes(at) ? one : ''))].join('\n') : undefined;
const jobOf = (job: string): string | undefined => (job === '' ? undefined : jobKey(job));

/** Members who are not named by a list, by their given names and whatever else may be the same: each compared with each row would keep others waiting. */
async function unnamedMembers(
  institution: InstitutionId,
  wanted: ReadonlySet<string>,
  named: ReadonlySet<PersonId>,
  look: HubReader,
): Promise<Members> {
  const found = new Map<string, Known[]>();
  for (const [index, { person, from, left, lineManager }] of look.rows(memberView.name, { institution }).entries()) {
    if (index % TURN_LIMIT_ROWS === 0) await setImmediate();
    const had = left === null && !named.has(person) ? look.row('profile', person) : undefined;
    const given = had?.name ? givenKey(had) : '';
    if (!had?.name || !wanted.has(given)) continue;
    const traits: Traits = [jobOf(had.profile?.jobTitle ?? ''), from, lineManager ?? undefined];
    for (const way of WAYS.flat()) {
      const key = keyOf(given, traits, way);
      if (key === undefined) continue;
      const others = found.get(key);
      if (!others) found.set(key, [{ person, name: had.name }]);
      // One more than is told says that they are too many.
      else if (others.length <= LIKELY_LIMIT_PEOPLE) others.push({ person, name: had.name });
    }
  }
  return found;
}

/** Those with whom a row shares the most, and what that is. */
function likeliestOf(given: string, traits: Traits, members: Members): readonly (Known & { readonly same: readonly string[] })[] {
  for (const ways of WAYS) {
    const found = ways.flatMap((way) => {
      const key = keyOf(given, traits, way);
      const same = way.flatMap((at) => SHARED[at] ?? []);
      return (key === undefined ? [] : (members.get(key) ?? [])).map((member) => ({ ...member, same }));
    });
    if (found.length > 0) return found.length > LIKELY_LIMIT_PEOPLE ? [] : found;
  }
  return [];
}

const sayLikely = (name: string, same: readonly string[]): string =>
  `Perhaps the same person as ${isolated(name)}, who is a member here: same ${together(['given name', ...same])}. If so, leave this row out, change their email address under Members, and import this list again.`;

/**
 * Which members new people of a list may be who have another family name now, and another address: those with whom they share the most. Others
 * have turns meanwhile.
 */
export async function likelyMembers(
  rows: readonly NewRow[],
  institution: InstitutionId,
  named: ReadonlySet<PersonId>,
  look: HubReader,
): Promise<readonly LikelyMember[]> {
  const given = rows.map(givenKey);
  const wanted = new Set(given.filter((key) => key !== ''));
  if (wanted.size === 0) return [];
  const members = await unnamedMembers(institution, wanted, named, look);
  const likely: LikelyMember[] = [];
  for (const [index, { row, name: who, jobTitle, startDate, lineManager }] of rows.entries()) {
    if (index % TURN_LIMIT_ROWS === 0) await setImmediate();
    const above = lineManager === null ? undefined : personWith(lineManager, look);
    for (const { person, name, same } of likeliestOf(given[index] ?? '', [jobOf(jobTitle), startDate ?? undefined, above], members))
      likely.push({ row, who, person, said: sayLikely(name, same) });
  }
  return likely;
}
