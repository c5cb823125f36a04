import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { CaseloadEvent } from '@alongside/domain/requests/caseload.events.js';
import type { Rows } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { hubView } from './hub-view.js';

/** A mentor's places: how many they offer, how many are taken, how many requests wait. */
export interface CaseloadRow {
  readonly mentor: PersonId;
  readonly places: number;
  readonly taken: number;
  readonly open: number;
}

function edit(rows: Rows<CaseloadRow>, mentor: PersonId, next: (data: CaseloadRow) => Partial<CaseloadRow>): void {
  const before = rows.get(mentor)?.data ?? { mentor, places: 0, taken: 0, open: 0 };
  rows.put(mentor, { audience: onlyPerson(mentor), data: { ...before, ...next(before) } });
}
const answered = ({ data: { mentor } }: { readonly data: { readonly mentor: PersonId } }, rows: Rows<CaseloadRow>): void =>
  edit(rows, mentor, ({ open }) => ({ open: open - 1 }));

/** A caseload, to its mentor. What others may know of it stands in the directory. */
export const caseloadView = hubView<CaseloadEvent, CaseloadRow>()({
  name: 'caseload',
  version: 1,
  title: 'Space that mentors have for mentees',
  readers: ['person'],
  own: 'mentees you have space for',
  indexes: [],
  on: {
    CapacityChanged: ({ data: { mentor, places } }, rows) => edit(rows, mentor, () => ({ places })),
    MentoringRequested: ({ data: { mentor } }, rows) => edit(rows, mentor, ({ open }) => ({ open: open + 1 })),
    RequestAccepted: ({ data: { mentor } }, rows) => edit(rows, mentor, ({ open, taken }) => ({ open: open - 1, taken: taken + 1 })),
    RequestDeclined: answered,
    RequestWithdrawn: answered,
    RequestLapsed: answered,
    PlaceReleased: ({ data: { mentor } }, rows) => edit(rows, mentor, ({ taken }) => ({ taken: taken - 1 })),
  },
});
