/** A figure about fewer people than this is withheld (R7). */
export const SHOWN_FROM_PEOPLE = 5;

/** A figure and how many different people it is about. */
export interface Figure {
  readonly value: number;
  readonly people: number;
}

/** A figure as it may be shown; `null` is withheld. */
export type Shown = number | null;

/** Figures that add up: `total` is the sum of `parts`. A figure stands in one family at most. */
export interface Family<Name extends string> {
  readonly total: Name;
  readonly parts: readonly Name[];
}

const isSmall = ({ people }: Figure): boolean => people < SHOWN_FROM_PEOPLE;

/**
 * The figures with everything withheld that is about too few people, or that would reveal such a figure by subtraction (R7).
 * Where one part of a family is withheld, so is its total: what is left then fits every value that the withheld part could have had,
 * whatever the reader knows of this rule. Hiding a second part instead would keep the total, but lets a reader who knows the rule narrow
 * the parts down, at times to one value.
 * Throws where a figure stands in two families, for then this would not hold.
 */
export function withhold<Name extends string>(
  figures: Readonly<Record<Name, Figure>>,
  families: readonly Family<Name>[],
): Readonly<Record<Name, Shown>> {
  assertApart(families);
  // One pass over an object of its own: this runs at every event that a leader's figures depend on.
  const shown = {} as Record<Name, Shown>;
  for (const name in figures) shown[name] = isSmall(figures[name]) ? null : figures[name].value;
  for (const { total, parts } of families) if (parts.some((part) => isSmall(figures[part]))) shown[total] = null;
  return shown;
}

/** Families that were found apart: the same list is asked about at every event. */
const foundApart = new WeakSet<object>();

function assertApart<Name extends string>(families: readonly Family<Name>[]): void {
  if (foundApart.has(families)) return;
  const seen = new Set<Name>();
  for (const name of families.flatMap(({ total, parts }) => [total, ...parts])) {
    if (seen.has(name)) throw new Error(`The figure ${name} stands in two families: what may be shown cannot be told.`);
    seen.add(name);
  }
  foundApart.add(families);
}
