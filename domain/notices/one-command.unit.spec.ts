import { goals } from '../development/goals.decider.js';
import type { Command, Decider } from '../kernel/decider.js';
import { replay } from '../kernel/decider.js';
import type { Day, GoalId, PersonId, StepId } from '../kernel/brand.js';
import type { Refusal } from '../kernel/result.js';
import {
  after,
  agreedAction,
  asha,
  ask,
  before,
  ben,
  booked,
  closedBy,
  facts,
  ids,
  item,
  time,
  two,
  where,
} from '../meetings/meeting.examples.js';
import { meeting } from '../meetings/meeting.decider.js';
import { theTwo } from '../mentorships/participants.js';
import type { Facts } from './facts.js';
import { noticesOf, subjectOf, type Happened, type Known } from './notices.js';
import { wordsOf } from './words.js';

const known: Known = { pair: () => theTwo(two), request: () => undefined, holder: () => undefined };

/** The subjects under which the others are told of what one command does; the later notice of a subject takes the place of the earlier. */
function told<S, C extends Command, E, R extends Refusal, F>(
  decider: Decider<S, C, E, R, F>,
  history: readonly NoInfer<E>[],
  known_: F,
  command: C,
): readonly string[] {
  const decision = decider.decide(command, replay(decider, history), known_);
  if (!decision.ok) throw new Error(`Refused: ${decision.error.code}`);
  const events = decision.value.map((event) => ({ ...event, actor: command.by }) as unknown as Happened);
  return [...new Set(events.flatMap((event) => noticesOf(event, known).map(({ person }) => `${person} ${subjectOf(event)}`)))];
}

const actions = [agreedAction('x1', ben), agreedAction('x2', asha)];
const past = {
  ...ids,
  startsAt: time.startsAt,
  minutes: 30,
  format: 'in-person',
  place: 'Corridor',
  notes: 'Seating plans',
  actions,
} as const;
const closing = (by: PersonId) =>
  ask('CloseMeeting', { meeting: ids.meeting, took: true, minutes: 40, actions, carryOver: [item('i1')] }, by, after);
const goal = {
  ...{ mentorship: ids.mentorship, goal: 'g1' as GoalId, description: { title: 'Calm starts', why: '', success: '' } },
  ...{ tag: null, statements: [], due: null },
  steps: ['s1', 's2'].map((step) => ({ step: step as StepId, title: step })),
};

describe('one command tells each person once', () => {
  test('a past meeting that is recorded with notes and actions', () => {
    expect(told(meeting, [], facts(), ask('RecordPastMeeting', past, asha, after))).toEqual([`${ben} MeetingClosed~t1`]);
  });

  test('and says what was added', () => {
    const said = (added?: { notes: boolean; actions: number }) =>
      wordsOf({ type: 'MeetingClosed', to: ben, actor: asha, shown: { took: true, added }, name: String } as unknown as Facts)?.body.slice(
        1,
      );
    expect(said()).toEqual([]);
    expect(said({ notes: true, actions: 2 })).toEqual(['They added notes and 2 actions.']);
    expect(said({ notes: true, actions: 0 })).toEqual(['They added notes.']);
    expect(said({ notes: false, actions: 1 })).toEqual(['They added one action.']);
  });

  test('a meeting that is recorded with actions, by the first of the two and by the second', () => {
    expect(told(meeting, [booked], facts(), closing(asha))).toEqual([`${ben} MeetingClosed~t1`]);
    expect(told(meeting, [booked, ...closedBy(ben)], facts(), closing(asha))).toEqual([`${ben} MeetingClosed~t1`]);
  });

  test('a meeting that is booked with its agenda', () => {
    const book = { ...ids, ...where, time, agenda: [item('i1')] };
    expect(told(meeting, [], facts(), ask('BookMeeting', book, asha, before))).toEqual([`${ben} MeetingBooked~t1`]);
  });

  test('an action that is done, with how it went', () => {
    const [one] = actions;
    const agreed = { type: 'ActionAgreed', data: { ...ids, by: asha, ...agreedAction('x1', ben) } } as const;
    const done = ask('FinishAction', { meeting: ids.meeting, action: one?.action ?? agreed.data.action, note: 'Calmer' }, ben);
    expect(told(meeting, [booked, agreed], facts(), done)).toEqual([`${asha} ActionAgreed~t1`]);
  });

  test('a goal that is added with its steps', () => {
    const add = { type: 'AgreeGoal', by: ben, at: before, on: '2026-03-02' as Day, data: goal } as const;
    const pair = { ...two, status: 'active' as const };
    expect(told(goals, [], { pair }, add as unknown as Parameters<typeof goals.decide>[0])).toEqual([`${asha} GoalAgreed~g1`]);
  });
});
