import {
  movesOf,
  type ActionState,
  type GoalState,
  type MeetingState,
  type PairState,
  type RequestState,
  type TaskState,
} from './whose-move.js';

export const now = '2026-03-06T09:00:00.000Z';
export const nothing: TaskState = { now, requests: [], invitations: [], mentorships: [], meetings: [], actions: [], goals: [] };

export const kinds = (person: string, state: Partial<TaskState>) => movesOf(person, { ...nothing, ...state }).map(({ kind }) => kind);

export function request(change: Partial<RequestState>): RequestState {
  return { request: 'r', mentor: 'asha', mentee: 'ben', status: 'open', actsNext: 'nobody', answerBy: '2026-03-13', ...change };
}
export function meeting(change: Partial<MeetingState>): MeetingState {
  return {
    ...{ meeting: 'm', mentorship: 's', mentor: 'asha', mentee: 'ben', status: 'booked', by: 'asha' },
    ...{ times: [], time: null, took: null, attendance: [] },
    ...change,
  };
}
export function pair(change: Partial<PairState>): PairState {
  return {
    ...{ mentorship: 's', mentor: 'asha', mentee: 'ben', status: 'active', startedAt: '2026-01-05T09:00:00.000Z', endedAt: null },
    ...{ lastMetOn: null, meetingsHeld: 0, proposed: null, agreed: { terms: { frequency: 'fortnightly', reviewOn: '2026-07-01' } } },
    ...change,
  };
}
export function action(change: Partial<ActionState>): ActionState {
  return {
    ...{ action: 'a', meeting: 'm', mentorship: 's', owner: 'ben', title: 'Greet 9C', due: null, done: 'no' },
    agreedAt: '2026-03-05T16:00:00.000Z',
    ...change,
  };
}
export function goal(change: Partial<GoalState>): GoalState {
  return { goal: 'g', mentorship: 's', description: { title: 'A calm start' }, status: 'open', steps: [{ done: {} }], ...change };
}
export function at(startsAt: string) {
  return { startsAt, minutes: 40 };
}
