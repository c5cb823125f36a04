import { HUB } from '../kernel/decider.js';
import type { LiftReason } from '../mentorships/mentorship.events.js';
import { adds, addsTo, replaces, replacesOn, type Line } from './lines.js';
import {
  asQuietTask,
  asTask,
  asTaskWithCancellations,
  keptPrivate,
  onTheDesk,
  onTheDeskAndByEmail,
  onToday,
  onTodayAndByEmail,
  onTodayWithCancellations,
  ownAct,
  ownEmail,
  toldBy,
  toldOfBoth,
  type DataOf,
  type EventType,
  type Outcome,
  type Outcomes,
} from './outcome.js';

const pair = <One>(both: One): { readonly mentor: One; readonly mentee: One } => ({ mentor: both, mentee: both });

/** An agenda that was sent with a booking, or drafted with a yes. */
const unlessWithMeeting = ({ withYes, withBooking }: { readonly withYes?: true | undefined; readonly withBooking?: true | undefined }) =>
  withYes ? toldBy('RequestAccepted') : withBooking ? toldBy('MeetingBooked') : onToday;

/** One notice tells of a meeting that was recorded, with its notes and actions: a confirmation to give, or that it is confirmed. */
const unlessWithRecord = ({ withRecord }: { readonly withRecord?: true | undefined }) =>
  withRecord ? toldBy('AttendanceRecorded', 'MeetingClosed') : onToday;

/** [R8] The hub cancels what a pause or an end takes along: one notice tells of all of it. */
const unlessWithPauseOrEnd = ({ by, because }: DataOf<'MeetingCancelled'>) =>
  by === HUB && because !== 'suggested-already' ? toldBy('MentorshipPaused', 'MentorshipEnded', 'MentorshipCompleted') : onTodayAndByEmail;

/** A pair that met or arranged to knows by that; one whose other mentorship ended would wait for a day that no longer counts. */
const unlessTheyMet = ({ why }: { readonly why?: LiftReason | undefined }) =>
  why === 'other-ended' || why === 'other-left'
    ? onTodayAndByEmail
    : why === 'mentor-back'
      ? toldBy('HandoverSettled')
      : toldBy('MeetingBooked', 'MeetingProposed', 'MeetingClosed');

/** A reply that was given by doing something else: one notice tells of both. */
const unlessWithin = ({ within }: DataOf<'CompletionDeclined' | 'CompletionWithdrawn' | 'ClosingDeclined'>) =>
  within ? toldBy(within) : onTodayAndByEmail;

type Above = 'lineManager' | 'inductionTutor';
/** One who stays was told when they became it. */
const ifChanged =
  (who: Above) =>
  ({ changed }: DataOf<'ReportingLineSet'>): Outcome =>
    changed === undefined || changed.includes(who) ? onToday : toldBy('ReportingLineSet');

/**
 * Every event with everyone it affects: a notice, or one of three reasons for none. Actors are removed before; a missing entry does not
 * compile.
 */
