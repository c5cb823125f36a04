import type { Day, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import { change, type Rows } from '../engine/view.js';
import { coordinatorsOf } from './audiences.js';
import { followBelonging, leaveEverywhere, oneByOne, reachOf } from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { ukDay } from './uk-day.js';

/** An open request on a coordinator’s desk: who waits for whom, since when and until when. Never a word of it (R6). */
export interface WaitingRow {
  readonly request: RequestId;
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  readonly since: Day;
  /** The last day to reply. */
  readonly answerBy: Day;
  readonly actsNext: 'mentor' | 'mentee';
}

type Waiting = Rows<WaitingRow>;
type AboutRequest = { readonly data: { readonly request: RequestId } };

function refresh(rows: Waiting, mentee: PersonId): void {
  for (const id of rows.about(mentee)) {
    const row = rows.get(id);
    if (row) rows.put(id, { ...row, audience: coordinatorsOf(reachOf(rows, mentee)) });
  }
}

const set = (rows: Waiting, request: RequestId, next: Partial<WaitingRow>): void => change(rows, request, (data) => ({ ...data, ...next }));
const closed = ({ data: { request } }: AboutRequest, rows: Waiting): void => rows.remove(request);
const postponed = (
  { data: { request, answerBy } }: { readonly data: { readonly request: RequestId; readonly answerBy: Day } },
  rows: Waiting,
) => set(rows, request, { answerBy });

/** Open requests, to the coordinators of the mentee. */
export const waitingView = hubView<HubEvent, WaitingRow>()({
  name: 'waiting',
  version: 1,
  title: 'Requests that coordinators see waiting',
  readers: ['#coordinators'],
  indexes: ['mentee', 'mentor'],
  on: {
    ...followBelonging<WaitingRow>(oneByOne(refresh)),
    MentoringRequested: ({ data: { request, mentor, mentee, answerBy }, at }, rows) => {
      rows.put(request, {
        audience: coordinatorsOf(reachOf(rows, mentee)),
        data: { request, mentor, mentee, since: ukDay(at), answerBy, actsNext: 'mentor' },
        about: [mentee],
      });
    },
    RequestExtended: postponed,
    AnswerDayMoved: postponed,
    RequestDiscussed: ({ data: { request, from, answerBy } }, rows) => {
      const row = rows.get(request);
      if (row) set(rows, request, { answerBy, actsNext: from === row.data.mentee ? 'mentor' : 'mentee' });
    },
    RequestAccepted: closed,
    RequestDeclined: closed,
    RequestWithdrawn: closed,
    RequestLapsed: closed,
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      for (const id of rows.about(person)) rows.remove(id);
    },
  },
});
