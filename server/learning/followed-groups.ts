import { SHOWN_FROM_PEOPLE } from '@alongside/projections/views/withhold.js';

/** What is counted of a group at one step: those who came to it, and those who came to the one before and no further. */
export interface Counted {
  readonly part: ReadonlySet<string>;
  readonly rest: ReadonlySet<string>;
  /** Whether it may be told of this group by itself. */
  readonly mayShow: boolean;
}

/** Which groups are withheld at each step. The whole less the others tells of them together: where that is too much the smallest of the others is withheld too. */
export function withheldOf(steps: readonly (readonly Counted[])[]): readonly ReadonlySet<number>[] {
  const withheld = new Set<number>();
  // Each step is some of the one before: what is withheld there is withheld here.
  return steps.map((groups) => {
    groups.forEach(({ mayShow }, at) => mayShow || withheld.add(at));
    while (withheld.size > 0 && withheld.size < groups.length && tells(groups.filter((_, at) => withheld.has(at))))
      withheld.add(smallestOf(groups, withheld));
    return new Set(withheld);
  });
}

/** Whether these together would tell of one of them: too few people, or so many that each has as many as a withheld group can. */
const tells = (groups: readonly Counted[]): boolean =>
  isTelling(groups.map(({ part }) => part)) || (groups.some(({ rest }) => rest.size > 0) && isTelling(groups.map(({ rest }) => rest)));

function isTelling(each: readonly ReadonlySet<string>[]): boolean {
  const people = new Set(each.flatMap((some) => [...some])).size;
  const most = each.every(({ size }) => size < SHOWN_FROM_PEOPLE) ? each.length * (SHOWN_FROM_PEOPLE - 1) : Infinity;
  return people < SHOWN_FROM_PEOPLE || people >= most;
}

function smallestOf(groups: readonly Counted[], but: ReadonlySet<number>): number {
  const others = groups.map((_, at) => at).filter((at) => !but.has(at));
  const sizeOf = (at: number) => groups[at]?.part.size ?? 0;
  return others.reduce((least, at) => (sizeOf(at) < sizeOf(least) ? at : least));
}
