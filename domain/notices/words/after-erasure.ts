import type { PersonId } from '../../kernel/brand.js';
import { HUB } from '../../kernel/decider.js';
import { bothOf, isAboutOthers, isMentee, KEPT_WITH_END, onItsDay, other, type KeptFacts, type Words } from '../facts.js';
import type { DEVELOPMENT } from './development.js';
import type { MEETINGS } from './meetings.js';
import type { MENTORSHIPS } from './mentorships.js';
import type { PEOPLE } from './people.js';
import type { REQUESTS } from './requests.js';

type Told = keyof typeof PEOPLE | keyof typeof REQUESTS | keyof typeof MENTORSHIPS | keyof typeof DEVELOPMENT | keyof typeof MEETINGS;
type After = (facts: KeptFacts, words: Words) => Words;

const GONE = 'They have deleted their account, and what they wrote with it.';
const FIND = { says: 'Find a mentor', path: '/find' };

const linkTo = (says: string, of: 'mentorship' | 'meeting') => (facts: KeptFacts) => ({
  says,
  path: `/${of}s/${String(facts.shown[of])}`,
});
const toMentorship = linkTo('See the mentorship', 'mentorship');
const toMeeting = linkTo('See the meeting', 'meeting');

/** It is about the reader’s own, or leads to a list: nothing of it is gone. */
const stays: After = (_, words) => words;
const mentorship: After = (facts, { title }) => ({ title, body: [GONE], link: toMentorship(facts) });
/** What it asks for, or says of the days to come, is no longer so. */
const over: After = (facts) => ({
  title: isAboutOthers(facts) ? `${bothOf(facts)}’s mentorship has ended` : `Your mentorship with ${other(facts)} has ended`,
  body: [GONE],
  link: toMentorship(facts),
});
/** What came of a suggestion, to the coordinator who made it, is told without their words. */
const unlessToOthers =
  (after: After): After =>
  (facts, words) =>
    isAboutOthers(facts) ? words : after(facts, words);
const meeting: After = (facts, { title }) => ({ title, body: [GONE], link: toMeeting(facts) });
const noMeeting: After = (facts) => ({
  title: `Your meeting with ${other(facts)}${onItsDay(facts)} was cancelled`,
  body: [GONE],
  link: toMeeting(facts),
});
const request: After = (_, { title }) => ({ title, body: [GONE], link: { says: 'See your requests', path: '/requests' } });
const requestOver: After = (facts, words) =>
  request(facts, {
    ...words,
    title: isMentee(facts) ? `Your request to ${other(facts)} is closed` : `The request from ${other(facts)} is closed`,
  });
const message: After = (_, { title }) => ({ title, body: [GONE], link: { says: 'Go to Today', path: '/' } });

const ended: After = (facts, words) =>
  isAboutOthers(facts)
    ? { ...words, body: words.body.slice(0, 1), link: { says: 'Go to Today', path: '/' } }
    : {
        ...words,
        body: words.body.map((line) =>
          line === KEPT_WITH_END ? 'What you wrote stays in your record. What they wrote was deleted with their account.' : line,
        ),
      };

