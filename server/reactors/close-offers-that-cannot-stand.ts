import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { askFactsOf } from '@alongside/projections/facts/ask.js';
import { hasLeft } from '@alongside/projections/facts/has-left.js';
import type { HelpOfferRow } from '@alongside/projections/views/help-offer.view.js';
import { ukDay } from '@alongside/projections/views/uk-day.js';
import { openOffersOf } from './brought-together.js';
import type { Asked, Reactor, World } from './reactor.js';

type Offer = Pick<HelpOfferRow, 'mentor' | 'helpOffer'>;
type Offered = Offer & Pick<HelpOfferRow, 'mentee'>;
type Because = Extract<Asked, { type: 'CloseOffer' }>['data']['because'];

/** Closes offers of mentors who stop, to mentees who take their choice back, and between those kept apart (R5, R6). Late ones, too. */
export const closeOffersThatCannotStand: Reactor = {
  name: 'close-offers-that-cannot-stand',
  on: {
    OpenToOffersSet: ({ data: { person, open } }, world) => (open ? [] : offersTo(person, world).map(closedFor('not-available'))),
    MentoringPaused: ({ data: { person } }, world) => offersOf(person, world).map(closedFor('not-taking-new-mentees')),
    MentoringWithdrawn: ({ data: { person } }, world) => offersOf(person, world).map(closedFor('not-taking-new-mentees')),
    MemberLeft: ({ data: { person, institution } }, world) =>
      offersOf(person, world)
        .filter(({ mentee }) => hasLeft(person, mentee, institution, world.look))
        .map(closedFor('not-taking-new-mentees')),
    ExclusionAdded: ({ data: { person, other } }, world) => [
      ...between(other, person, world).map(closedFor('not-available')),
      ...between(person, other, world).map(closedFor('not-taking-new-mentees')),
    ],
    ReportingLineSet: ({ data: { person, lineManager, inductionTutor } }, world) =>
      [...new Set([lineManager, inductionTutor])].flatMap((mentor) =>
        mentor === null ? [] : between(mentor, person, world).map(closedFor('reporting-line')),
      ),
    PersonErased: ({ data: { person } }, world) => [
      ...offersOf(person, world).map(closedFor('cannot-reply')),
      ...offersTo(person, world).map(closedFor('not-available')),
    ],
    // Two records that are one person’s from now on.
    RecordsJoined: ({ at, data: { person } }, world) => [
      ...between(person, person, world).map(closedFor('not-available')),
      ...openOffersOf(person, world).flatMap((one) => closedIfAny(one, cannotStand(one, at, world) ?? besideAnother(one, world))),
    ],
    HelpOffered: ({ at, data }, world) => closedIfAny(data, cannotStand(data, at, world) ?? besideAnother(data, world)),
  },
};

const closedIfAny = (offer: Offer, because: Because | undefined): readonly Asked[] => (because ? [closedFor(because)(offer)] : []);

/** Why an offer that was made a moment after something changed, or to or by the other record, cannot stand; undefined where it can. */
function cannotStand({ mentor, mentee }: Offered, at: Instant, { look }: World): Because | undefined {
  const ask = askFactsOf(mentor, mentee, ukDay(at), look);
  if (ask.inReportingLine) return 'reporting-line';
  if (!ask.mentorKnown) return 'cannot-reply';
  const excludes = look.row('profile', mentee)?.exclusions.includes(mentor) ?? false;
  if (mentor === mentee || !ask.menteeKnown || excludes || !look.row('open-to-offers', mentee)) return 'not-available';
  return !ask.offering || ask.paused || ask.excluded ? 'not-taking-new-mentees' : undefined;
}

/** A mentor’s stream knows of any other way: what two who have one another already are offered beside it was to, or by, the other record. */
function besideAnother({ mentor, mentee, helpOffer }: Offered, world: World): Because | undefined {
  const { look } = world;
  if (![mentor, mentee].some((kept) => look.rows('joining', { kept, status: 'joined' }).length > 0)) return undefined;
  const isAsked = look.rows('request', { mentor, mentee, status: 'open' }).length > 0;
  const isPaired = look.rows('mentorship', { mentor, mentee }).some((pair) => !isOver(pair));
  // The first by its id stays: the same one for every process.
  const isLater = between(mentor, mentee, world).some((other) => other.helpOffer < helpOffer);
  return isAsked || isPaired || isLater ? 'joined' : undefined;
}

const closedFor =
  (because: Because) =>
  ({ mentor, helpOffer }: Offer): Asked => ({ type: 'CloseOffer', data: { mentor, helpOffer, because } });
const offersOf = (mentor: PersonId, { look }: World): readonly HelpOfferRow[] => look.rows('help-offer', { mentor, status: 'open' });
const offersTo = (mentee: PersonId, { look }: World): readonly HelpOfferRow[] => look.rows('help-offer', { mentee, status: 'open' });
const between = (mentor: PersonId, mentee: PersonId, { look }: World): readonly HelpOfferRow[] =>
  look.rows('help-offer', { mentor, mentee, status: 'open' });
