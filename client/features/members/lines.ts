import { isOver } from '@alongside/domain/mentorships/states.js';
import { sortedByName, wordMatcher } from '@alongside/domain/text/folding.js';
import type { MemberRow } from '@alongside/projections/views/member.view.js';
import type { NewcomerRow } from '@alongside/projections/views/newcomer.view.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';

/** One member as the list shows them: status only, nothing that was said in mentoring. */
export interface MemberLine {
  readonly member: MemberRow;
  readonly name: string;
  readonly jobTitle: string;
  /** They have no job title yet, so nobody can find them by it. */
  readonly jobMissing: boolean;
  /** They have never signed in. */
  readonly awaited: boolean;
  /** Mentorships that are not over, in which they are the mentee, and in which they are the mentor; undefined where the reader may not know. */
  readonly mentored: number | undefined;
  readonly mentoring: number | undefined;
}

export const FILTERS = ['everyone', 'no-mentor', 'not-signed-in', 'no-job', 'with-role'] as const;
export type Filter = (typeof FILTERS)[number];

/** How many pairs that are not over each person is in, once per side. */
function tally(pairings: readonly PairingRow[], side: 'mentor' | 'mentee'): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const pair of pairings) if (!isOver(pair)) found.set(pair[side], (found.get(pair[side]) ?? 0) + 1);
  return found;
}

/** Present members by name. `pairings` undefined: the reader may not see who is paired. `newcomers`: those who have not signed in. */
export function linesOf(
  members: readonly MemberRow[],
  people: ReadonlyMap<string, PersonRow>,
  pairings: readonly PairingRow[] | undefined,
  newcomers: readonly Pick<NewcomerRow, 'person'>[] = [],
): readonly MemberLine[] {
  const mentored = pairings && tally(pairings, 'mentee');
  const mentoring = pairings && tally(pairings, 'mentor');
  const awaited = new Set(newcomers.map(({ person }) => person));
  const lines = members
    .filter(({ left }) => left === null)
    .map((member): MemberLine => {
      const person = people.get(member.person);
      return {
        member,
        name: person?.name || 'Name not known yet',
        jobTitle: person?.jobTitle ?? '',
        jobMissing: person !== undefined && !person.jobTitle,
        awaited: awaited.has(member.person),
        mentored: mentored && (mentored.get(member.person) ?? 0),
        mentoring: mentoring && (mentoring.get(member.person) ?? 0),
      };
    });
  return sortedByName(lines, ({ name }) => name);
}

const PASSES: Readonly<Record<Filter, (line: MemberLine) => boolean>> = {
  everyone: () => true,
  'no-mentor': ({ mentored, mentoring }) => mentored === 0 && mentoring === 0,
  'not-signed-in': ({ awaited }) => awaited,
  'no-job': ({ jobMissing }) => jobMissing,
  'with-role': ({ member }) => member.roles.length > 0,
};

const byWords = wordMatcher<MemberLine>(({ name, jobTitle }) => `${name} ${jobTitle}`);

/** Those whom a filter lets through and whose name or work begins with what was typed. */
export const narrow = (lines: readonly MemberLine[], filter: Filter, typed: string): readonly MemberLine[] =>
  lines.filter(PASSES[filter]).filter(byWords(typed));

/** How many each filter would let through. */
export const counts = (lines: readonly MemberLine[]): Readonly<Record<Filter, number>> =>
  Object.fromEntries(FILTERS.map((filter) => [filter, lines.filter(PASSES[filter]).length])) as Record<Filter, number>;
