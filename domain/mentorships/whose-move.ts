import type { Day, Instant } from '../kernel/brand.js';
import type { FREQUENCIES } from '../people/person.events.js';
import { addDays, daysBetween } from '../uk/days.js';
import { dayOf, plusMinutes } from '../uk/uk-time.js';
import { changedTerms, sayChanged } from './changed-terms.js';
import type { AgreementTerms } from './mentorship.events.js';

/** A stretch of time, with its length in minutes. */
interface Time {
  readonly startsAt: string;
  readonly minutes: number;
}

/** A mentorship, as both of its people see it. */
export interface PairState {
  readonly mentorship: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly status: 'trial' | 'active' | 'paused' | 'completed' | 'ended';
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly lastMetOn: string | null;
  readonly meetingsHeld: number;
  readonly proposed: {
    readonly terms: unknown;
    readonly signedBy: readonly string[];
    readonly replaces?: { readonly by: string; readonly terms: unknown } | null;
  } | null;
  /** One of the two carries on with the agreement until this day, and the other has not said so. */
  readonly review?: { readonly by: string; readonly reviewOn: string } | null;
  /** A proposal to complete that waits for the other’s reply. */
  readonly completion?: { readonly by: string; readonly agreeBy: string } | null;
  /** A suggestion to end it, while neither has replied. */
  readonly closing?: { readonly by: string; readonly because: AskedBecause; readonly continueBy: string } | null;
  /** Since when the mentor is no longer at the mentee’s school; `null` where they are, or where the two carry on. */
  readonly mentorLeftAt?: string | null;
  readonly agreed: { readonly terms: { readonly frequency: Frequency; readonly reviewOn: string } | null } | null;
}
type Frequency = (typeof FREQUENCIES)[number];

export interface MeetingState {
  readonly meeting: string;
  readonly mentorship: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly status: 'proposed' | 'booked' | 'closed' | 'cancelled';
  readonly by: string;
  readonly times: readonly Time[];
  readonly time: Time | null;
  readonly took: boolean | null;
  readonly attendance: readonly { readonly by: string; readonly minutes: number }[];
}

export interface ActionState {
  readonly action: string;
  readonly meeting: string;
  readonly mentorship: string;
  readonly owner: string;
  readonly title: string;
  readonly due: string | null;
  readonly done: 'yes' | 'no' | 'dropped';
  /** Its owner kept it on their own list when the mentorship ended. */
  readonly kept?: boolean;
  readonly agreedAt: string;
}

export interface GoalState {
  readonly goal: string;
  readonly mentorship: string;
  readonly description: { readonly title: string };
  readonly status: 'open' | 'achieved' | 'set-aside';
  readonly steps: readonly { readonly done: unknown }[];
  /** The day by which they wanted to achieve it. */
  readonly due?: string | null;
}

export interface RequestState {
  readonly request: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly status: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed';
  readonly actsNext: 'mentor' | 'mentee' | 'nobody';
  readonly answerBy: string;
}

export interface InvitationState {
  readonly institution: string;
  readonly person: string;
}

/** Everything a person's tasks are worked out from: the rows they may see, and no others. */
export interface TaskState {
  /** Now, as an instant in UTC. */
  readonly now: string;
  readonly requests: readonly RequestState[];
  readonly invitations: readonly InvitationState[];
  readonly mentorships: readonly PairState[];
  readonly meetings: readonly MeetingState[];
  readonly actions: readonly ActionState[];
  readonly goals: readonly GoalState[];
}

