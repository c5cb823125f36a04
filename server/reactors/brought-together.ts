import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { HelpOfferRow } from '@alongside/projections/views/help-offer.view.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import type { World } from './reactor.js';

/**
 * Open requests that a join may have brought together, once both records read as one. What a person has with themself
 * `settle-what-joining-left` ends.
 */
export const openRequestsOf = (person: PersonId, { look }: World): readonly RequestRow[] =>
  withOthers((side) => look.rows('request', { [side]: person, status: 'open' }));

/** Offers to help that this person made, or that wait for them. */
export const openOffersOf = (person: PersonId, { look }: World): readonly HelpOfferRow[] =>
  withOthers((side) => look.rows('help-offer', { [side]: person, status: 'open' }));

/** This person’s meetings that are booked, or that were held, in the order of their ids. */
export const meetingsOf = (person: PersonId, status: 'booked' | 'closed', { look }: World): readonly MeetingRow[] =>
  withOthers((side) => look.rows('meeting', { [side]: person, status })).toSorted((a, b) => (a.meeting < b.meeting ? -1 : 1));

const withOthers = <Row extends { readonly mentor: PersonId; readonly mentee: PersonId }>(
  on: (side: 'mentor' | 'mentee') => readonly Row[],
): readonly Row[] => [...on('mentor'), ...on('mentee')].filter(({ mentor, mentee }) => mentor !== mentee);
