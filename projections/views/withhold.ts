/** A figure about fewer people than this is withheld (R7). */
export const SHOWN_FROM_PEOPLE = 5;

/** A figure and how many different people it is about. */
export interface Figure {
  readonly value: number;
  readonly people: number;
}

/** A figure as it may be shown; `null` is withheld. */
export type Shown = number | null;

/**
 * Figures that add up: `total` is the sum of `parts`, in the order in which they are given up. A part may be the total of a later family.
 */
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

/** `most` counts what each of `part` has at least one of: beside a withheld part it says how many they are at most. */
export interface Bound<Name extends string> {
  readonly whole: Name;
  readonly part: Name;
  readonly most: readonly Name[];
  /** Of these there are so many that they say nothing of the part, which is known to be within its whole. */
  readonly by: Name;
}

/** How the figures of one row hang together. */
export interface Ties<Name extends string> {
  readonly families: readonly Family<Name>[];
  readonly complements?: readonly Complement<Name>[];
  readonly bounds?: readonly Bound<Name>[];
  /** Whether a figure would tell of another row what is withheld there. */
  readonly tells?: (name: Name) => boolean;
}

/** About too few people. Nought is about none. */
export const isSmall = ({ people }: Figure): boolean => people > 0 && people < SHOWN_FROM_PEOPLE;

/** From so many times the whole on, a count says nothing of how many are in a part. */
const BOUNDS_BELOW_TIMES = 2;

/** Beside any part that is withheld these many go too, always the same ones: a choice by size would tell of yesterday’s parts today. */
const GIVEN_UP_PARTS = 2;

/**
 * Withholds figures about too few people, and parts from which such a figure follows (R7); totals stay (0051). Throws if a figure is a part
 * twice.
 */
export function withhold<Name extends string>(
  figures: Readonly<Record<Name, Figure>>,
  { families, complements = [], bounds = [], tells }: Ties<Name>,
): Readonly<Record<Name, Shown>> {
  assertApart(families);
  // One pass over an object of its own: this runs at every event that a leader's figures depend on.
  const shown = {} as Record<Name, Shown>;
  for (const name in figures) shown[name] = isSmall(figures[name]) || tells?.(name) ? null : figures[name].value;
  for (const family of families) giveUp(figures, family, shown);
  for (const { whole, part, rest } of complements) {
    // Beside a withheld whole its part would say how much the whole is at least, and so the most that each small part can be.
    if (shown[whole] === null || isSmall(figures[rest]) || tells?.(rest)) shown[part] = null;
    if (shown[part] === null) shown[rest] = null;
  }
  for (const { whole, part, most, by } of bounds) {
    if (shown[part] !== null || (shown[whole] !== null && figures[by].value >= BOUNDS_BELOW_TIMES * figures[whole].value)) continue;
    for (const name of most) shown[name] = null;
  }
  return shown;
}

/** Where a part is withheld, its companions go with it, and further ones until what the total leaves over is about enough people. */
function giveUp<Name extends string>(
  figures: Readonly<Record<Name, Figure>>,
  { total, parts }: Family<Name>,
  shown: Record<Name, Shown>,
): void {
  if (shown[total] === null) for (const part of parts) shown[part] = null;
  if (parts.every((part) => shown[part] !== null)) return;
  for (const [at, part] of parts.entries())
    if (at < GIVEN_UP_PARTS || leftOver(figures, total, parts, shown) < SHOWN_FROM_PEOPLE) shown[part] = null;
}

/** How many people withheld parts are about, at least: one person may be in several. */
function leftOver<Name extends string>(
  figures: Readonly<Record<Name, Figure>>,
  total: Name,
  parts: readonly Name[],
  shown: Readonly<Record<Name, Shown>>,
): number {
  let [most, others] = [0, figures[total].people];
  for (const part of parts) {
    if (shown[part] === null) most = Math.max(most, figures[part].people);
    else others -= figures[part].people;
  }
  return Math.max(most, others);
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
  if (
    hidden.length > 0 &&
    left.value >= 0 &&
    (hidden.length === 1 || left.people >= mostOf(hidden) || left.people === leastOf(hidden) || left.people < SHOWN_FROM_PEOPLE)
  )
    return true;
  return (hidden.length === 0 && isTelling(left)) || shown.some((school) => isTelling(minus(trust, school)));
}

const minus = (from: Figure, one: Figure): Figure => ({ value: from.value - one.value, people: from.people - one.people });
/** There is something, and it is about few people. */
const isTelling = ({ value, people }: Figure): boolean => value !== 0 && Math.abs(people) < SHOWN_FROM_PEOPLE;
/** How many people several withheld figures can be about; no limit where one is withheld for another reason than being small. */
const mostOf = (hidden: readonly Figure[]): number => (hidden.every(isSmall) ? hidden.length * (SHOWN_FROM_PEOPLE - 1) : Infinity);

/** How many they are about at least: what is about nobody is shown. */
const leastOf = (hidden: readonly Figure[]): number => (hidden.every(isSmall) ? hidden.length : 0);

/** Families that were found apart: the same list is asked about at every event. */
const foundApart = new WeakSet<object>();

function assertApart<Name extends string>(families: readonly Family<Name>[]): void {
  if (foundApart.has(families)) return;
  const [parts, totals] = [new Set<Name>(), new Set<Name>()];
  for (const family of families) {
    totals.add(family.total);
    for (const name of family.parts) {
      // What a part is made of is settled after it.
      if (parts.has(name) || totals.has(name))
        throw new Error(`The figure ${name} stands in two families: what may be shown cannot be told.`);
      parts.add(name);
    }
  }
  foundApart.add(families);
}
