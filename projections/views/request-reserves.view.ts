import type { PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { CaseloadEvent } from '@alongside/domain/requests/caseload.events.js';
import { change, view } from '../engine/view.js';
import { onlyPerson } from './audiences.js';

/** Whom a mentee would ask next, in order, and who was asked in the end. */
export interface RequestReservesRow {
  readonly request: RequestId;
  readonly mentee: PersonId;
  readonly reserves: readonly PersonId[];
  readonly passedOnTo: PersonId | null;
}

/** A request's reserves, to the mentee alone: nobody is told that they are, or are not, a second choice. */
export const requestReservesView = view<CaseloadEvent, RequestReservesRow>({
  name: 'request-reserves',
  version: 1,
  indexes: ['mentee'],
  on: {
    MentoringRequested: ({ data: { request, mentee, reserves } }, rows) =>
      rows.put(request, { audience: onlyPerson(mentee), data: { request, mentee, reserves, passedOnTo: null } }),
    RequestDeclined: ({ data: { request, next } }, rows) => change(rows, request, (data) => ({ ...data, passedOnTo: next })),
    RequestLapsed: ({ data: { request, next } }, rows) => change(rows, request, (data) => ({ ...data, passedOnTo: next })),
  },
});
