import type { Instant, InstitutionId, PersonId, ReflectionId } from '@alongside/domain/kernel/brand.js';
import type { GrowthEvent } from '@alongside/domain/development/growth.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { view } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { firstCome } from './first-come.js';
import { unindexAuthor, indexAuthor, trailOf } from './private-rows.js';

/** That a person published a reflection, and when. Its words are in `reflection`, under the same id. */
export interface PublishedRow {
  readonly reflection: ReflectionId;
  readonly person: PersonId;
  /** The institutions that the author belonged to then, trusts included. */
  readonly institutions: readonly InstitutionId[];
  readonly publishedAt: Instant;
}

/** What people publish, to the institutions they publish to: how colleagues find it. Withdrawn or erased, it is gone. */
export const publishedView = view<GrowthEvent | PersonEvent, PublishedRow>({
  name: 'published',
  version: 1,
  indexes: ['institutions', 'person'],
  on: firstCome('reflection', {
    ReflectionShared: ({ data: { reflection, person, with: sharedWith }, institutions, at }, rows) => {
      if (sharedWith !== 'published') return rows.remove(reflection);
      rows.put(reflection, {
        audience: [...onlyPerson(person), ...institutions.map((institution): Principal => `institution:${institution}`)],
        data: { reflection, person, institutions, publishedAt: at },
      });
      indexAuthor(rows, person, reflection);
    },
    PersonErased: ({ data: { person } }, rows) => {
      for (const reflection of trailOf(rows, person)) rows.remove(reflection);
      unindexAuthor(rows, person);
    },
  }),
});
