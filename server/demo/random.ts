import { numbersFrom } from '@alongside/domain/kernel/random.js';

/** Reproducible chance for the demo community: the same seed gives the same two school years. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(of: readonly T[]): T;
  /** `count` different ones, in random order; fewer where there are fewer. */
  some<T>(of: readonly T[], count: number): readonly T[];
}

/** Choices that a seed decides. */
export function seeded(seed: number): Random {
  const next = numbersFrom(seed);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const some = <T>(of: readonly T[], count: number): readonly T[] => {
    const left = [...of];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(whole(0, left.length - 1), 1));
    return taken;
  };
  const pick = <T>(of: readonly T[]): T => {
    const found = of[whole(0, of.length - 1)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  };
  return { next, whole, chance: (share) => next() < share, pick, some };
}
