import type { PersonId, ReflectionId } from '@alongside/domain/kernel/brand.js';
import type { GrowthEvent } from '@alongside/domain/development/growth.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { view, type Rows } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { firstCome } from './first-come.js';
import { unindexAuthor, indexAuthor, privateRows, trailOf } from './private-rows.js';

/** What a published reflection says, and nothing of the mentorship or the meeting that it came from: colleagues read these words alone. */
export interface PublishedWordsRow {
  readonly reflection: ReflectionId;
  readonly person: PersonId;
  readonly title: string;
  readonly text: string;
}

type All = Rows<PublishedWordsRow>;
/** Words that are not published, or not yet: private rows, by author and reflection, for an id is its first author’s alone. */
const drafts = privateRows<PublishedWordsRow>('draft');
const keyOf = ({ person, reflection }: Pick<PublishedWordsRow, 'person' | 'reflection'>): string => `${person}:${reflection}`;

function write(rows: All, row: PublishedWordsRow): void {
  drafts.put(rows, keyOf(row), row);
  const shown = rows.get(row.reflection);
  if (shown) rows.put(row.reflection, { ...shown, data: row });
}

/** The words of published reflections, to the author and the institutions that they published to. Taken back or erased, they are gone. */
export const publishedWordsView = view<GrowthEvent | PersonEvent, PublishedWordsRow>({
  name: 'published-words',
  version: 1,
  indexes: ['person'],
  on: firstCome('reflection', {
    ReflectionWritten: ({ data: { reflection, person, title, text } }, rows) => {
      write(rows, { reflection, person, title, text });
      indexAuthor(rows, person, reflection);
    },
    ReflectionRevised: ({ data: { reflection, person, title, text } }, rows) => {
      if (drafts.get(rows, keyOf({ person, reflection }))) write(rows, { reflection, person, title, text });
    },
    ReflectionShared: ({ data: { reflection, person, with: sharedWith }, institutions }, rows) => {
      if (sharedWith !== 'published') return rows.remove(reflection);
      const draft = drafts.get(rows, keyOf({ person, reflection }));
      const audience = [...onlyPerson(person), ...institutions.map((institution): Principal => `institution:${institution}`)];
      if (draft) rows.put(reflection, { audience, data: draft });
    },
    PersonErased: ({ data: { person } }, rows) => {
      for (const id of trailOf(rows, person)) {
        const reflection = id as ReflectionId;
        drafts.remove(rows, keyOf({ person, reflection }));
        if (rows.get(reflection)?.data.person === person) rows.remove(reflection);
      }
      unindexAuthor(rows, person);
    },
  }),
});
