import type { Role } from './institution.events.js';

/** What a list of members can be narrowed to. */
export const MEMBER_FILTERS = ['everyone', 'no-mentor', 'not-signed-in', 'no-job', 'with-role'] as const;
export type MemberFilter = (typeof MEMBER_FILTERS)[number];

/** A member as the filters look at them. `mentored` and `mentoring`: pairs that are not over; undefined where the reader may not know. */
export interface Filtered {
  readonly member: { readonly awaited: boolean; readonly jobTitle: string; readonly roles: readonly Role[] };
  readonly mentored: number | undefined;
  readonly mentoring: number | undefined;
}

const PASSES: Readonly<Record<MemberFilter, (line: Filtered) => boolean>> = {
  everyone: () => true,
  'no-mentor': ({ mentored, mentoring }) => mentored === 0 && mentoring === 0,
  'not-signed-in': ({ member }) => member.awaited,
  'no-job': ({ member }) => !member.jobTitle,
  'with-role': ({ member }) => member.roles.length > 0,
};

/** Those whom a filter lets through: the browser’s list and the hub’s answer are narrowed alike. */
export const passing = <Line extends Filtered>(lines: readonly Line[], filter: MemberFilter): readonly Line[] =>
  lines.filter(PASSES[filter]);

/** How many each filter would let through. */
export const countsOf = (lines: readonly Filtered[]): Readonly<Record<MemberFilter, number>> =>
  Object.fromEntries(MEMBER_FILTERS.map((filter) => [filter, passing(lines, filter).length])) as Record<MemberFilter, number>;
