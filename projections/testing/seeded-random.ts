import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { seedOf } from './random.js';

/** Random choices that a seed repeats; the seed is printed, and taken from `SEED` where that is set. */
export interface SeededRandom {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  /** What a failing expectation should show beside its values. */
  at(round: number): { readonly seed: number; readonly round: number };
}

/** A generator for one spec; `name` stands beside the seed in the output. */
export function seededRandom(name: string, seed = seedOf()): SeededRandom {
  process.stdout.write(`${name}: SEED=${seed}\n`);
  return randomOf(seed);
}

/** Choices of its own for one part of a spec: what is added elsewhere does not change them. */
export const randomFor = (part: string, seed: number): SeededRandom =>
  randomOf([...part].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0, seed));

function randomOf(seed: number): SeededRandom {
  const next = numbersFrom(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (from) => {
      const found = from[below(from.length)];
      if (found === undefined) throw new Error('Nothing to pick from.');
      return found;
    },
    at: (round) => ({ seed, round }),
  };
}
