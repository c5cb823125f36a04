import type { PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { CaseloadEvent } from '@alongside/domain/requests/caseload.events.js';
import { change } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { firstCome } from './first-come.js';
import { hubView } from './hub-view.js';

/** Whom a mentee would ask next, in order, and who was asked in the end. */
export interface RequestReservesRow {
  readonly request: RequestId;
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  readonly reserves: readonly PersonId[];
  readonly passedOnTo: PersonId | null;
}

/** A request’s second choices, to the mentee alone: mentors never learn whether they are one. */
export const requestReservesView = hubView<CaseloadEvent, RequestReservesRow>()({
  name: 'request-reserves',
  version: 4,
  title: 'Second choices of requests',
  readers: ['person'],
  own: 'requests: second choices',
  indexes: ['mentee'],
  forget: (rows, id, person) => rows.get(id)?.data.mentee === person && rows.remove(id),
  on: firstCome('request', {
    MentoringRequested: ({ data: { request, mentor, mentee, reserves } }, rows) => {
      rows.put(request, { audience: onlyPerson(mentee), data: { request, mentor, mentee, reserves, passedOnTo: null }, about: [mentee] });
    },
    RequestDeclined: ({ data: { request, next } }, rows) => change(rows, request, (data) => ({ ...data, passedOnTo: next })),
    RequestLapsed: ({ data: { request, next } }, rows) => change(rows, request, (data) => ({ ...data, passedOnTo: next })),
  }),
});
