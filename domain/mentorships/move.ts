import type { Frequency } from '../people/rhythm.js';
import type { AskedBecause, Time } from './task-state.js';

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
      /** Which of the two is the mentor, and the school that they left; `null` where they left none, or an older log does not say. */
      readonly mentor: string;
      readonly from: string | null;
    }
  | {
      readonly kind: 'choose-time';
      readonly mentorship: string;
      readonly meeting: string;
      readonly times: readonly Time[];
      /** Which suggestion of times for the meeting it is. */
      readonly suggestion: number;
      /** These replace times that were suggested before. */
      readonly replaces: boolean;
    }
  /** None of the times that they suggested suits the other. */
  | { readonly kind: 'suggest-times'; readonly mentorship: string; readonly meeting: string }
  | {
      readonly kind: 'record-meeting';
      readonly mentorship: string;
      readonly meeting: string;
      readonly startsAt: string;
      /** It has begun and is not over: the agenda is what they need. */
      readonly underWay: boolean;
    }
  /** They recorded the same time in another meeting, too: this one counts once they say again how long it took. */
  | { readonly kind: 'record-again'; readonly mentorship: string; readonly meeting: string; readonly startsAt: string }
  /** One of the two has another meeting at its time. `mine`: it is the one whose task this is. */
  | {
      readonly kind: 'settle-clash';
      readonly mentorship: string;
      readonly meeting: string;
      readonly startsAt: string;
      readonly mine: boolean;
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
  /** The pair goes on: the mentee continues with a mentor who has left, or finds another. `from`: the school that they left, where known. */
  | { readonly kind: 'mentor-left'; readonly mentorship: string; readonly from: string | null }
);
export type MoveKind = Move['kind'];
export type MoveOf<Kind extends MoveKind> = Extract<Move, { kind: Kind }>;
