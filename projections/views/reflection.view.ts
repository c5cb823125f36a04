import type { Instant, InstitutionId, MeetingId, MentorshipId, PersonId, ReflectionId } from '@alongside/domain/kernel/brand.js';
import type { GrowthEvent, SHARED_WITH } from '@alongside/domain/development/growth.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { change, view } from '../engine/view.js';
import { onlyPair, onlyPerson } from './audiences.js';
import { firstCome } from './first-come.js';
import { dropTrail, leaveTrail, trailOf } from './shelf.js';

/** A reflection and whom its author shows it to. */
export interface ReflectionRow {
  readonly reflection: ReflectionId;
  readonly person: PersonId;
  readonly mentorship: MentorshipId | null;
  readonly meeting: MeetingId | null;
  readonly prompt: string | null;
  readonly title: string;
  readonly text: string;
  readonly statements: readonly string[];
  readonly sharedWith: (typeof SHARED_WITH)[number];
  readonly writtenAt: Instant;
  readonly revisedAt: Instant | null;
}

/**
 * Reflections: to their author; to the pair where shared with it; to the institutions that the author belonged to when they published.
 * Taking a reflection back takes it back from everyone.
 */
export const reflectionView = view<GrowthEvent | PersonEvent, ReflectionRow>({
  name: 'reflection',
  version: 3,
  indexes: ['person', 'mentorship', 'sharedWith'],
  on: firstCome('reflection', {
    ReflectionWritten: ({ data, at }, rows) => {
      rows.put(data.reflection, {
        audience: onlyPerson(data.person),
        data: { ...data, sharedWith: 'nobody', writtenAt: at, revisedAt: null },
      });
      leaveTrail(rows, data.person, data.reflection);
    },
    ReflectionRevised: ({ data: { reflection, title, text }, at }, rows) =>
      change(rows, reflection, (data) => ({ ...data, title, text, revisedAt: at })),
    ReflectionLinked: ({ data: { reflection, statements } }, rows) =>
      change<ReflectionRow>(rows, reflection, (data) => ({ ...data, statements })),
    ReflectionShared: ({ data: { reflection, person, mentorship, with: sharedWith }, institutions }, rows) => {
      const row = rows.get(reflection);
      if (row) rows.put(reflection, { audience: readers(person, mentorship, sharedWith, institutions), data: { ...row.data, sharedWith } });
    },
    // An erased person's reflections go whole: they were nobody's but theirs.
    PersonErased: ({ data: { person } }, rows) => {
      for (const reflection of trailOf(rows, person)) rows.remove(reflection);
      dropTrail(rows, person);
    },
  }),
});

function readers(
  person: PersonId,
  mentorship: MentorshipId | null,
  sharedWith: ReflectionRow['sharedWith'],
  institutions: readonly InstitutionId[],
): readonly Principal[] {
  const pair = mentorship ? onlyPair(mentorship) : [];
  switch (sharedWith) {
    case 'nobody':
      return onlyPerson(person);
    case 'pair':
      return [...onlyPerson(person), ...pair];
    case 'published':
      return [...onlyPerson(person), ...pair, ...institutions.map((institution): Principal => `institution:${institution}`)];
  }
}
