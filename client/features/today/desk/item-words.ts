import { within } from '@alongside/domain/text/mid-sentence.js';
import { sayAsked } from '@alongside/domain/requests/request-words.js';
import type { ViewRows } from '../../../replica/view-rows.js';
import { atStart, count, dayAfter, dayOf, sayDay, sayOnDay } from '../../../ui/words.js';
import { looking, notSignedIn, sayWait, type DeskItem, type Newcomers } from '../../../shared/programme/items.js';

/** What an item says. `write`: to whom its coordinator can write; `suggestTo`: to whom mentors can be suggested. */
export interface ItemWords {
  readonly title: string;
  readonly lead: string;
  /** Whose pictures stand beside it. */
  readonly people: readonly string[];
  readonly write: readonly string[];
  readonly suggestTo?: string;
  /** Their mentor stays until they ask another: the names are for another. */
  readonly another?: boolean;
  /** A message to begin from. */
  readonly draft: string;
}

type Name = (person: string) => string;

/** Who, what and since when. `school`: what was left, where known. `whole`: whole names, for titles. Never a word of a request, a meeting or a goal (R6). */
export function wordsOf(item: DeskItem, name: Name, today: string, school = '', whole: Name = name): ItemWords {
  switch (item.kind) {
    case 'reply':
      return ofReply(item, name, today, whole);
    case 'handover':
      return ofHandover(item, name, today, school, whole);
    case 'help':
      return {
        title: `${whole(item.of.by)} wrote to you about a mentorship`,
        lead: `Sent ${sayWait(item.since, today) === '0 days' ? 'today' : `${sayWait(item.since, today)} ago`}. Only you and ${name(item.of.by)} can see it.`,
        people: [item.of.by],
        write: [item.of.by],
        draft: '',
      };
    case 'stuck': {
      const { mentor, mentee } = item.of.pair;
      return {
        title: `${whole(mentee)} and ${whole(mentor)} may need a hand`,
        lead: [item.of.pair.menteeLeft ? `${name(mentee)} has left${school && ` ${school}`}.` : '', `${item.of.what}.`]
          .filter(Boolean)
          .join(' '),
        people: [mentee, mentor],
        write: [mentee, mentor],
        suggestTo: mentee,
        another: true,
        draft: 'How is your mentoring going? You can carry on, pause or finish, and any answer is fine. Can I help with anything?',
      };
    }
    case 'mentee-left': {
      const { mentor, mentee } = item.of;
      return {
        title: `${whole(mentee)} has left${school && ` ${school}`}, and their mentorship with ${within(whole(mentor))} goes on`,
        lead: `It goes on until one of them ends it.`,
        people: [mentee, mentor],
        write: [mentor],
        draft: '',
      };
    }
    case 'seeking':
      return {
        title: `${whole(item.of.person)} has looked for a mentor for ${sayWait(item.since, today)}`,
        lead: ['They have no mentor and no open request.', saySuggested(item.of.suggested, name, today)].filter(Boolean).join(' '),
        people: [item.of.person],
        write: [item.of.person],
        suggestTo: item.of.person,
        draft: 'Can I help you find a mentor?',
      };
    case 'seekers':
      return {
        title: atStart(looking(item.of.length)),
        lead: `The first has looked for ${sayWait(item.since, today)}. They have no mentor and no open request.`,
        people: [],
        write: [],
        draft: '',
      };
    case 'newcomers': {
      const { people, notInvited, planned, invitedOn, lapsed } = item.of;
      const never = notInvited === 0 ? '' : notInvited === people ? 'They have not signed in yet.' : sayNeverTold(notInvited, planned);
      const last = invitedOn === null ? '' : `The last invitation was sent on ${sayDay(invitedOn, today)}.`;
      return {
        title:
          notInvited === people ? `${atStart(count(people, 'person has', 'people have'))} no invitation yet` : atStart(notSignedIn(people)),
        lead: [lapsed ? sayLapsed(lapsed, name, today) : never, last].filter(Boolean).join(' '),
        people: [],
        write: [],
        draft: '',
      };
    }
  }
}

/** “You suggested mentors today.”: what a coordinator last did about it. */
export const sayLastTo = (last: { readonly at: string; readonly mentors: readonly string[] } | undefined, today: string): string => {
  if (!last) return '';
  const did = last.mentors.length === 0 ? 'wrote' : last.mentors.length === 1 ? 'suggested a mentor' : 'suggested mentors';
  return `You ${did} ${sayOnDay(dayOf(last.at), today)}.`;
};

/** “Helen suggested mentors today.”: what another coordinator did. Empty for nothing. */
export const saySuggested = (suggested: ViewRows['seeking']['suggested'] | undefined, name: Name, today: string): string =>
  suggested ? `${name(suggested.by)} suggested mentors ${sayOnDay(suggested.on, today)}.` : '';

/** How many have no invitation, and of how many it is on its day. */
const sayNeverTold = (undated: number, planned: number): string =>
  planned === 0
    ? `We have not invited ${undated} of them yet.`
    : `${atStart(count(undated, 'of them has', 'of them have'))} no invitation and no date for one. We invite ${planned} on a date you or a colleague chose.`;

/** What was planned and not sent, and what to do. */
const sayLapsed = ({ by, on }: NonNullable<Newcomers['lapsed']>, name: Name, today: string): string =>
  `${name(by)} planned these invitations${on === null ? '' : ` for ${sayDay(on, today)}`} but no longer coordinates here. We sent none. Choose a new date.`;

function ofReply({ of, since }: Extract<DeskItem, { kind: 'reply' }>, name: Name, today: string, whole: Name): ItemWords {
  const [mentor, mentee] = [name(of.mentor), name(of.mentee)];
  return {
    title: `${whole(of.mentee)} has waited ${sayWait(since, today)} for ${within(whole(of.mentor))}`,
    lead:
      of.answerBy >= today
        ? `${mentor} has until ${sayDay(of.answerBy, today)} to reply. The request expires on ${sayDay(dayAfter(of.answerBy, 1), today)}.`
        : `${mentor} had until ${sayDay(of.answerBy, today)} to reply. The request expires today.`,
    people: [of.mentee],
    write: [of.mentor],
    suggestTo: of.mentee,
    draft: `${sayAsked(mentee)}. Can you reply by ${sayDay(of.answerBy, today)}? It’s fine to say no.`,
  };
}

function ofHandover({ of }: Extract<DeskItem, { kind: 'handover' }>, name: Name, today: string, school: string, whole: Name): ItemWords {
  const [mentor, mentee] = [name(of.mentor), name(of.mentee)];
  const decides = of.next === 'decide';
  const hasLeft = `has left${school && ` ${school}`}`;
  const left = `${mentor} ${hasLeft}`;
  return {
    title: decides
      ? `${whole(of.mentor)} ${hasLeft}, and ${within(whole(of.mentee))} has a choice to make`
      : `${whole(of.mentee)} needs a new mentor`,
    lead: [
      decides
        ? `They can carry on or end their mentorship. ${mentee} can also choose another mentor.`
        : `${left} and their mentorship has ended. We kept ${within(mentee)}’s goals and notes.`,
      saySuggested(of.suggested, name, today),
    ]
      .filter(Boolean)
      .join(' '),
    people: [of.mentee],
    write: decides ? [of.mentee, of.mentor] : [of.mentee],
    suggestTo: of.mentee,
    draft: decides
      ? `${left}. Would you like to carry on with your mentorship, or end it? Both are fine.`
      : 'Can I help you find another mentor?',
  };
}
