import { isOver } from '@alongside/domain/mentorships/states.js';
import { wordMatcher } from '@alongside/domain/text/folding.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';

/** One member as the list shows them: status only, nothing that was said in mentoring. */
export interface MemberLine {
  readonly member: RosterRow;
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

const FILTERS = ['everyone', 'no-mentor', 'not-signed-in', 'no-job', 'with-role'] as const;
export type Filter = (typeof FILTERS)[number];

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
  return members.map((member) => ({
    member,
    name: member.name || 'Name not known yet',
    jobTitle: member.jobTitle,
    jobMissing: !member.jobTitle,
    awaited: member.awaited,
    mentored: mentored && (mentored.get(member.person) ?? 0),
    mentoring: mentoring && (mentoring.get(member.person) ?? 0),
  }));
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
