import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Mentee, Mentor } from '../features/candidate.js';
import { choose, ruledScore } from './choose.js';
import type { Chance, Learned } from './learned.js';
import type { Mentors } from './mentors.js';
import { best, comparing, countingOf, menteesOf, POOL_PEOPLE, poolOf, sayings } from './rank.js';
import type { Reserve, Reserves } from './reserves.js';
import { seekerOf } from './seeker.js';
import { ENDS, sumBy, weightsBy } from './sliders.js';

/** How many people are kept ready. Not more than are weighed against each other, so that a model has its say in the order of all of them. */
export const RESERVES_LIMIT_PEOPLE = 36;

/** A reserve as the hub knows it. */
interface KnownReserve extends Reserve {
  readonly chance: Chance | null;
}

/** People for wherever the sliders are moved: first those shown at the ends of each. Stops after each look, so that others are served in between. */
export function* pickReserves(
  mentee: Mentee,
  mentors: Mentors,
  learned: Learned | undefined,
  limit = RESERVES_LIMIT_PEOPLE,
): Generator<void, Reserves<KnownReserve>> {
  const seeker = seekerOf(mentee);
  const compare = once(comparing(seeker, learned));
  const size = poolOf(learned);
  const lists: (readonly Mentor[])[] = [];
  const bars: number[] = [];
  for (const moved of ENDS) {
    const weights = weightsBy(moved);
    const pool = best(seeker, mentors, weights, size).map(compare);
    const shown = choose(pool, countingOf(weights, learned)).map(({ compared }) => compared.of);
    const last = pool[size - 1];
    bars.push(last?.couldMeet ? ruledScore(last, weights) * sumBy(moved) : 0);
    lists.push([...new Set([...shown, ...pool.map(({ of }) => of)])]);
    yield;
  }
  const people = byTurns(lists, limit).map((mentor) => {
    const { of: _of, chance, ...compared } = compare(mentor);
    return { compared, chance, remarks: menteesOf(sayings(seeker, mentor)) };
  });
  return { people, bars, learned: learned?.weight ?? 0 };
}

/** The first of each list, then the second of each, each person once. */
function byTurns<One>(lists: readonly (readonly One[])[], limit: number): readonly One[] {
  const taken = new Set<One>();
  for (let at = 0; at < POOL_PEOPLE && taken.size < limit; at += 1)
    for (const list of lists) {
      const one = list[at];
      if (one && taken.size < limit) taken.add(one);
    }
  return [...taken];
}

/** Works each mentor out once. */
function once<Made>(make: (mentor: Mentor) => Made): (mentor: Mentor) => Made {
  const made = new Map<PersonId, Made>();
  return (mentor) => {
    const known = made.get(mentor.person) ?? make(mentor);
    made.set(mentor.person, known);
    return known;
  };
}
