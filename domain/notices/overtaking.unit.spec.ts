import type { PersonId } from '../kernel/brand.js';
import type { EventType, Outcome } from './outcome.js';
import { leavesOlderEmail, subjectOf, type Happened } from './notices.js';
import { LINES, NOTICES } from './table.js';

type Rule = Outcome | ((data: unknown) => Outcome);

/** What a rule answers to every answer that it can tell apart. */
const answers = (rule: Rule): readonly Outcome[] =>
  typeof rule === 'function'
    ? ['mentor', 'mentee', 'pair', 'nobody'].flatMap((one) => [rule({ actsNext: one, with: one, took: true, movedFrom: one, kept: one })])
    : [rule];
/** Coordinators read it on their desk, which is worked out and has no lines. */
const outcomesOf = (type: EventType): readonly Outcome[] =>
  Object.entries(NOTICES[type] as Record<string, Rule>).flatMap(([party, rule]) => (party === 'coordinators' ? [] : answers(rule)));
const tells = (type: EventType) => outcomesOf(type).some(({ tell }) => tell);
const isEmailed = (type: EventType) => outcomesOf(type).some((one) => one.tell && one.email === true);
const types = Object.keys(NOTICES) as readonly EventType[];
const happened = (type: EventType, data: object = {}): Happened =>
  ({ type, data: { meeting: 'k', ...data }, actor: 'asha' }) as unknown as Happened;
const areOnOneLine = (one: EventType, other: EventType) => subjectOf(happened(one)) === subjectOf(happened(other));

/** Of each kind that is emailed: the kinds before whose email it is not sent any more, if they come a moment later. */
const OVERTAKEN_BY: Partial<Record<EventType, readonly EventType[]>> = {
  MemberInvited: ['MemberInvited', 'InvitationWithdrawn'],
  InvitationSent: ['InvitationSent'],
  ClosingTold: ['ClosingTold'],
  MemberJoined: ['MemberJoined'],
  MemberLeft: ['MemberLeft'],
  RoleGranted: ['RoleGranted', 'RoleRevoked'],
  RoleRevoked: ['RoleGranted', 'RoleRevoked'],
  TrustLeft: ['TrustLeft'],
  PersonJoined: ['PersonJoined'],
  MentoringRequested: ['MentoringRequested', 'RequestReminded', 'RequestAccepted', 'RequestDeclined', 'RequestWithdrawn', 'RequestLapsed'],
  RequestReminded: ['MentoringRequested', 'RequestReminded', 'RequestAccepted', 'RequestDeclined', 'RequestWithdrawn', 'RequestLapsed'],
  RequestAccepted: ['MentoringRequested', 'RequestReminded', 'RequestAccepted', 'RequestDeclined', 'RequestWithdrawn', 'RequestLapsed'],
  RequestDeclined: ['MentoringRequested', 'RequestReminded', 'RequestAccepted', 'RequestDeclined', 'RequestWithdrawn', 'RequestLapsed'],
  RequestWithdrawn: ['MentoringRequested', 'RequestReminded', 'RequestAccepted', 'RequestDeclined', 'RequestWithdrawn', 'RequestLapsed'],
  RequestLapsed: ['MentoringRequested', 'RequestReminded', 'RequestAccepted', 'RequestDeclined', 'RequestWithdrawn', 'RequestLapsed'],
  RequestDiscussed: [],
  HelpOffered: ['HelpOffered', 'OfferDeclined', 'OfferWithdrawn', 'OfferLapsed'],
  AgreementProposed: ['AgreementProposed'],
  MentorshipAgreed: ['MentorshipAgreed'],
  ReviewAsked: ['ReviewAsked', 'ReviewAnswered', 'AgreementReviewed'],
  ReviewAnswered: ['ReviewAsked', 'ReviewAnswered', 'AgreementReviewed'],
  AgreementReviewed: ['ReviewAsked', 'ReviewAnswered', 'AgreementReviewed'],
  MentorshipPaused: ['MentorshipPaused', 'MentorshipResumed', 'MentorshipCompleted', 'MentorshipEnded'],
  MentorshipResumed: ['MentorshipPaused', 'MentorshipResumed', 'MentorshipCompleted', 'MentorshipEnded'],
  MentorshipCompleted: ['MentorshipPaused', 'MentorshipResumed', 'MentorshipCompleted', 'MentorshipEnded'],
  MentorshipEnded: ['MentorshipPaused', 'MentorshipResumed', 'MentorshipCompleted', 'MentorshipEnded'],
  CompletionProposed: ['CompletionProposed', 'CompletionReminded', 'CompletionDeclined', 'CompletionWithdrawn'],
  CompletionReminded: ['CompletionProposed', 'CompletionReminded', 'CompletionDeclined', 'CompletionWithdrawn'],
  CompletionDeclined: ['CompletionProposed', 'CompletionReminded', 'CompletionDeclined', 'CompletionWithdrawn'],
  CompletionWithdrawn: ['CompletionProposed', 'CompletionReminded', 'CompletionDeclined', 'CompletionWithdrawn'],
  ClosingProposed: ['ClosingProposed', 'ClosingDeclined', 'ClosingLifted'],
  ClosingDeclined: ['ClosingProposed', 'ClosingDeclined', 'ClosingLifted'],
  ClosingLifted: ['ClosingProposed', 'ClosingDeclined', 'ClosingLifted'],
  HandoverNeeded: ['HandoverNeeded', 'HandoverSettled'],
  MenteeLeft: ['MenteeLeft'],
  HelpAsked: [],
  GoalAgreed: ['GoalAgreed'],
  FeedbackGiven: [],
  ReflectionShared: ['ReflectionShared'],
  MeetingProposed: ['MeetingProposed', 'MeetingTimesDeclined'],
  MeetingTimesDeclined: ['MeetingProposed', 'MeetingTimesDeclined'],
  MeetingBooked: ['MeetingBooked', 'MeetingMoved', 'MeetingCancelled'],
  MeetingMoved: ['MeetingBooked', 'MeetingMoved', 'MeetingCancelled'],
  MeetingClashed: ['MeetingClashed', 'MeetingClashLifted'],
  MeetingPlaceSet: ['MeetingPlaceSet'],
  MeetingCancelled: ['MeetingBooked', 'MeetingMoved', 'MeetingCancelled'],
  MeetingClosed: ['MeetingClosed', 'MeetingConfirmed', 'RecordSetAside'],
  RecordSetAside: ['MeetingClosed', 'MeetingConfirmed', 'RecordSetAside'],
  CredentialIssued: ['CredentialIssued', 'CredentialRaised', 'CredentialRevoked'],
  CredentialRaised: ['CredentialIssued', 'CredentialRaised', 'CredentialRevoked'],
  CredentialRevoked: ['CredentialIssued', 'CredentialRaised', 'CredentialRevoked'],
  JoiningProposed: ['RecordsJoined'],
  JoiningDeclined: ['RecordsJoined'],
  RecordsJoined: ['RecordsJoined'],
  MessageWritten: [],
  MentorsSuggested: [],
  SearchMatched: [],
};

