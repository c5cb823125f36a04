import type { Day, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { CaseloadEvent } from '@alongside/domain/requests/caseload.events.js';
import { addDays } from '@alongside/domain/uk/days.js';
import { view, type Rows } from '../engine/view.js';
import { firstCome } from './first-come.js';

/** What the clock must do next about a request that waits. */
export interface DueRow {
  readonly request: RequestId;
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  readonly remindOn: Day;
  readonly answerBy: Day;
  readonly reminded: boolean;
  /** The first day on which it is due: the reminder, then the day after the last day to answer. Only ever compared with `<=`, for the clock may have been off. */
  readonly day: Day;
  readonly kind: 'remind' | 'lapse';
}

type Terms = Omit<DueRow, 'day' | 'kind'>;

/** A reminder that would come after the end is none. */
function due(terms: Terms): DueRow {
  const lapsesOn = addDays(terms.answerBy, 1);
  const reminds = !terms.reminded && terms.remindOn < lapsesOn;
  return { ...terms, ...(reminds ? { kind: 'remind', day: terms.remindOn } : { kind: 'lapse', day: lapsesOn }) };
}

function set(rows: Rows<DueRow>, request: RequestId, next: Partial<Terms>): void {
  const row = rows.get(request);
  if (row) rows.put(request, { ...row, data: due({ ...row.data, ...next }) });
}
const closed = ({ data }: { readonly data: { readonly request: RequestId } }, rows: Rows<DueRow>): void => rows.remove(data.request);

/** Requests that wait, by the day on which the clock must act. Nobody is shown these rows. */
export const dueView = view<CaseloadEvent, DueRow>({
  name: 'due',
  version: 2,
  indexes: ['day', 'kind'],
  on: firstCome('request', {
    MentoringRequested: ({ data: { request, mentor, mentee, remindOn, answerBy } }, rows) =>
      rows.put(request, { audience: [], data: due({ request, mentor, mentee, remindOn, answerBy, reminded: false }) }),
    RequestExtended: ({ data: { request, answerBy } }, rows) => set(rows, request, { answerBy }),
    RequestDiscussed: ({ data: { request, remindOn, answerBy } }, rows) => set(rows, request, { remindOn, answerBy, reminded: false }),
    RequestReminded: ({ data: { request } }, rows) => set(rows, request, { reminded: true }),
    RequestAccepted: closed,
    RequestDeclined: closed,
    RequestWithdrawn: closed,
    RequestLapsed: closed,
  }),
});
