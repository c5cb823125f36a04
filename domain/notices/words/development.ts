import { day, mentorshipPath, other, type Facts, type Say, type Sayings } from '../facts.js';

/** Where one’s certificates are. */
const CERTIFICATES = '/growth?part=certificates';

const aboutGoal =
  <
    Type extends
      'GoalAgreed' | 'StepPlanned' | 'ProgressRecorded' | 'StepReopened' | 'GoalAchieved' | 'GoalSetAside' | 'GoalCarriedOn' | 'GoalLinked',
  >(
    did: string,
    ...body: readonly string[]
  ): Say<Type> =>
  (facts) => ({
    title: `${facts.name(facts.actor)} ${did}`,
    body,
    link: { says: 'See the goal', path: mentorshipPath(facts) },
  });

type Changed = Facts<'GoalDayChanged'>;
const byDay = (facts: Changed, due: string | null): string =>
  due ? `You plan to achieve it by ${day(facts, due)}.` : 'It no longer has a day.';
const wasDay = (facts: Changed, was: string | null): string => (was ? `The day was ${day(facts, was)}.` : 'It had no day before.');

/** Goals, feedback, reflections and what is issued for them. */
export const DEVELOPMENT = {
  GoalAgreed: aboutGoal('added a goal', 'You can both update it.'),
  StepPlanned: aboutGoal('added a step to a goal'),
  ProgressRecorded: aboutGoal('marked a step as done'),
  StepReopened: aboutGoal('reopened a step of a goal'),
  GoalAchieved: aboutGoal('marked a goal as achieved', 'It’s in both your records.'),
  GoalDayChanged: (facts) => ({
    title: `${facts.name(facts.actor)} changed the day of a goal`,
    body: [`${byDay(facts, facts.shown.due)} ${wasDay(facts, facts.shown.was)}`],
    link: { says: 'See the goal', path: mentorshipPath(facts) },
  }),
  GoalSetAside: aboutGoal('archived a goal'),
  GoalCarriedOn: aboutGoal('kept a goal to carry on alone'),
  GoalLinked: aboutGoal('changed the standards of a goal'),
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
  CredentialIssued: (facts) => ({
    title: `${facts.shown.issuerName} issued your ${facts.shown.kind === 'participation' ? 'record of participation' : 'certificate'}`,
    body: ['You can share its code with anyone who wants to check it.'],
    link: { says: facts.shown.kind === 'participation' ? 'See your record' : 'See your certificate', path: CERTIFICATES },
  }),
  CredentialRaised: () => ({
    title: 'Your record of participation is now a certificate',
    body: ['You both confirmed the meetings that were missing. Its code stays the same.'],
    link: { says: 'See your certificate', path: CERTIFICATES },
  }),
  CredentialRevoked: (facts) => ({
    title: facts.shown.kind === 'participation' ? 'Your record of participation was withdrawn' : 'Your certificate was withdrawn',
    body: [
      ...(facts.pair ? [`It is the one for your mentorship with ${other(facts)}.`] : []),
      'Its page says so to anyone who checks it. Speak to your coordinator if this is a mistake.',
    ],
    link: { says: 'See why it was withdrawn', path: CERTIFICATES },
  }),
} satisfies Sayings;
