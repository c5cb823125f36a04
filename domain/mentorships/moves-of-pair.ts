import type { Day } from '../kernel/brand.js';
import type { Frequency } from '../people/rhythm.js';
import { addDays, daysBetween } from '../uk/days.js';
import { changedTerms, sayChanged } from './changed-terms.js';
import type { AgreementTerms } from './mentorship.events.js';
import { isOpen } from '../meetings/states.js';
import type { Move } from './move.js';
import { isOver, isRunning } from './states.js';
import { both, dayIn, STALE_LIMIT_DAYS, today, type PairState, type RequestState, type TaskState } from './task-state.js';

/** Calendar days between meetings, by the rhythm two people agreed. Half a term is six to seven weeks. */
const RHYTHM_DAYS: { readonly [F in Frequency]: number } = { weekly: 7, fortnightly: 14, monthly: 31, 'half-termly': 45 };
/** Before an agreement, two weeks without a meeting are long. */
const UNAGREED_RHYTHM_DAYS = 14;
/** The next meeting is to be arranged this long before it is due, while there is still time to find a slot in both diaries. */
const ARRANGE_AHEAD_DAYS = 7;

export function requestMoves({ request, mentor, mentee, status, actsNext, answerBy: due }: RequestState): Move[] {
  if (status !== 'open') return [];
  if (actsNext === 'mentor') return [{ kind: 'answer-request', request, of: mentor, with: mentee, due }];
  return actsNext === 'mentee' ? [{ kind: 'reply-to-mentor', request, of: mentee, with: mentor, due }] : [];
}

export function pairMoves(pair: PairState, state: TaskState): Move[] {
  if (pair.status === 'ended') return state.mentorships.some((other) => endedAfter(other, pair)) ? [] : findAnother(pair, state);
  const completing = completionMoves(pair);
  if (completing) return completing;
  if (!isRunning(pair)) return [];
  if (pair.closing) return closingMoves(pair, pair.closing);
  if (pair.mentorLeftAt) return mentorLeft(pair, pair.mentorLeftAt, state);
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
  const { mentorship, mentor, mentorLeft: from = null } = pair;
  return both(pair).map((who) => ({
    kind: 'answer-closing',
    mentorship,
    by,
    because,
    mentor,
    from,
    ...who,
    due,
  }));
}

/** A mentee whose mentorship ended early looks on, until they ask or have another mentor, or four weeks have passed (R8). */
const findAnother = (pair: PairState, state: TaskState): Move[] =>
  looksSince(pair.endedAt, pair, state)
    ? [{ kind: 'find-another', mentorship: pair.mentorship, of: pair.mentee, with: pair.mentor, due: null }]
    : [];

/** The pair goes on, so the mentee has both ways: to continue, and to find another mentor (R8). */
const mentorLeft = (pair: PairState, since: string, state: TaskState): Move[] =>
  looksSince(since, pair, state)
    ? [
        {
          kind: 'mentor-left',
          mentorship: pair.mentorship,
          from: pair.mentorLeft ?? null,
          of: pair.mentee,
          with: pair.mentor,
          due: null,
        },
      ]
    : [];

function looksSince(since: string | null, { mentorship, mentee }: PairState, { now, mentorships, requests }: TaskState): boolean {
  const recent = since !== null && daysBetween(dayIn(since), today(now)) <= STALE_LIMIT_DAYS;
  const served =
    mentorships.some((pair) => pair.mentee === mentee && pair.mentorship !== mentorship && !isOver(pair)) ||
    requests.some((request) => request.mentee === mentee && request.status === 'open');
  return recent && !served;
}

/** Another mentorship of the same mentee ended early since. */
const endedAfter = (pair: PairState, than: PairState): boolean =>
  pair.mentee === than.mentee && pair.status === 'ended' && `${pair.endedAt} ${pair.mentorship}` > `${than.endedAt} ${than.mentorship}`;

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
  // A review stays a task until both have answered it.
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
  const arranged = meetings.some((one) => one.mentorship === mentorship && isOpen(one));
  if (arranged) return [];
  const rhythm = agreed?.terms?.frequency ?? null;
  const first = lastMetOn === null;
  const every = rhythm ? RHYTHM_DAYS[rhythm] : UNAGREED_RHYTHM_DAYS;
  const next = first ? null : addDays(lastMetOn as Day, every);
  if (next !== null && daysBetween(today(now), next) > Math.min(every / 2, ARRANGE_AHEAD_DAYS)) return [];
  return both(pair).map((who) => ({ kind: 'arrange-meeting', mentorship, first, rhythm, ...who, due: rhythm ? next : null }));
}
