import { numbersFrom } from '../kernel/random.js';

/** A seed, printed, which `SEED` in the environment sets. */
export function printedSeed(fallback: number): number {
  const seed = Number(process.env['SEED'] ?? fallback);
  console.info(`seed ${seed}`);
  return seed;
}

/** A random number in [0, 1), and a pick from a list: the same again for the same seed. Prints the seed, which `SEED` in the environment sets. */
export function seeded(fallback = 20_261_122): {
  readonly number: () => number;
  readonly below: (n: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
} {
  const number = numbersFrom(printedSeed(fallback));
  const below = (n: number) => Math.floor(number() * n);
  return { number, below, pick: (from) => from[below(from.length)] as (typeof from)[number] };
}
