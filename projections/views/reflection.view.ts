import type { Instant, MeetingId, MentorshipId, PersonId, ReflectionId } from '@alongside/domain/kernel/brand.js';
import type { GrowthEvent, SHARED_WITH } from '@alongside/domain/development/growth.events.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { change } from '../engine/view.js';
import { onlyPair, onlyPerson } from './audiences.js';
import { firstCome } from './first-come.js';
import { hubView } from './hub-view.js';

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
 * Reflections: to their author, and to the pair where shared or published. Institutions read `published-words`. Taking one back takes it
 * from everyone.
 */
export const reflectionView = hubView<GrowthEvent, ReflectionRow>()({
  name: 'reflection',
  version: 5,
  title: 'Reflections',
  readers: ['mentorship', 'person'],
  own: 'reflections',
  indexes: ['person', 'mentorship', 'sharedWith'],
  orders: [{ within: 'person', by: 'writtenAt' }],
  // An erased person’s reflections are removed whole: they were theirs alone.
  forget: (rows, id, person) => rows.get(id)?.data.person === person && rows.remove(id),
  on: firstCome('reflection', {
    ReflectionWritten: ({ data, at }, rows) => {
      rows.put(data.reflection, {
        audience: onlyPerson(data.person),
        data: { ...data, sharedWith: 'nobody', writtenAt: at, revisedAt: null },
      });
    },
    ReflectionRevised: ({ data: { reflection, title, text }, at }, rows) =>
      change(rows, reflection, (data) => ({ ...data, title, text, revisedAt: at })),
    ReflectionLinked: ({ data: { reflection, statements } }, rows) =>
      change<ReflectionRow>(rows, reflection, (data) => ({ ...data, statements })),
    ReflectionShared: ({ data: { reflection, person, mentorship, with: sharedWith } }, rows) => {
      const row = rows.get(reflection);
      if (row) rows.put(reflection, { audience: readers(person, mentorship, sharedWith), data: { ...row.data, sharedWith } });
    },
  }),
});

const readers = (person: PersonId, mentorship: MentorshipId | null, sharedWith: ReflectionRow['sharedWith']): readonly Principal[] => [
  ...onlyPerson(person),
  ...(mentorship && sharedWith !== 'nobody' ? onlyPair(mentorship) : []),
];
