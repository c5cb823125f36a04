import type { Day, Instant, MentorshipId, OfferId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { CaseloadEvent, OfferWithdrawnBecause } from '@alongside/domain/requests/caseload.events.js';
import { change, type Rows } from '../engine/view.js';
import { firstCome } from './first-come.js';
import { hubView } from './hub-view.js';

/** An offer to help, as both sides see it. Why a mentee’s side closed it is in it for neither (R5). */
export interface HelpOfferRow {
  readonly helpOffer: OfferId;
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  readonly status: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed';
  /** The mentor’s own words. */
  readonly note: string;
  readonly aims: readonly string[];
  readonly answerBy: Day;
  readonly offeredAt: Instant;
  readonly closedAt: Instant | null;
  /** Why it was taken back for the mentor; `null` where they did so themself, or it ended otherwise. */
  readonly because: OfferWithdrawnBecause | null;
  /** The mentorship that came of it. */
  readonly mentorship: MentorshipId | null;
}

type Offers = Rows<HelpOfferRow>;
const close = (rows: Offers, id: OfferId, closedAt: Instant, next: Partial<HelpOfferRow>): void =>
  change(rows, id, (data) => ({ ...data, closedAt, ...next }));

/** Offers to help, to the two whom each concerns. */
export const helpOfferView = hubView<CaseloadEvent, HelpOfferRow>()({
  name: 'help-offer',
  version: 1,
  title: 'Offers to help',
  readers: ['person'],
  own: 'offers to help',
  indexes: ['mentor', 'mentee', 'status'],
  forget: (rows, id, person) => change(rows, id, (data) => ({ ...data, note: data.mentor === person ? '' : data.note })),
  on: firstCome('helpOffer', {
    HelpOffered: ({ data: { helpOffer, mentor, mentee, note, aims, answerBy }, at }, rows) => {
      const blank = { status: 'open', closedAt: null, because: null, mentorship: null } as const;
      rows.put(helpOffer, {
        audience: [`person:${mentor}`, `person:${mentee}`],
        data: { helpOffer, mentor, mentee, note, aims, answerBy, offeredAt: at, ...blank },
      });
    },
    RequestAccepted: ({ data: { helpOffer, mentorship }, at }, rows) => {
      if (helpOffer) close(rows, helpOffer, at, { status: 'accepted', mentorship });
    },
    OfferDeclined: ({ data: { helpOffer }, at }, rows) => close(rows, helpOffer, at, { status: 'declined' }),
    OfferWithdrawn: ({ data: { helpOffer, because = null }, at }, rows) => close(rows, helpOffer, at, { status: 'withdrawn', because }),
    OfferLapsed: ({ data: { helpOffer }, at }, rows) => close(rows, helpOffer, at, { status: 'lapsed' }),
  }),
});
