import type { Instant, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import type { Role } from '../institutions/institution.events.js';
import { dayOf, sayDay, sayMoment } from '../uk/uk-time.js';
import type { EventType } from './outcome.js';
import type { Pair, ShownOf } from './notices.js';

/** One line of news, what to do about it, and where: a notification's words on Today, and an email's. Private words are never in it. */
export interface Words {
  /** Who did what, in the past tense, under 60 characters where names allow. */
  readonly title: string;
  readonly body: readonly string[];
  readonly link: { readonly says: string; readonly path: string };
}

/** What the words of one notice are made from. */
export interface Facts<Type extends EventType = EventType> {
  readonly type: Type;
  readonly to: PersonId;
  readonly actor: PersonId;
  readonly at: Instant;
  readonly shown: ShownOf<Type>;
  readonly pair: Pair | null;
  /** When the meeting starts or started; `null` where the notice is not about a meeting. */
  readonly startsAt: Instant | null;
  /** The last day to reply to a request. */
  readonly replyBy: string | null;
  /** Whether a declined or expired request went on to a second choice: told to the mentee alone. */
  readonly passedOn: boolean;
  /** The institution's name; empty where none is named. */
  readonly institution: string;
  /** What a person is called in a sentence. */
  readonly name: (person: PersonId) => string;
}

type Say<Type extends EventType> = (facts: Facts<Type>) => Words;
type OfPair = { readonly pair: Pair | null; readonly to: PersonId; readonly name: (person: PersonId) => string };

/** The first name of the other person of the pair. */
function other({ pair, to, name }: OfPair): string {
  if (!pair) return 'A colleague';
  return name(pair.mentor === to ? pair.mentee : pair.mentor);
}
const isMentee = ({ pair, to }: OfPair): boolean => pair?.mentee === to;

const mentorshipPath = ({ shown }: { readonly shown: { readonly mentorship: string } }) => `/mentorships/${shown.mentorship}`;
const completePath = ({ shown }: { readonly shown: { readonly mentorship: string } }) => `/mentorships/${shown.mentorship}/complete`;
const meetingPath = ({ shown }: { readonly shown: { readonly meeting: string } }) => `/meetings/${shown.meeting}`;
const day = (facts: Facts, of: string): string => sayDay(of as never, dayOf(facts.at));
const moment = (facts: Facts): string => (facts.startsAt ? sayMoment(facts.startsAt, dayOf(facts.at)) : '');
/** “ on Tuesday 1 December”, with a leading space; nothing where no meeting time is known. */
const onItsDay = (facts: Facts): string => (facts.startsAt ? ` on ${sayDay(dayOf(facts.startsAt), dayOf(facts.at))}` : '');

/** “Asha, Ben or Cleo”. */
const listed = (names: readonly string[]): string => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);

const ROLE: { readonly [R in Role]: string } = { coordinator: 'a coordinator', leader: 'a leader', administrator: 'an administrator' };

const aboutGoal =
  <
    Type extends
      'GoalAgreed' | 'StepPlanned' | 'ProgressRecorded' | 'StepReopened' | 'GoalAchieved' | 'GoalSetAside' | 'GoalCarriedOn' | 'GoalLinked',
  >(
    did: string,
    body: string,
  ): Say<Type> =>
  (facts) => ({
    title: `${facts.name(facts.actor)} ${did}`,
    body: [body],
    link: { says: 'See the goal', path: mentorshipPath(facts) },
  });

const aboutMeeting =
  <Type extends 'AgendaSet' | 'NotesSaved' | `Action${'Agreed' | 'Done' | 'Reopened' | 'Noted' | 'Dropped' | 'Kept' | 'Linked'}`>(
    did: string,
    says: string,
  ): Say<Type> =>
  (facts) => ({
    title: `${facts.name(facts.actor)} ${did}${onItsDay(facts)}`,
    body: [],
    link: { says, path: meetingPath(facts) },
  });

