/** Random choices of one run, all from its seed. */
export interface Chance {
  readonly number: () => number;
  readonly below: (limit: number) => number;
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** Whether something happens that happens in so many of a hundred cases. */
  readonly percent: (cases: number) => boolean;
}

export function chanceFrom(number: () => number): Chance {
  const below = (limit: number) => Math.floor(number() * limit);
  return {
    number,
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: <T>(from: readonly T[]) => {
      if (from.length === 0) throw new Error('There is nothing to pick from.');
      return from[below(from.length)] as T;
    },
    percent: (cases) => number() * 100 < cases,
  };
}
