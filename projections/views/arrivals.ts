import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { SessionsEvent } from '@alongside/domain/identity/identity.events.js';
import type { Handlers, Rows } from '../engine/view.js';
import { everIn, followBelonging, institutionsOf, leaveEverywhere, oneByOne } from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { privateRows } from './private-rows.js';
import { ukDay } from './uk-day.js';

/** What is known of a member until they have signed in. */
export interface Arrival {
  /** When they were brought into the hub. */
  readonly since: Day;
  /** When they were last told that they can sign in. */
  readonly invitedOn: Day | null;
  /** How often they were told. */
  readonly times: number;
}

interface Known extends Arrival {
  readonly hasCome: boolean;
}
const arrivals = privateRows<Known>('arrival');

export type ArrivalEvent = HubEvent | SessionsEvent;
type ActsOnOwn = Recorded<Extract<HubEvent, { data: { readonly person: PersonId } }>>;

/**
 * Follows which members have not signed in. `settle` is told who changed. Any act of their own counts as signing in: their session may be
 * older than the log.
 */
export function followArrivals<Data>(settle: (rows: Rows<Data>, person: PersonId) => void): Handlers<ArrivalEvent, Data> {
  const comes = (rows: Rows<Data>, person: PersonId) => {
    const known = arrivals.get(rows, person);
    if (known?.hasCome) return;
    arrivals.put(rows, person, { ...(known ?? { since: '' as Day, invitedOn: null, times: 0 }), hasCome: true });
    settle(rows, person);
  };
  const acts = ({ data: { person }, actor }: ActsOnOwn, rows: Rows<Data>) => {
    if (actor === person) comes(rows, person);
  };
  const took = ({ actor }: Pick<Recorded, 'actor'>, rows: Rows<Data>) => {
    if (arrivals.get(rows, actor)) comes(rows, actor);
  };
  const belonging = followBelonging<Data>(oneByOne(settle));
  return {
    ...belonging,
    // Only who had signed in leaves by their own act.
    MemberLeft: (event, rows) => {
      belonging.MemberLeft(event, rows);
      if (event.actor === event.data.person) comes(rows, event.data.person);
    },
    // An import acts as the hub and invites no one; a colleague who adds a person invites them with it.
    PersonJoined: ({ data: { person }, actor, at }, rows) => {
      const invited = actor !== 'hub' && actor !== person;
      const on = ukDay(at);
      // Of two records of one person, the other may have come before.
      const hasCome = actor === person || arrivals.get(rows, person)?.hasCome === true;
      arrivals.put(rows, person, { since: on, invitedOn: invited ? on : null, times: invited ? 1 : 0, hasCome });
    },
    InvitationSent: ({ data: { person }, at }, rows) => {
      const known = arrivals.get(rows, person);
      if (!known) return;
      arrivals.put(rows, person, { ...known, invitedOn: ukDay(at), times: known.times + 1 });
      settle(rows, person);
    },
    SessionOpened: ({ data: { person } }, rows) => comes(rows, person),
    // A person proves both once they have signed in as one of them.
    RecordsJoined: ({ data: { person } }, rows) => comes(rows, person),
    MentoringRequested: took,
    RequestAccepted: took,
    RequestDeclined: took,
    MeetingProposed: took,
    MeetingTimesDeclined: took,
    MeetingPlaceSet: took,
    MeetingBooked: took,
    MeetingClosed: took,
    AttendanceRecorded: took,
    GoalAgreed: took,
    ProgressRecorded: took,
    MessageWritten: took,
    ProfileDescribed: acts,
    ExpertiseDeclared: acts,
    AimsSet: acts,
    AvailabilitySet: acts,
    PreferencesSet: acts,
    MentoringOffered: acts,
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      comes(rows, person);
    },
  };
}

/** Where a person belongs or belonged, and at each what is known of them while they have not signed in; null elsewhere. */
export function arrivalsOf<Data>(rows: Rows<Data>, person: PersonId): readonly (readonly [InstitutionId, Arrival | null])[] {
  const known = arrivals.get(rows, person);
  const here = institutionsOf(rows, person);
  return everIn(rows, person).map((institution) => [institution, known && !known.hasCome && here.includes(institution) ? known : null]);
}

/** What is known of a person who has never signed in, wherever they belong; null once they have. */
export function arrivalWhereverOf<Data>(rows: Rows<Data>, person: PersonId): Arrival | null {
  const known = arrivals.get(rows, person);
  return known && !known.hasCome ? known : null;
}
