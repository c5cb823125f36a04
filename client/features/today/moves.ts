import type { ViewRows } from '../../replica/view-rows.js';
import { waitsToBeReached } from '../pair/reached.js';
import { isUnderWay } from '../pair/under-way.js';
import { dayAfter, daysBetween, dayOf } from '../../ui/words.js';

type Time = ViewRows['meeting']['times'][number];

/** Something that waits for this person: what, with whom, and by when. */
export type Move = { readonly due: string | null; readonly who: string } & (
  | { readonly kind: 'answer-request'; readonly request: string }
  | { readonly kind: 'reply-to-mentor'; readonly request: string }
  | { readonly kind: 'sign-agreement'; readonly mentorship: string }
  | { readonly kind: 'choose-time'; readonly meeting: string; readonly times: readonly Time[] }
  | { readonly kind: 'close-meeting'; readonly meeting: string; readonly startsAt: string; readonly underWay: boolean }
  | { readonly kind: 'confirm-meeting'; readonly meeting: string; readonly minutes: number }
  | { readonly kind: 'arrange-meeting'; readonly mentorship: string; readonly first: boolean }
  | { readonly kind: 'do-action'; readonly action: string; readonly title: string; readonly meeting: string }
  | { readonly kind: 'reach-goal'; readonly mentorship: string; readonly goal: string; readonly title: string }
);

/** What Today is made of. */
export interface TodayRows {
  readonly me: string;
  /** Now, as an instant. */
  readonly now: string;
  readonly requests: readonly ViewRows['request'][];
  readonly mentorships: readonly ViewRows['mentorship'][];
  readonly meetings: readonly ViewRows['meeting'][];
  readonly actions: readonly ViewRows['action'][];
  /** Their own, and those of the people whom they mentor. */
  readonly goals: readonly ViewRows['goal'][];
}

/** After so many days without a meeting held or arranged, arranging one is a move. */
const QUIET_LIMIT_DAYS = 14;
/** Actions are a move from so many days before they are due. */
const ACTION_NEAR_DAYS = 7;
/** What has waited longer than this no longer asks for attention here: a list of old failures helps nobody. It stays where it was agreed. */
const STALE_LIMIT_DAYS = 28;

