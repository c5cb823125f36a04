import { isOver } from '@alongside/domain/mentorships/states.js';
import { FAMILIES } from '@alongside/projections/views/figures.js';
import type { OverviewFigure } from '@alongside/projections/views/overview.view.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { ProgrammeFigures } from '../../shared/programme/figures.js';

/** What is counted of a pair that is listed by name. */
export type CountedPair = Pick<PairingRow, 'status' | 'meetingsHeld' | 'minutes'>;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Figures that the list of pairs counts exactly as the hub does: every pair that goes on is in it. */
const exactOf = (pairs: readonly CountedPair[]): ProgrammeFigures => ({
  pairsOnTrial: pairs.filter(({ status }) => status === 'trial').length,
  pairsActive: pairs.filter(({ status }) => status === 'active').length,
  pairsPaused: pairs.filter(({ status }) => status === 'paused').length,
});

/**
 * The figures of a page that lists the pairs by name: what the list counts is shown as it is, 0 and 3 too (0035). A total shows where all of
 * its parts do; where a part is hidden, its total stays hidden, or subtraction would tell it (R7). `members`: how many the reader's own list
 * of members has, for those who have one.
 */
export function withCounted(figures: ProgrammeFigures, pairs: readonly CountedPair[], members?: number): ProgrammeFigures {
  const shown: Record<string, number | null | undefined> = { ...figures, ...exactOf(pairs), ...(members !== undefined && { members }) };
  for (const { total, parts } of FAMILIES) {
    const known = parts.map((part) => shown[part]).filter((part) => typeof part === 'number');
    if ((shown[total] ?? null) === null && known.length === parts.length) shown[total] = sum(known);
    const [hidden, ...others] = parts.filter((part) => typeof shown[part] !== 'number');
    // What one subtraction tells is not called hidden.
    if (total === 'members' && members !== undefined && hidden && !others.length) shown[hidden] = members - sum(known);
  }
  return shown as ProgrammeFigures;
}

/** What the listed pairs come to where the hub’s figure, which counts people who have left as well, is hidden. Undefined for all others. */
export function countedInList(name: OverviewFigure, pairs: readonly CountedPair[]): number | undefined {
  switch (name) {
    case 'pairs':
      return pairs.length;
    case 'pairsCompleted':
      return pairs.filter(({ status }) => status === 'completed').length;
    case 'pairsEndedEarly':
      return pairs.filter(({ status }) => status === 'ended').length;
    case 'pairsThatMet':
      return pairs.filter(({ meetingsHeld }) => meetingsHeld > 0).length;
    case 'meetingsHeld':
      return sum(pairs.map(({ meetingsHeld }) => meetingsHeld));
    case 'minutes':
      return sum(pairs.map(({ minutes }) => minutes));
    default:
      return undefined;
  }
}

/** Why the list has another number of finished pairs than the figures; undefined where both have the same, or the figures hide theirs. */
export function finishedApart(pairs: readonly CountedPair[], figures: ProgrammeFigures): string | undefined {
  const { pairsCompleted: completed, pairsEndedEarly: ended } = figures;
  const listed = pairs.filter(isOver).length;
  if (typeof completed !== 'number' || typeof ended !== 'number' || completed + ended === listed) return undefined;
  const say = (number: number) => number.toLocaleString('en-GB');
  return `The list has ${say(listed)} finished ${listed === 1 ? 'pair' : 'pairs'}, of people who are members now. The figures count ${say(completed + ended)}. They include people who have left, and leave out pairs from before people joined.`;
}