/** One thing for one person to do. `with`: the other person concerned. `due`: by which day, `null` where no day was set. */
export type Move = { readonly of: string; readonly with: string; readonly due: string | null } & (
  | { readonly kind: 'answer-invitation'; readonly institution: string }
  | { readonly kind: 'answer-request'; readonly request: string }
  | { readonly kind: 'reply-to-mentor'; readonly request: string }
  | {
      readonly kind: 'sign-agreement';
      readonly mentorship: string;
      /** Whose earlier terms these change; `null` for a first suggestion. */
      readonly replaces: string | null;
      /** Each term that differs, in words. */
      readonly changes: readonly string[];
    }
  | { readonly kind: 'propose-agreement'; readonly mentorship: string }
  /** `nextOn`: the other carries on, and would review it again on this day; `null` while neither has said so. */
  | { readonly kind: 'review-agreement'; readonly mentorship: string; readonly nextOn: string | null }
  | { readonly kind: 'agree-completion'; readonly mentorship: string }
  /** `by`: the coordinator who suggested an end. */
  | {
      readonly kind: 'answer-closing';
      readonly mentorship: string;
      /** The coordinator who suggested an end, or the hub. */
      readonly by: string;
      readonly because: AskedBecause;
    }
  | { readonly kind: 'choose-time'; readonly mentorship: string; readonly meeting: string; readonly times: readonly Time[] }
  | {
      readonly kind: 'record-meeting';
      readonly mentorship: string;
      readonly meeting: string;
      readonly startsAt: string;
      /** It has begun and is not over: the agenda is what they need. */
      readonly underWay: boolean;
    }
  | {
      readonly kind: 'confirm-meeting';
      readonly mentorship: string;
      readonly meeting: string;
      readonly startsAt: string;
      readonly minutes: number;
    }
  | {
      readonly kind: 'arrange-meeting';
      readonly mentorship: string;
      readonly first: boolean;
      /** How often they agreed to meet; `null` before an agreement. */
      readonly rhythm: Frequency | null;
    }
  | {
      readonly kind: 'do-action';
      readonly mentorship: string;
      readonly action: string;
      readonly title: string;
      readonly meeting: string;
      /** The day of the meeting at which they took it on; `null` where that is not known. */
      readonly metOn: string | null;
    }
  | { readonly kind: 'reach-goal'; readonly mentorship: string; readonly goal: string; readonly title: string }
  /** Its day has passed and steps of it are not done: the mentee, whose goal it is, says what becomes of it. */
  | { readonly kind: 'goal-overdue'; readonly mentorship: string; readonly goal: string; readonly title: string }
  | { readonly kind: 'find-another'; readonly mentorship: string }
);
/** Why the two are asked whether they continue: what both know. */
export type AskedBecause = 'not-meeting' | 'mentor-left';
export type MoveKind = Move['kind'];
export type MoveOf<Kind extends MoveKind> = Extract<Move, { kind: Kind }>;

/** Calendar days between meetings, by the rhythm two people agreed. Half a term is six to seven weeks. */
const RHYTHM_DAYS: { readonly [F in Frequency]: number } = { weekly: 7, fortnightly: 14, monthly: 31, 'half-termly': 45 };
/** Before an agreement, two weeks without a meeting are long. */
const UNAGREED_RHYTHM_DAYS = 14;
/** The next meeting is to be arranged this long before it is due, while there is still time to find a slot in both diaries. */
const ARRANGE_AHEAD_DAYS = 7;
/** A dated action becomes a task this many days before its day. */
const ACTION_NEAR_DAYS = 7;
/** Older than this a missed action or goal no longer shows here; it stays where it was agreed. */
const STALE_LIMIT_DAYS = 28;

/** A mentorship in which tasks arise: neither paused nor over. */
export const isRunning = ({ status }: Pick<PairState, 'status'>): boolean => status === 'trial' || status === 'active';
export const isOver = ({ status }: Pick<PairState, 'status'>): boolean => status === 'completed' || status === 'ended';

/** Whether a meeting has begun and is not over yet. */
export const isUnderWay = ({ startsAt, minutes }: Time, now: string): boolean =>
  startsAt <= now && now < plusMinutes(startsAt as Instant, minutes);

const both = ({ mentor, mentee }: { readonly mentor: string; readonly mentee: string }) => [
  { of: mentor, with: mentee },
  { of: mentee, with: mentor },
];
const today = (now: string): Day => dayOf(now as Instant);
const dayIn = (instant: string): Day => dayOf(instant as Instant);

/**
 * Whose move it is: every task of everyone whom these rows concern, soonest first, undated ones after, goals to mark last. Today, the page of a
 * mentorship and emails all ask here.
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
  return [...moves].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** One person's tasks. */
export const movesOf = (person: string, state: TaskState): readonly Move[] => movesIn(state).filter((move) => move.of === person);

/** What one person waits for another to do: replies, signatures, choices and confirmations. What either of the two may do is nobody’s to wait for. */
const WAITED_FOR = [
  ...(['answer-request', 'reply-to-mentor', 'sign-agreement', 'review-agreement'] as const),
  ...(['choose-time', 'confirm-meeting', 'agree-completion'] as const),
] as const;
export type Waited = MoveOf<(typeof WAITED_FOR)[number]>;

/** What one person waits for. */
export const waitsOf = (person: string, state: TaskState): readonly Waited[] =>
  movesIn(state).filter((move): move is Waited => move.with === person && isWaitedFor(move));

