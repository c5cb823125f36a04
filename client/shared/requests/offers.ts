import { within } from '@alongside/domain/text/mid-sentence.js';
import type { ViewRows } from '../../replica/index.js';

export type HelpOffer = ViewRows['help-offer'];

/** Offers as a person meets them: made to them, made by them, and over. A yes is among requests and mentorships, and not said twice. */
export interface SortedOffers {
  readonly toMe: readonly HelpOffer[];
  readonly mine: readonly HelpOffer[];
  readonly over: readonly HelpOffer[];
}

/** What must be answered soonest comes first, after the one that was asked for; what ended last comes first among what is over. */
export function sortedOffers(offers: readonly HelpOffer[], me: string, first?: string): SortedOffers {
  const open = offers
    .filter(({ status }) => status === 'open')
    .sort((a, b) => Number(b.helpOffer === first) - Number(a.helpOffer === first) || (a.answerBy < b.answerBy ? -1 : 1));
  const endedAt = ({ closedAt, offeredAt }: HelpOffer) => closedAt ?? offeredAt;
  return {
    toMe: open.filter(({ mentee }) => mentee === me),
    mine: open.filter(({ mentor }) => mentor === me),
    over: offers
      .filter(({ status, because }) => status !== 'open' && status !== 'accepted' && because !== 'asked')
      .sort((a, b) => (endedAt(a) > endedAt(b) ? -1 : 1)),
  };
}

/** How an offer ended, in a sentence without blame. `name`: the other’s. */
export function sayOfferEnd({ status, because, mentee }: HelpOffer, me: string, name: string): string {
  const asMentee = mentee === me;
  switch (status) {
    case 'open':
    case 'accepted':
      return '';
    case 'declined':
      return asMentee ? `The offer from ${within(name)} was closed` : `Not this time for ${within(name)}`;
    case 'lapsed':
      return asMentee ? `The offer from ${within(name)} expired` : `Your offer to ${within(name)} expired`;
    case 'withdrawn':
      if (asMentee) return sayTakenBack(because, name);
      return because === 'joined'
        ? `Your offer to ${within(name)} was closed, as two accounts became one`
        : `Your offer to ${within(name)} was withdrawn`;
  }
}

function sayTakenBack(because: HelpOffer['because'], name: string): string {
  switch (because) {
    case 'no-space':
      return `${name} had no space for a new mentee`;
    case 'not-taking-new-mentees':
      return `${name} was not taking new mentees`;
    case 'joined':
      return `An offer from ${within(name)} was closed, as two accounts became one`;
    case 'cannot-reply':
      return 'An offer to help you ended';
    case 'asked':
    case null:
      return `${name} withdrew their offer`;
  }
}
