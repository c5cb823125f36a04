import type { Family, Figure, Shown } from './withhold.js';
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

/** What a trust’s part leaves for the schools that withhold it. */
const leftOf = <Name extends string>(trust: Readonly<Record<Name, Figure>>, schools: readonly SchoolCell<Name>[], name: Name): number =>
  schools.reduce((all, { shown }) => all - (shown[name] ?? 0), trust[name].value);

/** What the withheld parts of a school come to, at most. */
function roomOf<Name extends string>({ figures, shown }: SchoolCell<Name>, total: Name, parts: readonly Name[]): number {
  const whole = shown[total];
  if (whole === null) return isSmall(figures[total]) ? SMALL_MOST : UNKNOWN;
  return parts.reduce((room, name) => room - (shown[name] ?? 0), whole);
}
