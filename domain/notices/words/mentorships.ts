import { sayChanged } from '../../mentorships/changed-terms.js';
import {
  KEPT_WITH_END,
  other,
  takenAlong,
  stays,
  isMentee,
  isAboutOthers,
  mentorshipPath,
  completePath,
  day,
  opening,
  type Facts,
  type Sayings,
} from '../facts.js';
import { ASKED_BY } from './asked-by.js';

/** To the two themselves. */
const TO_THE_PAIR = {
  AgreementProposed: (facts) => ({
    title: `${facts.name(facts.actor)} suggested ${facts.shown.changed ? 'changes to your agreement' : 'an agreement'}`,
    body: [...goesOn(facts), ...whatChanged(facts), 'Read it, then sign it or suggest changes.'],
    link: { says: 'Read the agreement', path: opening('agreement', facts) },
  }),
  MentorshipAgreed: (facts) => ({
    title: `${facts.name(facts.actor)} signed your agreement`,
    body: [facts.shown.again ? 'The changes apply from now on.' : 'Your trial period is over and your mentorship is active.'],
    link: { says: 'See the agreement', path: opening('agreement', facts) },
  }),
  ReviewAsked: (facts) => ({
    title: `Review your agreement with ${other(facts)}`,
    body: [
      `You agreed to review it on ${day(facts, facts.shown.reviewOn)}. Ask each other whether the agreement still works.`,
      'You can carry on with it, change it or complete your mentorship.',
    ],
    link: { says: 'Review the agreement', path: opening('review', facts) },
  }),
  ReviewAnswered: (facts) => ({
    title: `${facts.name(facts.actor)} would like to carry on with your agreement`,
    body: [`They would review it again on ${day(facts, facts.shown.reviewOn)}. Say the same, choose another day or suggest changes.`],
    link: { says: 'Review the agreement', path: opening('review', facts) },
  }),
  AgreementReviewed: (facts) => ({
    title: `${facts.name(facts.actor)} reviewed your agreement`,
    body: [`You both carry on with it, and review it again on ${day(facts, facts.shown.reviewOn)}. You can suggest changes at any time.`],
    link: { says: 'See the agreement', path: opening('agreement', facts) },
  }),
  MentorshipPaused: (facts) => ({
    title:
      facts.shown.why === 'reporting-line'
        ? `Your mentorship with ${other(facts)} is paused`
        : facts.to === facts.actor
          ? `You paused your mentorship with ${other(facts)}`
          : `${facts.name(facts.actor)} paused your mentorship`,
    body: [
      ...takenAlong(facts),
      ...stays(facts),
      facts.shown.why === 'reporting-line'
        ? 'Your roles have changed, and mentoring is kept apart from line management and induction. This is no one’s fault.'
        : facts.shown.until
          ? `It resumes on ${day(facts, facts.shown.until)}. ${nothingElse(facts)} until then.`
          : `${nothingElse(facts)} until one of you resumes it.`,
    ],
    link: { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  MentorshipResumed: (facts) => ({
    title: `Your mentorship with ${other(facts)} has resumed`,
    body: [...stays(facts), `You can book ${facts.takenAlong?.stays ? 'others' : 'meetings'} again.`],
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
  ClosingProposed: (facts) => ({
    title:
      facts.shown.because === 'not-meeting'
        ? `${facts.name(facts.actor)} suggested ending your mentorship with ${other(facts)}`
        : `Your mentorship with ${other(facts)} needs a decision`,
    body: [
      // The mentor is not told of another mentor.
      ...(facts.shown.because === 'not-meeting'
        ? ['You have not met for a while. That’s OK, it happens.']
        : isMentee(facts)
          ? ['You have another mentor now.']
          : []),
      `Continue or end it by ${day(facts, facts.shown.continueBy)}. If neither of you replies, we end it after that day.`,
    ],
    link: { says: 'Reply', path: mentorshipPath(facts) },
  }),
  ClosingDayMoved: (facts) => ({
    title: `You now have until ${day(facts, facts.shown.continueBy)} to continue with ${other(facts)}`,
    body: ['The school is closed on some of the days, so we moved the date.'],
    link: { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  ClosingDeclined: (facts) => ({
    title: `${facts.name(facts.actor)} would like to continue your mentorship`,
    body: ['Your mentorship stays as it is. You can both book meetings.'],
    link: { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  ClosingLifted: (facts) => ({
    title: `Your mentorship with ${other(facts)} continues`,
    body: [
      // The mentor is not told of another mentor.
      ...(isMentee(facts)
        ? [facts.shown.why === 'other-left' ? 'Your other mentor has left, too.' : 'Your other mentorship has ended.']
        : []),
      'You do not need to reply to our question any more. You can both carry on, or end it.',
    ],
    link: { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  HandoverNeeded: (facts) =>
    isMentee(facts)
      ? {
          title: `${other(facts)} has left ${facts.institution || 'their school'}`,
          body: ['You can choose another mentor, or carry on with this one if you both wish.'],
          link: { says: 'See what you can do', path: mentorshipPath(facts) },
        }
      : {
          title: `Your mentorship with ${other(facts)} needs a decision`,
          body: [`You have left ${facts.institution || 'your school'}. You can both carry on, or end it.`],
          link: { says: 'See what you can do', path: mentorshipPath(facts) },
        },
  HandoverSettled: (facts) => ({
    title:
      facts.shown.because === 'mentor-back' ? `Your mentorship with ${other(facts)} continues` : `You and ${other(facts)} are carrying on`,
    body:
      facts.shown.because === 'mentor-back'
        ? [
            ...(facts.institution ? [`${isMentee(facts) ? `${other(facts)} is` : 'You are'} at ${facts.institution} now.`] : []),
            'It continues as before.',
          ]
        : [],
    link: { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
  MenteeLeft: (facts) => ({
    title: `${other(facts)} has left ${facts.institution || 'their school'}`,
    body: ['Your mentorship goes on until one of you ends it. You can complete it, or end it early.'],
    link: { says: 'See what you can do', path: mentorshipPath(facts) },
  }),
  HelpAsked: (facts) => ({
    title: `${facts.name(facts.actor)} wrote to you about their mentorship`,
    body: [`Only you and ${facts.name(facts.actor)} can see it.`],
    link: { says: 'Read the message', path: '/' },
  }),
  MentorshipCompleted: (facts) => ({
    title: `Your mentorship with ${other(facts)} is complete`,
    body: [...takenAlong(facts), 'Thank you for the time you gave each other.'],
    link: { says: 'See your mentorship', path: mentorshipPath(facts) },
  }),
  MentorshipEnded: (facts) => ({
    title: `Your mentorship with ${other(facts)} has ended`,
    body: [
      ...(facts.shown.because === 'not-meeting' ? ['You had not met for a while. That’s OK, it happens.'] : []),
      ...(facts.shown.because === 'mentor-left' ? ['Thank you for the time you gave each other.'] : []),
      ...takenAlong(facts),
      KEPT_WITH_END,
      ...(looksOn(facts) ? ['You can choose another mentor now.'] : []),
    ],
    link: looksOn(facts) ? { says: 'Find another mentor', path: '/find' } : { says: 'See the mentorship', path: mentorshipPath(facts) },
  }),
} satisfies Sayings;

/** A meeting that stays booked in a pause is something to do. */
const nothingElse = ({ takenAlong: along }: Facts<'MentorshipPaused'>): string =>
  along?.stays ? 'You do not need to do anything else' : 'You do not need to do anything';

/** The other had suggested completing, or a coordinator ending. */
const goesOn = ({ shown, name, actor }: Facts<'AgreementProposed'>): readonly string[] =>
  shown.goesOn ? [`${name(actor)} would like to continue your mentorship.`] : [];

/** Whose suggestion is replaced, and each term that differs. */
function whatChanged({ shown: { replaces, changed }, to }: Facts<'AgreementProposed'>): readonly string[] {
  const place =
    replaces === undefined ? [] : [replaces === to ? 'It replaces the agreement you suggested.' : 'It replaces their earlier suggestion.'];
  return [...place, ...(changed ?? []).map((change) => `${sayChanged(change)}.`)];
}

/** A mentee who has another mentor need not look for one. */
const looksOn = (facts: Facts<'MentorshipEnded'>): boolean => isMentee(facts) && facts.shown.because !== 'mentor-left';

/** Mentorships: agreements, pauses, hand-overs, help and endings. What settles a suggestion is told to the coordinator who made it, too. */
export const MENTORSHIPS = {
  ...TO_THE_PAIR,
  MentorshipPaused: (facts) => (isAboutOthers(facts) ? ASKED_BY.MentorshipPaused(facts) : TO_THE_PAIR.MentorshipPaused(facts)),
  ClosingDeclined: (facts) => (isAboutOthers(facts) ? ASKED_BY.ClosingDeclined(facts) : TO_THE_PAIR.ClosingDeclined(facts)),
  ClosingLifted: (facts) => (isAboutOthers(facts) ? ASKED_BY.ClosingLifted(facts) : TO_THE_PAIR.ClosingLifted(facts)),
  MentorshipCompleted: (facts) => (isAboutOthers(facts) ? ASKED_BY.MentorshipCompleted(facts) : TO_THE_PAIR.MentorshipCompleted(facts)),
  MentorshipEnded: (facts) => (isAboutOthers(facts) ? ASKED_BY.MentorshipEnded(facts) : TO_THE_PAIR.MentorshipEnded(facts)),
} satisfies Sayings;
