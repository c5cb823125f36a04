import type { PersonId } from '../kernel/brand.js';
import { fields, shownIn, type Fields, type Happened, type Pair } from './notices.js';
import type { EventType } from './outcome.js';

/** What a later event must have in common with a notice to leave nothing of it to read. */
type Same =
  | 'pair'
  | 'mentee'
  | 'request'
  | 'helpOffer'
  | 'mentorship'
  | 'meeting'
  | 'goal'
  | 'reflection'
  | 'institution'
  | 'person'
  | 'search'
  | 'conversation'
  | 'records';

/** `own`: only where the reader did it themself. */
interface Overtaken {
  readonly by: readonly EventType[];
  readonly same: Same;
  readonly own?: true;
}

/** When a notification no longer holds: after one of these events, or only as it grows old. */
type WhenPast = readonly Overtaken[] | 'when-old';

const after = (same: Same, ...by: readonly EventType[]): Overtaken => ({ by, same });
const afterOwn = (same: Same, ...by: readonly EventType[]): Overtaken => ({ by, same, own: true });
const over = after('mentorship', 'MentorshipEnded', 'MentorshipCompleted');
const rests = after('mentorship', 'MentorshipPaused');
const meets = after('mentorship', 'MeetingBooked', 'MeetingProposed');
const goalClosed = [after('goal', 'GoalAchieved', 'GoalSetAside')];
const replied = [after('request', 'RequestAccepted', 'RequestDeclined', 'RequestWithdrawn', 'RequestLapsed')];
/** A mentee who did not get a mentor: they have asked again, or have one. */
const looksNoMore = [afterOwn('mentee', 'MentoringRequested'), after('mentee', 'RequestAccepted')];

/** The two found each other in another way. */
const asked = [after('pair', 'MentoringRequested', 'HelpOffered')];

/** Its author said anew who can read it: not the other any more, or the other is told anew. */
const readersChanged = [after('reflection', 'ReflectionShared')];

