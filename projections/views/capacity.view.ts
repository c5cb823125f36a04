import type { Instant, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { findableBy, followFinding, leaveEverywhere, oneByOne } from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** How much space a mentor has, and how soon they reply: what changes with every request. Only people who offer have a row, as in the directory. */
export interface CapacityRow {
  readonly person: PersonId;
  readonly places: number;
  readonly taken: number;
  readonly openRequests: number;
  /** Requests that had a first reply, a message or an answer, and the hours it took in all. */
  readonly answered: number;
  readonly answerHours: number;
  /** Requests in a row that lapsed while it was the mentor’s turn; none any more once the mentor does something. */
  readonly unanswered: number;
}

/** Of those who do not offer, yet or any more: what they come back to. */
const unlisted = privateRows<CapacityRow>('unlisted');
/** Requests that wait for a first reply. */
const waiting = privateRows<{ readonly mentor: PersonId; readonly at: Instant }>('waiting');
const HOUR_MS = 3_600_000;

const NOTHING = { places: 0, taken: 0, openRequests: 0, answered: 0, answerHours: 0, unanswered: 0 } as const;

/** A mentor of whom nothing was counted yet. */
export const noCapacity = (person: PersonId): CapacityRow => ({ person, ...NOTHING });

type Edit = (before: CapacityRow) => Partial<CapacityRow>;
const asIs: Edit = () => ({});
const isHere: Edit = () => ({ unanswered: 0 });

function edit(rows: Rows<CapacityRow>, person: PersonId, next: Edit, offers = rows.get(person) !== undefined): void {
  const before = rows.get(person)?.data ?? unlisted.get(rows, person) ?? noCapacity(person);
  const data = { ...before, ...next(before) };
  if (offers) {
    unlisted.remove(rows, person);
    rows.put(person, { audience: findableBy(rows, person), data });
  } else {
    rows.remove(person);
    unlisted.put(rows, person, data);
  }
}

function refresh(rows: Rows<CapacityRow>, person: PersonId): void {
  if (rows.get(person)) edit(rows, person, asIs);
}

/** The first reply to a request: how long the mentor took counts once. */
function reply(rows: Rows<CapacityRow>, request: RequestId, at: Instant): void {
  const asked = waiting.get(rows, request);
  if (!asked) return;
  waiting.remove(rows, request);
  const hours = Math.max(0, (Date.parse(at) - Date.parse(asked.at)) / HOUR_MS);
  edit(rows, asked.mentor, ({ answered, answerHours }) => ({
    answered: answered + 1,
    answerHours: answerHours + hours,
    unanswered: 0,
  }));
}

function close(rows: Rows<CapacityRow>, mentor: PersonId, request: RequestId): void {
  waiting.remove(rows, request);
  edit(rows, mentor, ({ openRequests }) => ({ openRequests: openRequests - 1 }));
}

/** The counters of mentors, to those who may find each. What they say of themselves is in `directory`, which changes when they change it. */
export const capacityView = hubView<HubEvent, CapacityRow>()({
  name: 'capacity',
  version: 5,
  title: 'Space that mentors have, and how soon they reply',
  readers: ['everyone', 'institution', 'person'],
  own: null,
  indexes: [],
  on: {
    ...followFinding<CapacityRow>(oneByOne(refresh)),
    MentoringOffered: ({ data: { person } }, rows) => edit(rows, person, isHere, true),
    MentoringResumed: ({ data: { person } }, rows) => edit(rows, person, isHere),
    MentoringWithdrawn: ({ data: { person } }, rows) => edit(rows, person, asIs, false),
    CapacityChanged: ({ data: { mentor, places } }, rows) => edit(rows, mentor, () => ({ places, unanswered: 0 })),
    HelpOffered: ({ data: { mentor } }, rows) => edit(rows, mentor, isHere),
    MentoringRequested: ({ data: { request, mentor, helpOffer }, at }, rows) => {
      // Nobody waited for a yes that the mentor gave beforehand: it says nothing of how soon they reply.
      if (!helpOffer) waiting.put(rows, request, { mentor, at });
      edit(rows, mentor, ({ openRequests }) => ({ openRequests: openRequests + 1 }));
    },
    RequestDiscussed: ({ data: { request, from }, at }, rows) => {
      if (waiting.get(rows, request)?.mentor === from) reply(rows, request, at);
    },
    RequestAccepted: ({ data: { request, mentor }, at }, rows) => {
      reply(rows, request, at);
      close(rows, mentor, request);
      edit(rows, mentor, ({ taken }) => ({ taken: taken + 1 }));
    },
    RequestDeclined: ({ data: { request, mentor, because }, at }, rows) => {
      // What the hub closes is no reply of the mentor’s.
      if (!because) reply(rows, request, at);
      close(rows, mentor, request);
    },
    RequestWithdrawn: ({ data: { request, mentor } }, rows) => close(rows, mentor, request),
    RequestLapsed: ({ data: { request, mentor, actsNext } }, rows) => {
      close(rows, mentor, request);
      if (actsNext === 'mentor') edit(rows, mentor, ({ unanswered }) => ({ unanswered: unanswered + 1 }));
    },
    PlaceReleased: ({ data: { mentor } }, rows) => edit(rows, mentor, ({ taken }) => ({ taken: taken - 1 })),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      edit(rows, person, asIs, false);
    },
  },
});
