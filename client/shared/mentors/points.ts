import type { SuggestedMentor } from './suggestions.js';

/** Shares as whole numbers that add up to a whole total: what rounding leaves goes to those who lost most by it. */
export function wholesOf(shares: readonly number[], total: number): readonly number[] {
  const whole = shares.map(Math.floor);
  const lost = shares.map((value, index) => ({ index, by: value - (whole[index] ?? 0) })).toSorted((a, b) => b.by - a.by);
  const missing = total - whole.reduce((sum, value) => sum + value, 0);
  for (const { index } of lost.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/** Points out of 100, as whole numbers that add up to the whole number of the total. */
export function pointsOf({ parts, adjustments, score }: Pick<SuggestedMentor, 'parts' | 'adjustments' | 'score'>) {
  const exact = [...parts.map((part) => part.score * part.weight), ...adjustments.map(({ points }) => points)].map((share) => share * 100);
  const total = Math.round(score * 100);
  const whole = wholesOf(exact, total);
  return { parts: whole.slice(0, parts.length), adjustments: whole.slice(parts.length), total };
}
