import type { Said } from '@alongside/domain/protocol/registry.js';
import { isEnough, type Evidence } from '@alongside/domain/recognition/evidence.js';
import type { ViewRows } from '../../replica/index.js';
import type { Readers } from '../../shared/reflections/readers.js';
import type { Meeting, Mentorship } from '../../shared/pair/pair.js';

/** What becomes of an open goal: reached, archived, or carried on by the mentee alone. */
export type GoalOutcome = 'achieve' | 'archive' | 'carry-on';
/** What becomes of an open action: done, not needed any more, or kept on one's own list. */
export type ActionOutcome = 'done' | 'drop' | 'keep';

/** What one of the two says as they complete. All of it is optional. */
export interface Closing {
  readonly goals: Readonly<Record<string, GoalOutcome>>;
  readonly actions: Readonly<Record<string, ActionOutcome>>;
  /** A level, 1 to 5 as text, by tag. */
  readonly skills: Readonly<Record<string, string>>;
  readonly reflection: string;
  readonly readers: Readers;
  /** The reflection that was saved and is still to be shared: sharing may be refused, and writing it again would be too. */
  readonly written: string | null;
}

export const NOTHING_SAID: Closing = { goals: {}, actions: {}, skills: {}, reflection: '', readers: 'nobody', written: null };
/** The question of a closing reflection; its id stays with what was written. */
const CLOSING_PROMPT = 'closing';

/** One thing to send, and what of the form is dealt with once it was accepted. */
export type ClosingStep = Said<Closers> & { readonly after: (closing: Closing) => Closing };
type Closers =
  ((typeof GOAL_COMMAND)[GoalOutcome] | (typeof ACTION_COMMAND)[ActionOutcome]) | ('RateSkill' | 'WriteReflection' | 'ShareReflection');

interface Around {
  readonly me: string;
  readonly pair: Pick<Mentorship, 'mentorship'>;
  readonly goals: readonly ViewRows['goal'][];
  readonly actions: readonly ViewRows['action'][];
  /** An id for the reflection, made once. */
  readonly reflection: string;
}

const without = <Value>(all: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(all).filter(([other]) => other !== key));

const GOAL_COMMAND = { achieve: 'AchieveGoal', archive: 'SetGoalAside', 'carry-on': 'CarryOnGoal' } as const;
const ACTION_COMMAND = { done: 'FinishAction', drop: 'DropAction', keep: 'KeepAction' } as const;

/** What was said, in the order in which it is sent. Goals and actions that were closed meanwhile are left as they are. */
export function stepsOf(closing: Closing, around: Around): readonly ClosingStep[] {
  return [
    ...goalSteps(closing, around),
    ...actionSteps(closing, around),
    ...skillSteps(closing, around),
    ...reflectionSteps(closing, around),
  ];
}

const goalSteps = ({ goals }: Closing, around: Around): readonly ClosingStep[] =>
  around.goals.flatMap(({ goal, status }): readonly ClosingStep[] => {
    const outcome = goals[goal];
    if (!outcome || status !== 'open') return [];
    const about = { mentorship: around.pair.mentorship, goal };
    const after = (closing: Closing) => ({ ...closing, goals: without(closing.goals, goal) });
    if (outcome === 'achieve') return [{ type: GOAL_COMMAND[outcome], data: { ...about, evidence: '' }, after }];
    return [{ type: GOAL_COMMAND[outcome], data: about, after }];
  });

const actionSteps = ({ actions }: Closing, around: Around): readonly ClosingStep[] =>
  around.actions.flatMap(({ action, meeting, done }) => {
    const outcome = actions[action];
    if (!outcome || done !== 'no') return [];
    return [
      {
        type: ACTION_COMMAND[outcome],
        data: { meeting, action },
        after: (closing) => ({ ...closing, actions: without(closing.actions, action) }),
      },
    ];
  });

const skillSteps = ({ skills }: Closing, { me, pair }: Around): readonly ClosingStep[] =>
  Object.entries(skills).map(([tag, level]) => ({
    type: 'RateSkill',
    data: { person: me, mentorship: pair.mentorship, tag, level: Number(level), when: 'after' },
    after: (closing) => ({ ...closing, skills: without(closing.skills, tag) }),
  }));

/** Sharing comes after writing. */
function reflectionSteps({ reflection: text, readers, written }: Closing, { me, pair, reflection }: Around): readonly ClosingStep[] {
  if (!text.trim()) return [];
  const id = written ?? reflection;
  const write: ClosingStep = {
    type: 'WriteReflection',
    data: {
      person: me,
      reflection: id,
      mentorship: pair.mentorship,
      meeting: null,
      prompt: CLOSING_PROMPT,
      statements: [],
      title: 'Closing reflection',
      text,
    },
    after: (closing) => (readers === 'nobody' ? nothingWritten(closing) : { ...closing, written: id }),
  };
  const share: ClosingStep = { type: 'ShareReflection', data: { person: me, reflection: id, with: readers }, after: nothingWritten };
  return [...(written === null ? [write] : []), ...(readers === 'nobody' ? [] : [share])];
}

const nothingWritten = (closing: Closing): Closing => ({ ...closing, reflection: '', readers: 'nobody', written: null });

/** A meeting that would count if it were recorded by both, and who has not done so. */
export interface Uncounted {
  readonly meeting: string;
  readonly startsAt: string;
  readonly waitsFor: 'me' | 'other' | 'both';
}

/** What stands behind a certificate so far, and what would add to it. */
export interface Behind {
  readonly enough: boolean;
  readonly found: Evidence;
  readonly needed: Evidence;
  readonly uncounted: readonly Uncounted[];
}

/** Meetings that took place or began and were not confirmed by both, oldest first. */
export function behindCertificate(
  { meetingsConfirmed, minutes }: Pick<Mentorship, 'meetingsConfirmed' | 'minutes'>,
  meetings: readonly Meeting[],
  needed: Evidence,
  { me, now }: { readonly me: string; readonly now: string },
): Behind {
  const found: Evidence = { meetings: meetingsConfirmed, minutes };
  const uncounted = meetings.flatMap(({ meeting, status, time, took, confirmedMinutes, attendance, setAside }): Uncounted[] => {
    if (!time || time.startsAt > now) return [];
    if (status === 'booked') return [{ meeting, startsAt: time.startsAt, waitsFor: 'both' }];
    const isAwaited = took || (setAside !== null && !setAside.same);
    if (status !== 'closed' || !isAwaited || confirmedMinutes !== null) return [];
    const mine = attendance.find(({ by }) => by === me);
    return [{ meeting, startsAt: time.startsAt, waitsFor: mine?.took ? 'other' : 'me' }];
  });
  return { enough: isEnough(found, needed), found, needed, uncounted: uncounted.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)) };
}
