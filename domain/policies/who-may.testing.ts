import type { Day, Instant, InstitutionId, MentorshipId, PersonId } from '../kernel/brand.js';
import { type Command, type Event, HUB } from '../kernel/decider.js';
import type { Role } from '../institutions/institution.events.js';
import { aggregates, type AnyAggregate, type AnyEvent, type Category } from '../protocol/registry.js';
import { asParticipants } from '../mentorships/participants.js';
import { actorWith, HUB_INSTITUTION, hubActor, type Actor } from './actor.js';

export const [school, trust, elsewhere] = ['larkhill', 'beacon', 'harbour'] as [InstitutionId, InstitutionId, InstitutionId];
export const [self, mentor, mentee] = ['self', 'mentor', 'mentee'] as [PersonId, PersonId, PersonId];
const pair = ['m1'] as MentorshipId[];

export const EVERYBODY = {
  /** Holds every role, but at another school, and has a mentorship of their own. */
  stranger: actor('stranger', [[elsewhere, ['coordinator', 'leader', 'administrator']]], ['m2'] as MentorshipId[]),
  /** Belongs to the school, and nothing more. */
  colleague: actor('colleague', [[school, []]]),
  /** Whom the command is about: a member, a profile, a holder. */
  self: actor(self, [[school, []]]),
  mentor: actor(mentor, [[school, []]], pair),
  mentee: actor(mentee, [[school, []]], pair),
  coordinator: actor('coordinator', [[school, ['coordinator']]]),
  leader: actor('leader', [[school, ['leader']]]),
  administrator: actor('administrator', [[school, ['administrator']]]),
  trustCoordinator: actor('trust-coordinator', [[trust, ['coordinator']]]),
  trustLeader: actor('trust-leader', [[trust, ['leader']]]),
  trustAdministrator: actor('trust-administrator', [[trust, ['administrator']]]),
  /** Belongs to the hub's own institution and helps there, without looking after it. */
  hubCoordinator: actor('hub-coordinator', [[HUB_INSTITUTION, ['coordinator', 'leader']]]),
  hubAdministrator: actor('hub-administrator', [[HUB_INSTITUTION, ['administrator']]]),
  hub: hubActor,
} satisfies Record<string, Actor>;
export type Who = keyof typeof EVERYBODY;

export const runsHub: readonly Who[] = ['hubAdministrator', 'hub'];
export const administrators: readonly Who[] = ['administrator', 'trustAdministrator', ...runsHub];
export const coordinators: readonly Who[] = ['coordinator', 'trustCoordinator', ...administrators];
export const thePair: readonly Who[] = ['mentor', 'mentee'];
export const onlyHub: readonly Who[] = ['hub'];
export const onlySelf: readonly Who[] = ['self'];
export const selfOrHub: readonly Who[] = ['self', 'hub'];

/** The streams as they stand when the commands arrive. */
const HISTORY: Partial<Record<Category, readonly AnyEvent[]>> = {
  institution: [
    { type: 'InstitutionRegistered', data: { institution: school, details: { name: 'Larkhill', kind: 'school', nation: 'england' } } },
    { type: 'TrustJoined', data: { institution: school, trust } },
    { type: 'MemberJoined', data: { institution: school, person: self, from: '2025-09-01' as Day } },
  ],
  caseload: [
    happened('MentoringRequested', { request: 'r1', mentor, mentee, note: '', aims: [], times: [], reserves: [] }),
    happened('HelpOffered', { helpOffer: 'o1', mentor, mentee, note: '', aims: [] }),
  ],
  mentorship: [happened('MentorshipStarted', { mentorship: 'm1', participants: asParticipants({ mentor, mentee }) })],
  meeting: [happened('MeetingBooked', { meeting: 'me1', mentorship: 'm1', participants: asParticipants({ mentor, mentee }), place: '' })],
  credential: [happened('CredentialIssued', { credential: 'c1', person: self, issuer: school })],
};

/** Every field that a policy looks at; which of them a command has is its own business. */
const DATA = {
  institution: school,
  trust,
  person: self,
  mentor,
  mentee,
  request: 'r1',
  helpOffer: 'o1',
  mentorship: 'm1',
  coordinator: 'coordinator',
  meeting: 'me1',
  why: 'record-corrected',
  record: self,
  other: mentor,
};
export const FACTS = {
  trust,
  issuerTrust: trust,
  pair: { participants: asParticipants({ mentor, mentee }), status: 'active' },
  memberships: [{ institution: school, trust, roles: [] }],
  places: [{ institution: school, trust, coordinates: false }],
  menteeAt: [{ institution: school, trust }],
  recordAt: [{ institution: school, trust }],
  otherAt: [{ institution: school, trust }],
  unreadAt: [{ institution: school, trust, roles: [] }],
  voucher: null,
  ...{ managesMentee: false, managesReader: false },
  throughMentees: [],
  wroteBefore: false,
  sentToday: 0,
  help: 'open',
};
export const NO_FACTS = {
  trust: null,
  issuerTrust: null,
  pair: null,
  memberships: [],
  places: [],
  menteeAt: [],
  recordAt: [],
  otherAt: [],
  unreadAt: [],
  voucher: null,
  ...{ managesMentee: false, managesReader: false },
  throughMentees: [],
  wroteBefore: false,
  sentToday: 0,
  help: 'open',
};

interface Given {
  readonly facts: object;
  readonly history: boolean;
  readonly later?: readonly AnyEvent[];
  readonly data?: object;
}

export function whoMay(type: string, given: Given): readonly Who[] {
  return (Object.keys(EVERYBODY) as Who[]).filter((who) => may(EVERYBODY[who], type, given));
}

export function may(who: Actor, type: string, { facts, history, later = [], data }: Given): boolean {
  const [category, aggregate] = homeOf(type);
  const past: readonly Event[] = [...(history ? (HISTORY[category] ?? []) : []), ...later];
  const state = past.reduce((before, event) => aggregate.decider.evolve(before, event), aggregate.decider.initial);
  const at = '2026-03-02T09:00:00.000Z' as Instant;
  const command: Command = { type, by: who.person, at, on: '2026-03-02' as Day, data: { ...DATA, ...data } };
  return aggregate.policies[type]?.(who, command, state, facts) ?? false;
}

function homeOf(type: string): [Category, AnyAggregate] {
  const found = Object.entries(aggregates).find(([, { commands }]) => Object.hasOwn(commands, type));
  if (!found) throw new Error(`No aggregate takes ${type}.`);
  // One aggregate's own types do not matter here: its policy meets its own state.
  return found as unknown as [Category, AnyAggregate];
}

export const inOrder = (some: readonly Who[]): readonly Who[] => (Object.keys(EVERYBODY) as Who[]).filter((who) => some.includes(who));

export function actor(
  person: string,
  belongs: readonly (readonly [InstitutionId, readonly Role[]])[],
  mentorships: readonly MentorshipId[] = [],
): Actor {
  const memberships = belongs.map(([institution, roles]) => ({ institution, trust: institution === school ? trust : null, roles }));
  if ((person as PersonId) === HUB) throw new Error('The hub is not a person.');
  return actorWith(person as PersonId, { memberships, mentorships });
}

/** An event with only what a policy's state is folded from. */
export function happened(type: AnyEvent['type'], data: object): AnyEvent {
  return { type, data } as unknown as AnyEvent;
}
