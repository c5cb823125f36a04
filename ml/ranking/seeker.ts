import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Aim } from '@alongside/domain/people/person.events.js';
import { EXPERTISE_TAGS, expertiseTag } from '@alongside/domain/uk/taxonomy/expertise.js';
import type { Mentee } from '../features/candidate.js';
import { weekOf, type Stretch } from '../features/week.js';
import { keptFrom, type Obstacle } from './constraints.js';

/** An aim and its place in the mentee’s own order, from 0. */
export interface RankedAim extends Aim {
  readonly index: number;
  /** How much it counts: the first wholly, later ones less. */
  readonly weight: number;
}

/** A mentee made ready to be compared with many mentors. */
export interface Seeker {
  readonly mentee: Mentee;
  /** Whom they cannot be matched with. */
  readonly keptFrom: ReadonlyMap<PersonId, Obstacle>;
  readonly aims: ReadonlyMap<string, RankedAim>;
  /** Aims whose neighbour a tag is: another tag of the same group. */
  readonly neighbours: ReadonlyMap<string, readonly RankedAim[]>;
  readonly phases: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  readonly settings: ReadonlySet<string>;
  readonly week: readonly Stretch[];
}

const AIM_WEIGHTS = [1, 0.85, 0.7, 0.6, 0.5, 0.4];

/** Does once what comparing would otherwise do for every mentor. */
export function seekerOf(mentee: Mentee): Seeker {
  const aims = mentee.aims.map((aim, index) => ({ ...aim, index, weight: AIM_WEIGHTS[index] ?? 0.4 }));
  const neighbours = new Map<string, readonly RankedAim[]>();
  for (const aim of aims) {
    const group = expertiseTag(aim.tag)?.group;
    if (group === undefined) continue;
    for (const tag of EXPERTISE_TAGS)
      if (tag.group === group && tag.id !== aim.tag) neighbours.set(tag.id, [...(neighbours.get(tag.id) ?? []), aim]);
  }
  return {
    mentee,
    keptFrom: keptFrom(mentee),
    aims: new Map(aims.map((aim) => [aim.tag, aim])),
    neighbours,
    phases: new Set(mentee.phases),
    subjects: new Set(mentee.subjects),
    settings: new Set(mentee.settings),
    week: weekOf(mentee.availability?.slots ?? []),
  };
}