const isWaitedFor = (move: Move): move is Waited =>
  (WAITED_FOR as readonly string[]).includes(move.kind) && !(move.kind === 'review-agreement' && move.nextOn === null);

/** Tasks of one mentorship, of either of its people. */
export const movesOfPair = (mentorship: string, state: TaskState): readonly Move[] =>
  movesIn(state).filter((move) => 'mentorship' in move && move.mentorship === mentorship);

const LATER: { readonly [Kind in MoveKind]?: number } = { 'reach-goal': 1 };
const rank = ({ kind, due }: Move): string => `${due ?? '9999'} ${LATER[kind] ?? 0}`;

function requestMoves({ request, mentor, mentee, status, actsNext, answerBy: due }: RequestState): Move[] {
  if (status !== 'open') return [];
  if (actsNext === 'mentor') return [{ kind: 'answer-request', request, of: mentor, with: mentee, due }];
  return actsNext === 'mentee' ? [{ kind: 'reply-to-mentor', request, of: mentee, with: mentor, due }] : [];
}

function pairMoves(pair: PairState, state: TaskState): Move[] {
  if (pair.status === 'ended') return findAnother(pair, state);
  const completing = completionMoves(pair);
  if (completing) return completing;
  if (!isRunning(pair)) return [];
  if (pair.closing) return closingMoves(pair, pair.closing);
  if (pair.mentorLeftAt) return findAnother({ ...pair, endedAt: pair.mentorLeftAt }, state);
  return [...agreementMoves(pair, state), ...arrangeMoves(pair, state)];
}

/** [R8] Completing is by both: the other replies, or the days pass. `undefined`: nobody has suggested it. */
function completionMoves({ completion, ...pair }: PairState): Move[] | undefined {
  if (!completion || isOver(pair)) return undefined;
  return both(pair)
    .filter(({ of }) => of !== completion.by)
    .map((who) => ({ kind: 'agree-completion', mentorship: pair.mentorship, ...who, due: completion.agreeBy }));
}

/** [R8] Either of the two decides, for both. */
function closingMoves(pair: PairState, { by, because, continueBy: due }: NonNullable<PairState['closing']>): Move[] {
  const { mentorship } = pair;
  return both(pair).map((who) => ({ ...{ kind: 'answer-closing', mentorship, by, because }, ...who, due }));
}

/** A mentee whose mentorship ended early looks on, until they ask or have another mentor, or four weeks have passed (R8). */
function findAnother({ mentorship, mentor, mentee, endedAt }: PairState, { now, mentorships, requests }: TaskState): Move[] {
  const recent = endedAt !== null && daysBetween(dayIn(endedAt), today(now)) <= STALE_LIMIT_DAYS;
  const served =
    mentorships.some((pair) => pair.mentee === mentee && pair.mentorship !== mentorship && !isOver(pair)) ||
    requests.some((request) => request.mentee === mentee && request.status === 'open');
  return recent && !served ? [{ kind: 'find-another', mentorship, of: mentee, with: mentor, due: null }] : [];
}

function changesOf({ terms, replaces }: NonNullable<PairState['proposed']>) {
  // Rows hold terms as they were suggested, or none once their author was erased.
  const both = replaces?.terms && terms ? ([replaces.terms, terms] as [AgreementTerms, AgreementTerms]) : undefined;
  return { replaces: replaces?.by ?? null, changes: both ? changedTerms(...both).map(sayChanged) : [] };
}

/** Terms to sign come first; then terms to suggest after a first meeting; then a review on its day. None of them stands in the way of meeting. */
function agreementMoves(pair: PairState, { now }: TaskState): Move[] {
  const { mentorship, proposed, agreed } = pair;
  if (proposed?.terms)
    return both(pair)
      .filter(({ of }) => !proposed.signedBy.includes(of))
      .map((who) => ({ kind: 'sign-agreement', mentorship, ...changesOf(proposed), ...who, due: null }));
  if (pair.status === 'trial' && !agreed && pair.meetingsHeld > 0 && !proposed)
    return both(pair).map((who) => ({ kind: 'propose-agreement', mentorship, ...who, due: null }));
  const reviewOn = agreed?.terms?.reviewOn;
  // It stays theirs until both have: an agreement whose day is past would be asked of nobody.
  const { review = null } = pair;
  if (reviewOn === undefined || (reviewOn > today(now) && !review)) return [];
  return both(pair)
    .filter(({ of }) => of !== review?.by)
    .map((who) => ({ kind: 'review-agreement', mentorship, nextOn: review?.reviewOn ?? null, ...who, due: reviewOn }));
}

