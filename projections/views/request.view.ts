import type { Day, Instant, MentorshipId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type {
  CaseloadEvent,
  FirstMeeting,
  OfferedTime,
  ReleasedBecause,
  WithdrawnBecause,
} from '@alongside/domain/requests/caseload.events.js';
import { change, type Rows } from '../engine/view.js';
import { firstCome } from './first-come.js';
import { hubView } from './hub-view.js';

/** A message about a request, before it is answered. */
export interface RequestMessage {
  readonly from: PersonId;
  readonly text: string;
  readonly at: Instant;
}

/** One request as both sides see it: who acts next, and by when. */
export interface RequestRow {
  readonly request: RequestId;
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  readonly status: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed';
  /** Whose move it is; `nobody` once it is closed. */
  readonly actsNext: 'mentor' | 'mentee' | 'nobody';
  readonly note: string;
  readonly aims: readonly string[];
  readonly times: readonly OfferedTime[];
  readonly messages: readonly RequestMessage[];
  readonly remindOn: Day;
  readonly answerBy: Day;
  readonly extended: boolean;
  readonly reminded: boolean;
  readonly askedAt: Instant;
  readonly closedAt: Instant | null;
  /** What the mentor wrote when they declined; empty otherwise. */
  readonly reason: string;
  /** Why the hub closed it for one of the two; `null` where they closed it themself, or it is open. */
  readonly because: ReleasedBecause | WithdrawnBecause | null;
  /** The mentorship that came of it. */
  readonly mentorship: MentorshipId | null;
  /** The meeting that the yes booked; `null` where it named no time. */
  readonly first: FirstMeeting | null;
}

type Requests = Rows<RequestRow>;
const set = (rows: Requests, request: RequestId, next: Partial<RequestRow>): void =>
  change(rows, request, (data) => ({ ...data, ...next }));
const close = (rows: Requests, request: RequestId, closedAt: Instant, next: Partial<RequestRow>): void =>
  set(rows, request, { actsNext: 'nobody', closedAt, ...next });

/** Words of an erased person are emptied; the other side's stay. */
const without =
  (person: PersonId) =>
  (data: RequestRow): RequestRow => ({
    ...data,
    note: data.mentee === person ? '' : data.note,
    reason: data.mentor === person ? '' : data.reason,
    messages: data.messages.map((message) => (message.from === person ? { ...message, text: '' } : message)),
  });

/** Requests, to the two whom each concerns. Whom the mentee would ask next stands elsewhere: the mentor need not know. */
export const requestView = hubView<CaseloadEvent, RequestRow>()({
  name: 'request',
  version: 5,
  title: 'Requests',
  readers: ['person'],
  own: 'requests',
  indexes: ['mentor', 'mentee', 'status'],
  forget: (rows, id, person) => change(rows, id, without(person)),
  on: firstCome('request', {
    MentoringRequested: ({ data, at }, rows) => {
      const { request, mentor, mentee, note, aims, times, remindOn, answerBy } = data;
      rows.put(request, {
        audience: [`person:${mentor}`, `person:${mentee}`],
        data: {
          request,
          mentor,
          mentee,
          note,
          aims,
          times,
          remindOn,
          answerBy,
          status: 'open',
          actsNext: 'mentor',
          messages: [],
          extended: false,
          reminded: false,
          askedAt: at,
          closedAt: null,
          reason: '',
          because: null,
          mentorship: null,
          first: null,
        },
      });
    },
    RequestExtended: ({ data: { request, answerBy } }, rows) => set(rows, request, { answerBy, extended: true }),
    AnswerDayMoved: ({ data: { request, remindOn, answerBy } }, rows) => set(rows, request, { remindOn, answerBy }),
    RequestDiscussed: ({ data: { request, from, text, remindOn, answerBy }, at }, rows) =>
      change<RequestRow>(rows, request, (data) => ({
        ...data,
        remindOn,
        answerBy,
        reminded: false,
        actsNext: from === data.mentor ? 'mentee' : 'mentor',
        messages: [...data.messages, { from, text, at }],
      })),
    RequestReminded: ({ data: { request } }, rows) => set(rows, request, { reminded: true }),
    RequestAccepted: ({ data: { request, mentorship, first = null }, at }, rows) =>
      close(rows, request, at, { status: 'accepted', mentorship, first }),
    RequestDeclined: ({ data: { request, reason, because = null }, at }, rows) =>
      close(rows, request, at, { status: 'declined', reason, because }),
    RequestWithdrawn: ({ data: { request, because = null }, at }, rows) => close(rows, request, at, { status: 'withdrawn', because }),
    RequestLapsed: ({ data: { request }, at }, rows) => close(rows, request, at, { status: 'lapsed' }),
  }),
});
