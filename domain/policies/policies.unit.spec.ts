import type { Day, Instant, InstitutionId, MentorshipId, PersonId } from '../kernel/brand.js';
import type { Command, Event } from '../kernel/decider.js';
import { HUB } from '../kernel/decider.js';
import type { Role } from '../institutions/institution.events.js';
import { aggregates, commandTypes, type AnyAggregate, type AnyCommand, type AnyEvent, type Category } from '../protocol/registry.js';
import { asParticipants, type TheTwo } from '../mentorships/participants.js';
import { HUB_INSTITUTION, hubActor, type Actor } from './actor.js';

const [school, trust, elsewhere] = ['larkhill', 'beacon', 'harbour'] as [InstitutionId, InstitutionId, InstitutionId];
const [self, mentor, mentee] = ['self', 'mentor', 'mentee'] as [PersonId, PersonId, PersonId];
const pair = ['m1'] as MentorshipId[];

const EVERYBODY = {
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
type Who = keyof typeof EVERYBODY;

const runsHub: readonly Who[] = ['hubAdministrator', 'hub'];
const administrators: readonly Who[] = ['administrator', 'trustAdministrator', ...runsHub];
const coordinators: readonly Who[] = ['coordinator', 'trustCoordinator', ...administrators];
const thePair: readonly Who[] = ['mentor', 'mentee'];
const onlyHub: readonly Who[] = ['hub'];
const onlySelf: readonly Who[] = ['self'];
const selfOrHub: readonly Who[] = ['self', 'hub'];

/** Who may do what: everything that is not here is refused. */
const ALLOWED: { readonly [Type in AnyCommand['type']]: readonly Who[] } = {
  AppointFirstAdministrator: onlyHub,
  RegisterInstitution: runsHub,
  DescribeInstitution: administrators,
  JoinTrust: runsHub,
  LeaveTrust: administrators,
  AddMember: coordinators,
  AddMembers: coordinators,
  InviteMembers: coordinators,
  AcceptInvitation: onlySelf,
  DeclineInvitation: onlySelf,
  WithdrawInvitation: coordinators,
  PlanInvitations: coordinators,
  SendInvitations: coordinators,
  RemoveMember: ['self', ...coordinators],
  GrantRole: administrators,
  RevokeRole: ['self', ...administrators],
  DismissNotices: onlySelf,
  SetReportingLine: coordinators,
  SetReportingLines: coordinators,
  ChangeInstitutionSettings: administrators,
  SetCalendar: coordinators,

  InvitePerson: coordinators,
  RenamePerson: selfOrHub,
  ChangeEmail: coordinators,
  GiveUpAddress: onlyHub,
  DescribeProfile: selfOrHub,
  DeclareExpertise: selfOrHub,
  SetAims: onlySelf,
  SetAvailability: onlySelf,
  SetPreferences: onlySelf,
  OfferMentoring: onlySelf,
  PauseMentoring: onlySelf,
  ResumeMentoring: selfOrHub,
  WithdrawMentoring: onlySelf,
  SetVisibility: onlySelf,
  ExcludePerson: onlySelf,
  LiftExclusion: onlySelf,
  ErasePerson: ['self', ...runsHub],

  ChangeCapacity: ['mentor', 'hub'],
  RequestMentoring: ['mentee', 'hub'],
  ExtendRequest: thePair,
  DiscussRequest: thePair,
  AcceptRequest: ['mentor'],
  DeclineRequest: ['mentor', 'hub'],
  ReleaseRequest: onlyHub,
  WithdrawRequest: ['mentee', 'hub'],
  MoveAnswerDay: onlyHub,
  RemindOfRequest: onlyHub,
  LapseRequest: onlyHub,
  ReleasePlace: onlyHub,

  StartMentorship: onlyHub,
  ProposeAgreement: thePair,
  SignAgreement: thePair,
  AskForReview: onlyHub,
  ReviewAgreement: thePair,
  CheckFit: thePair,
  PauseMentorship: [...thePair, 'hub'],
  ResumeMentorship: [...thePair, 'hub'],
  ProposeCompletion: thePair,
  CompleteMentorship: [...thePair, 'hub'],
  DeclineCompletion: thePair,
  WithdrawCompletion: thePair,
  RemindOfCompletion: onlyHub,
  MoveCompletionDay: onlyHub,
  ProposeClosing: ['coordinator', 'trustCoordinator', 'hub'],
  DeclineClosing: thePair,
  LiftClosing: onlyHub,
  MoveClosingDay: onlyHub,
  CloseMentorship: onlyHub,
  AskForHelp: thePair,
  NeedHandover: onlyHub,
  SettleHandover: [...thePair, 'hub'],
  EndMentorship: [...thePair, 'hub'],

  AgreeGoal: thePair,
  PlanStep: thePair,
  RecordProgress: thePair,
  ReopenStep: thePair,
  AchieveGoal: thePair,
  SetGoalAside: thePair,
  CarryOnGoal: thePair,
  GiveFeedback: thePair,
  ChangeGoalDay: thePair,
  LinkGoal: thePair,
  LinkFeedback: thePair,

  WriteReflection: onlySelf,
  ReviseReflection: onlySelf,
  ShareReflection: onlySelf,
  LinkReflection: onlySelf,
  RateSkill: onlySelf,
  CreditCpd: onlyHub,

  ProposeMeeting: thePair,
  SuggestOtherTimes: thePair,
  DeclineTimes: thePair,
  BookMeeting: thePair,
  BookFirstMeeting: onlyHub,
  ChooseTime: thePair,
  MoveMeeting: thePair,
  SetMeetingPlace: thePair,
  CancelMeeting: [...thePair, 'hub'],
  SetAgenda: thePair,
  SaveNotes: thePair,
  AgreeAction: thePair,
  FinishAction: thePair,
  ReopenAction: thePair,
  DropAction: thePair,
  KeepAction: thePair,
  NoteAction: thePair,
  LinkAction: thePair,
  CloseMeeting: thePair,
  RecordPastMeeting: thePair,
  RecordAttendance: thePair,

  IssueCredential: onlyHub,
  RaiseCredential: onlyHub,
  RevokeCredential: coordinators,

  WriteMessage: ['coordinator', 'trustCoordinator'],
  SuggestMentors: ['coordinator', 'trustCoordinator'],
  MarkHelpDone: ['coordinator'],

  ClaimLetter: onlyHub,
  ClaimAddress: onlyHub,
  ReleaseAddress: onlyHub,
  SendSignInCode: onlyHub,
  TrySignInCode: onlyHub,
  OpenSession: onlyHub,
  CloseSession: selfOrHub,
  CloseOtherSessions: selfOrHub,
  CloseAllSessions: selfOrHub,
};

/** The streams as they stand when the commands arrive. */
const HISTORY: Partial<Record<Category, readonly AnyEvent[]>> = {
  institution: [
    { type: 'InstitutionRegistered', data: { institution: school, details: { name: 'Larkhill', kind: 'school', nation: 'england' } } },
    { type: 'TrustJoined', data: { institution: school, trust } },
    { type: 'MemberJoined', data: { institution: school, person: self, from: '2025-09-01' as Day } },
  ],
  caseload: [happened('MentoringRequested', { request: 'r1', mentor, mentee, note: '', aims: [], times: [], reserves: [] })],
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
  mentorship: 'm1',
  coordinator: 'coordinator',
  meeting: 'me1',
  why: 'record-corrected',
};
const FACTS = {
  trust,
  issuerTrust: trust,
  pair: { participants: asParticipants({ mentor, mentee }), status: 'active' },
  memberships: [{ institution: school, trust, roles: [] }],
  places: [{ institution: school, trust, coordinates: false }],
  menteeAt: [{ institution: school, trust }],
  ...{ managesMentee: false, managesReader: false },
  throughMentees: [],
  wroteBefore: false,
  sentToday: 0,
  help: 'open',
};
const NO_FACTS = {
  trust: null,
  issuerTrust: null,
  pair: null,
  memberships: [],
  places: [],
  menteeAt: [],
  ...{ managesMentee: false, managesReader: false },
  throughMentees: [],
  wroteBefore: false,
  sentToday: 0,
  help: 'open',
};

describe('who may do what', () => {
  test('the table names every command, and only those', () => {
    expect(Object.keys(ALLOWED).sort()).toEqual([...commandTypes].sort());
  });

  test.each(Object.entries(ALLOWED))('%s', (type, allowed) => {
    expect(whoMay(type, { facts: FACTS, history: true })).toEqual(inOrder(allowed));
  });

  test.each(Object.entries(ALLOWED))(
    '[deny by default] %s on a stream that does not exist, of which nothing is known, opens to nobody else',
    (type, allowed) => {
      expect(whoMay(type, { facts: NO_FACTS, history: false }).filter((who) => !allowed.includes(who))).toEqual([]);
    },
  );

  test('[R6] nothing between the two of a pair is open to a role, however high', () => {
    const wall: readonly Category[] = ['mentorship', 'goals', 'meeting'];
    const roles = new Set((Object.keys(EVERYBODY) as Who[]).filter((who) => !thePair.includes(who) && who !== 'hub'));
    const commands = wall.flatMap((category) => Object.keys(aggregates[category].commands));
    // A suggestion reads and says nothing between the two, and ends nothing: they decide.
    for (const type of commands.filter((one) => one !== 'ProposeClosing'))
      expect({ type, open: whoMay(type, { facts: FACTS, history: true }).filter((who) => roles.has(who)) }).toEqual({ type, open: [] });
  });
});

describe('what depends on more than a role', () => {
  test('a coordinator suggests no end to a mentorship of their own, nor to one whose mentee belongs elsewhere', () => {
    const whoMaySuggest = (more: object) => whoMay('ProposeClosing', { facts: { ...FACTS, ...more }, history: true });
    expect(whoMaySuggest({ menteeAt: [{ institution: elsewhere, trust: null }] })).toEqual(inOrder(['stranger', 'hub']));
    const own = happened('MentorshipStarted', {
      mentorship: 'm1',
      participants: asParticipants({ mentor: 'coordinator' as PersonId, mentee }),
    });
    expect(whoMay('ProposeClosing', { facts: FACTS, history: false, later: [own] })).toEqual(inOrder(['trustCoordinator', 'hub']));
  });

  test('[R6] a coordinator who manages or assesses the mentee suggests neither an end nor mentors', () => {
    expect(whoMay('ProposeClosing', { facts: { ...FACTS, managesMentee: true }, history: true })).toEqual(onlyHub);
    expect(whoMay('SuggestMentors', { facts: { ...FACTS, managesReader: true }, history: true })).toEqual([]);
  });

  test('a coordinator does not remove an administrator', () => {
    const promoted: AnyEvent = { type: 'RoleGranted', data: { institution: school, person: self, role: 'administrator' } };
    expect(whoMay('RemoveMember', { facts: FACTS, history: true, later: [promoted] })).toEqual(inOrder(['self', ...administrators]));
  });

  test('an invitation that tells of a role comes from those who may grant it', () => {
    expect(whoMay('InvitePerson', { facts: FACTS, history: true, data: { role: 'coordinator' } })).toEqual(inOrder(administrators));
  });

  test('[AD8] nobody changes the address of a person who may do what they may not', () => {
    const belongs = (institution: InstitutionId, ...roles: Role[]) => ({
      ...{ institution, trust: institution === school ? trust : null, roles },
    });
    const mayChange = (...memberships: readonly object[]) => whoMay('ChangeEmail', { facts: { ...FACTS, memberships }, history: true });
    expect(mayChange(belongs(school, 'coordinator'))).toEqual(inOrder(coordinators));
    expect(mayChange(belongs(school, 'leader'))).toEqual(inOrder(administrators));
    expect(mayChange(belongs(school, 'administrator'))).toEqual(inOrder(administrators));
    expect(mayChange(belongs(school), belongs(elsewhere, 'coordinator'))).toEqual(inOrder(['stranger', ...runsHub]));
    expect(mayChange(belongs(school), belongs(trust, 'leader'))).toEqual(inOrder(['trustAdministrator', ...runsHub]));
    expect(mayChange(belongs(school), belongs(HUB_INSTITUTION, 'administrator'))).toEqual(inOrder(runsHub));
    expect(mayChange(belongs(school), belongs(elsewhere))).toEqual(inOrder([...coordinators, 'stranger']));
    const leading = actor('leading', [[school, ['coordinator', 'leader']]]);
    const memberships = [belongs(school, 'leader')];
    expect(may(leading, 'ChangeEmail', { facts: { ...FACTS, memberships }, history: true })).toBe(true);
  });

  test('[AD5] nobody changes their own address past the proof, whatever they are', () => {
    const own = (who: Who) => may(EVERYBODY[who], 'ChangeEmail', { facts: FACTS, history: true, data: { person: EVERYBODY[who].person } });
    expect((Object.keys(EVERYBODY) as Who[]).filter(own)).toEqual(onlyHub);
  });

  test('a school joins a trust where one person administers both', () => {
    const both = actor('both', [
      [school, ['administrator']],
      [trust, ['administrator']],
    ]);
    expect(may(both, 'JoinTrust', { facts: FACTS, history: true })).toBe(true);
  });

  test('[R9] a holder may have a certificate revoked, and nobody else in their name', () => {
    expect(whoMay('RevokeCredential', { facts: FACTS, history: true, data: { why: 'asked-by-holder' } })).toEqual(['self']);
  });

  test('each person writes to those who coordinate where they belong or lead, and answers a person who wrote to them', () => {
    const toCoordinator = { ...FACTS, places: [{ institution: school, trust, coordinates: true }] };
    const ofTheSchool = ['colleague', 'self', 'mentor', 'mentee', 'coordinator', 'leader', 'administrator'] as const;
    expect(whoMay('WriteMessage', { facts: toCoordinator, history: true })).toEqual(
      inOrder([...ofTheSchool, 'trustCoordinator', 'trustLeader']),
    );
    const toTrustCoordinator = { ...FACTS, places: [{ institution: trust, trust: null, coordinates: true }] };
    expect(whoMay('WriteMessage', { facts: toTrustCoordinator, history: true })).toContain('colleague');
    expect(whoMay('WriteMessage', { facts: toTrustCoordinator, history: true })).not.toContain('stranger');
    expect(whoMay('SuggestMentors', { facts: toCoordinator, history: true })).toEqual(inOrder(['coordinator', 'trustCoordinator']));
    const mentorElsewhere = { ...NO_FACTS, throughMentees: [{ institution: school, trust, coordinates: false }] };
    expect(whoMay('WriteMessage', { facts: mentorElsewhere, history: true })).toEqual(inOrder(['coordinator', 'trustCoordinator']));
    expect(whoMay('SuggestMentors', { facts: mentorElsewhere, history: true })).toEqual([]);
    expect(whoMay('WriteMessage', { facts: { ...NO_FACTS, wroteBefore: true }, history: true })).toContain('colleague');
    expect(whoMay('SuggestMentors', { facts: { ...NO_FACTS, wroteBefore: true }, history: true })).toEqual([]);
  });

  test('nobody corrects the record of a certificate of their own', () => {
    const theirs = happened('CredentialIssued', { credential: 'c1', person: 'coordinator', issuer: school });
    expect(whoMay('RevokeCredential', { facts: FACTS, history: true, later: [theirs] })).not.toContain('coordinator');
  });

  test('a mentee withdraws their own request, not one they merely name', () => {
    const other = happened('MentoringRequested', { request: 'r2', mentor, mentee: self, note: '', aims: [], times: [], reserves: [] });
    expect(whoMay('WithdrawRequest', { facts: FACTS, history: true, later: [other], data: { request: 'r2' } })).toEqual(
      inOrder(['self', 'hub']),
    );
    expect(whoMay('DiscussRequest', { facts: FACTS, history: true, data: { request: 'r9' } })).toEqual(['mentor']);
  });

  test('a request keeps its two once it was answered', () => {
    const declined = happened('RequestDeclined', { request: 'r1', mentor, mentee, reason: null });
    expect(whoMay('DiscussRequest', { facts: FACTS, history: true, later: [declined] })).toEqual(inOrder(thePair));
  });

  test('help that nobody asked for is not marked as given', () => {
    expect(whoMay('MarkHelpDone', { facts: { ...FACTS, help: 'none' }, history: true })).toEqual([]);
    expect(whoMay('MarkHelpDone', { facts: { ...FACTS, help: 'done' }, history: true })).toEqual(['coordinator']);
  });

  test('[R6] a meeting that exists is its own pair’s, whichever mentorship the facts speak of', () => {
    const claimed = {
      trust,
      pair: { participants: asParticipants({ mentor: 'stranger', mentee: 'colleague' } as TheTwo), status: 'active' },
    };
    expect(whoMay('SaveNotes', { facts: claimed, history: true })).toEqual(inOrder(thePair));
  });
});

interface Given {
  readonly facts: object;
  readonly history: boolean;
  readonly later?: readonly AnyEvent[];
  readonly data?: object;
}

function whoMay(type: string, given: Given): readonly Who[] {
  return (Object.keys(EVERYBODY) as Who[]).filter((who) => may(EVERYBODY[who], type, given));
}

function may(who: Actor, type: string, { facts, history, later = [], data }: Given): boolean {
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

const inOrder = (some: readonly Who[]): readonly Who[] => (Object.keys(EVERYBODY) as Who[]).filter((who) => some.includes(who));

function actor(
  person: string,
  belongs: readonly (readonly [InstitutionId, readonly Role[]])[],
  mentorships: readonly MentorshipId[] = [],
): Actor {
  const memberships = belongs.map(([institution, roles]) => ({ institution, trust: institution === school ? trust : null, roles }));
  if ((person as PersonId) === HUB) throw new Error('The hub is not a person.');
  return { person: person as PersonId, memberships, mentorships };
}

/** An event with only what a policy's state is folded from. */
function happened(type: AnyEvent['type'], data: object): AnyEvent {
  return { type, data } as unknown as AnyEvent;
}
