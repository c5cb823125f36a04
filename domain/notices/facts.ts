import type { Day, Instant, PersonId } from '../kernel/brand.js';
import { dayOf, sayDay, sayMoment } from '../uk/uk-time.js';
import { sayStays, sayTakenAlong, type TakenAlong } from './cancelled.js';
import type { EventType } from './outcome.js';
import type { Fields, Pair, ShownOf } from './notices.js';

/** One line of what happened, what to do about it, and where: a notification's words on Today, and an email's. Private words are never in it. */
export interface Words {
  /** Who did what, in the past tense, under 60 characters where names allow. */
  readonly title: string;
  readonly body: readonly string[];
  readonly link: { readonly says: string; readonly path: string };
}

/** What the words of one notice are made from. */
export interface Facts<Type extends EventType = EventType> {
  readonly type: Type;
  readonly to: PersonId;
  readonly actor: PersonId;
  readonly at: Instant;
  readonly shown: ShownOf<Type>;
  readonly pair: Pair | null;
  /** When the meeting starts or started; `null` where the notice is not about a meeting. */
  readonly startsAt: Instant | null;
  /** What a pause or an end cancels and withdraws, and what stays booked; absent where it is nothing, and for every other notice. */
  readonly takenAlong?: TakenAlong;
  /** An email that was held up: the meeting that it tells of has begun. */
  readonly begun?: boolean;
  /** An email with a file for their calendar. */
  readonly withFile?: boolean;
  /** The last day to reply to a request. */
  readonly replyBy: string | null;
  /** Whether a declined or expired request went on to a second choice: told to the mentee alone. */
  readonly passedOn: boolean;
  /** The mentor wrote something as they declined: it is read with the request, and never in a notice. */
  readonly withMessage?: true;
  /** The institution's name; empty where none is named. */
  readonly institution: string;
  /** What the hub is called; empty or absent where it was given no name, or none is needed. */
  readonly hub?: string;
  /** Of a school that closed: since when, and the names of the open schools that follow it. Absent for every other notice. */
  readonly closing?: { readonly on: Day; readonly followedBy: readonly string[] };
  /** Of an invitation: the other schools that ask them to join. Absent for every other notice. */
  readonly asking?: readonly string[];
  /** What a person is called in a sentence. */
  readonly name: (person: PersonId) => string;
  /** Whether a person has deleted their account; absent where nobody has. */
  readonly gone?: (person: PersonId) => boolean;
  /** Their whole name, for a reader who may not know them yet; absent where nobody needs it. */
  readonly wholeName?: (person: PersonId) => string;
}

/** The facts of a notice of any type, as it is kept: what it shows is of the type beside it. */
export type KeptFacts = Omit<Facts, 'shown'> & { readonly shown: Fields };

/** The words of one type of notice, from the facts of its own type. */
export type Say<Type extends EventType> = (facts: Facts<Type>) => Words;
/** The words of some types. */
export type Sayings = { readonly [Type in EventType]?: Say<Type> };

type OfPair = { readonly pair: Pair | null; readonly to: PersonId; readonly name: (person: PersonId) => string };

/** What the end of a mentorship says of what both wrote. */
export const KEPT_WITH_END = 'Your notes and goals stay in your record.';

/** A person without a name any more, as they stand in a sentence. */
export const NAMELESS = 'a colleague';

/** The first name of the other person of the pair. */
export function other({ pair, to, name }: OfPair): string {
  if (!pair) return NAMELESS;
  return name(pair.mentor === to ? pair.mentee : pair.mentor);
}
export const isMentee = ({ pair, to }: OfPair): boolean => pair?.mentee === to;

/** “Ben and Asha”: the pair, to a person who is neither of the two. */
export const bothOf = ({ pair, name }: OfPair): string => (pair ? `${name(pair.mentee)} and ${name(pair.mentor)}` : 'The pair');
/** Whether this is told to a coordinator, and not to one of the two. */
export const isAboutOthers = ({ pair, to }: OfPair): boolean => pair !== null && pair.mentor !== to && pair.mentee !== to;

/** What a link to a mentorship opens at once, where that is still possible when it is followed. */
export const opening = (what: 'agreement' | 'review', facts: { readonly shown: { readonly mentorship: string } }) =>
  `${mentorshipPath(facts)}?open=${what}`;
export const mentorshipPath = ({ shown }: { readonly shown: { readonly mentorship: string } }) => `/mentorships/${shown.mentorship}`;
/** All requests, with this offer first. */
export const offerPath = ({ shown }: { readonly shown: { readonly helpOffer: string } }) => `/requests?offer=${shown.helpOffer}`;
/** All requests, with this one first. */
export const requestPath = ({ shown }: { readonly shown: { readonly request: string } }) => `/requests?request=${shown.request}`;
export const completePath = ({ shown }: { readonly shown: { readonly mentorship: string } }) => `/mentorships/${shown.mentorship}/complete`;
export const meetingPath = ({ shown }: { readonly shown: { readonly meeting: string } }) => `/meetings/${shown.meeting}`;
export const day = (facts: Facts, of: string): string => sayDay(of as never, dayOf(facts.at));
export const moment = (facts: Facts): string => (facts.startsAt ? sayMoment(facts.startsAt, dayOf(facts.at)) : '');
/** What a pause or an end cancelled and withdrew, in words. */
export const takenAlong = (facts: Facts): readonly string[] => (facts.takenAlong ? sayTakenAlong(facts.takenAlong, facts.at) : []);
/** What stays booked through a pause, or after it, in words. */
export const stays = ({ takenAlong: along, at }: Facts): readonly string[] => (along?.stays ? sayStays(along.stays, at) : []);
/** “ on Tuesday 1 December”, with a leading space; nothing where no meeting time is known. */
export const onItsDay = (facts: Facts): string => (facts.startsAt ? ` on ${sayDay(dayOf(facts.startsAt), dayOf(facts.at))}` : '');
