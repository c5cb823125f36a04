import { HUB } from '../kernel/decider.js';
import type { LiftReason } from '../mentorships/mentorship.events.js';
import { asQuietTask, asTask, onToday, onTodayAndByEmail, ownAct, toldBy, type DataOf, type Outcome } from './outcome.js';

type Together = { readonly withYes?: true | undefined; readonly withBooking?: true | undefined };
/** An agenda that was sent with a booking, or drafted with a yes. */
export const unlessWithMeeting = ({ withYes, withBooking }: Together) =>
  withYes ? toldBy('RequestAccepted') : withBooking ? toldBy('MeetingBooked') : onToday;

/** One notice tells of a meeting that was recorded, with its notes and actions: a confirmation to give, or that it is confirmed. */
export const unlessWithRecord = ({ withRecord }: { readonly withRecord?: true | undefined }) =>
  withRecord ? toldBy('AttendanceRecorded', 'MeetingClosed') : onToday;

/** Where the other record stands for the meeting nothing is asked. */
export const unlessSame = ({ same }: DataOf<'RecordSetAside'>): Outcome => (same ? onToday : asTask('record-again'));
/** What they said counts no more because of what another person recorded. */
export const unlessOneRecordStands = ({ same }: DataOf<'RecordSetAside'>): Outcome => (same ? onToday : onTodayAndByEmail);

/** [R8] The hub cancels what a pause or an end takes along: one notice tells of all of it. */
export const unlessWithPauseOrEnd = ({ by, because }: DataOf<'MeetingCancelled'>) =>
  by === HUB && because !== 'suggested-already' ? toldBy('MentorshipPaused', 'MentorshipEnded', 'MentorshipCompleted') : onTodayAndByEmail;

/** A pair that met or arranged to knows by that; one whose other mentorship ended would wait for a day that no longer counts. */
export const unlessTheyMet = ({ why }: { readonly why?: LiftReason | undefined }) =>
  why === 'other-ended' || why === 'other-left'
    ? onTodayAndByEmail
    : why === 'mentor-back'
      ? toldBy('HandoverSettled')
      : toldBy('MeetingBooked', 'MeetingProposed', 'MeetingClosed');

/** A reply that was given by doing something else: one notice tells of both. */
export const unlessWithin = ({ within }: DataOf<'CompletionDeclined' | 'CompletionWithdrawn' | 'ClosingDeclined'>) =>
  within ? toldBy(within) : onTodayAndByEmail;

/** Their first invitation asks them as well: an email before it would be the first that they hear of Alongside. */
export const unlessFirst = ({ untold }: DataOf<'MemberInvited'>): Outcome =>
  untold ? asQuietTask('answer-invitation') : asTask('answer-invitation');

/** A person's first email of all is the invitation: one that only says what ended would be taken for the end of their job. */
export const unlessUntold = ({ untold }: { readonly untold?: true | undefined }) => (untold ? onToday : onTodayAndByEmail);

/** Who said where they went as their school closed did it themself. */
export const unlessMoved = (data: DataOf<'MemberLeft'>): Outcome => (data.movedTo ? ownAct : unlessUntold(data));

/** A coordinator said yes to a person whose school had closed and who asked to join, or put back a person who was told of their removal. */
export const ifAskedOrAgain = ({ movedFrom, again, untold }: DataOf<'MemberJoined'>): Outcome =>
  movedFrom ? onTodayAndByEmail : again ? unlessUntold({ untold }) : toldBy('PersonJoined');

/** One email invites a first coordinator and says what they are. */
export const unlessInvited = ({ withInvitation, untold }: DataOf<'RoleGranted'>): Outcome =>
  withInvitation || untold ? onToday : onTodayAndByEmail;

/** What an import says of people whom it adds does not notify them: their invitation tells them where they were added. */
export const unlessWithJoin = ({ withJoin }: DataOf<'ProfileDescribed'> | DataOf<'ReportingLineSet'>) =>
  withJoin ? toldBy('PersonJoined') : onToday;

/** A question whose two records were joined since reads as one person’s: nothing is left to ask. */
export const unlessOne = ({ kept, joined }: DataOf<'JoiningProposed'>): Outcome =>
  kept === joined ? toldBy('RecordsJoined') : { tell: true, today: null, email: true };

type Above = 'lineManager' | 'inductionTutor';
/** One who stays was told when they became it. */
export const ifChanged =
  (who: Above) =>
  ({ changed }: DataOf<'ReportingLineSet'>): Outcome =>
    changed === undefined || changed.includes(who) ? onToday : toldBy('ReportingLineSet');

/** What a mentor or the hub takes back for them follows from what they did, or from another mentee’s yes. Of a join they are told. */
export const unlessOwnOffer = ({ because }: DataOf<'OfferWithdrawn'>): Outcome => {
  if (because === 'joined') return onToday;
  return because === 'asked' ? toldBy('MentoringRequested') : because === 'no-space' ? toldBy('RequestAccepted') : ownAct;
};
