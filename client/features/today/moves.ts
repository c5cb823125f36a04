import { movesOf as whoseMove, waitsOf as whoseTurn, type Move, type Waited } from '@alongside/domain/mentorships/whose-move.js';
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

/** The next meeting that is booked, however far off. */
export const nextMeeting = (rows: TodayRows): { readonly meeting: ViewRows['meeting']; readonly time: Time } | undefined => ahead(rows)[0];

/** Meetings of the next seven days, soonest first. */
export function soon(rows: TodayRows): readonly { readonly meeting: ViewRows['meeting']; readonly time: Time }[] {
  const today = dayOf(rows.now);
  return ahead(rows).filter(({ time }) => daysBetween(today, dayOf(time.startsAt)) <= 7);
}

const ahead = ({ now, meetings }: TodayRows) =>
  meetings
    .flatMap((meeting) =>
      meeting.status === 'booked' && meeting.time && meeting.time.startsAt > now ? [{ meeting, time: meeting.time }] : [],
    )
    .sort((a, b) => (a.time.startsAt < b.time.startsAt ? -1 : 1));
