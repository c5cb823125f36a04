import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { askAboutEarlierMentors } from './ask-about-earlier-mentors.js';
import { bookFirstMeetingWhenMentorshipStarts } from './book-first-meeting-when-mentorship-starts.js';
import { cancelMeetingsWhenMentorshipEnds } from './cancel-meetings-when-mentorship-ends.js';
import { cancelMeetingsWhenMentorshipPauses } from './cancel-meetings-when-mentorship-pauses.js';
import { closeOffersThatCannotStand } from './close-offers-that-cannot-stand.js';
import { closeRequestsOfThoseKeptApart } from './close-requests-of-those-kept-apart.js';
import { closeSessionsWhenEmailChanged } from './close-sessions-when-email-changed.js';
import { creditCpdWhenMeetingConfirmed } from './credit-cpd-when-meeting-confirmed.js';
import { endRequestsToJoinWhenReopened } from './end-requests-to-join-when-reopened.js';
import { issueCredentialsWhenMentorshipCompleted } from './issue-credentials-when-mentorship-completed.js';
import { leaveClosedSchoolWhenJoinedElsewhere } from './leave-closed-school-when-joined-elsewhere.js';
import { liftClosingWhenPairMeets } from './lift-closing-when-pair-meets.js';
import { moveAnswerDaysWhenCalendarSet } from './move-answer-days-when-calendar-set.js';
import { settleHandoverWhenMentorIsBack } from './settle-handover-when-mentor-is-back.js';
import { needHandoverWhenMentorLeaves } from './need-handover-when-mentor-leaves.js';
import { passOnRequestWhenDeclinedOrLapsed } from './pass-on-request-when-declined-or-lapsed.js';
import { pauseMentorshipWhenMentorAssessesMentee } from './pause-mentorship-when-mentor-assesses-mentee.js';
import { raiseCredentialsWhenMeetingConfirmed } from './raise-credentials-when-meeting-confirmed.js';
import { followUpsOf, type FollowUp, type Reactor, type World } from './reactor.js';
import { releaseAddressesLeft } from './release-addresses-left.js';
import { releasePlaceWhenMentorshipEnds } from './release-place-when-mentorship-ends.js';
import { releaseRequestsWhenMentorStops } from './release-requests-when-mentor-stops.js';
import { sayWhereMeetingsClash } from './say-where-meetings-clash.js';
import { sendInvitationsWhenPlanned } from './send-planned-invitations.js';
import { setRecordAsideWhenRecordedTwice } from './set-record-aside-when-recorded-twice.js';
import { settleWhatJoiningLeft } from './settle-what-joining-left.js';
import { startMentorshipWhenRequestAccepted } from './start-mentorship-when-request-accepted.js';
import { takeBackWhatWasGivenLate } from './take-back-what-was-given-late.js';
import { takeErasedOffLists } from './take-erased-off-lists.js';
import { tellMentorWhenMenteeLeaves } from './tell-mentor-when-mentee-leaves.js';
import { windUpWhenPersonErased } from './wind-up-when-person-erased.js';
import { withdrawTimesSuggestedTwice } from './withdraw-times-suggested-twice.js';
import { withdrawRequestsOverTheLimit } from './withdraw-requests-over-the-limit.js';

/** Everything that follows of itself, in the order in which it is done for one event. */
export const reactors: readonly Reactor[] = [
  startMentorshipWhenRequestAccepted,
  bookFirstMeetingWhenMentorshipStarts,
  moveAnswerDaysWhenCalendarSet,
  liftClosingWhenPairMeets,
  withdrawTimesSuggestedTwice,
  sayWhereMeetingsClash,
  setRecordAsideWhenRecordedTwice,
  pauseMentorshipWhenMentorAssessesMentee,
  passOnRequestWhenDeclinedOrLapsed,
  closeRequestsOfThoseKeptApart,
  withdrawRequestsOverTheLimit,
  releaseRequestsWhenMentorStops,
  closeOffersThatCannotStand,
  leaveClosedSchoolWhenJoinedElsewhere,
  endRequestsToJoinWhenReopened,
  needHandoverWhenMentorLeaves,
  tellMentorWhenMenteeLeaves,
  settleHandoverWhenMentorIsBack,
  askAboutEarlierMentors,
  releasePlaceWhenMentorshipEnds,
  cancelMeetingsWhenMentorshipEnds,
  cancelMeetingsWhenMentorshipPauses,
  creditCpdWhenMeetingConfirmed,
  issueCredentialsWhenMentorshipCompleted,
  raiseCredentialsWhenMeetingConfirmed,
  settleWhatJoiningLeft,
  windUpWhenPersonErased,
  takeErasedOffLists,
  takeBackWhatWasGivenLate,
  releaseAddressesLeft,
  closeSessionsWhenEmailChanged,
  sendInvitationsWhenPlanned,
];

/** Every command that follows from an event, in order: for code that tells a history together with its consequences. */
export const allFollowUps = (event: Recorded<AnyEvent>, world: World): readonly FollowUp[] =>
  reactors.flatMap((reactor) => followUpsOf(reactor, event, world));
