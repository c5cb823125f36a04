import type { Day, Instant } from '../kernel/brand.js';
import type { MeetingStatus } from '../meetings/states.js';
import type { Frequency } from '../people/rhythm.js';
import { dayOf, plusMinutes } from '../uk/uk-time.js';
import type { PairStatus } from './states.js';

/** A stretch of time, with its length in minutes. */
export interface Time {
  readonly startsAt: string;
  readonly minutes: number;
}

/** A mentorship, as both of its people see it. */
export interface PairState {
  readonly mentorship: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly status: PairStatus;
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
  /** The school that the mentor left, where the log says it. */
  readonly mentorLeft?: string | null;
  readonly agreed: { readonly terms: { readonly frequency: Frequency; readonly reviewOn: string } | null } | null;
  /** Those of the two who deleted their account. */
  readonly erased?: readonly string[];
}

export interface MeetingState {
  readonly meeting: string;
  readonly mentorship: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly status: MeetingStatus;
  readonly by: string;
  readonly times: readonly Time[];
  /** Which suggestion of times for it this is, from 1. */
  readonly suggestion?: number;
  /** None of the suggested times suits the one who was to choose. */
  readonly declined?: boolean;
  readonly time: Time | null;
  /** Other meetings at its time, and whose diary has both. */
  readonly clashes?: readonly { readonly other: string; readonly who: readonly string[] }[];
  readonly took: boolean | null;
  readonly attendance: readonly { readonly by: string; readonly minutes: number }[];
  /** Whose records were set aside, for which other meeting; `same`: that one stands for this. */
  readonly setAside?: { readonly who: readonly string[]; readonly same: boolean } | null;
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
/** Why the two are asked whether they continue: what both know. */
export type AskedBecause = 'not-meeting' | 'mentor-left';

/** Older than this a missed action or goal no longer shows here; it stays where it was agreed. */
export const STALE_LIMIT_DAYS = 28;

/** Whether a meeting has begun and is not over yet. */
export const isUnderWay = ({ startsAt, minutes }: Time, now: string): boolean =>
  startsAt <= now && now < plusMinutes(startsAt as Instant, minutes);

export const both = ({ mentor, mentee }: { readonly mentor: string; readonly mentee: string }) => [
  { of: mentor, with: mentee },
  { of: mentee, with: mentor },
];
export const today = (now: string): Day => dayOf(now as Instant);
export const dayIn = (instant: string): Day => dayOf(instant as Instant);