/** The words of every notice. A type without words is told in no notification and no email of news; a spec compares this list with the table. */
export const WORDS: { readonly [Type in EventType]?: Say<Type> } = {
  PersonJoined: (facts) => ({
    title: `${facts.name(facts.actor)} invited you to Alongside`,
    body: ['Sign in with this email address. You do not need a password.', 'Your profile takes about 3 minutes.'],
    link: { says: 'Sign in', path: '/sign-in' },
  }),
  InvitationSent: (facts) => ({
    title: `${facts.name(facts.shown.from)} invited you to Alongside`,
    body: [
      `${facts.institution || 'Your school'} uses Alongside for mentoring: you can find a mentor, or offer to be one.`,
      'Sign in with this email address. You do not need a password.',
    ],
    link: { says: 'Sign in', path: '/sign-in' },
  }),
  MessageWritten: (facts) => ({
    title: `${facts.name(facts.shown.from)} wrote to you`,
    body: [`Only you and ${facts.name(facts.shown.from)} can see it.`],
    link: { says: 'Read the message', path: `/messages/${facts.shown.message}` },
  }),
  MentorsSuggested: (facts) => ({
    title: `${facts.name(facts.shown.from)} suggests ${listed(facts.shown.mentors.map(facts.name))} as your mentor`,
    body: ['You choose who to ask. We do not tell them until you do.'],
    link: { says: 'See who they suggest', path: `/messages/${facts.shown.message}` },
  }),
  MemberInvited: (facts) => ({
    title: `${facts.institution || 'A school'} invited you to join`,
    body: [
      `If you join, coordinators at ${facts.institution || 'the school'} can see who you meet and when. They cannot see what you say.`,
      'Nothing changes where you are now. You can leave at any time.',
    ],
    link: { says: 'Reply to the invitation', path: '/' },
  }),
  InvitationWithdrawn: (facts) => ({
    title: `${facts.institution || 'A school'} cancelled its invitation`,
    body: ['You do not need to do anything.'],
    link: { says: 'See your profile', path: '/profile' },
  }),
  MemberLeft: (facts) => ({
    title: `You are no longer a member of ${facts.institution || 'a school'}`,
    body: ['Your profile and your records stay yours. If this is a mistake, speak to your coordinator there.'],
    link: { says: 'See who can see what', path: '/privacy' },
  }),
  RoleGranted: (facts) => ({
    title: `You are now ${ROLE[facts.shown.role]} at ${facts.institution || 'your school'}`,
    body: ['Your menu shows what you can do.'],
    link: { says: 'Open Alongside', path: '/' },
  }),
  RoleRevoked: (facts) => ({
    title: `You are no longer ${ROLE[facts.shown.role]} at ${facts.institution || 'your school'}`,
    body: ['If this is a mistake, speak to your administrator.'],
    link: { says: 'Open Alongside', path: '/' },
  }),
  ReportingLineSet: (facts) => ({
    title:
      facts.shown.person === facts.to
        ? `${facts.institution || 'Your school'} updated your line manager or induction tutor`
        : `You are now recorded as line manager or induction tutor for ${facts.name(facts.shown.person)}`,
    body: ['We never suggest a line manager or an induction tutor as a mentor.'],
    link: { says: 'See who can see what', path: '/privacy' },
  }),
  PersonRenamed: () => ({
    title: 'Your name on Alongside was changed in an import',
    body: ['Check that it is right. You can change it in your profile.'],
    link: { says: 'Check your profile', path: '/profile' },
  }),
  ProfileDescribed: () => ({
    title: 'Your school updated your job details in an import',
    body: ['Check that they are right. You can change them in your profile.'],
    link: { says: 'Check your profile', path: '/profile' },
  }),
  ExpertiseDeclared: () => ({
    title: 'Your school updated your areas of expertise in an import',
    body: ['Check that they are right. You can change them in your profile.'],
    link: { says: 'Check your profile', path: '/profile' },
  }),
  MentoringResumed: () => ({
    title: 'You can get mentoring requests again',
    body: ['The pause you set has ended.'],
    link: { says: 'Change this', path: '/profile' },
  }),
  MentoringRequested: (facts) => ({
    title: `${facts.name(facts.shown.mentee)} has asked you to be their mentor`,
    body: [`Reply by ${day(facts, facts.replyBy ?? facts.shown.answerBy)}. Say yes, no, or ask a question.`],
    link: { says: 'Read the request', path: '/requests' },
  }),
  RequestExtended: (facts) => ({
    title: `${other(facts)} has asked for more time`,
    body: [`They will reply by ${day(facts, facts.shown.answerBy)}.`],
    link: { says: 'See the request', path: '/requests' },
  }),
  AnswerDayMoved: (facts) => ({
    title: `The time to reply now ends on ${day(facts, facts.shown.answerBy)}`,
    body: ['The school is closed on some of the days, so we moved the date.'],
    link: { says: 'See the request', path: '/requests' },
  }),
  RequestDiscussed: (facts) => ({
    title: `${other(facts)} sent you a message about your request`,
    body: [facts.replyBy ? `Reply by ${day(facts, facts.replyBy)}.` : 'Reply when you can.'],
    link: { says: 'Read the message', path: '/requests' },
  }),
  RequestReminded: (facts) => ({
    title: `Reminder: reply to ${other(facts)}${facts.replyBy ? ` by ${day(facts, facts.replyBy)}` : ''}`,
    body: [isMentee(facts) ? 'A short reply is enough.' : 'You can ask for more time. It’s fine to say no.'],
    link: { says: isMentee(facts) ? 'Read and reply' : 'Read the request', path: '/requests' },
  }),
  RequestAccepted: (facts) =>
    facts.shown.first
      ? {
          title: `${other(facts)} said yes, and you are meeting`,
          body: [
            `${other(facts)} is now your mentor. Your first meeting is on ${sayMoment(facts.shown.first.time.startsAt, dayOf(facts.at))}.`,
          ],
          link: { says: 'See your mentorship', path: mentorshipPath(facts) },
        }
      : {
          title: `${other(facts)} said yes`,
          body: [`${other(facts)} is now your mentor. Choose a time for your first meeting.`],
          link: { says: 'Choose a time', path: mentorshipPath(facts) },
        },
  RequestDeclined: (facts) => ({
    title: facts.shown.because ? `${other(facts)} is not taking new mentees at the moment` : `${other(facts)} cannot mentor you this time`,
    body: [
      facts.passedOn
        ? 'We have asked your second choice.'
        : facts.shown.because
          ? 'We closed your request so that you can choose another mentor.'
          : 'A mentor’s time is short, and it says nothing about you.',
    ],
    link: facts.passedOn ? { says: 'See your requests', path: '/requests' } : { says: 'Find a mentor', path: '/find' },
  }),
  RequestWithdrawn: (facts) => ({
    title: `${other(facts)} withdrew their request`,
    body: ['You do not need to reply.'],
    link: { says: 'See your requests', path: '/requests' },
  }),
  RequestLapsed: (facts) =>
    isMentee(facts)
      ? {
          title: `Your request to ${other(facts)} has expired`,
          body: [facts.passedOn ? 'We have asked your second choice.' : 'Ask again or choose another mentor.'],
          link: facts.passedOn ? { says: 'See your requests', path: '/requests' } : { says: 'Find a mentor', path: '/find' },
        }
      : {
          title: `The request from ${other(facts)} has expired`,
          body: ['You do not need to do anything.'],
          link: { says: 'See your requests', path: '/requests' },
        },
  AgreementProposed: (facts) => ({
    title: `${facts.name(facts.actor)} suggested an agreement`,
    body: ['Read it, then sign it or suggest changes.'],
    link: { says: 'Read the agreement', path: mentorshipPath(facts) },
  }),
  MentorshipAgreed: (facts) => ({
    title: `${facts.name(facts.actor)} signed your agreement`,
    body: ['Your trial period is over and your mentorship is active.'],
    link: { says: 'See the agreement', path: mentorshipPath(facts) },
  }),
  MentorshipPaused: (facts) => ({
    title:
      facts.shown.why === 'reporting-line'
        ? `Your mentorship with ${other(facts)} is paused`
        : `${facts.name(facts.actor)} paused your mentorship`,
    body: [
      facts.shown.why === 'reporting-line'
        ? 'Your roles have changed, and mentoring is kept apart from line management and induction. This is no one’s fault.'
        : facts.shown.until
          ? `It resumes on ${day(facts, facts.shown.until)}. You do not need to do anything until then.`
          : 'You do not need to do anything until one of you resumes it.',
    ],
    link: { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  MentorshipResumed: (facts) => ({
    title: `Your mentorship with ${other(facts)} has resumed`,
    body: ['Choose a time for your next meeting.'],
    link: { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  CompletionProposed: (facts) => ({
    title: `${facts.name(facts.actor)} suggested completing your mentorship`,
    body: [`Agree or say not yet by ${day(facts, facts.shown.agreeBy)}. After that we complete it for you both.`],
    link: { says: 'Reply', path: completePath(facts) },
  }),
  CompletionDayMoved: (facts) => ({
    title: `You now have until ${day(facts, facts.shown.agreeBy)} to agree on completing`,
    body: ['The school is closed on some of the days, so we moved the date.'],
    link: { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  CompletionReminded: (facts) => ({
    title: `Reminder: ${other(facts)} suggested completing your mentorship`,
    body: ['Agree or say not yet. If you do not reply, we complete it for you both.'],
    link: { says: 'Reply', path: completePath(facts) },
  }),
  CompletionDeclined: (facts) => ({
    title: `${facts.name(facts.actor)} is not ready to complete your mentorship yet`,
    body: ['Your mentorship stays active.'],
    link: { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  CompletionWithdrawn: (facts) => ({
    title: `${facts.name(facts.actor)} withdrew the suggestion to complete`,
    body: ['Your mentorship stays active. You do not need to do anything.'],
    link: { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  HandoverNeeded: (facts) =>
    isMentee(facts)
      ? {
          title: `${other(facts)} has left your school`,
          body: ['You can choose another mentor, or carry on with this one if you both wish.'],
          link: { says: 'See what you can do', path: mentorshipPath(facts) },
        }
      : {
          title: `Your mentorship with ${other(facts)} needs a decision`,
          body: ['You are no longer at the same school. You can both carry on, or end it.'],
          link: { says: 'See what you can do', path: mentorshipPath(facts) },
        },
  HandoverSettled: (facts) => ({
    title: `You and ${other(facts)} are carrying on`,
    body: [],
    link: { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  HelpAsked: (facts) => ({
    title: `${facts.name(facts.actor)} wrote to you about their mentorship`,
    body: [`Only you and ${facts.name(facts.actor)} can see it.`],
    link: { says: 'Read the message', path: '/' },
  }),
  MentorshipCompleted: (facts) => ({
    title: `Your mentorship with ${other(facts)} is complete`,
    body: ['Thank you for the time you gave each other.'],
    link: { says: 'See your mentorship', path: mentorshipPath(facts) },
  }),
  MentorshipEnded: (facts) => ({
    title: `Your mentorship with ${other(facts)} has ended`,
    body: [
      'Booked meetings are cancelled. Your notes and goals stay in your record.',
      ...(isMentee(facts) ? ['You can choose another mentor now.'] : []),
    ],
    link: isMentee(facts) ? { says: 'Find another mentor', path: '/find' } : { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  GoalAgreed: aboutGoal('added a goal', 'You can both update it.'),
  StepPlanned: aboutGoal('added a step to a goal', ''),
  ProgressRecorded: aboutGoal('marked a step as done', ''),
  StepReopened: aboutGoal('reopened a step of a goal', ''),
  GoalAchieved: aboutGoal('marked a goal as achieved', 'It’s in both your records.'),
  GoalSetAside: aboutGoal('archived a goal', ''),
  GoalCarriedOn: aboutGoal('kept a goal to carry on alone', ''),
  GoalLinked: aboutGoal('changed the standards of a goal', ''),
  FeedbackLinked: (facts) => ({
    title: `${facts.name(facts.actor)} changed the standards of feedback`,
    body: ['Only you and your mentor or mentee can see it.'],
    link: { says: 'Read the feedback', path: mentorshipPath(facts) },
  }),
  FeedbackGiven: (facts) => ({
    title: `${facts.name(facts.shown.from)} gave you feedback`,
    body: ['Only you and your mentor or mentee can see it.'],
    link: { says: 'Read the feedback', path: mentorshipPath(facts) },
  }),
  ReflectionShared: (facts) => ({
    title: `${facts.name(facts.shown.person)} shared a reflection with you`,
    body: ['Only you and the people they chose can see it.'],
    link: { says: 'Read the reflection', path: `/mentorships/${facts.shown.mentorship}` },
  }),
  MeetingProposed: (facts) => ({
    title: `${facts.name(facts.actor)} suggested times to meet`,
    body: ['Choose the one that suits you, or suggest others.'],
    link: { says: 'Choose a time', path: meetingPath(facts) },
  }),
  MeetingBooked: (facts) => ({
    title: `${facts.name(facts.actor)} booked a meeting: ${moment(facts)}`,
    body: ['Add what you want to talk about to the agenda.'],
    link: { says: 'Open the agenda', path: meetingPath(facts) },
  }),
  MeetingMoved: (facts) => ({
    title: `${facts.name(facts.actor)} moved your meeting to ${moment(facts)}`,
    body: ['Add it to your calendar again to update it there.'],
    link: { says: 'Open the meeting', path: meetingPath(facts) },
  }),
  MeetingCancelled: (facts) =>
    facts.actor === HUB
      ? {
          title: `Your meeting with ${other(facts)}${onItsDay(facts)} is cancelled`,
          body: ['The mentorship has ended, so we cancelled this meeting.'],
          link: { says: 'See the meeting', path: meetingPath(facts) },
        }
      : {
          title: `${facts.name(facts.actor)} cancelled your meeting${onItsDay(facts)}`,
          body: ['We kept the agenda. Book another time when you’re ready.'],
          link: { says: 'See the meeting', path: meetingPath(facts) },
        },
  AgendaSet: aboutMeeting('updated the agenda of your meeting', 'Open the agenda'),
  NotesSaved: aboutMeeting('updated the notes of your meeting', 'Open the notes'),
  ActionAgreed: aboutMeeting('added an action from your meeting', 'See the action'),
  ActionDone: aboutMeeting('finished an action from your meeting', 'See the action'),
  ActionReopened: aboutMeeting('reopened an action from your meeting', 'See the action'),
  ActionNoted: aboutMeeting('said how an action from your meeting went', 'See the action'),
  ActionDropped: aboutMeeting('dropped an action from your meeting', 'See the action'),
  ActionLinked: aboutMeeting('changed the standards of an action from your meeting', 'See the action'),
  ActionKept: aboutMeeting('kept an action from your meeting', 'See the action'),
  AttendanceRecorded: (facts) => ({
    title: `${facts.name(facts.actor)} changed their record of your meeting${onItsDay(facts)}`,
    body: ['It counts for CPD once both of you have confirmed it.'],
    link: { says: 'See the record', path: meetingPath(facts) },
  }),
  MeetingClosed: (facts) => ({
    title: `${facts.name(facts.actor)} recorded your meeting${onItsDay(facts)}`,
    body: [facts.shown.took ? 'Confirm it, and it counts in both your CPD records.' : 'They recorded that it did not take place.'],
    link: { says: facts.shown.took ? 'Confirm the meeting' : 'See the record', path: meetingPath(facts) },
  }),
  MeetingConfirmed: (facts) => ({
    title: `${facts.name(facts.actor)} confirmed your meeting${onItsDay(facts)}`,
    body: ['It now counts in both your CPD records.'],
    link: { says: 'See your CPD record', path: '/growth' },
  }),
  CredentialIssued: (facts) => ({
    title: `${facts.shown.issuerName} issued your ${facts.shown.kind === 'participation' ? 'record of participation' : 'certificate'}`,
    body: ['You can share its code with anyone who wants to check it.'],
    link: { says: 'See your certificate', path: '/growth' },
  }),
  CredentialRaised: () => ({
    title: 'Your record of participation is now a certificate',
    body: ['You both confirmed the meetings that were missing. Its code stays the same.'],
    link: { says: 'See your certificate', path: '/growth' },
  }),
  CredentialRevoked: () => ({
    title: 'Your certificate was withdrawn',
    body: ['Its page says so to anyone who checks it. Speak to your coordinator if this is a mistake.'],
    link: { says: 'See your certificates', path: '/growth' },
  }),
};

/** The words of a notice, `undefined` for a type that is told in no notification and no email of news. */
export function wordsOf(facts: Facts): Words | undefined {
  // Each entry reads the facts of its own event type, under which it was looked up.
  const say = WORDS[facts.type] as Say<EventType> | undefined;
  return say?.(facts);
}
