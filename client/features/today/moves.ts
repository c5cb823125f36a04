import { ahead, soonAhead } from '@alongside/domain/mentorships/ahead.js';
import { movesOf as whoseMove, waitsOf as whoseTurn, type Move, type Waited } from '@alongside/domain/mentorships/whose-move.js';
import type { ViewRows } from '../../replica/view-rows.js';

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
