import type { Day, MentorshipId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { CaseloadEvent } from '@alongside/domain/requests/caseload.events.js';
import type { SuggestionsEvent } from '@alongside/domain/suggestions/suggestions.events.js';
import { change } from '../engine/view.js';
import { hubView } from './hub-view.js';

/** A mentor who was suggested to a mentee, and what came of it. */
export interface ShownRow {
  readonly mentee: PersonId;
  readonly mentor: PersonId;
  /** Where they stood when the mentee last saw them in a list before asking: 1 for the first. */
  readonly place: number;
  /** What ranked that list: the version of the rules, and the model that had a say. */
  readonly ranking: string;
  readonly on: Day;
  /** The request that followed; `null` where none has. */
  readonly request: RequestId | null;
  /** The mentorship that came of it. */
  readonly mentorship: MentorshipId | null;
}

const idOf = ({ mentee, mentor }: Pick<ShownRow, 'mentee' | 'mentor'>): string => `${mentee}:${mentor}`;

/** What came of suggestions, for the hub’s own use: figures are made of it. Whom a mentee was shown is theirs alone. */
export const shownView = hubView<SuggestionsEvent | CaseloadEvent, ShownRow>()({
  name: 'shown',
  version: 2,
  title: 'What came of suggestions',
  readers: [],
  indexes: [],
  forget: (rows, id) => rows.remove(id),
  on: {
    SuggestionsShown: ({ data: { person: mentee, ranking, shown, on } }, rows) => {
      for (const [index, { mentor }] of shown.entries()) {
        const id = idOf({ mentee, mentor });
        // A person who had two records may have been shown the other one.
        if (mentor === mentee || rows.get(id)?.data.request) continue;
        const data = { mentee, mentor, place: index + 1, ranking, on, request: null, mentorship: null };
        rows.put(id, { audience: [], about: [mentee, mentor], data });
      }
    },
    MentoringRequested: ({ data: { request, mentor, mentee, helpOffer } }, rows) => {
      // Where the mentor offered first, nothing followed from a list.
      if (!helpOffer) change(rows, idOf({ mentee, mentor }), (row) => ({ ...row, request: row.request ?? request }));
    },
    RequestAccepted: ({ data: { request, mentor, mentee, mentorship } }, rows) =>
      change(rows, idOf({ mentee, mentor }), (row) => (row.request === request ? { ...row, mentorship } : row)),
  },
});