/** Each notice once a person whom it is about has deleted their account: what leads to their words leads to what is left. */
const AFTER_ERASURE: { readonly [Type in Told]: After } = {
  GoalAgreed: mentorship,
  StepPlanned: mentorship,
  ProgressRecorded: mentorship,
  StepReopened: mentorship,
  GoalAchieved: mentorship,
  GoalDayChanged: mentorship,
  GoalSetAside: mentorship,
  GoalCarriedOn: mentorship,
  GoalLinked: mentorship,
  FeedbackLinked: mentorship,
  FeedbackGiven: mentorship,
  ReflectionShared: mentorship,
  CredentialIssued: stays,
  CredentialRaised: stays,
  CredentialRevoked: stays,

  AgreementProposed: mentorship,
  MentorshipAgreed: mentorship,
  ReviewAsked: over,
  ReviewAnswered: mentorship,
  AgreementReviewed: mentorship,
  MentorshipPaused: unlessToOthers(mentorship),
  MentorshipResumed: mentorship,
  CompletionProposed: mentorship,
  CompletionDayMoved: over,
  CompletionReminded: over,
  CompletionDeclined: mentorship,
  CompletionWithdrawn: mentorship,
  ClosingProposed: over,
  ClosingDayMoved: over,
  ClosingDeclined: unlessToOthers(over),
  ClosingLifted: unlessToOthers(over),
  HandoverNeeded: (facts, words) =>
    isMentee(facts) ? { title: words.title, body: [GONE, 'You can choose another mentor.'], link: FIND } : over(facts, words),
  HandoverSettled: over,
  MenteeLeft: over,
  HelpAsked: message,
  MentorshipCompleted: unlessToOthers((facts, words) => ({ ...words, body: [...words.body, GONE], link: toMentorship(facts) })),
  MentorshipEnded: ended,

  MeetingProposed: meeting,
  MeetingTimesDeclined: meeting,
  MeetingBooked: meeting,
  MeetingMoved: meeting,
  MeetingClashed: noMeeting,
  MeetingClashLifted: noMeeting,
  MeetingPlaceSet: meeting,
  MeetingCancelled: meeting,
  AgendaSet: meeting,
  NotesSaved: meeting,
  ActionAgreed: meeting,
  ActionDone: meeting,
  ActionReopened: meeting,
  ActionNoted: meeting,
  ActionDropped: meeting,
  ActionLinked: meeting,
  ActionKept: meeting,
  AttendanceRecorded: meeting,
  // It counts for the reader once they confirm it, as before.
  MeetingClosed: (facts, words) =>
    facts.shown['took'] ? { ...words, body: ['Confirm it, and it counts in your CPD record.', GONE] } : meeting(facts, words),
  MeetingConfirmed: (_, words) => ({ ...words, body: ['It counts in your CPD record.', GONE] }),
  RecordSetAside: meeting,

  MentoringRequested: request,
  RequestExtended: requestOver,
  AnswerDayMoved: requestOver,
  RequestDiscussed: request,
  RequestReminded: requestOver,
  RequestAccepted: mentorship,
  // That an account is gone is not told with the answer that follows from it.
  RequestDeclined: (facts, words) =>
    facts.shown['because'] === 'cannot-reply'
      ? words
      : isMentee(facts)
        ? { title: words.title, body: [GONE], link: facts.passedOn ? { says: 'See your requests', path: '/requests' } : FIND }
        : request(facts, words),
  RequestWithdrawn: request,
  RequestLapsed: (facts, words) => (isMentee(facts) ? { ...words, body: [GONE] } : request(facts, words)),
  HelpOffered: request,
  OfferDeclined: stays,
  OfferWithdrawn: stays,
  OfferLapsed: (facts, words) => (isMentee(facts) ? { ...words, body: [GONE] } : words),

  MessageWritten: message,
  MentorsSuggested: message,
  PersonJoined: stays,
  PersonRenamed: stays,
  ProfileDescribed: stays,
  ExpertiseDeclared: stays,
  MentoringResumed: stays,
  InvitationSent: stays,
  MemberInvited: stays,
  InvitationWithdrawn: stays,
  MemberJoined: stays,
  MemberLeft: stays,
  FirstDayCorrected: stays,
  RoleGranted: stays,
  RoleRevoked: stays,
  TrustLeft: stays,
  ReportingLineSet: stays,
  ClosingTold: stays,
  SearchMatched: stays,
  JoiningProposed: stays,
  JoiningDeclined: stays,
  RecordsJoined: stays,
};

const NAMING = ['from', 'person', 'mentee', 'mentor'] as const;

/** Whether the other of the pair is gone; where the reader is none of the two, or nothing is of a pair, anybody whom it names. */
function isGone({ gone, to, actor, pair, shown }: KeptFacts): boolean {
  if (!gone) return false;
  const two = pair ? [pair.mentor, pair.mentee] : [];
  const named = two.includes(to) ? two : [...two, actor, ...NAMING.map((field) => shown[field])];
  return named.some((person) => typeof person === 'string' && person !== to && person !== HUB && gone(person as PersonId));
}

/** The words of a notice as they are true once a person whom it is about is gone; else as they are. */
export function wordsAfterErasure(facts: KeptFacts, words: Words): Words {
  const after = AFTER_ERASURE[facts.type as Told];
  // Of what stays nobody is asked about: a field that is a person elsewhere may be a day.
  return after !== stays && isGone(facts) ? after(facts, words) : words;
}
