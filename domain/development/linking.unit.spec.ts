import { STATEMENTS } from '../uk/frameworks/statements.js';
import type { ActionId, Day, FeedbackId, GoalId, Instant, MentorshipId, PersonId, ReflectionId } from '../kernel/brand.js';
import { action, ask, asha as actionMentor, ben as actionOwner, booked, facts, ids } from '../meetings/meeting.examples.js';
import { meeting } from '../meetings/meeting.decider.js';
import type { MeetingEvent } from '../meetings/meeting.events.js';
import { given } from '../testing/given.js';
import { asParticipants } from '../mentorships/participants.js';
import { goals } from './goals.decider.js';
import type { GoalsEvent } from './goals.events.js';
import type { GoalsCommand } from './goals.commands.js';
import { growth } from './growth.decider.js';
import type { GrowthEvent } from './growth.events.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const m1 = 'm1' as MentorshipId;
const g1 = 'g1' as GoalId;
const f1 = 'f1' as FeedbackId;
const r1 = 'r1' as ReflectionId;
const [one, other] = STATEMENTS.map(({ id }) => id) as [string, string];
const by = (person: PersonId) => ({ by: person, at: '2026-03-06T09:00:00.000Z' as Instant, on: '2026-03-06' as Day });
const pair = { participants: asParticipants({ mentor: asha, mentee: ben }), status: 'active' } as const;
const goalAgreed: GoalsEvent = {
  type: 'GoalAgreed',
  data: {
    mentorship: m1,
    goal: g1,
    mentee: ben,
    description: { title: 'Calm', why: '', success: '' },
    tag: null,
    statements: [one],
    due: null,
  },
};
const feedbackGiven: GoalsEvent = {
  type: 'FeedbackGiven',
  data: { mentorship: m1, feedback: f1, from: asha, to: ben, saw: 'A calm start', nextStep: '' },
};
const goalLinked = (statements: string[]): GoalsEvent => ({ type: 'GoalLinked', data: { mentorship: m1, goal: g1, by: ben, statements } });
const linkGoal = (person: PersonId, statements: string[]): GoalsCommand => ({
  type: 'LinkGoal',
  ...by(person),
  data: { mentorship: m1, goal: g1, statements },
});
const linkFeedback = (person: PersonId, statements: string[]): GoalsCommand => ({
  ...{ type: 'LinkFeedback', ...by(person), data: { mentorship: m1, feedback: f1, statements } },
});

describe('the standards that a goal speaks to', () => {
  test('are chosen and removed by the mentee, whose goal it is', () => {
    given(goals, [goalAgreed], { pair })
      .when(linkGoal(ben, [one, other]))
      .happens(goalLinked([one, other]));
    given(goals, [goalAgreed], { pair }).when(linkGoal(ben, [])).happens(goalLinked([]));
    given(goals, [goalAgreed], { pair }).when(linkGoal(asha, [])).refused('GOAL.OF_THE_MENTEE');
  });

  test('said again in another order are the same; those that no framework knows, and one twice, are refused', () => {
    given(goals, [goalAgreed, goalLinked([one, other])], { pair })
      .when(linkGoal(ben, [other, one]))
      .nothingHappens();
    given(goals, [goalAgreed], { pair })
      .when(linkGoal(ben, ['eng-ts-99']))
      .refused('STANDARD.UNKNOWN');
    given(goals, [goalAgreed], { pair })
      .when(linkGoal(ben, [one, one]))
      .refused('STANDARD.UNKNOWN');
  });

  test('[R8] can be put right once the mentorship is over: the record is the mentee’s; [R6] not while the two are kept apart', () => {
    given(goals, [goalAgreed], { pair: { ...pair, status: 'completed' } })
      .when(linkGoal(ben, [other]))
      .happens(goalLinked([other]));
    given(goals, [goalAgreed], { pair: { ...pair, status: 'paused', keptApart: true } })
      .when(linkGoal(ben, []))
      .refused('PAIR.KEPT_APART');
  });
});

describe('the standards that feedback speaks to', () => {
  test('are chosen and removed by its author', () => {
    const history = [feedbackGiven];
    given(goals, history, { pair })
      .when(linkFeedback(asha, [one]))
      .happens({ type: 'FeedbackLinked', data: { mentorship: m1, feedback: f1, by: asha, statements: [one] } });
    given(goals, history, { pair })
      .when(linkFeedback(ben, [one]))
      .refused('FEEDBACK.OF_THE_AUTHOR');
    given(goals, history, { pair }).when(linkFeedback(asha, [])).nothingHappens();
    given(goals, [], { pair })
      .when(linkFeedback(asha, [one]))
      .refused('FEEDBACK.NOT_FOUND');
  });
});

test('feedback whose standards were chosen stays its author’s: the same again is nothing new, others are', () => {
  const linked = (statements: string[]): GoalsEvent => ({
    type: 'FeedbackLinked',
    data: { mentorship: m1, feedback: f1, by: asha, statements },
  });
  const history = [feedbackGiven, linked([one])];
  given(goals, history, { pair })
    .when(linkFeedback(asha, [one]))
    .nothingHappens();
  given(goals, history, { pair })
    .when(linkFeedback(asha, [other]))
    .happens(linked([other]));
});

test('a goal that is not there has no standards to choose', () => {
  given(goals, [], { pair })
    .when(linkGoal(ben, [one]))
    .refused('GOAL.NOT_FOUND');
});

describe('the standards that an action speaks to', () => {
  const link = (person: PersonId, statements: string[]) =>
    ask('LinkAction', { meeting: ids.meeting, action: 'a1' as ActionId, statements }, person);
  const history = [booked, action('a1', actionOwner)];

  test('are chosen and removed by its owner', () => {
    const linked = (statements: string[]): MeetingEvent => ({
      ...{ type: 'ActionLinked', data: { ...ids, action: 'a1' as ActionId, owner: actionOwner, statements } },
    });
    given(meeting, history, facts())
      .when(link(actionOwner, [one]))
      .happens(linked([one]));
    given(meeting, [...history, linked([one])], facts())
      .when(link(actionOwner, []))
      .happens(linked([]));
    given(meeting, history, facts())
      .when(link(actionMentor, [one]))
      .refused('MEETING.ACTION_OF_ANOTHER');
    given(meeting, history, facts())
      .when(link(actionOwner, ['nothing']))
      .refused('STANDARD.UNKNOWN');
  });
});

describe('the standards that a reflection speaks to', () => {
  const written: GrowthEvent = {
    type: 'ReflectionWritten',
    data: {
      reflection: r1,
      person: ben,
      mentorship: null,
      meeting: null,
      prompt: null,
      title: 'The door',
      text: 'Calm.',
      statements: [one],
    },
  };
  const link = (statements: string[]) =>
    ({ type: 'LinkReflection', ...by(ben), data: { person: ben, reflection: r1, statements } }) as const;
  const linked = (statements: string[]): GrowthEvent => ({ type: 'ReflectionLinked', data: { person: ben, reflection: r1, statements } });

  test('are chosen and removed after it was written, and stay when it is shared', () => {
    const shared: GrowthEvent = { type: 'ReflectionShared', data: { reflection: r1, person: ben, mentorship: null, with: 'published' } };
    given(growth, [written], { pair: null })
      .when(link([other]))
      .happens(linked([other]));
    given(growth, [written], { pair: null }).when(link([])).happens(linked([]));
    given(growth, [written, linked([other]), shared], { pair: null })
      .when(link([other]))
      .nothingHappens();
    given(growth, [], { pair: null })
      .when(link([one]))
      .refused('REFLECTION.NOT_FOUND');
  });
});
