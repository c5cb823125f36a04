import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { sortedByName } from '@alongside/domain/text/folding.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import type { Listed } from './mentor-pool.js';

/** Mentors named for one focus area: those with space first, then those who know it best. */
export const NAMED_LIMIT_PEOPLE = 8;

/** Mentors who offer something, and those of them who have space. */
interface Offered {
  readonly mentors: number;
  readonly withSpace: number;
}
export interface AreaOffered extends Offered {
  /** A focus area of the taxonomy. */
  readonly area: string;
  readonly people: readonly { readonly person: PersonId; readonly name: string; readonly hasSpace: boolean }[];
}
/** Who knows what in an institution or a trust, as far as the reader may find them. */
export interface ExpertiseMap extends Offered {
  /** Groups of focus areas: a mentor who offers several areas of a group counts once. */
  readonly groups: Readonly<Record<string, Offered>>;
  /** Areas that one mentor at least offers, in the order of the taxonomy. */
  readonly areas: readonly AreaOffered[];
}

const GROUP_OF: ReadonlyMap<string, string> = new Map(EXPERTISE_TAGS.map(({ id, group }) => [id, group]));
const ORDER: ReadonlyMap<string, number> = new Map(EXPERTISE_TAGS.map(({ id }, place) => [id, place]));

interface Someone {
  readonly person: PersonId;
  readonly name: string;
  readonly hasSpace: boolean;
  readonly level: number;
}

/** The map of these mentors for a reader: people whom the reader may not find are in no number either. */
export function expertiseMapOf(listed: Iterable<Listed>, reader: ReadonlySet<Principal>): ExpertiseMap {
  const areas = new Map<string, Someone[]>();
  const groups = new Map<string, Map<PersonId, boolean>>();
  const everybody = new Map<PersonId, boolean>();
  for (const { row, audience } of listed) {
    if (!meets(audience, reader)) continue;
    const { person, name } = row;
    const hasSpace = !row.paused && row.places > row.taken;
    everybody.set(person, hasSpace);
    for (const { tag, level } of row.expertise) {
      areas.set(tag, [...(areas.get(tag) ?? []), { person, name, hasSpace, level }]);
      const group = GROUP_OF.get(tag);
      if (group) groups.set(group, (groups.get(group) ?? new Map<PersonId, boolean>()).set(person, hasSpace));
    }
  }
  return {
    ...offeredBy(everybody.values()),
    groups: Object.fromEntries([...groups].map(([group, people]) => [group, offeredBy(people.values())])),
    areas: [...areas]
      .toSorted(([a], [b]) => (ORDER.get(a) ?? ORDER.size) - (ORDER.get(b) ?? ORDER.size))
      .map(([area, people]) => ({ area, ...offeredBy(people.map(({ hasSpace }) => hasSpace)), people: named(people) })),
  };
}

function offeredBy(spaces: Iterable<boolean>): Offered {
  let [mentors, withSpace] = [0, 0];
  for (const hasSpace of spaces) {
    mentors += 1;
    if (hasSpace) withSpace += 1;
  }
  return { mentors, withSpace };
}

const named = (people: readonly Someone[]): AreaOffered['people'] =>
  sortedByName(people, ({ name }) => name)
    .toSorted((a, b) => Number(b.hasSpace) - Number(a.hasSpace) || b.level - a.level)
    .slice(0, NAMED_LIMIT_PEOPLE)
    .map(({ person, name, hasSpace }) => ({ person, name, hasSpace }));
