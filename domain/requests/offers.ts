import type { OfferId, PersonId } from '../kernel/brand.js';
import { byId } from '../kernel/by-id.js';
import { digestOf } from '../kernel/digest.js';
import { ok, refuse } from '../kernel/result.js';
import { countedAgain, fullTimeFrom } from '../uk/answer-time.js';
import { addDays } from '../uk/days.js';
import type { CaseloadEvent, OfferWithdrawnBecause } from './caseload.events.js';
import type { CaseloadFacts } from './caseload.facts.js';
import { evolve, isBegun, isFull, isPairedHere, type Caseload, type Decision, type Of, type OpenOffer } from './caseload.state.js';
import { MENTORS_BESIDE_LIMIT, OFFER_AGAIN_AFTER_DAYS, OPEN_OFFERS_LIMIT } from './limits.js';
import { isPossible, mayBeAsked } from './may-be-asked.js';

type OfferCommand = 'OfferHelp' | 'AcceptOffer' | 'DeclineOffer' | 'WithdrawOffer' | 'CloseOffer' | 'LapseOffer';

/** A mentor offers to help; the mentee alone says yes or no. In the mentor’s stream, where their places are. */
export function decideOffer(command: Of<OfferCommand>, caseload: Caseload, facts: CaseloadFacts): Decision {
  switch (command.type) {
    case 'OfferHelp':
      return offerHelp(command, caseload, facts);
    case 'AcceptOffer':
      return acceptOffer(command, caseload, facts);
    case 'DeclineOffer':
      return declineOffer(command, caseload);
    case 'WithdrawOffer':
      return withdrawOffer(command, caseload);
    case 'CloseOffer':
      return closeOffer(command, caseload);
    case 'LapseOffer':
      return lapseOffer(command, caseload, facts);
  }
}

function offerHelp({ data, on }: Of<'OfferHelp'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const { helpOffer: id, mentor, mentee, note } = data;
  const before = byId.get(caseload.offers, id) ?? byId.get(caseload.ended, id);
  if (before?.mentee === mentee && before.note === digestOf(note)) return ok([]);
  if (before || offersTo(caseload, mentee).length > 0) return refuse({ code: 'OFFER.MADE_ALREADY' });
  if (mentor === mentee) return refuse({ code: 'REQUEST.ONESELF' });
  if (byId.values(caseload.open).some((open) => open.mentee === mentee)) return refuse({ code: 'OFFER.ASKED_ALREADY' });
  if (facts.ask?.paired || isPairedHere(caseload, mentee)) return refuse({ code: 'REQUEST.ALREADY_PAIRED' });
  if (isFull(caseload))
    return refuse({
      code: 'REQUEST.MENTOR_FULL',
      facts: { places: caseload.places, mentees: caseload.taken.length, reader: 'mentor' },
    });
  const free = caseload.places - caseload.taken.length;
  if (byId.values(caseload.offers).length >= free) return refuse({ code: 'OFFER.NO_SPACE', facts: { free } });
  const aims = mayBeOffered(caseload, data, on, facts);
  if (!aims) return refuse({ code: 'OFFER.NOT_AVAILABLE' });
  const { answerBy, counted } = fullTimeFrom(on, facts.time);
  return ok([{ type: 'HelpOffered', data: { helpOffer: id, mentor, mentee, note, aims: [...aims], answerBy, counted } }]);
}

/** What the two share, where the mentee may be offered help. One answer for every cause, so that it never reveals an exclusion (R5). */
function mayBeOffered(
  { notBefore }: Caseload,
  { mentee }: Of<'OfferHelp'>['data'],
  on: Of<'OfferHelp'>['on'],
  { ask, offer }: CaseloadFacts,
): readonly string[] | undefined {
  const again = byId.get(notBefore, mentee);
  if (!ask || !mayBeAsked(ask) || !offer?.reached || (again !== undefined && on < again)) return undefined;
  if (offer.openOffers >= OPEN_OFFERS_LIMIT || offer.mentors >= MENTORS_BESIDE_LIMIT) return undefined;
  return offer.aims && offer.aims.length > 0 ? offer.aims : undefined;
}

