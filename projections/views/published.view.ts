import type { Instant, InstitutionId, PersonId, ReflectionId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { followBelonging, oneByOne } from './belonging.js';
import { firstCome } from './first-come.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { publishedTo, stillPublishedTo } from './published-to.js';

/** That a person published a reflection, and when. Its words are in `reflection`, under the same id. */
export interface PublishedRow {
  readonly reflection: ReflectionId;
  readonly person: PersonId;
  /** The institutions that the author belonged to then and has not left, trusts included. */
  readonly institutions: readonly InstitutionId[];
  readonly publishedAt: Instant;
}

/** A person has left an institution, or an institution its trust: what they published is not for it any more. */
function refresh(rows: Rows<PublishedRow>, person: PersonId): void {
  for (const reflection of rows.about(person)) {
    const row = rows.get(reflection)?.data;
    if (row?.person !== person) continue;
    const institutions = stillPublishedTo(rows, person, row.institutions);
    if (institutions.length === 0) rows.remove(reflection);
    else rows.put(reflection, { audience: publishedTo(person, institutions), data: { ...row, institutions } });
  }
}

/**
 * What people publish, by institution: how colleagues find it. Withdrawn or erased, it is gone; so is what an
 * institution saw of a person who left it.
 */
export const publishedView = hubView<HubEvent, PublishedRow>()({
  name: 'published',
  version: 4,
  title: 'Reflections that schools can read',
  readers: ['institution', 'person'],
  own: 'reflections you published',
  indexes: ['institutions', 'person'],
  forget: (rows, id, person) => rows.get(id)?.data.person === person && rows.remove(id),
  on: {
    ...followBelonging<PublishedRow>(oneByOne(refresh)),
    ...firstCome<HubEvent, PublishedRow>('reflection', {
      ReflectionShared: ({ data: { reflection, person, with: sharedWith }, institutions, at }, rows) => {
        if (sharedWith !== 'published') return rows.remove(reflection);
        rows.put(reflection, {
          audience: publishedTo(person, institutions),
          data: { reflection, person, institutions, publishedAt: at },
          about: [person],
        });
      },
    }),
  },
});
