import type { InstitutionId, PersonId, ReflectionId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { followBelonging, oneByOne } from './belonging.js';
import { firstCome } from './first-come.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { isPrivate, privateRows } from './private-rows.js';
import { publishedTo, stillPublishedTo } from './published-to.js';

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
/** The institutions that each was published to and that its author has not left. */
const readers = privateRows<readonly InstitutionId[]>('readers');
const keyOf = ({ person, reflection }: Pick<PublishedWordsRow, 'person' | 'reflection'>): string => `${person}:${reflection}`;

function write(rows: All, row: PublishedWordsRow): void {
  drafts.put(rows, keyOf(row), row);
  const shown = rows.get(row.reflection);
  if (shown) rows.put(row.reflection, { ...shown, data: row });
}

function show(rows: All, row: PublishedWordsRow, institutions: readonly InstitutionId[]): void {
  readers.put(rows, row.reflection, institutions);
  rows.put(row.reflection, { audience: publishedTo(row.person, institutions), data: row, about: [row.person] });
}

function hide(rows: All, reflection: ReflectionId): void {
  readers.remove(rows, reflection);
  rows.remove(reflection);
}

function refresh(rows: All, person: PersonId): void {
  for (const id of rows.about(person)) {
    if (isPrivate(id)) continue;
    const reflection = id as ReflectionId;
    const row = rows.get(reflection)?.data;
    if (row?.person !== person) continue;
    const institutions = stillPublishedTo(rows, person, readers.get(rows, reflection) ?? []);
    if (institutions.length === 0) hide(rows, reflection);
    else show(rows, row, institutions);
  }
}

/**
 * The words of published reflections, for the author and the institutions published to. Deleted when withdrawn or erased, and for an
 * institution when the author leaves it.
 */
export const publishedWordsView = hubView<HubEvent, PublishedWordsRow>()({
  name: 'published-words',
  version: 4,
  title: 'What schools read in those reflections',
  readers: ['institution', 'person'],
  own: null,
  indexes: ['person'],
  forget: (rows, id, person) => {
    if (drafts.keyIn(id)?.startsWith(keyOf({ person, reflection: '' as ReflectionId }))) return rows.remove(id);
    const row = rows.get(id)?.data;
    if (!isPrivate(id) && row?.person === person) hide(rows, row.reflection);
  },
  on: {
    ...followBelonging<PublishedWordsRow>(oneByOne(refresh)),
    ...firstCome<HubEvent, PublishedWordsRow>('reflection', {
      ReflectionWritten: ({ data: { reflection, person, title, text } }, rows) => {
        write(rows, { reflection, person, title, text });
      },
      ReflectionRevised: ({ data: { reflection, person, title, text } }, rows) => {
        if (drafts.get(rows, keyOf({ person, reflection }))) write(rows, { reflection, person, title, text });
      },
      ReflectionShared: ({ data: { reflection, person, with: sharedWith }, institutions }, rows) => {
        if (sharedWith !== 'published') return hide(rows, reflection);
        const draft = drafts.get(rows, keyOf({ person, reflection }));
        if (draft) show(rows, draft, institutions);
      },
    }),
  },
});
