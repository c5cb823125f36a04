import { passing, type Filtered, type MemberFilter } from '@alongside/domain/institutions/member-filters.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { wordMatcher } from '@alongside/domain/text/folding.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';

/** One member as the list shows them: status only, nothing that was said in mentoring. `mentored`, `mentoring`: undefined where the reader may not know. */
export interface MemberLine extends Filtered {
  readonly member: RosterRow;
  readonly name: string;
}

export const lineOf = (member: RosterRow, mentored: number | undefined, mentoring: number | undefined): MemberLine => ({
  member,
  name: member.name || 'Name not known yet',
  mentored,
  mentoring,
});

/** How many pairs that are not over each person is in, once per side. */
function tally(pairings: readonly PairingRow[], side: 'mentor' | 'mentee'): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const pair of pairings) if (!isOver(pair)) found.set(pair[side], (found.get(pair[side]) ?? 0) + 1);
  return found;
}

/** Members in the order in which they come. `pairings` undefined: the reader may not see who is paired, or it is not known yet. */
export function linesOf(members: readonly RosterRow[], pairings: readonly PairingRow[] | undefined): readonly MemberLine[] {
  const mentored = pairings && tally(pairings, 'mentee');
  const mentoring = pairings && tally(pairings, 'mentor');
  return members.map((member) =>
    lineOf(member, mentored && (mentored.get(member.person) ?? 0), mentoring && (mentoring.get(member.person) ?? 0)),
  );
}

const byWords = wordMatcher<MemberLine>(({ name, member }) => `${name} ${member.jobTitle}`);

/** Those whom a filter lets through and whose name or work begins with what was typed. */
export const narrow = (lines: readonly MemberLine[], filter: MemberFilter, typed: string): readonly MemberLine[] =>
  passing(lines, filter).filter(byWords(typed));
