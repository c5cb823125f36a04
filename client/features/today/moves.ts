import { ahead, soonAhead } from '@alongside/domain/mentorships/ahead.js';
import { STALE_LIMIT_DAYS } from '@alongside/domain/mentorships/task-state.js';
import { isOver, movesOf as whoseMove, waitsOf as whoseTurn, type Move, type Waited } from '@alongside/domain/mentorships/whose-move.js';
import type { ViewRows } from '../../replica/view-rows.js';

import { daysBetween, dayOf } from '../../ui/words.js';

type Time = ViewRows['meeting']['times'][number];

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

/** This person’s tasks, soonest first. Invitations have a card of their own. */
export const movesOf = (rows: TodayRows): readonly Move[] => whoseMove(rows.me, { ...rows, invitations: [] });

/** What this person waits for others to do, soonest first. */
export const waitsOf = (rows: TodayRows): readonly Waited[] => whoseTurn(rows.me, { ...rows, invitations: [] });

type Booked = { readonly meeting: ViewRows['meeting']; readonly time: Time };

/** The next meeting that is booked, however far off. */
export const nextMeeting = ({ meetings, now }: TodayRows): Booked | undefined => ahead(meetings, now)[0];

/** Meetings of the next seven days, soonest first. */
export const soon = ({ meetings, now }: TodayRows): readonly Booked[] => soonAhead(meetings, now);

/** Mentorships that are paused, the first to resume first. */
export const pausedOf = ({ mentorships }: Pick<TodayRows, 'mentorships'>): readonly ViewRows['mentorship'][] =>
  mentorships.filter(({ status }) => status === 'paused').sort((a, b) => ((a.pausedUntil ?? '9999') < (b.pausedUntil ?? '9999') ? -1 : 1));

/** Their last mentor was theirs until lately, the two completed it, and no other is there or asked: after an early end a task says so. */
export function looksAgain({ me, now, mentorships, requests }: Pick<TodayRows, 'me' | 'now' | 'mentorships' | 'requests'>): boolean {
  const mine = mentorships.filter(({ mentee }) => mentee === me);
  if (!mine.every(isOver) || requests.some(({ mentee, status }) => mentee === me && status === 'open')) return false;
  const last = [...mine].sort((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? 1 : -1))[0];
  return last?.status === 'completed' && last.endedAt !== null && daysBetween(dayOf(last.endedAt), dayOf(now)) <= STALE_LIMIT_DAYS;
}
