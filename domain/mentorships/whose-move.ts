import type { Move, MoveKind, MoveOf } from './move.js';
import { pairMoves, requestMoves } from './moves-of-pair.js';
import { actionMoves, goalMoves, meetingMoves } from './moves-of-work.js';
import type { TaskState } from './task-state.js';

export type { Move, MoveKind, MoveOf } from './move.js';
export { isBeforeFirstMeeting } from './moves-of-pair.js';
export { isReadyToAchieve } from './moves-of-work.js';
export { isOver, isRunning } from './states.js';
export {
  isUnderWay,
  type ActionState,
  type AskedBecause,
  type GoalState,
  type InvitationState,
  type MeetingState,
  type PairState,
  type RequestState,
  type TaskState,
} from './task-state.js';

/**
 * Every task of everyone in these rows: soonest first, then undated, then goals to mark. Today, the page of a mentorship and emails all ask
 * here.
 */
export function movesIn(state: TaskState): readonly Move[] {
  const moves: readonly Move[] = [
    ...state.invitations.map(({ institution, person }): Move => ({
      kind: 'answer-invitation',
      institution,
      of: person,
      with: '',
      due: null,
    })),
    ...state.requests.flatMap(requestMoves),
    ...state.mentorships.flatMap((pair) => pairMoves(pair, state)),
    ...state.meetings.flatMap((meeting) => meetingMoves(meeting, state)),
    ...state.actions.flatMap((action) => actionMoves(action, state)),
    ...state.goals.flatMap((goal) => goalMoves(goal, state)),
  ];
  // A person who deleted their account does nothing any more, and nobody waits for them.
  const gone = new Set(state.mentorships.flatMap(({ erased = [] }) => erased));
  return moves.filter(({ of }) => !gone.has(of)).sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** One person's tasks. */
export const movesOf = (person: string, state: TaskState): readonly Move[] => movesIn(state).filter((move) => move.of === person);

/** What one person waits for another to do. What either of the two may do is not waited for. */
const WAITED_FOR = [
  ...(['answer-request', 'reply-to-mentor', 'sign-agreement', 'review-agreement'] as const),
  ...(['choose-time', 'suggest-times', 'confirm-meeting', 'agree-completion'] as const),
] as const;
export type Waited = MoveOf<(typeof WAITED_FOR)[number]>;

/** What one person waits for. */
export const waitsOf = (person: string, state: TaskState): readonly Waited[] =>
  movesIn(state).filter((move): move is Waited => move.with === person && isWaitedFor(move));

const isWaitedFor = (move: Move): move is Waited =>
  (WAITED_FOR as readonly string[]).includes(move.kind) && !(move.kind === 'review-agreement' && move.nextOn === null);

const LATER: { readonly [Kind in MoveKind]?: number } = { 'reach-goal': 1 };
const rank = ({ kind, due }: Move): string => `${due ?? '9999'} ${LATER[kind] ?? 0}`;
