import { isAhead } from '@alongside/domain/meetings/states.js';
import { isRunning, movesOf, type AskedBecause, type Move, type MoveKind, type MoveOf } from '@alongside/domain/mentorships/whose-move.js';
import { daysBetween, dayOf } from '../../ui/words.js';
import { isOver, type Meeting, type Mentorship } from './pair.js';

type MoveTime = MoveOf<'choose-time'>['times'][number];

/** What a mentorship is waiting for, seen by one of the two: the one next thing, and whose move it is. */
export type NextAction =
  | { readonly kind: 'completed' }
  | { readonly kind: 'ended' }
  /** `booked`: meetings stay booked in it. */
  | { readonly kind: 'paused'; readonly until: string | null; readonly booked: boolean }
  /** The mentor has come to appraise or assess the mentee. */
  | { readonly kind: 'kept-apart' }
  /** The other proposed to complete; with no reply it is completed after this day. */
  | { readonly kind: 'agree-completion'; readonly agreeBy: string }
  /** This person proposed to complete. */
  | { readonly kind: 'completion-proposed'; readonly agreeBy: string }
  /** They are asked whether they continue. `by`: the coordinator who suggested an end, or the hub. */
  | { readonly kind: 'answer-closing'; readonly by: string; readonly because: AskedBecause; readonly continueBy: string }
  /** The mentor has left, and the two have not said whether they carry on. */
  | { readonly kind: 'mentor-left' }
  | {
      readonly kind: 'close-meeting';
      readonly meeting: string;
      readonly startsAt: string;
      readonly underWay: boolean;
      readonly due: string;
    }
  /** One of the pair has another meeting at that time; `mine`: this person. */
  | { readonly kind: 'record-again'; readonly meeting: string; readonly startsAt: string }
  | { readonly kind: 'settle-clash'; readonly meeting: string; readonly startsAt: string; readonly mine: boolean }
  | { readonly kind: 'confirm-meeting'; readonly meeting: string; readonly startsAt: string; readonly minutes: number }
  | { readonly kind: 'sign' }
  | { readonly kind: 'choose-time'; readonly meeting: string; readonly times: readonly MoveTime[]; readonly replaces: boolean }
  | { readonly kind: 'propose' }
  /** The day has come on which they said they would look at the agreement again. */
  | { readonly kind: 'review'; readonly on: string; readonly nextOn: string | null }
  | { readonly kind: 'book'; readonly first: boolean }
  | { readonly kind: 'other-chooses'; readonly meeting: string }
  /** None of the times that this person suggested suits the other. */
  | { readonly kind: 'suggest-times'; readonly meeting: string }
  /** None of the times that the other suggested suits this person. */
  | { readonly kind: 'other-suggests'; readonly meeting: string }
  | { readonly kind: 'next-meeting'; readonly meeting: string; readonly time: NonNullable<Meeting['time']> };

export interface PairNow {
  readonly me: string;
  /** Now, as an instant. */
  readonly now: string;
  readonly mentorship: Mentorship;
  readonly meetings: readonly Meeting[];
}

/** The one next thing of a pair. What both already arranged comes before what nobody has asked for yet. */
export function nextActionOf(pair: PairNow): NextAction {
  const { mentorship } = pair;
  if (isOver(mentorship)) return { kind: mentorship.status === 'completed' ? 'completed' : 'ended' };
  const { completion } = mentorship;
  if (completion && completion.by !== pair.me) return { kind: 'agree-completion', agreeBy: completion.agreeBy };
  if (mentorship.status === 'paused')
    return mentorship.pausedWhy === 'reporting-line'
      ? { kind: 'kept-apart' }
      : { kind: 'paused', until: mentorship.pausedUntil, booked: nextBooked(pair) !== undefined };
  const mine = tasksOf(pair);
  const closing = fromTask(mine, ['answer-closing']);
  if (closing) return closing;
  return (
    fromTask(mine.filter(isRecent(pair.now)), FIRST) ??
    endingOf(pair) ??
    arrangedOf(pair) ??
    fromTask(mine, ['confirm-meeting', 'propose-agreement', 'review-agreement']) ??
    meetingOf(pair)
  );
}

/** A meeting that is still to be recorded in a pause or after the end: asked for as on Today, beside what is said of the pair. */
export function stillToRecord(pair: PairNow): Extract<NextAction, { kind: 'close-meeting' }> | undefined {
  if (isRunning(pair.mentorship)) return undefined;
  const record = fromTask(tasksOf(pair), ['record-meeting']);
  return record?.kind === 'close-meeting' ? record : undefined;
}

function endingOf({ mentorship: { completion, mentorLeftAt } }: PairNow): NextAction | undefined {
  if (completion) return { kind: 'completion-proposed', agreeBy: completion.agreeBy };
  return mentorLeftAt ? { kind: 'mentor-left' } : undefined;
}

/** This person’s tasks in this mentorship, from the one place that says whose move it is. */
const tasksOf = ({ me, now, mentorship, meetings }: PairNow): readonly Move[] =>
  movesOf(me, {
    now,
    mentorships: [mentorship],
    meetings: inOrder(meetings),
    requests: [],
    invitations: [],
    actions: [],
    goals: [],
  });