/** Shown on Today alone, and they may overtake an email: what it asked for is settled. */
const SETTLE: readonly EventType[] = [
  ...(['InvitationWithdrawn', 'HandoverSettled', 'RequestLapsed', 'MeetingConfirmed', 'MeetingClashLifted'] as const),
  ...(['OfferDeclined', 'OfferWithdrawn', 'OfferLapsed'] as const),
];

describe('a newer notice about the same thing', () => {
  test('every kind that tells anybody says whether it may overtake an older one, and no other does', () => {
    expect(Object.keys(LINES).sort()).toEqual(types.filter(tells).toSorted());
  });

  test.each(types.filter(isEmailed))(
    'an email about %s is overtaken by those kinds that say all that it would, and by no other',
    (older) => {
      const overtaking = types.filter((newer) => tells(newer) && areOnOneLine(older, newer) && !leavesOlderEmail(newer));
      expect(overtaking.toSorted()).toEqual([...(OVERTAKEN_BY[older] ?? ['not decided'])].sort());
    },
  );

  test('what is shown on Today alone overtakes no email, unless what it asked for is settled', () => {
    const quiet = types.filter(
      (newer) => tells(newer) && outcomesOf(newer).some((one) => one.tell && one.email === false && one.today !== 'desk'),
    );
    const overtaking = quiet.filter(
      (newer) => !leavesOlderEmail(newer) && types.some((older) => isEmailed(older) && areOnOneLine(older, newer)),
    );
    expect(overtaking.filter((newer) => !isEmailed(newer) || SETTLE.includes(newer)).toSorted()).toEqual([...SETTLE].sort());
  });

  test('two roles, and two people of one line manager, are two lines', () => {
    const role = (type: EventType, name: string) => subjectOf(happened(type, { meeting: undefined, institution: 'oakfield', role: name }));
    expect(role('RoleGranted', 'leader')).not.toBe(role('RoleGranted', 'coordinator'));
    expect(role('RoleRevoked', 'leader')).toBe(role('RoleGranted', 'leader'));
    // An administrator who is told of another’s role still reads of their own.
    const about = happened('RoleRevoked', { meeting: undefined, institution: 'oakfield', role: 'leader', person: 'ben' });
    expect(subjectOf(about, 'ben' as PersonId)).toBe(role('RoleGranted', 'leader'));
    expect(subjectOf(about, 'cora' as PersonId)).not.toBe(role('RoleGranted', 'leader'));
    const managed = (person: string) => subjectOf(happened('ReportingLineSet', { meeting: undefined, institution: 'oakfield', person }));
    expect(managed('ben')).not.toBe(managed('dan'));
  });
});
