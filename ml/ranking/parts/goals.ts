import type { Mentor } from '../../features/candidate.js';
import { eachOf, USUAL } from '../breadth.js';
import { NOTHING, UNKNOWN, type Part, type Said } from '../part.js';
import type { RankedAim, Seeker } from '../seeker.js';
import { list, number, ordinal, sayExpertise } from '../words.js';

/** What a neighbouring expertise counts for: the same group, held well, of a mentor who does not offer many. */
export const NEIGHBOUR = 0.4;
export const HELD_WELL = 3;

const NONE: ReadonlyMap<number, number> = new Map();

/** How far each aim is met, by its index: 1 by the tag itself, less by a neighbour. */
function metAims({ aims, neighbours }: Seeker, { expertise }: Mentor): ReadonlyMap<number, number> {
  let met: Map<number, number> | undefined;
  const isFocused = expertise.length <= USUAL.expertise;
  for (const { tag, level } of expertise) {
    const aim = aims.get(tag);
    if (aim && level > aim.from) met = (met ?? new Map<number, number>()).set(aim.index, 1);
    const near = level < HELD_WELL || !isFocused ? undefined : neighbours.get(tag);
    if (!near) continue;
    met ??= new Map();
    for (const { index } of near) if (!met.has(index)) met.set(index, NEIGHBOUR);
  }
  return met ?? NONE;
}

function score(seeker: Seeker, mentor: Mentor): number {
  if (seeker.aims.size === 0) return UNKNOWN;
  const met = metAims(seeker, mentor);
  if (met.size === 0) return 0;
  let sum = 0;
  let most = 0;
  for (const { index, weight } of seeker.aims.values()) {
    sum += weight * (met.get(index) ?? 0);
    most += weight;
  }
  return (sum / most) * eachOf(mentor.expertise.length, USUAL.expertise);
}

function say(seeker: Seeker, mentor: Mentor): Said {
  const met = metAims(seeker, mentor);
  const all = [...seeker.aims.values()];
  const wholly = all.filter(({ index }) => met.get(index) === 1);
  // What is offered at a level that helps no further is no area that is not offered.
  const missed = all.filter(({ index, tag }) => !met.has(index) && !mentor.expertise.some((one) => one.tag === tag));
  const forMentee =
    wholly.length > 1
      ? [remark('for', `${mentor.givenName} can help with ${howMany(wholly, all, 'your')} focus areas: ${names(wholly)}.`)]
      : [];
  const forMentor =
    wholly.length > 1
      ? [remark('for', `You can help with ${howMany(wholly, all, `${seeker.mentee.givenName}’s`)} focus areas: ${names(wholly)}.`)]
      : [];
  // Where none is met, expertise says so.
  if (missed.length === 0 || wholly.length === 0) return forMentee.length === 0 ? NOTHING : { mentee: forMentee, mentor: forMentor };
  return {
    mentee: [...forMentee, remark('against', `${mentor.givenName} does not offer ${which(missed, all, 'your')}.`)],
    mentor: [...forMentor, remark('against', `You do not offer ${which(missed, all, `${seeker.mentee.givenName}’s`)}.`)],
  };
}

/** More are counted. */
const NAMED = 2;

/** “your second focus area, behaviour”; “your first and third focus areas, behaviour and reading”; “4 of your 6 focus areas”. */
function which(some: readonly RankedAim[], all: readonly RankedAim[], whose: string): string {
  if (some.length > NAMED) return `${number(some.length)} of ${whose} ${number(all.length)} focus areas`;
  return `${whose} ${list(some.map(({ index }) => ordinal(index)))} focus ${some.length === 1 ? 'area' : 'areas'}, ${names(some)}`;
}

const remark = (kind: 'for' | 'against', text: string) => ({ about: 'goals' as const, kind, text });
const names = (aims: readonly RankedAim[]): string => list(aims.map(({ tag }) => sayExpertise(tag)));
/** “2 of your 3”, “all of your 3”, “both of your”. */
const howMany = (some: readonly RankedAim[], all: readonly RankedAim[], whose: string): string => {
  if (all.length === 2) return `both of ${whose}`;
  return `${some.length < all.length ? number(some.length) : 'all'} of ${whose} ${number(all.length)}`;
};

/** Goals: how many of the mentee’s aims the mentor can help with, those that matter most counting most. */
export const goalsPart: Part = { id: 'goals', score, say };