/** A yes is a request that was answered before it was made: both stand in the mentor’s stream, and the pair begins as any other. */
function acceptOffer({ data, on }: Of<'AcceptOffer'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const { mentor, helpOffer: id, request, mentorship } = data;
  const yes = byId.get(caseload.ended, id)?.yes;
  if (yes?.request === request && yes.mentorship === mentorship) return ok([]);
  return whenOffered(caseload, id, ({ mentee, aims }) => {
    if (isBegun(caseload, mentorship)) return refuse({ code: 'REQUEST.MENTORSHIP_BEGUN', field: 'mentorship' });
    if (byId.has(caseload.open, request) || byId.has(caseload.answered, request)) return refuse({ code: 'REQUEST.ALREADY_ASKED' });
    if (isFull(caseload)) return refuse({ code: 'REQUEST.MENTOR_FULL', facts: { places: caseload.places } });
    if (facts.ask?.paired || isPairedHere(caseload, mentee)) return refuse({ code: 'REQUEST.ALREADY_PAIRED' });
    if (!facts.ask || !isPossible(facts.ask)) return refuse({ code: 'REQUEST.NOT_AVAILABLE' });
    const both = { request, mentor, mentee, aims: [...aims], helpOffer: id };
    const asked = { ...both, note: '', times: [], reserves: [], ...fullTimeFrom(on, facts.time) };
    return ok(
      withoutSpace(caseload, [
        { type: 'MentoringRequested', data: asked },
        { type: 'RequestAccepted', data: { ...both, mentorship } },
      ]),
    );
  });
}

function declineOffer({ data: { mentor, helpOffer: id }, on }: Of<'DeclineOffer'>, caseload: Caseload): Decision {
  if (byId.get(caseload.ended, id)?.outcome === 'declined') return ok([]);
  return whenOffered(caseload, id, ({ mentee }) => ok([declined(id, { mentor, mentee }, on)]));
}

function withdrawOffer({ data: { mentor, helpOffer: id } }: Of<'WithdrawOffer'>, caseload: Caseload): Decision {
  if (byId.get(caseload.ended, id)?.outcome === 'withdrawn') return ok([]);
  return whenOffered(caseload, id, ({ mentee }) => ok([takenBack(id, { mentor, mentee })]));
}

/** Closes an offer that cannot stand any more. To its mentor a mentee’s reasons all read alike (R5); one answered meanwhile is left. */
function closeOffer({ data: { mentor, helpOffer: id, because }, on }: Of<'CloseOffer'>, caseload: Caseload): Decision {
  const offer = byId.get(caseload.offers, id);
  if (!offer) return ok([]);
  const two = { mentor, mentee: offer.mentee };
  switch (because) {
    case 'not-available':
      return ok([declined(id, two, on)]);
    case 'reporting-line':
      return ok([declined(id, two, on, because)]);
    case 'cannot-reply':
    case 'not-taking-new-mentees':
    case 'joined':
      return ok([takenBack(id, two, because)]);
  }
}

function lapseOffer({ data: { mentor, helpOffer: id }, on }: Of<'LapseOffer'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const offer = byId.get(caseload.offers, id);
  if (!offer) return ok([]);
  // A closure that was set since gives more time, and never less.
  const { answerBy } = countedAgain({ remindOn: offer.answerBy, answerBy: offer.answerBy }, offer.counted, facts.time);
  if (on <= answerBy) return refuse({ code: 'REQUEST.NOT_DUE' });
  return ok([{ type: 'OfferLapsed', data: { helpOffer: id, mentor, mentee: offer.mentee } }]);
}

interface Two {
  readonly mentor: PersonId;
  readonly mentee: PersonId;
}

/** Open offers of this mentor to one mentee: at most one. */
export const offersTo = ({ offers }: Caseload, mentee: PersonId): readonly OfferId[] =>
  byId.entries(offers).flatMap(([id, offer]) => (offer.mentee === mentee ? [id] : []));

/** An offer that is taken back; without a cause, by its mentor. */
export const takenBack = (offer: OfferId, two: Two, because?: OfferWithdrawnBecause): CaseloadEvent => ({
  type: 'OfferWithdrawn',
  data: { helpOffer: offer, ...two, ...(because && { because }) },
});

const declined = (offer: OfferId, two: Two, on: Of<'DeclineOffer'>['on'], because?: 'reporting-line'): CaseloadEvent => ({
  type: 'OfferDeclined',
  data: { helpOffer: offer, ...two, notBefore: addDays(on, OFFER_AGAIN_AFTER_DAYS), ...(because && { because }) },
});

/** What happens, and with it the end of the mentor’s open offers where it leaves no place free. */
export function withoutSpace(caseload: Caseload, events: readonly CaseloadEvent[]): readonly CaseloadEvent[] {
  const after = events.reduce(evolve, caseload);
  if (!isFull(after)) return events;
  const mentor = events.flatMap(({ data }) => ('mentor' in data ? [data.mentor] : []))[0];
  if (!mentor) return events;
  return [...events, ...byId.entries(after.offers).map(([id, { mentee }]) => takenBack(id, { mentor, mentee }, 'no-space'))];
}

function whenOffered(caseload: Caseload, id: OfferId, then: (offer: OpenOffer) => Decision): Decision {
  const offer = byId.get(caseload.offers, id);
  if (offer) return then(offer);
  const outcome = byId.get(caseload.ended, id)?.outcome;
  return refuse({ code: 'OFFER.NOT_OPEN', ...(outcome && { facts: { outcome } }) });
}