/** Every notification that Today lists, and what overtakes it. A spec compares the list with the table of notices. */
export const WHEN_PAST: { readonly [Type in EventType]?: WhenPast } = {
  InvitationWithdrawn: [after('institution', 'MemberInvited', 'MemberJoined')],
  MemberJoined: [after('institution', 'MemberLeft')],
  MemberLeft: [after('institution', 'MemberInvited', 'MemberJoined')],
  FirstDayCorrected: 'when-old',
  RoleGranted: 'when-old',
  RoleRevoked: 'when-old',
  TrustLeft: 'when-old',
  ReportingLineSet: 'when-old',
  PersonRenamed: 'when-old',
  ProfileDescribed: 'when-old',
  ExpertiseDeclared: 'when-old',
  MentoringResumed: [after('person', 'MentoringPaused', 'MentoringWithdrawn')],

  RequestExtended: replied,
  AnswerDayMoved: replied,
  RequestAccepted: [after('pair', 'MeetingMoved', 'MeetingCancelled', 'MeetingClosed', 'MentorshipEnded', 'MentorshipCompleted')],
  RequestDeclined: looksNoMore,
  RequestLapsed: [...looksNoMore, after('pair', 'MentoringRequested')],
  RequestWithdrawn: [after('pair', 'MentoringRequested')],

  OfferDeclined: asked,
  OfferWithdrawn: asked,
  OfferLapsed: asked,

  MentorshipAgreed: [after('mentorship', 'AgreementProposed'), rests, over],
  AgreementReviewed: [after('mentorship', 'AgreementProposed', 'ReviewAnswered', 'ReviewAsked'), over],
  MentorshipPaused: [after('mentorship', 'MentorshipResumed'), over],
  MentorshipResumed: [meets, rests, over],
  CompletionDayMoved: [after('mentorship', 'CompletionDeclined', 'CompletionWithdrawn'), rests, over],
  CompletionDeclined: [after('mentorship', 'CompletionProposed'), rests, over],
  CompletionWithdrawn: [after('mentorship', 'CompletionProposed'), rests, over],
  ClosingDayMoved: [after('mentorship', 'ClosingDeclined', 'ClosingLifted'), rests, over],
  ClosingDeclined: [after('mentorship', 'ClosingProposed'), meets, rests, over],
  ClosingLifted: [after('mentorship', 'ClosingProposed'), meets, rests, over],
  MentorshipCompleted: [after('pair', 'MentorshipStarted')],
  MentorshipEnded: [after('pair', 'MentorshipStarted')],
  HandoverNeeded: [after('mentorship', 'HandoverSettled'), over],
  HandoverSettled: [after('mentorship', 'HandoverNeeded'), over],
  MenteeLeft: [over],

  GoalAgreed: goalClosed,
  StepPlanned: goalClosed,
  ProgressRecorded: goalClosed,
  StepReopened: goalClosed,
  GoalDayChanged: goalClosed,
  GoalLinked: goalClosed,
  GoalAchieved: 'when-old',
  GoalSetAside: 'when-old',
  GoalCarriedOn: 'when-old',
  FeedbackLinked: 'when-old',
  FeedbackGiven: 'when-old',
  ReflectionShared: readersChanged,

  MeetingBooked: [after('meeting', 'MeetingMoved', 'MeetingCancelled', 'MeetingClosed')],
  MeetingMoved: [after('meeting', 'MeetingMoved', 'MeetingCancelled', 'MeetingClosed')],
  MeetingClashLifted: [after('meeting', 'MeetingClashed', 'MeetingMoved', 'MeetingCancelled', 'MeetingClosed')],
  MeetingPlaceSet: [after('meeting', 'MeetingCancelled', 'MeetingClosed')],
  MeetingCancelled: [meets, after('pair', 'MentorshipStarted')],
  AgendaSet: [after('meeting', 'MeetingCancelled', 'MeetingClosed')],
  NotesSaved: 'when-old',
  ActionAgreed: 'when-old',
  ActionDone: 'when-old',
  ActionReopened: 'when-old',
  ActionDropped: 'when-old',
  ActionLinked: 'when-old',
  ActionKept: 'when-old',
  ActionNoted: 'when-old',
  AttendanceRecorded: [after('meeting', 'MeetingConfirmed')],
  MeetingClosed: [after('meeting', 'AttendanceRecorded', 'MeetingConfirmed')],
  MeetingConfirmed: [after('meeting', 'RecordSetAside')],
  RecordSetAside: [after('meeting', 'AttendanceRecorded', 'MeetingConfirmed')],

  JoiningDeclined: 'when-old',
  // They sign in with one of the two since.
  RecordsJoined: [after('records', 'FurtherAddressLeft'), after('person', 'EmailChanged')],

  CredentialIssued: 'when-old',
  CredentialRaised: 'when-old',
  CredentialRevoked: 'when-old',

  MessageWritten: [afterOwn('conversation', 'MessageWritten')],
  MentorsSuggested: [afterOwn('mentee', 'MentoringRequested')],
  SearchMatched: [after('search', 'SearchRemoved')],
};

const timesSettled = [after('meeting', 'MeetingProposed', 'MeetingTimesDeclined', 'MeetingBooked', 'MeetingCancelled'), rests, over];
const settledBy = (...by: readonly EventType[]): readonly Overtaken[] => [after('mentorship', ...by), over];

/** Emails that ask for something or tell of what lies ahead, and after what they are untrue. Any other email is sent, however late. */
export const UNTRUE_AFTER: { readonly [Type in EventType]?: readonly Overtaken[] } = {
  MemberInvited: [after('institution', 'MemberJoined', 'InvitationDeclined', 'InvitationWithdrawn')],
  // For good: a school that closes again is told of anew.
  ClosingTold: [after('institution', 'InstitutionReopened')],
  MentoringRequested: replied,
  RequestReminded: replied,
  RequestDiscussed: replied,
  HelpOffered: [after('helpOffer', 'RequestAccepted', 'OfferDeclined', 'OfferWithdrawn', 'OfferLapsed')],

  AgreementProposed: settledBy('AgreementProposed', 'MentorshipAgreed'),
  ReviewAsked: settledBy('AgreementProposed', 'AgreementReviewed'),
  ReviewAnswered: settledBy('AgreementProposed', 'ReviewAnswered', 'AgreementReviewed'),
  CompletionProposed: settledBy('CompletionDeclined', 'CompletionWithdrawn'),
  CompletionReminded: settledBy('CompletionDeclined', 'CompletionWithdrawn'),
  ClosingProposed: settledBy('ClosingDeclined', 'ClosingLifted'),
  HandoverNeeded: settledBy('HandoverSettled'),
  MenteeLeft: [over],

  ReflectionShared: readersChanged,
  JoiningProposed: [after('records', 'JoiningDeclined', 'RecordsJoined')],

  MeetingProposed: timesSettled,
  MeetingTimesDeclined: timesSettled,
  MeetingBooked: [after('meeting', 'MeetingMoved', 'MeetingCancelled', 'MeetingClosed')],
  MeetingMoved: [after('meeting', 'MeetingMoved', 'MeetingCancelled', 'MeetingClosed')],
  MeetingClashed: [after('meeting', 'MeetingClashLifted', 'MeetingMoved', 'MeetingCancelled', 'MeetingClosed')],
  MeetingPlaceSet: [after('meeting', 'MeetingCancelled', 'MeetingClosed')],
  RecordSetAside: [after('meeting', 'AttendanceRecorded', 'MeetingConfirmed')],
};

