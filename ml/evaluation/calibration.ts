import { isPositive, type Scored } from './scored.js';

const BINS = 10;

/** How far predicted probabilities are from what came, in ten equally wide bins weighted by their pairs. Null of nothing. */
export function calibrationError(pairs: readonly Pick<Scored, 'outcome' | 'score'>[]): number | null {
  if (pairs.length === 0) return null;
  const excess = Array.from({ length: BINS }, () => 0);
  for (const pair of pairs) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(pair.score * BINS)));
    excess[bin] = (excess[bin] as number) + pair.score - (isPositive(pair) ? 1 : 0);
  }
  return excess.reduce((sum, each) => sum + Math.abs(each), 0) / pairs.length;
}
