import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { hasRole, principalsOf, type Principal } from '@alongside/domain/policies/actor.js';
import { isPrincipal, meets } from '@alongside/domain/policies/audience.js';
import { keptFrom, obstacle } from '@alongside/ml/ranking/constraints.js';
import { rankForCoordinator } from '@alongside/ml/ranking/for-coordinator.js';
import type { Learned } from '@alongside/ml/ranking/learned.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { actorOf } from '@alongside/projections/facts/actor.js';
import { assesses } from '@alongside/projections/facts/ask.js';
import { membershipsOf } from '@alongside/projections/facts/gather.js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';
import { menteeOf } from './mentee-of.js';
import type { MentorPool, MentorRow } from './mentor-pool.js';

/** How many mentors a coordinator is shown for one mentee. */
export const OFFERED_PEOPLE = 8;

/** A mentor whom a coordinator may suggest. */
export interface OfferedMentor {
  readonly id: PersonId;
  readonly name: string;
  readonly jobTitle: string;
  /** Names, for reading. */
  readonly institutions: readonly string[];
  readonly free: number;
  readonly reasons: readonly string[];
  readonly toConsider: readonly string[];
}
export interface OfferedAnswer {
  readonly mentors: readonly OfferedMentor[];
  readonly total: number;
}

/** Whether a person may suggest mentors to a person: they coordinate where that person belongs, and neither manage nor assess them (R6). */
export function maySuggestTo(coordinator: PersonId, mentee: PersonId, look: HubReader): boolean {
  const actor = actorOf(coordinator, look);
  return (
    coordinator !== mentee &&
    !assesses(coordinator, mentee, look) &&
    membershipsOf(mentee, look).some(({ institution, trust }) => hasRole(actor, institution, 'coordinator', trust))
  );
}

/**
 * Mentors with space, best first. Ignores exclusions, because a gap would reveal one (R5). `among`: those who match the coordinator’s
 * words, so former mentors can be found by name.
 */
export function mentorsFor(
  own: ProfileRow,
  coordinator: ReadonlySet<Principal>,
  {
    pool,
    look,
    now,
    among,
    learned,
  }: {
    readonly pool: MentorPool;
    readonly look: HubReader;
    readonly now: Instant;
    readonly among: ReadonlySet<PersonId> | undefined;
    readonly learned?: Learned | undefined;
  },
): OfferedAnswer {
  const mentee = {
    ...menteeOf(own, pool, look, now),
    exclusions: new Set<PersonId>(),
    excludedBy: new Set<PersonId>(),
    ...(among && { mentoredLately: new Set<PersonId>() }),
  };
  const kept = { keptFrom: keptFrom(mentee) };
  const finds = new Set(principalsOf(actorOf(own.person, look)));
  const rows = new Map<PersonId, MentorRow>();
  const mentors = [];
  for (const { row, audience, mentor } of pool.mentors) {
    if (among && !among.has(row.person)) continue;
    if (!meets(audience, coordinator) || !meets(audience.filter(isPrincipal), finds)) continue;
    if (obstacle(kept, mentor)) continue;
    rows.set(row.person, row);
    mentors.push(mentor);
  }
  const shown = rankForCoordinator(mentee, mentors, OFFERED_PEOPLE, learned).flatMap(({ mentor, remarks }): readonly OfferedMentor[] => {
    const row = rows.get(mentor);
    if (!row) return [];
    const texts = (kind: 'for' | 'against') => remarks.filter((one) => one.kind === kind).map(({ text }) => text);
    return [
      {
        id: mentor,
        name: row.name,
        jobTitle: row.jobTitle,
        free: Math.max(0, row.places - row.taken),
        institutions: row.institutions.flatMap((id) => pool.workplaces.get(id)?.name ?? []),
        reasons: texts('for'),
        toConsider: texts('against'),
      },
    ];
  });
  return { mentors: shown, total: mentors.length };
}