/** A notice as far as this asks. */
interface Noticed {
  readonly type: EventType;
  readonly person: PersonId;
  readonly shown: Fields;
  readonly pair: Pair | null;
}

/** What two things have in common, as one text; `undefined` where one of them lacks it. */
function keyOf(same: Same, of: Fields, pair: Pair | null, reader: PersonId): string | undefined {
  switch (same) {
    case 'pair':
      return pair ? `${pair.mentor} ${pair.mentee}` : undefined;
    case 'mentee':
      // A suggestion of mentors has no pair: its reader is the one who would ask.
      return pair?.mentee ?? reader;
    case 'records':
      return typeof of['joined'] === 'string' ? `${String(of['kept'] ?? of['person'])} ${of['joined']}` : undefined;
    case 'conversation':
      return typeof of['from'] === 'string' ? [of['from'], of['to']].map(String).sort().join(' ') : undefined;
    default:
      return typeof of[same] === 'string' ? of[same] : undefined;
  }
}

/** Whether an event leaves nothing to read of a notice that was given before. `pair`: the two whom the event is about. */
export function overtakes(event: Happened, pair: Pair | undefined, notice: Noticed): boolean {
  const past = WHEN_PAST[notice.type];
  return past !== undefined && past !== 'when-old' && comesAfter(past, event, pair, notice);
}

/** Whether after an event an email that was not sent yet would be untrue. */
export const makesUntrue = (event: Happened, pair: Pair | undefined, notice: Noticed): boolean =>
  comesAfter(UNTRUE_AFTER[notice.type] ?? [], event, pair, notice);

function comesAfter(past: readonly Overtaken[], event: Happened, pair: Pair | undefined, notice: Noticed): boolean {
  return past.some(({ by, same, own }) => {
    if (!by.includes(event.type) || (own && event.actor !== notice.person)) return false;
    const key = keyOf(same, notice.shown, notice.pair, notice.person);
    return key !== undefined && key === keyOf(same, fields(event), pair ?? null, event.actor);
  });
}

/** Types that overtake something, so that most events are not asked about. */
export const OVERTAKERS: ReadonlySet<EventType> = new Set(
  [...Object.values(WHEN_PAST), ...Object.values(UNTRUE_AFTER)].flatMap((past) =>
    past === 'when-old' ? [] : past.flatMap(({ by }) => by),
  ),
);

/** A notice with the time that it is about. */
interface Timed extends Pick<Noticed, 'type' | 'shown'> {
  readonly startsAt: string | null;
  /** When the last of the times that are suggested starts. */
  readonly lastTime?: string;
}

/** Notices that tell of a meeting ahead. */
const IS_AHEAD: ReadonlySet<EventType> = new Set([
  'MeetingBooked',
  'MeetingMoved',
  'MeetingPlaceSet',
  'AgendaSet',
  'MeetingClashed',
  'MeetingClashLifted',
]);

/** A notice of a meeting ahead is past once it has begun: from then on the meeting itself is to be recorded. */
export function isOfThePast(notice: Timed, now: string): boolean {
  const first = shownIn('RequestAccepted', notice)?.first;
  if (first) return first.time.startsAt <= now;
  const { type, startsAt } = notice;
  return IS_AHEAD.has(type) && startsAt !== null && startsAt <= now;
}

/** Whether an email would tell of a meeting ahead, or ask to choose a time, once that has begun. A yes is told however late. */
export function isTooLateToTell(notice: Timed, now: string): boolean {
  if (notice.type === 'RequestAccepted') return false;
  if (notice.lastTime) return notice.lastTime <= now;
  // The time before may still be in their calendar.
  const was = shownIn('MeetingMoved', notice)?.was?.startsAt;
  return isOfThePast(notice, now) && (was === undefined || was <= now);
}
