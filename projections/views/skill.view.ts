import type { Instant, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { GrowthEvent } from '@alongside/domain/development/growth.events.js';
import { onlyPerson } from './audiences.js';
import { hubView } from './hub-view.js';

/** A level that a person gave themselves, 1 to 5, and when. */
export interface Rating {
  readonly level: number;
  readonly at: Instant;
}

/** How a person rates themselves in one thing, before and after a mentorship (or outside any). */
export interface SkillRow {
  readonly person: PersonId;
  readonly mentorship: MentorshipId | null;
  readonly tag: string;
  readonly before: Rating | null;
  readonly after: Rating | null;
}

/** The id of a rating; `own` stands for no mentorship. */
export const skillId = (person: PersonId, mentorship: MentorshipId | null, tag: string): string =>
  `${person}:${mentorship ?? 'own'}:${tag}`;

/** Self-ratings, to the person who gave them. */
export const skillView = hubView<GrowthEvent, SkillRow>()({
  name: 'skill',
  version: 2,
  title: 'Skills, before and after',
  readers: ['person'],
  own: 'skills, before and after',
  indexes: ['person', 'mentorship'],
  forget: (rows, id, person) => rows.get(id)?.data.person === person && rows.remove(id),
  on: {
    SkillRated: ({ data: { person, mentorship, tag, level, when }, at }, rows) => {
      const id = skillId(person, mentorship, tag);
      const before = rows.get(id)?.data ?? { person, mentorship, tag, before: null, after: null };
      rows.put(id, { audience: onlyPerson(person), data: { ...before, [when]: { level, at } }, about: [person] });
    },
  },
});
