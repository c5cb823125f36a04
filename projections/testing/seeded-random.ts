/** Random numbers that a seed repeats: `SEED=123` in the environment, otherwise one of the clock's, printed so that a failure can be had again. */
export interface SeededRandom {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  /** What a failing expectation should show beside its values. */
  at(round: number): { readonly seed: number; readonly round: number };
}

/** A generator for one spec; `name` stands beside the seed in the output. */
export function seededRandom(name: string, given = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)): SeededRandom {
  process.stdout.write(`${name}: SEED=${given}\n`);
  let state = given >>> 0;
  // Mulberry32: small, and good enough to shuffle what specs try.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (from) => {
      const found = from[below(from.length)];
      if (found === undefined) throw new Error('Nothing to pick from.');
      return found;
    },
    at: (round) => ({ seed: given, round }),
  };
}
