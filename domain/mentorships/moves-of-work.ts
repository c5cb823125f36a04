import type { Day } from '../kernel/brand.js';
import { addDays, daysBetween } from '../uk/days.js';
import { isAhead } from '../meetings/states.js';
import type { Move } from './move.js';
import { isAlone, isOver, isRunning } from './states.js';
import {
  both,
  dayIn,
  isUnderWay,
  STALE_LIMIT_DAYS,
  today,
  type ActionState,
  type GoalState,
  type MeetingState,
  type TaskState,
} from './task-state.js';

/** A dated action becomes a task this many days before its day. */
const ACTION_NEAR_DAYS = 7;

export function meetingMoves(meeting: MeetingState, { now, mentorships }: TaskState): Move[] {
  const { meeting: id, mentorship, time } = meeting;
  const pair = mentorships.find((one) => one.mentorship === mentorship);
  // Where a mentorship is over, its meetings are records; what is not recorded by then may still be.
  const over = pair !== undefined && isOver(pair);
  // In a pause nothing is asked but what was booked before it.
  const rests = pair?.status === 'paused';
  if (meeting.status === 'proposed') return over || rests ? [] : suggestedMoves(meeting, now);
  if (meeting.status === 'booked' && time && time.startsAt <= now) {
    // What one of the two records alone counts for neither: where the other never can, nothing is asked.
    if (pair && isAlone(pair)) return [];
    const underWay = isUnderWay(time, now);
    const due = addDays(dayIn(time.startsAt), underWay ? 0 : 1);
    return both(meeting).map((who) => ({
      kind: 'record-meeting',
      mentorship,
      meeting: id,
      startsAt: time.startsAt,
      underWay,
      ...who,
      due,
    }));
  }
  const clashing = clashMoves(meeting, now);
  if (clashing.length > 0) return clashing;
  return rests || meeting.setAside?.same ? [] : [...recordAgainMoves(meeting), ...confirmMoves(meeting)];
}

/** Two meetings of one person at one time: either of this pair may move theirs. */
function clashMoves(meeting: MeetingState, now: string): Move[] {
  const { clashes = [], time, mentorship, meeting: id } = meeting;
  if (!time || clashes.length === 0 || !isAhead(meeting, now)) return [];
  const { startsAt } = time;
  return both(meeting).map((who) => ({
    kind: 'settle-clash',
    mentorship,
    meeting: id,
    startsAt,
    mine: clashes.some((clash) => clash.who.includes(who.of)),
    ...who,
    due: dayIn(startsAt),
  }));
}

/** The other chooses among the times; once none suits them, the person who suggested them suggests others. */
function suggestedMoves(meeting: MeetingState, now: string): Move[] {
  const of = { mentorship: meeting.mentorship, meeting: meeting.meeting };
  const [mine, theirs] = [both(meeting).filter((who) => who.of === meeting.by), both(meeting).filter((who) => who.of !== meeting.by)];
  if (meeting.declined) return mine.map((who) => ({ kind: 'suggest-times', ...of, ...who, due: null }));
  const { suggestion = 1 } = meeting;
  const times = meeting.times.filter(({ startsAt }) => startsAt > now);
  const due = times[0] ? dayIn(times[0].startsAt) : null;
  return theirs.map((who) => ({ kind: 'choose-time', ...of, times, suggestion, replaces: suggestion > 1, ...who, due }));
}

const hasRecorded = ({ attendance }: MeetingState, person: string): boolean => attendance.some(({ by }) => by === person);
const wasSetAside = ({ setAside }: MeetingState, person: string): boolean => setAside?.who.includes(person) ?? false;

/** What they recorded overlaps with another record of theirs, and was set aside. */
function recordAgainMoves(meeting: MeetingState): Move[] {
  const { status, time, mentorship, meeting: id } = meeting;
  if (status !== 'closed' || !time) return [];
  return both(meeting)
    .filter(({ of }) => wasSetAside(meeting, of) && !hasRecorded(meeting, of))
    .map((who) => ({ kind: 'record-again', mentorship, meeting: id, startsAt: time.startsAt, ...who, due: null }));
}

/** One has recorded that they met, and the other has not said anything yet. However long ago: it counts for neither until they have. */
function confirmMoves(meeting: MeetingState): Move[] {
  const [first] = meeting.attendance;
  if (meeting.status !== 'closed' || meeting.took !== true || !first || !meeting.time) return [];
  const { startsAt } = meeting.time;
  return both(meeting)
    .filter(({ of }) => !hasRecorded(meeting, of) && !wasSetAside(meeting, of))
    .map((who) => ({
      kind: 'confirm-meeting',
      mentorship: meeting.mentorship,
      meeting: meeting.meeting,
      startsAt,
      minutes: first.minutes,
      ...who,
      due: null,
    }));
}

/** A dated action is a task from a week before its day; an undated one until it is done, by the pair's next meeting where one is booked. */
export function actionMoves(action: ActionState, { now, mentorships, meetings }: TaskState): Move[] {
  const pair = mentorships.find(({ mentorship }) => mentorship === action.mentorship);
  // Its words went with the account of their author.
  if (action.title === '') return [];
  if (action.done !== 'no' || !pair || pair.status === 'paused' || (isOver(pair) && !action.kept)) return [];
  const due = action.due ?? nextMeetingDay(action.mentorship, meetings, now);
  const away = due === null ? 0 : daysBetween(today(now), due as Day);
  const old = action.due === null ? daysBetween(dayIn(action.agreedAt), today(now)) : -away;
  if ((action.due !== null && away > ACTION_NEAR_DAYS) || old > STALE_LIMIT_DAYS) return [];
  const { mentorship, action: id, title, meeting, owner } = action;
  const time = meetings.find((one) => one.meeting === meeting)?.time;
  const whose = { of: owner, with: owner === pair.mentor ? pair.mentee : pair.mentor };
  return [{ kind: 'do-action', mentorship, action: id, title, meeting, metOn: time ? dayIn(time.startsAt) : null, ...whose, due }];
}

const nextMeetingDay = (mentorship: string, meetings: readonly MeetingState[], now: string): Day | null =>
  meetings
    .flatMap((one) => (one.mentorship === mentorship && one.time && isAhead(one, now) ? [one.time] : []))
    .map(({ startsAt }) => dayIn(startsAt))
    .sort()[0] ?? null;

/** Every step of an open goal is done: what is left is to mark it, or add the step that is missing. */
export const isReadyToAchieve = ({ status, steps }: Pick<GoalState, 'status' | 'steps'>): boolean =>
  status === 'open' && steps.length > 0 && steps.every(({ done }) => done !== null);

export function goalMoves({ goal, mentorship, description: { title }, status, steps, due = null }: GoalState, state: TaskState): Move[] {
  const pair = state.mentorships.find((one) => one.mentorship === mentorship);
  if (!pair || !isRunning(pair) || status !== 'open') return [];
  const past = due === null ? 0 : daysBetween(due as Day, today(state.now));
  const of = { mentorship, goal, title, due: past > 0 ? due : null };
  if (isReadyToAchieve({ status, steps })) return both(pair).map((who) => ({ kind: 'reach-goal', ...of, ...who }));
  return past > 0 && past <= STALE_LIMIT_DAYS ? [{ kind: 'goal-overdue', ...of, of: pair.mentee, with: pair.mentor }] : [];
}
