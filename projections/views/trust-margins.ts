import type { Bound, Complement, Family, Figure, Shown } from './withhold.js';
import { isSmall, SHOWN_FROM_PEOPLE } from './withhold.js';

/** A school’s figures beside its trust’s, and which of them it shows. */
export interface SchoolCell<Name extends string> {
  readonly figures: Readonly<Record<Name, Figure>>;
  readonly shown: Readonly<Record<Name, Shown>>;
}

/** More than any school has: what is withheld there is of a whole that nobody knows. */
const UNKNOWN = 1_000_000_000;
/** The most that a figure can be which is withheld for being small. */
const SMALL_MOST = SHOWN_FROM_PEOPLE - 1;

// What schools withhold comes to what their wholes leave over: where they must hold the trust’s other parts, little room is left for this one.

/** Whether a trust’s part of a whole fixes a small part that a school withholds (R7): as if the trust showed every other part, for it may. */
export function tellsOfMargins<Name extends string>(
  { total, parts }: Family<Name>,
  part: Name,
  trust: Readonly<Record<Name, Figure>>,
  schools: readonly SchoolCell<Name>[],
): boolean {
  const rooms = schools.map((school) => ({ school, room: roomOf(school, total, parts) }));
  const sum = (some: typeof rooms) => some.reduce((all, { room }) => all + room, 0);
  const hides = (name: Name) => (one: (typeof rooms)[number]) => one.school.shown[name] === null;
  const hidden = rooms.filter(hides(part));
  const others = parts
    .filter((name) => name !== part)
    .map((name) => {
      const hiding = rooms.filter(hides(name));
      return { name, left: leftOf(trust, schools, name), room: sum(hiding), elsewhere: sum(hiding.filter((one) => !hides(part)(one))) };
    });
  const [left, room] = [leftOf(trust, schools, part), sum(hidden)];
  const mostOfOthers = others.reduce((all, other) => all + other.left, 0);
  return hidden.some(({ school, room: own }) => {
    if (!isSmall(school.figures[part])) return false;
    const ownOf = ({ name }: (typeof others)[number]) => (school.shown[name] === null ? own : 0);
    // What the schools that hide it as well must hold of other parts takes room from this one there; what this school must, here.
    const heldThere = others.reduce((all, other) => all + Math.max(0, other.left - other.elsewhere - ownOf(other)), 0);
    const heldHere = others.reduce((all, other) => all + Math.max(0, other.left - (other.room - ownOf(other))), 0);
    const least = left - (room - own - heldThere);
    const most = Math.min(own - heldHere, room - own >= UNKNOWN ? UNKNOWN : left - Math.max(0, room - own - mostOfOthers));
    return least >= Math.min(SMALL_MOST, own) || most <= 1;
  });
}

// A pair that met held a meeting: what is left of a trust’s meetings for schools that withhold theirs bounds how many met there.

/** Whether a trust’s meetings fix how many pairs met in a school (R7): as if the trust showed how many met, for it may. */
export function tellsOfBound<Name extends string>(
  { part, by }: Bound<Name>,
  complement: Complement<Name>,
  trust: Readonly<Record<Name, Figure>>,
  schools: readonly SchoolCell<Name>[],
): boolean {
  const left = leftOf(trust, schools, by);
  const all = schools
    .filter(({ shown }) => shown[part] === null)
    .map((school) => ({ ...rangeOf(school, complement), isBound: school.shown[by] === null }));
  const bound = all.filter(({ isBound }) => isBound);
  if (bound.length === 0) return false;
  const sum = (some: typeof all, end: 'least' | 'most') => some.reduce((so, one) => so + one[end], 0);
  const parts = leftOf(trust, schools, part);
  return all.some((one) => {
    const others = bound.filter((other) => other !== one);
    if (one.isBound && left - sum(others, 'least') <= one.least) return true;
    const free = all.filter((other) => other !== one && !other.isBound);
    const mostOfOthers = Math.min(left - (one.isBound ? one.least : 0), sum(others, 'most')) + sum(free, 'most');
    return parts - mostOfOthers >= one.most;
  });
}

/** Between what a withheld part of a school can be, for a reader who knows the rule (0051). */
function rangeOf<Name extends string>(
  { figures, shown }: SchoolCell<Name>,
  { whole, part }: Complement<Name>,
): { readonly least: number; readonly most: number } {
  const all = shown[whole];
  if (all === null) return { least: 0, most: isSmall(figures[whole]) ? SMALL_MOST : UNKNOWN };
  // Of few either may be the small one; of more they know which of the two is.
  if (all <= 2 * SMALL_MOST) return { least: 1, most: all - 1 };
  return isSmall(figures[part]) ? { least: 1, most: SMALL_MOST } : { least: all - SMALL_MOST, most: all - 1 };
}

/** What a trust’s part leaves for the schools that withhold it. */
export const leftOf = <Name extends string>(
  trust: Readonly<Record<Name, Figure>>,
  schools: readonly SchoolCell<Name>[],
  name: Name,
): number => schools.reduce((all, { shown }) => all - (shown[name] ?? 0), trust[name].value);

/** What the withheld parts of a school come to, at most. */
function roomOf<Name extends string>({ figures, shown }: SchoolCell<Name>, total: Name, parts: readonly Name[]): number {
  const whole = shown[total];
  if (whole === null) return isSmall(figures[total]) ? SMALL_MOST : UNKNOWN;
  return parts.reduce((room, name) => room - (shown[name] ?? 0), whole);
}
