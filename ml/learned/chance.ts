import type { Chance } from '../ranking/learned.js';
import { CHANCE_FLOOR_OUTCOMES, CHANCE_LIMIT_GROUPS, CHANCE_LIMIT_SPAN } from './limits.js';

/** Mentorships of left-out mentees whose logits lie up to `to`, the highest of the group; how many there are, and how many lasted. */
export interface ChanceGroup {
  readonly to: number;
  readonly of: number;
  readonly lasted: number;
}

/** Two-sided, for nine times in ten. */
const Z = 1.645;

/** Left-out mentorships in groups of alike logits, each at least as large as says something; neighbours that contradict the order are one. */
export function groupsOf(said: readonly { readonly logit: number; readonly lasted: boolean }[]): readonly ChanceGroup[] {
  const sorted = said.toSorted((a, b) => a.logit - b.logit);
  const count = Math.min(CHANCE_LIMIT_GROUPS, Math.floor(sorted.length / CHANCE_FLOOR_OUTCOMES));
  const groups: ChanceGroup[] = [];
  for (let group = 0; group < count; group += 1) {
    const some = sorted.slice(Math.floor((group * sorted.length) / count), Math.floor(((group + 1) * sorted.length) / count));
    groups.push({ to: some.at(-1)?.logit ?? 0, of: some.length, lasted: some.filter(({ lasted }) => lasted).length });
    merge(groups);
  }
  return groups;
}

/** Who scores higher has no lower chance: groups that say so are too small to be told apart. */
function merge(groups: ChanceGroup[]): void {
  for (;;) {
    const [before, last] = [groups.at(-2), groups.at(-1)];
    if (!before || !last || last.lasted / last.of > before.lasted / before.of) return;
    groups.splice(-2, 2, { to: last.to, of: before.of + last.of, lasted: before.lasted + last.lasted });
  }
}

/** The chance of a pair by its logit; `null` where there is too little to say it, or what is said would be too wide. */
export function chanceAt(groups: readonly ChanceGroup[], logit: number): Chance | null {
  const group = groups.find(({ to }) => logit <= to) ?? groups.at(-1);
  if (!group) return null;
  const { low, high } = boundsOf(group);
  return high - low > CHANCE_LIMIT_SPAN ? null : { lasted: group.lasted, of: group.of, low, high };
}

/** Between which shares the true one lies, nine times in ten (Wilson 1927): honest for few, and never beyond 0 and 1. */
export function boundsOf({ of, lasted }: Pick<ChanceGroup, 'of' | 'lasted'>): { readonly low: number; readonly high: number } {
  const share = lasted / of;
  const middle = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return { low: middle - half, high: middle + half };
}

/** “Of 64 mentorships like this that we looked at, about 7 in 10 lasted a term or were completed. It could be between 6 and 8 in 10.” */
export function sayChance({ lasted, of, low, high }: Chance): string {
  const [about, from, to] = [lasted / of, low, high].map((share) => Math.round(share * 10)) as [number, number, number];
  const all = `Of ${of.toLocaleString('en-GB')} mentorships like this that we looked at, ${about === 10 ? 'nearly all' : about === 0 ? 'hardly any' : `about ${about} in 10`} lasted a term or were completed.`;
  return from === to ? all : `${all} It could be between ${from} and ${to} in 10.`;
}