export const NOTICES: { readonly [Type in EventType]: Outcomes<Type> } = {
  InstitutionRegistered: {},
  InstitutionDescribed: {},
  InstitutionSettingsChanged: {},
  // Requests whose days move with it are told by AnswerDayMoved.
  CalendarSet: {},
  TrustJoined: {},
  TrustLeft: {},
  MemberInvited: { person: asTask('answer-invitation') },
  // Coordinators see it on their desk; the members are told on the day.
  InvitationsPlanned: {},
  InvitationSent: { person: { tell: true, today: null, email: true, acts: true } },
  InvitationDeclined: { person: ownAct },
  InvitationWithdrawn: { person: onToday },
  // Those who are on the hub already are asked first; a newcomer's invitation tells them where they were added.
  MemberJoined: { person: toldBy('PersonJoined') },
  MemberLeft: { person: onTodayAndByEmail, coordinators: onTheDesk },
  RoleGranted: { person: onTodayAndByEmail },
  RoleRevoked: { person: onTodayAndByEmail },
  ReportingLineSet: { person: onToday, lineManager: ifChanged('lineManager'), inductionTutor: ifChanged('inductionTutor') },

  PersonJoined: { person: { tell: true, today: null, email: true, acts: true, quietInImports: true } },
  PersonRenamed: { person: onToday },
  EmailChanged: { person: ownEmail },
  ProfileDescribed: { person: onToday },
  ExpertiseDeclared: { person: onToday },
  AimsSet: { person: ownAct },
  AvailabilitySet: { person: ownAct },
  PreferencesSet: { person: ownAct },
  MentoringOffered: { person: ownAct },
  MentoringPaused: { person: ownAct },
  MentoringResumed: { person: onToday },
  MentoringWithdrawn: { person: ownAct },
  VisibilitySet: { person: ownAct },
  ExclusionAdded: { person: ownAct, other: keptPrivate('R5') },
  ExclusionLifted: { person: ownAct, other: keptPrivate('R5') },
  ConsentGiven: { person: ownAct },
  ConsentWithdrawn: { person: ownAct },
  // They asked for it, and no address is left to write to.
  PersonErased: { person: ownAct },

  CapacityChanged: { mentor: ownAct },
  MentoringRequested: {
    mentor: asTask('answer-request'),
    // Where the hub asks a second choice, the answer that led to it has told the mentee.
    mentee: toldBy('RequestDeclined', 'RequestLapsed'),
    // A mentor never learns that they are a second choice.
    reserves: keptPrivate('R4'),
  },
  RequestExtended: { mentor: onToday, mentee: onToday },
  AnswerDayMoved: { mentor: asQuietTask('answer-request'), mentee: onToday },
  RequestDiscussed: { mentor: asTask('answer-request'), mentee: asTask('reply-to-mentor') },
  RequestReminded: {
    mentor: ({ actsNext }) => (actsNext === 'mentor' ? asTask('answer-request') : keptPrivate('R4')),
    mentee: ({ actsNext }) => (actsNext === 'mentee' ? asTask('reply-to-mentor') : keptPrivate('R4')),
  },
  RequestAccepted: { mentor: ownAct, mentee: ({ first }) => (first ? onTodayAndByEmail : asTask('arrange-meeting')) },
  RequestDeclined: {
    mentor: ({ because }) => (because === 'reporting-line' ? onTodayAndByEmail : ownAct),
    mentee: onTodayAndByEmail,
    next: keptPrivate('R4'),
  },
  RequestWithdrawn: { mentor: onTodayAndByEmail, mentee: ownAct },
  RequestLapsed: { mentor: onToday, mentee: onTodayAndByEmail, next: keptPrivate('R4') },
  PlaceReleased: pair(toldBy('MentorshipEnded', 'MentorshipCompleted')),

  MentorshipStarted: pair(toldBy('RequestAccepted')),
  AgreementProposed: pair(asTask('sign-agreement')),
  AgreementSigned: pair(toldBy('AgreementProposed', 'MentorshipAgreed')),
  MentorshipAgreed: pair(onTodayAndByEmail),
  ReviewAsked: pair(asTask('review-agreement')),
  ReviewAnswered: pair(asTask('review-agreement')),
  AgreementReviewed: pair(onTodayAndByEmail),
  FitChecked: pair(keptPrivate('R6')),
  MentorshipPaused: { ...pair(onTodayWithCancellations), askedBy: toldOfBoth },
  MentorshipResumed: pair(onTodayAndByEmail),
  CompletionProposed: pair(asTask('agree-completion')),
  CompletionDayMoved: pair(onToday),
  CompletionReminded: { waitsFor: asTask('agree-completion'), ...pair(keptPrivate('R4')) },
  CompletionDeclined: pair(unlessWithin),
  CompletionWithdrawn: pair(unlessWithin),
  ClosingProposed: { ...pair(asTask('answer-closing')), coordinators: onTheDesk },
  ClosingDayMoved: { ...pair(onToday), coordinators: onTheDesk },
  ClosingDeclined: { ...pair(unlessWithin), askedBy: toldOfBoth, coordinators: onTheDesk },
  ClosingLifted: { ...pair(unlessTheyMet), askedBy: toldOfBoth, coordinators: onTheDesk },
  MentorshipCompleted: { ...pair(onTodayWithCancellations), askedBy: toldOfBoth },
  MentorshipEnded: {
    mentor: onTodayWithCancellations,
    mentee: ({ because }) => (because === 'mentor-left' ? onTodayWithCancellations : asTaskWithCancellations('find-another')),
    askedBy: toldOfBoth,
    coordinators: onTheDesk,
  },
  HandoverNeeded: {
    mentor: ({ ends }) => (ends ? toldBy('MentorshipEnded') : onTodayAndByEmail),
    mentee: ({ ends }) => (ends ? toldBy('MentorshipEnded') : asTask('find-another')),
    coordinators: onTheDesk,
  },
  HandoverSettled: { ...pair(onToday), coordinators: onTheDesk },
  HelpAsked: { coordinator: onTheDeskAndByEmail, ...pair(keptPrivate('R6')) },

  GoalAgreed: pair(onTodayAndByEmail),
  StepPlanned: pair(({ withGoal }: { readonly withGoal?: true | undefined }) => (withGoal ? toldBy('GoalAgreed') : onToday)),
  ProgressRecorded: pair(onToday),
  StepReopened: pair(onToday),
  GoalAchieved: pair(onToday),
  GoalDayChanged: pair(onToday),
  GoalSetAside: pair(onToday),
  GoalCarriedOn: pair(onToday),
  GoalLinked: pair(onToday),
  FeedbackLinked: pair(onToday),
  FeedbackGiven: { to: onTodayAndByEmail, ...pair(toldBy('FeedbackGiven')) },

  ReflectionWritten: { person: ownAct, partner: keptPrivate('R6') },
  ReflectionRevised: { person: ownAct },
  ReflectionLinked: { person: ownAct },
  ReflectionShared: {
    person: ownAct,
    partner: ({ with: readers }) => (readers === 'nobody' ? keptPrivate('R6') : onTodayAndByEmail),
  },
  SkillRated: { person: ownAct, partner: keptPrivate('R6') },
  CpdCredited: { person: toldBy('MeetingConfirmed'), ...pair(toldBy('MeetingConfirmed')) },

  MeetingProposed: pair(asTask('choose-time')),
  MeetingTimesDeclined: pair(asTask('suggest-times')),
  MeetingBooked: {
    mentor: ({ withYes }) => (withYes ? ownAct : onTodayAndByEmail),
    mentee: ({ withYes }) => (withYes ? toldBy('RequestAccepted') : onTodayAndByEmail),
  },
  PastMeetingRecorded: pair(toldBy('MeetingClosed')),
  MeetingMoved: pair(onTodayAndByEmail),
  MeetingCancelled: pair(unlessWithPauseOrEnd),
  AgendaSet: pair(unlessWithMeeting),
  NotesSaved: pair(unlessWithRecord),
  ActionAgreed: { owner: unlessWithRecord, ...pair(unlessWithRecord) },
  ActionDone: { owner: ownAct, ...pair(onToday) },
  ActionReopened: { owner: ownAct, ...pair(onToday) },
  ActionDropped: { owner: ownAct, ...pair(onToday) },
  ActionLinked: { owner: ownAct, ...pair(onToday) },
  ActionKept: { owner: ownAct, ...pair(onToday) },
  ActionNoted: { owner: onToday, ...pair(onToday) },
  ItemCarriedOver: pair(toldBy('MeetingClosed')),
  AttendanceRecorded: pair(onToday),
  MeetingClosed: pair(({ took }: { readonly took: boolean }) => (took ? asTask('confirm-meeting') : onTodayAndByEmail)),
  MeetingConfirmed: pair(onToday),

  CredentialIssued: { person: onTodayAndByEmail, ...pair(toldBy('CredentialIssued')) },
  CredentialRaised: { person: onTodayAndByEmail, ...pair(toldBy('CredentialRaised')) },
  CredentialRevoked: { person: onTodayAndByEmail, holder: onTodayAndByEmail },

  SignInCodeSent: { person: ownEmail },
  SignInCodeRefused: {},
  SignInCodeUsed: { person: ownAct },
  SessionOpened: { person: ownAct },
  SessionClosed: { person: ownAct },
  AllSessionsClosed: { person: ownAct },
  LetterClaimed: {},
  AddressClaimed: { person: toldBy('PersonJoined', 'EmailChanged') },
  AddressReleased: { person: toldBy('EmailChanged', 'PersonErased') },
  // The command it ends was never answered: its screen says so.
  AddressGivenUp: { person: ownAct },
  NoticesDismissed: { person: ownAct },

  MessageWritten: { to: onTodayAndByEmail },
  // The mentee chooses whom to ask: until then no mentor learns that they were named.
  MentorsSuggested: { to: onTodayAndByEmail, mentors: keptPrivate('R5') },
  // The coordinator writes to the person where there is something to say.
  HelpMarkedDone: { coordinator: ownAct },
};

