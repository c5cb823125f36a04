import { dayOf, sayMoment } from '../../uk/uk-time.js';
import { OPEN_REQUESTS_LIMIT } from '../../requests/limits.js';
import { sayAsked, sayQuestion } from '../../requests/request-words.js';
import { other, isMentee, mentorshipPath, offerPath, requestPath, day, type Facts, type Sayings } from '../facts.js';

type Declined = Facts<'RequestDeclined'>;
const findAnother = ({ passedOn }: Pick<Declined, 'passedOn'>) =>
  passedOn ? { says: 'See your requests', path: '/requests' } : { says: 'Find a mentor', path: '/find' };

/** The account of the mentor is gone, which is not told: only what is true of the request. */
const cannotBeAnswered = (facts: Declined) => ({
  title: 'Your request can no longer be answered',
  body: [facts.passedOn ? 'We have asked your next choice.' : 'We closed it so that you can choose another mentor.'],
  link: findAnother(facts),
});

const notThisTime = (facts: Declined) => ({
  title: facts.shown.because ? `${other(facts)} is not taking new mentees at the moment` : `${other(facts)} cannot mentor you this time`,
  body: [
    facts.passedOn
      ? 'We have asked your next choice.'
      : facts.shown.because
        ? 'We closed your request so that you can choose another mentor.'
        : 'A mentor’s time is short, and it says nothing about you.',
    ...(facts.withMessage ? [`${other(facts)} wrote you a message.`] : []),
  ],
  link: facts.withMessage ? { says: 'Read the message', path: requestPath(facts) } : findAnother(facts),
});

/** Mentoring is kept apart from line management and induction (R6). */
const closedByReportingLine = (facts: Declined) => ({
  title: isMentee(facts) ? `Your request to ${other(facts)} is closed` : `The request from ${other(facts)} is closed`,
  body: [
    'Your roles have changed, and mentoring is kept apart from line management and induction. This is no one’s fault.',
    ...(isMentee(facts)
      ? [facts.passedOn ? 'We have asked your next choice.' : 'You can choose another mentor.']
      : ['You do not need to reply.']),
  ],
  link: isMentee(facts) ? findAnother(facts) : { says: 'See your requests', path: '/requests' },
});

const DECLINED = {
  'by-mentor': notThisTime,
  'not-taking-new-mentees': notThisTime,
  'reporting-line': closedByReportingLine,
  'cannot-reply': cannotBeAnswered,
} as const;

const withdrawn = (facts: Facts<'RequestWithdrawn'>) => ({
  title: `${other(facts)} withdrew their request`,
  body: ['You do not need to reply.'],
  link: { says: 'See your requests', path: '/requests' },
});

/** A mentor does not learn who else was asked. */
const oneTooMany = (facts: Facts<'RequestWithdrawn'>) =>
  isMentee(facts)
    ? {
        title: `We closed your request to ${other(facts)}`,
        body: [
          facts.shown.because === 'asked-twice'
            ? `You had asked ${other(facts)} twice, as two accounts became one. We kept what you wrote. Your first request is still open.`
            : `You can have ${OPEN_REQUESTS_LIMIT} open requests. We kept what you wrote, so you can ask again when one is answered.`,
        ],
        link: { says: 'See your requests', path: requestPath(facts) },
      }
    : {
        title: `The request from ${other(facts)} is closed`,
        body: ['You do not need to reply.'],
        link: { says: 'See your requests', path: '/requests' },
      };

const yesToOffer = (facts: Facts<'RequestAccepted'>) => ({
  title: `${other(facts)} said yes to your offer`,
  body: [`You are now ${other(facts)}’s mentor. Choose a time for your first meeting.`],
  link: { says: 'Choose a time', path: mentorshipPath(facts) },
});

const seeMentors = { says: 'Find a mentor', path: '/find' };
const seeOthers = { says: 'See who you could help', path: '/mentees' };

/** Why an offer ended, as the mentee reads it. */
const OFFER_ENDED = {
  'by-mentor': (name: string) => `${name} withdrew their offer to help`,
  'no-space': (name: string) => `${name} has no space for a new mentee now`,
  'not-taking-new-mentees': (name: string) => `${name} is not taking new mentees at the moment`,
  asked: (name: string) => `You asked ${name} yourself`,
  'cannot-reply': () => 'An offer to help you has ended',
} as const;

/** Two accounts became one: whose is not said, for either may read it. */
const besideAnother = (facts: Facts<'OfferWithdrawn'>) => ({
  title: isMentee(facts) ? `We closed an offer from ${other(facts)}` : `We closed your offer to ${other(facts)}`,
  body: [
    `Two accounts became one, and you and ${other(facts)} already have another offer, request or mentorship. That one stays as it is.`,
  ],
  link: { says: 'See your requests', path: '/requests' },
});