/** A confirmation that is missing for long is still asked for, and hides nothing that is ahead. */
const isRecent = (now: string) => (move: Move) =>
  move.kind !== 'confirm-meeting' || daysBetween(dayOf(move.startsAt), dayOf(now)) <= RECENT_DAYS;
const RECENT_DAYS = 28;

const FIRST: readonly MoveKind[] = ['record-meeting', 'record-again', 'settle-clash', 'confirm-meeting', 'sign-agreement'];

function fromTask(moves: readonly Move[], kinds: readonly MoveKind[]): NextAction | undefined {
  for (const kind of kinds) {
    const move = moves.find((one) => one.kind === kind);
    if (move) return nextActionFrom(move);
  }
  return undefined;
}

function nextActionFrom(move: Move): NextAction | undefined {
  switch (move.kind) {
    case 'answer-closing':
      return { kind: 'answer-closing', by: move.by, because: move.because, continueBy: move.due ?? '' };
    case 'record-meeting': {
      const { meeting, startsAt, underWay, due } = move;
      return { kind: 'close-meeting', meeting, startsAt, underWay, due: due ?? dayOf(startsAt) };
    }
    case 'record-again':
      return { kind: 'record-again', meeting: move.meeting, startsAt: move.startsAt };
    case 'settle-clash':
      return { kind: 'settle-clash', meeting: move.meeting, startsAt: move.startsAt, mine: move.mine };
    case 'confirm-meeting':
      return { kind: 'confirm-meeting', meeting: move.meeting, startsAt: move.startsAt, minutes: move.minutes };
    case 'sign-agreement':
      return { kind: 'sign' };
    case 'propose-agreement':
      return { kind: 'propose' };
    case 'review-agreement':
      return { kind: 'review', on: move.due ?? '', nextOn: move.nextOn };
    case 'choose-time':
      return { kind: 'choose-time', meeting: move.meeting, times: move.times, replaces: move.replaces };
    case 'suggest-times':
      return { kind: 'suggest-times', meeting: move.meeting };
    // Said elsewhere: at the ending of the page, beside the goal or action, or on Today and the requests.
    case 'agree-completion':
    case 'find-another':
    case 'mentor-left':
    case 'arrange-meeting':
    case 'do-action':
    case 'reach-goal':
    case 'goal-overdue':
    case 'answer-invitation':
    case 'answer-request':
    case 'reply-to-mentor':
      return undefined;
  }
}

/** The other has recorded that it took place, and this person has not said anything yet. */
export const waitsForWord = (meeting: Pick<Meeting, 'status' | 'took' | 'attendance'>, me: string): boolean =>
  meeting.status === 'closed' && meeting.took === true && !meeting.attendance.some(({ by }) => by === me);

/** What was suggested or booked already: times to choose from, the next meeting, or the other’s choice. */
function arrangedOf(pair: PairNow): NextAction | undefined {
  const { meetings, me } = pair;
  const chosen = fromTask(tasksOf(pair), ['choose-time', 'suggest-times']);
  if (chosen) return chosen;
  const next = nextBooked(pair);
  if (next?.time) return { kind: 'next-meeting', meeting: next.meeting, time: next.time };
  const waits = meetings.find(({ status, by, declined }) => status === 'proposed' && (by === me) !== declined);
  return waits && { kind: waits.declined ? 'other-suggests' : 'other-chooses', meeting: waits.meeting };
}

const nextBooked = ({ meetings, now }: PairNow): Meeting | undefined => inOrder(meetings).find((meeting) => isAhead(meeting, now));

const meetingOf = ({ mentorship }: PairNow): NextAction => ({ kind: 'book', first: mentorship.meetingsHeld === 0 });

const startOf = ({ time, times }: Meeting): string => time?.startsAt ?? times[0]?.startsAt ?? '9999';

/** By the time at which they begin; those that are still to be arranged stand at their first offered time. */
export const inOrder = (meetings: readonly Meeting[]): readonly Meeting[] =>
  [...meetings].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));

/** Whether it is time for the private question: once after the first meeting, once more after the third. One answer is to both. */
export function fitIsDue(meetingsHeld: number, answers: readonly { readonly after: number }[]): boolean {
  const asked = meetingsHeld >= 3 ? 3 : 1;
  return meetingsHeld >= asked && !answers.some(({ after }) => after >= asked);
}

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

/** Which meeting of a pair this is, 1 for the first; one that is only suggested has no number yet. */
export const numberOf = (meeting: Meeting, meetings: readonly Meeting[]): number | undefined =>
  meeting.status === 'proposed' ? undefined : turnOf(meeting, meetings);

/** Which meeting of a pair this is or would be, counting those that took place or are booked. */
export function turnOf(meeting: Meeting, meetings: readonly Meeting[]): number {
  const counted = inOrder(meetings).filter(
    (one) => one.meeting === meeting.meeting || one.status === 'booked' || (one.status === 'closed' && one.took !== false),
  );
  return counted.findIndex((one) => one.meeting === meeting.meeting) + 1 || counted.length + 1;
}

/** “First meeting”, “Meeting 12”. */
export const titleOf = (number: number | undefined): string => {
  if (number === undefined) return 'Suggested meeting';
  const word = ORDINALS[number - 1];
  return word ? `${word} meeting` : `Meeting ${number}`;
};
