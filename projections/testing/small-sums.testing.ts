/** Whole numbers that are not known, between two bounds, and what some of them come to together. */
export interface Sums {
  readonly bounds: readonly (readonly [least: number, most: number])[];
  readonly sums: readonly { readonly of: readonly number[]; readonly is: number }[];
}

/** Whether any whole numbers fit: exact, by narrowing bounds and trying what is left, first what is `near` what is so. */
export function fits({ bounds, sums }: Sums, near: readonly number[]): boolean {
  const narrowed = narrow(
    bounds.map(([least, most]): [number, number] => [least, most]),
    sums,
  );
  if (!narrowed) return false;
  const open = narrowed.flatMap(([least, most], place) => (least < most ? [{ place, width: most - least }] : []));
  const next = open.toSorted((a, b) => a.width - b.width)[0];
  if (!next) return true;
  const [least, most] = narrowed[next.place] as [number, number];
  const from = near[next.place] ?? least;
  const values = Array.from({ length: most - least + 1 }, (_, more) => least + more).toSorted(
    (a, b) => Math.abs(a - from) - Math.abs(b - from),
  );
  return values.some((value) =>
    fits({ bounds: narrowed.map((bound, place) => (place === next.place ? [value, value] : bound)), sums }, near),
  );
}

function narrow(bounds: [number, number][], sums: Sums['sums']): [number, number][] | undefined {
  for (let again = true; again;) {
    again = false;
    for (const { of, is } of sums) {
      const least = of.reduce((all, place) => all + (bounds[place]?.[0] ?? 0), 0);
      const most = of.reduce((all, place) => all + (bounds[place]?.[1] ?? 0), 0);
      if (least > is || most < is) return undefined;
      for (const place of of) {
        const [low, high] = bounds[place] as [number, number];
        const next: [number, number] = [Math.max(low, is - (most - high)), Math.min(high, is - (least - low))];
        if (next[0] > next[1]) return undefined;
        if (next[0] === low && next[1] === high) continue;
        bounds[place] = next;
        again = true;
        break;
      }
    }
  }
  return bounds;
}

/** Whether a number can be nothing but what it is. `truth`: all numbers as they are. */
export function isPinned({ bounds, sums }: Sums, place: number, truth: readonly number[]): boolean {
  const [least, most] = bounds[place] ?? [0, 0];
  const value = truth[place] ?? 0;
  const within = (from: number, to: number): boolean =>
    from <= to && fits({ bounds: bounds.map((one, at) => (at === place ? ([from, to] as const) : one)), sums }, truth);
  return !within(least, value - 1) && !within(value + 1, most);
}