/** Requests and their answers. */
export const REQUESTS = {
  MentoringRequested: (facts) => ({
    title: sayAsked(facts.name(facts.shown.mentee)),
    body: [`Reply by ${day(facts, facts.replyBy ?? facts.shown.answerBy)}. Say yes, no, or ask a question.`],
    link: { says: 'Read the request', path: requestPath(facts) },
  }),
  RequestExtended: (facts) => ({
    title: isMentee(facts) ? `${other(facts)} has asked for more time` : `${other(facts)} has given you more time`,
    body: [`${isMentee(facts) ? 'They will reply' : 'Reply'} by ${day(facts, facts.shown.answerBy)}.`],
    link: { says: 'See the request', path: requestPath(facts) },
  }),
  AnswerDayMoved: (facts) => ({
    title: `The time to reply now ends on ${day(facts, facts.shown.answerBy)}`,
    body: ['The school is closed on some of the days, so we moved the date.'],
    link: { says: 'See the request', path: requestPath(facts) },
  }),
  RequestDiscussed: (facts) => ({
    title: isMentee(facts) ? sayQuestion(other(facts)) : `${other(facts)} replied to you about their request`,
    body: [facts.replyBy ? `Reply by ${day(facts, facts.replyBy)}.` : 'Reply when you can.'],
    link: { says: 'Read the message', path: requestPath(facts) },
  }),
  RequestReminded: (facts) => ({
    title: `Reminder: reply to ${other(facts)}${facts.replyBy ? ` by ${day(facts, facts.replyBy)}` : ''}`,
    body: [isMentee(facts) ? 'A short reply is enough.' : 'You can ask for more time. It’s fine to say no.'],
    link: { says: isMentee(facts) ? 'Read and reply' : 'Read the request', path: requestPath(facts) },
  }),
  RequestAccepted: (facts) =>
    facts.shown.helpOffer && !isMentee(facts)
      ? yesToOffer(facts)
      : facts.shown.first
        ? {
            title: facts.begun ? `${other(facts)} said yes` : `${other(facts)} said yes, and you are meeting`,
            body: [
              `${other(facts)} is now your mentor. Your meeting ${facts.begun ? 'was' : 'is'} on ${sayMoment(facts.shown.first.time.startsAt, dayOf(facts.at))}.`,
              ...(facts.withFile ? ['Open the attached file to add it to your calendar.'] : []),
            ],
            link: { says: 'See your mentorship', path: mentorshipPath(facts) },
          }
        : {
            title: `${other(facts)} said yes`,
            body: [`${other(facts)} is now your mentor. Choose a time for your first meeting.`],
            link: { says: 'Choose a time', path: mentorshipPath(facts) },
          },
  RequestDeclined: (facts) => DECLINED[facts.shown.because ?? 'by-mentor'](facts),
  RequestWithdrawn: (facts) => (facts.shown.because ? oneTooMany(facts) : withdrawn(facts)),
  RequestLapsed: (facts) =>
    isMentee(facts)
      ? {
          title: `Your request to ${other(facts)} has expired`,
          body: [facts.passedOn ? 'We have asked your next choice.' : 'Ask again or choose another mentor.'],
          link: findAnother(facts),
        }
      : {
          title: `The request from ${other(facts)} has expired`,
          body: ['You do not need to do anything.'],
          link: { says: 'See your requests', path: '/requests' },
        },
  HelpOffered: (facts) => ({
    title: `${other(facts)} has offered to help you`,
    body: [`Reply by ${day(facts, facts.shown.answerBy)}. Say yes or no. You do not need to give a reason.`],
    link: { says: 'Read the offer', path: offerPath(facts) },
  }),
  OfferDeclined: (facts) =>
    isMentee(facts)
      ? {
          title: `The offer from ${other(facts)} is closed`,
          body: ['Your roles have changed, and mentoring is kept apart from line management and induction. This is no one’s fault.'],
          link: seeMentors,
        }
      : {
          title: `Not this time for ${other(facts)}`,
          body: ['Thank you for offering. It says nothing about you. The space is free again.'],
          link: seeOthers,
        },
  OfferWithdrawn: (facts) =>
    facts.shown.because === 'joined'
      ? besideAnother(facts)
      : {
          title: OFFER_ENDED[facts.shown.because ?? 'by-mentor'](other(facts)),
          body: ['You do not need to reply. It says nothing about you.'],
          link: seeMentors,
        },
  OfferLapsed: (facts) =>
    isMentee(facts)
      ? {
          title: `The offer from ${other(facts)} has expired`,
          body: [`You do not need to do anything. You can still ask ${other(facts)} yourself.`],
          link: seeMentors,
        }
      : {
          title: `Your offer to ${other(facts)} has expired`,
          body: ['Thank you for offering. The space is free again.'],
          link: seeOthers,
        },
} satisfies Sayings;
