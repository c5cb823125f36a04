import type { CredentialId, MentorshipId, PersonId, RequestId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { peopleAs, theTwo, type Participants } from '../mentorships/participants.js';
import type { AnyEvent } from '../protocol/registry.js';
import type { TakenAlong } from './cancelled.js';
import type { DataOf, EventType, Outcome } from './outcome.js';
import { LINES, NOTICES } from './table.js';

/** The two people of a mentorship or a request. */
export interface Pair {
  readonly mentor: PersonId;
  readonly mentee: PersonId;
}

/** What an event does not carry and its notices need, as recorded before it. */
export interface Known {
  readonly pair: (mentorship: MentorshipId) => Pair | undefined;
  readonly request: (request: RequestId) => Pair | undefined;
  readonly holder: (credential: CredentialId) => PersonId | undefined;
  /** What a pause or an end cancels and withdraws. */
  readonly takenAlong?: (event: Happened) => TakenAlong;
}

/** An event as far as notices read it. */
export type Happened = AnyEvent & { readonly actor: PersonId };

/** What one affected person is told, or why they are not. */
export interface Meant {
  readonly person: PersonId;
  readonly party: string;
  readonly outcome: Outcome;
}

export type Told = Meant & { readonly outcome: Extract<Outcome, { tell: true }> };

export type Fields = Readonly<Record<string, unknown>>;

/** The data of any event, read by the names of its fields. */
export const fields = ({ data }: Happened): Fields => data as Fields;

/** Who stands behind a party of an event: usually one person, several for a list, none where the field is empty. */
function peopleOf(party: string, event: Happened, known: Known): readonly PersonId[] {
  const named = fields(event)[party];
  if (Array.isArray(named)) return named as readonly PersonId[];
  if (typeof named === 'string') return [named as PersonId];
  if (party === 'holder') return some(known.holder(fields(event)['credential'] as CredentialId));
  const two = () => pairOf(event, known);
  if (party === 'partner') return some(partnerOf(two(), fields(event)['person'] as PersonId));
  if (party !== 'mentor' && party !== 'mentee') return [];
  const { participants } = fields(event);
  return Array.isArray(participants) ? peopleAs(participants as Participants, party) : some(two()?.[party]);
}

const some = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one]);

const partnerOf = (two: Pair | undefined, person: PersonId): PersonId | undefined =>
  two && (person === two.mentor ? two.mentee : person === two.mentee ? two.mentor : undefined);

/** The two people an event is about, where it is about a mentorship or a request. */
export function pairOf(event: Happened, known: Known): Pair | undefined {
  const { participants, mentor, mentee, mentorship, request } = fields(event);
  if (Array.isArray(participants)) return theTwo({ participants: participants as Participants });
  if (typeof mentor === 'string' && typeof mentee === 'string') return { mentor: mentor as PersonId, mentee: mentee as PersonId };
  if (typeof mentorship === 'string') return known.pair(mentorship as MentorshipId);
  return typeof request === 'string' ? known.request(request as RequestId) : undefined;
}

/** What an event means for everyone it affects, those who acted included, once per person: being told wins over a reason not to be. */
export function meaningOf(event: Happened, known: Known): readonly Meant[] {
  const found = new Map<PersonId, Meant>();
  for (const [party, rule] of Object.entries(NOTICES[event.type])) {
    if (party === 'coordinators') continue;
    // Each rule reads the data of its own event type, under which it was looked up.
    const outcome = typeof rule === 'function' ? (rule as (data: unknown) => Outcome)(event.data) : (rule as Outcome);
    for (const person of peopleOf(party, event, known)) {
      const before = found.get(person);
      const mine: Outcome = person === event.actor ? toDoer(outcome, event, known) : outcome;
      if (!before || (mine.tell && !before.outcome.tell)) found.set(person, { person, party, outcome: mine });
    }
  }
  return [...found.values()];
}

/** Who acted knows what they did; files that take meetings out of their calendar still go to them. */
const toDoer = (outcome: Outcome, event: Happened, known: Known): Outcome =>
  outcome.tell && outcome.cancels && known.takenAlong && known.takenAlong(event).cancelled.length > 0
    ? { tell: true, today: null, email: true }
    : { tell: false, because: 'own-act' };

/** Everyone who is told of an event. */
export const noticesOf = (event: Happened, known: Known): readonly Told[] =>
  meaningOf(event, known).filter(
    (meant): meant is Told => meant.outcome.tell && !(meant.outcome.quietInImports === true && event.actor === HUB),
  );

/** Fields of events that a notice may show: ids, days and choices. Never words, reasons, wishes, or who else was named: `who` is one of the pair. */
export const SHOWN = [
  ...(['mentorship', 'meeting', 'request', 'goal', 'feedback', 'reflection', 'agreement', 'credential', 'institution'] as const),
  ...(['person', 'mentor', 'mentee', 'owner', 'from', 'to', 'lineManager', 'inductionTutor', 'coordinator', 'message'] as const),
  ...(['kept', 'joined', 'unread', 'search', 'helpOffer'] as const),
  ...([
    'answerBy',
    'actsNext',
    'time',
    'first',
    'until',
    'why',
    'took',
    'minutes',
    'on',
    'role',
    'with',
    'issuerName',
    'agreeBy',
    'continueBy',
    'because',
    'kind',
    'added',
    'reviewOn',
    'replaces',
    'changed',
    'goesOn',
    'again',
    'due',
    'was',
    'who',
    'same',
    'reopened',
  ] as const),
] as const;
type Shown = (typeof SHOWN)[number];
/** What the notices of a type may show of its events. */
export type ShownOf<Type extends EventType> = Pick<DataOf<Type>, Extract<keyof DataOf<Type>, Shown>>;

/** The fields of an event that a notice may show. */
export const shownOf = (event: Happened): Fields =>
  Object.fromEntries(SHOWN.flatMap((field) => (field in fields(event) ? [[field, fields(event)[field]]] : [])));

/** What a notice of one type shows; `undefined` for a notice of another. */
export const shownIn = <Type extends EventType>(
  type: Type,
  notice: { readonly type: EventType; readonly shown: Fields },
): ShownOf<Type> | undefined =>
  // `shownOf` took it from an event of the type that is kept beside it.
  notice.type === type ? (notice.shown as ShownOf<Type>) : undefined;

/** The line that an event's notices to a person are on: one per meeting, goal or mentorship, never a pile of them. */
export function subjectOf(event: Happened, to?: PersonId): string {
  const data = fields(event);
  const id = SUBJECTS.map((field) => data[field]).find((value) => typeof value === 'string');
  const { of, each: own, eachOther } = LINES[event.type] ?? {};
  const each = eachOther !== undefined && to !== undefined && to !== data['person'] ? eachOther : own;
  return `${of ?? event.type}~${String(id ?? '')}${each === undefined ? '' : `~${String(data[each])}`}`;
}

/** Whether a notice of this type leaves an older email of its line to be sent. */
export const leavesOlderEmail = (type: EventType): boolean => LINES[type]?.newer === 'adds';

const SUBJECTS = [
  'message',
  'meeting',
  'goal',
  'feedback',
  'reflection',
  'request',
  'helpOffer',
  'credential',
  'mentorship',
  'institution',
  'person',
] as const;