/** Everything that waits for this person, soonest first; then what has no day, and last of all a goal to be marked: nobody waits for that. */
export function movesOf(rows: TodayRows): readonly Move[] {
  const other = (pair: { readonly mentor: string; readonly mentee: string }) => (pair.mentor === rows.me ? pair.mentee : pair.mentor);
  const moves = [
    ...rows.requests.flatMap((request): Move[] => requestMove(request, rows.me)),
    ...rows.mentorships.flatMap((mentorship): Move[] => mentorshipMove(mentorship, rows, other(mentorship))),
    ...rows.meetings.flatMap((meeting): Move[] => meetingMove(meeting, rows, other(meeting))),
    ...rows.actions.flatMap((action): Move[] => actionMove(action, rows)),
    ...rows.goals.flatMap((goal): Move[] => goalMove(goal, rows)),
  ];
  const rank = ({ kind, due }: Move) => `${due ?? '9999'} ${kind === 'reach-goal' ? 1 : 0}`;
  return moves.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** A pair under way; while it is paused nothing is asked of it. */
export const isRunning = ({ status }: Pick<ViewRows['mentorship'], 'status'>): boolean => status === 'trial' || status === 'active';

function requestMove(request: ViewRows['request'], me: string): Move[] {
  if (request.status !== 'open') return [];
  const { answerBy: due } = request;
  if (request.mentor === me && request.actsNext === 'mentor')
    return [{ kind: 'answer-request', request: request.request, who: request.mentee, due }];
  if (request.mentee === me && request.actsNext === 'mentee')
    return [{ kind: 'reply-to-mentor', request: request.request, who: request.mentor, due }];
  return [];
}

function mentorshipMove(mentorship: ViewRows['mentorship'], rows: TodayRows, who: string): Move[] {
  if (!isRunning(mentorship)) return [];
  const { mentorship: id, proposed } = mentorship;
  if (proposed && !proposed.signedBy.some((person) => person === rows.me))
    return [{ kind: 'sign-agreement', mentorship: id, who, due: null }];
  const arranged = rows.meetings.some(
    (meeting) => meeting.mentorship === id && (meeting.status === 'proposed' || meeting.status === 'booked'),
  );
  const since = mentorship.lastMetOn ?? dayOf(mentorship.startedAt);
  const first = mentorship.lastMetOn === null;
  const quiet = first || daysBetween(since, dayOf(rows.now)) >= QUIET_LIMIT_DAYS;
  return !arranged && quiet ? [{ kind: 'arrange-meeting', mentorship: id, first, who, due: null }] : [];
}

function meetingMove(meeting: ViewRows['meeting'], rows: TodayRows, who: string): Move[] {
  const { meeting: id } = meeting;
  if (meeting.status === 'proposed' && meeting.by !== rows.me) {
    const times = meeting.times.filter((time) => time.startsAt > rows.now);
    return [{ kind: 'choose-time', meeting: id, times, who, due: times[0] ? dayOf(times[0].startsAt) : null }];
  }
  if (meeting.status === 'booked' && meeting.time && meeting.time.startsAt <= rows.now) {
    const { startsAt } = meeting.time;
    const underWay = isUnderWay(meeting.time, rows.now);
    return [
      { kind: 'close-meeting', meeting: id, startsAt, underWay, who, due: underWay ? dayOf(startsAt) : dayAfter(dayOf(startsAt), 1) },
    ];
  }
  const first = meeting.attendance[0];
  const old = meeting.time !== null && daysBetween(dayOf(meeting.time.startsAt), dayOf(rows.now)) > STALE_LIMIT_DAYS;
  if (!old && meeting.status === 'closed' && meeting.took && first && meeting.attendance.length === 1 && first.by !== rows.me) {
    return [{ kind: 'confirm-meeting', meeting: id, minutes: first.minutes, who, due: null }];
  }
  return [];
}

function actionMove(action: ViewRows['action'], rows: TodayRows): Move[] {
  if (action.done === 'yes' || action.owner !== rows.me || action.due === null) return [];
  const over = rows.mentorships.some(
    (one) => one.mentorship === action.mentorship && (one.status === 'completed' || one.status === 'ended'),
  );
  const away = daysBetween(dayOf(rows.now), action.due);
  return !over && away <= ACTION_NEAR_DAYS && away >= -STALE_LIMIT_DAYS
    ? [{ kind: 'do-action', action: action.action, title: action.title, meeting: action.meeting, who: rows.me, due: action.due }]
    : [];
}

function goalMove(row: ViewRows['goal'], rows: TodayRows): Move[] {
  const pair = rows.mentorships.find(({ mentorship }) => mentorship === row.mentorship);
  if (!pair || !isRunning(pair) || !waitsToBeReached(row)) return [];
  const { mentorship, goal, description } = row;
  const who = pair.mentor === rows.me ? pair.mentee : pair.mentor;
  return [{ kind: 'reach-goal', mentorship, goal, title: description.title, who, due: null }];
}

/** Meetings of the next seven days, soonest first. */
export function soon(rows: TodayRows): readonly { readonly meeting: ViewRows['meeting']; readonly time: Time }[] {
  const today = dayOf(rows.now);
  return rows.meetings
    .flatMap((meeting) =>
      meeting.status === 'booked' && meeting.time && meeting.time.startsAt > rows.now ? [{ meeting, time: meeting.time }] : [],
    )
    .filter(({ time }) => daysBetween(today, dayOf(time.startsAt)) <= 7)
    .sort((a, b) => (a.time.startsAt < b.time.startsAt ? -1 : 1));
}