/** A mentorship in which the two have not met yet: the moment of the match, whatever they have signed meanwhile. */
export const isBeforeFirstMeeting = (pair: Pick<PairState, 'status' | 'meetingsHeld' | 'lastMetOn'>): boolean =>
  isRunning(pair) && pair.meetingsHeld === 0 && pair.lastMetOn === null;

/** Nothing is arranged, and by the rhythm they agreed the next meeting should be: either may arrange it. The first is to be arranged at once. */
function arrangeMoves(pair: PairState, { now, meetings }: TaskState): Move[] {
  const { mentorship, lastMetOn, agreed } = pair;
  const arranged = meetings.some((one) => one.mentorship === mentorship && (one.status === 'proposed' || one.status === 'booked'));
  if (arranged) return [];
  const rhythm = agreed?.terms?.frequency ?? null;
  const first = lastMetOn === null;
  const every = rhythm ? RHYTHM_DAYS[rhythm] : UNAGREED_RHYTHM_DAYS;
  const next = first ? null : addDays(lastMetOn as Day, every);
  if (next !== null && daysBetween(today(now), next) > Math.min(every / 2, ARRANGE_AHEAD_DAYS)) return [];
  return both(pair).map((who) => ({ kind: 'arrange-meeting', mentorship, first, rhythm, ...who, due: rhythm ? next : null }));
}

function meetingMoves(meeting: MeetingState, { now, mentorships }: TaskState): Move[] {
  const { meeting: id, mentorship, time } = meeting;
  const pair = mentorships.find((one) => one.mentorship === mentorship);
  // Where a mentorship is over, its meetings are records; what is not recorded by then may still be.
  const over = pair !== undefined && isOver(pair);
  // In a pause nothing is asked but what was booked before it.
  const rests = pair?.status === 'paused';
  if (meeting.status === 'proposed') {
    const times = meeting.times.filter(({ startsAt }) => startsAt > now);
    const due = times[0] ? dayIn(times[0].startsAt) : null;
    return both(meeting)
      .filter(({ of }) => of !== meeting.by && !over && !rests)
      .map((who) => ({ kind: 'choose-time', mentorship, meeting: id, times, ...who, due }));
  }
  if (meeting.status === 'booked' && time && time.startsAt <= now) {
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
  return rests ? [] : confirmMoves(meeting);
}

/** One has recorded that they met, and the other has not said anything yet. However long ago: it counts for neither until they have. */
function confirmMoves(meeting: MeetingState): Move[] {
  const [first] = meeting.attendance;
  if (meeting.status !== 'closed' || meeting.took !== true || !first || !meeting.time) return [];
  const { startsAt } = meeting.time;
  return both(meeting)
    .filter(({ of }) => !meeting.attendance.some(({ by }) => by === of))
    .map((who) => ({
      kind: 'confirm-meeting',
      ...{ mentorship: meeting.mentorship, meeting: meeting.meeting, startsAt, minutes: first.minutes },
      ...who,
      due: null,
    }));
}

/** A dated action is a task from a week before its day; an undated one until it is done, by the pair's next meeting where one is booked. */
function actionMoves(action: ActionState, { now, mentorships, meetings }: TaskState): Move[] {
  const pair = mentorships.find(({ mentorship }) => mentorship === action.mentorship);
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
    .flatMap((one) => (one.mentorship === mentorship && one.status === 'booked' && one.time && one.time.startsAt > now ? [one.time] : []))
    .map(({ startsAt }) => dayIn(startsAt))
    .sort()[0] ?? null;

/** Every step of an open goal is done: what is left is to mark it, or add the step that is missing. */
export const isReadyToAchieve = ({ status, steps }: Pick<GoalState, 'status' | 'steps'>): boolean =>
  status === 'open' && steps.length > 0 && steps.every(({ done }) => done !== null);

function goalMoves({ goal, mentorship, description: { title }, status, steps, due = null }: GoalState, state: TaskState): Move[] {
  const pair = state.mentorships.find((one) => one.mentorship === mentorship);
  if (!pair || !isRunning(pair) || status !== 'open') return [];
  const past = due === null ? 0 : daysBetween(due as Day, today(state.now));
  const of = { mentorship, goal, title, due: past > 0 ? due : null };
  if (isReadyToAchieve({ status, steps })) return both(pair).map((who) => ({ kind: 'reach-goal', ...of, ...who }));
  return past > 0 && past <= STALE_LIMIT_DAYS ? [{ kind: 'goal-overdue', ...of, of: pair.mentee, with: pair.mentor }] : [];
}
