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

/** `part` is some of `whole`. `rest`, never shown itself, is the others: two of the three reveal the third. */
export interface Complement<Name extends string> {
  readonly whole: Name;
  readonly part: Name;
  readonly rest: Name;
}

/** How the figures of one row hang together. */
export interface Ties<Name extends string> {
  readonly families: readonly Family<Name>[];
  readonly complements?: readonly Complement<Name>[];
  /** Whether a figure would tell of another row what is withheld there. */
  readonly tells?: (name: Name) => boolean;
}

export const isSmall = ({ people }: Figure): boolean => people < SHOWN_FROM_PEOPLE;

/**
 * Withholds figures about too few people, those that reveal one by subtraction (R7), and the total with any part (0014). Throws if a figure
 * is in two families.
 */
export function withhold<Name extends string>(
  figures: Readonly<Record<Name, Figure>>,
  { families, complements = [], tells }: Ties<Name>,
): Readonly<Record<Name, Shown>> {
  assertApart(families);
  // One pass over an object of its own: this runs at every event that a leader's figures depend on.
  const shown = {} as Record<Name, Shown>;
  for (const name in figures) shown[name] = isSmall(figures[name]) || tells?.(name) ? null : figures[name].value;
  for (const { total, parts } of families) {
    if (parts.some((part) => shown[part] === null)) shown[total] = null;
    // A total that tells too much is not to be had by adding up.
    else if (shown[total] === null) for (const part of parts) shown[part] = null;
  }
  for (const { whole, part, rest } of complements)
    // Beside a withheld whole its part would say how much the whole is at least, and so the most that each small part can be.
    if (shown[whole] === null || (figures[rest].value !== 0 && isSmall(figures[rest]))) shown[part] = null;
  return shown;
}

/** One school's figure beside its trust's. */
export interface Cell {
  readonly figure: Figure;
  readonly shown: boolean;
}

/**
 * Whether a trust’s figure, less those of its schools, reveals a withheld one (R7, 0014): what is left must cover enough people, and not
 * fix each at its most.
 */
export function tellsOfASchool(trust: Figure, schools: readonly Cell[]): boolean {
  if (schools.length === 0) return false;
  const shown = schools.filter((school) => school.shown).map(({ figure }) => figure);
  const hidden = schools.filter((school) => !school.shown).map(({ figure }) => figure);
  const left = shown.reduce(minus, trust);
  if (hidden.length > 0 && left.value >= 0 && (hidden.length === 1 || left.people >= mostOf(hidden) || isSmall(left))) return true;
  return (hidden.length === 0 && isTelling(left)) || shown.some((school) => isTelling(minus(trust, school)));
}

const minus = (from: Figure, one: Figure): Figure => ({ value: from.value - one.value, people: from.people - one.people });
/** There is something, and it is about few people. */
const isTelling = ({ value, people }: Figure): boolean => value !== 0 && Math.abs(people) < SHOWN_FROM_PEOPLE;
/** How many people several withheld figures can be about; no limit where one is withheld for another reason than being small. */
const mostOf = (hidden: readonly Figure[]): number => (hidden.every(isSmall) ? hidden.length * (SHOWN_FROM_PEOPLE - 1) : Infinity);

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
