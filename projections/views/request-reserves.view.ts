import type { PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { CaseloadEvent } from '@alongside/domain/requests/caseload.events.js';
import { change, view } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { firstCome } from './first-come.js';

/** Whom a mentee would ask next, in order, and who was asked in the end. */
export interface RequestReservesRow {
  readonly request: RequestId;
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  readonly reserves: readonly PersonId[];
  readonly passedOnTo: PersonId | null;
}

/** A request's reserves, to the mentee alone: nobody is told that they are, or are not, a second choice. */
export const requestReservesView = view<CaseloadEvent, RequestReservesRow>({
  name: 'request-reserves',
  version: 2,
  indexes: ['mentee'],
  on: firstCome('request', {
    MentoringRequested: ({ data: { request, mentor, mentee, reserves } }, rows) =>
      rows.put(request, { audience: onlyPerson(mentee), data: { request, mentor, mentee, reserves, passedOnTo: null } }),
    RequestDeclined: ({ data: { request, next } }, rows) => change(rows, request, (data) => ({ ...data, passedOnTo: next })),
    RequestLapsed: ({ data: { request, next } }, rows) => change(rows, request, (data) => ({ ...data, passedOnTo: next })),
  }),
});