/** Every kind of notice, and whether it may replace an older one on its line. Messages and open tasks are told each time. */
export const LINES: { readonly [Type in EventType]?: Line } = {
  MemberInvited: replaces,
  InvitationSent: replaces,
  // There is nothing to answer any more.
  InvitationWithdrawn: replacesOn('MemberInvited'),
  MemberLeft: replaces,
  // Two roles are two pieces of news.
  RoleGranted: { newer: 'replaces', each: 'role' },
  RoleRevoked: { newer: 'replaces', of: 'RoleGranted', each: 'role' },
  // One manager has several people.
  ReportingLineSet: { newer: 'replaces', each: 'person' },
  PersonJoined: replaces,
  PersonRenamed: replaces,
  EmailChanged: replaces,
  ProfileDescribed: replaces,
  ExpertiseDeclared: replaces,
  MentoringResumed: replaces,
  SignInCodeSent: replaces,

  MentoringRequested: replaces,
  RequestReminded: replacesOn('MentoringRequested'),
  RequestAccepted: replacesOn('MentoringRequested'),
  RequestDeclined: replacesOn('MentoringRequested'),
  RequestWithdrawn: replacesOn('MentoringRequested'),
  RequestLapsed: replacesOn('MentoringRequested'),
  // Another day to reply by; the reply is still asked for.
  RequestExtended: addsTo('MentoringRequested'),
  AnswerDayMoved: addsTo('MentoringRequested'),
  RequestDiscussed: adds,

  AgreementProposed: replaces,
  MentorshipAgreed: replaces,
  ReviewAsked: replaces,
  ReviewAnswered: replacesOn('ReviewAsked'),
  AgreementReviewed: replacesOn('ReviewAsked'),
  MentorshipPaused: replaces,
  MentorshipResumed: replacesOn('MentorshipPaused'),
  MentorshipCompleted: replacesOn('MentorshipPaused'),
  MentorshipEnded: replacesOn('MentorshipPaused'),
  CompletionProposed: replaces,
  CompletionReminded: replacesOn('CompletionProposed'),
  CompletionDeclined: replacesOn('CompletionProposed'),
  CompletionWithdrawn: replacesOn('CompletionProposed'),
  CompletionDayMoved: replaces,
  ClosingProposed: replaces,
  ClosingDeclined: replacesOn('ClosingProposed'),
  ClosingLifted: replacesOn('ClosingProposed'),
  ClosingDayMoved: replaces,
  HandoverNeeded: replaces,
  // The two carry on, so the mentee does not look for a mentor.
  HandoverSettled: replacesOn('HandoverNeeded'),
  HelpAsked: adds,

  GoalAgreed: replaces,
  ProgressRecorded: replaces,
  StepPlanned: replacesOn('ProgressRecorded'),
  StepReopened: replacesOn('ProgressRecorded'),
  GoalAchieved: replaces,
  GoalSetAside: replacesOn('GoalAchieved'),
  GoalCarriedOn: replacesOn('GoalAchieved'),
  GoalLinked: replaces,
  GoalDayChanged: replaces,
  FeedbackGiven: adds,
  FeedbackLinked: replaces,
  ReflectionShared: replaces,

  MeetingProposed: replaces,
  // The times are withdrawn: there is nothing to choose.
  MeetingTimesDeclined: replacesOn('MeetingProposed'),
  MeetingBooked: replaces,
  MeetingMoved: replacesOn('MeetingBooked'),
  MeetingCancelled: replacesOn('MeetingBooked'),
  AgendaSet: replaces,
  NotesSaved: replaces,
  ActionAgreed: replaces,
  ActionDone: replacesOn('ActionAgreed'),
  ActionReopened: replacesOn('ActionAgreed'),
  ActionNoted: replacesOn('ActionAgreed'),
  ActionDropped: replacesOn('ActionAgreed'),
  ActionKept: replacesOn('ActionAgreed'),
  ActionLinked: replaces,
  MeetingClosed: replaces,
  // The first to record it corrects themself: the other still has it to confirm.
  AttendanceRecorded: addsTo('MeetingClosed'),
  MeetingConfirmed: replacesOn('MeetingClosed'),

  CredentialIssued: replaces,
  CredentialRaised: replacesOn('CredentialIssued'),
  CredentialRevoked: replacesOn('CredentialIssued'),

  MessageWritten: adds,
  MentorsSuggested: adds,
};
