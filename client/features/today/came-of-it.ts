import type { Day } from '@alongside/domain/kernel/brand.js';
import { sayOnPastDay } from '@alongside/domain/uk/uk-time.js';
import { atStart, daysBetween, dayOf } from '../../ui/words.js';
import type { TodayRows } from './moves.js';

/** What came of mentoring shows as new for so many days. */
const RECENT_DAYS = 14;
/** How many lines are shown. */
const SHOWN_LINES = 3;

/** Something that a mentee reached with their mentor. `step` and `of` count the steps of the goal; a goal that was achieved has none. */
export interface CameOfIt {
  readonly goal: string;
  readonly mentorship: string;
  readonly mentee: string;
  readonly title: string;
  readonly on: string;
  readonly steps: { readonly done: number; readonly all: number } | null;
}

/** What this mentor's mentees reached lately, newest first, one line a goal: from the goals that the pair shares, and no others. */
export function cameOfIt({ me, now, goals }: Pick<TodayRows, 'me' | 'now' | 'goals'>): readonly CameOfIt[] {
  return goals
    .filter((goal) => goal.mentee !== me && goal.status !== 'set-aside' && goal.description.title !== '')
    .flatMap((goal): CameOfIt[] => {
      const { mentorship, mentee, description, steps, achieved } = goal;
      const common = { goal: goal.goal, mentorship, mentee, title: description.title };
      if (achieved) return [{ ...common, on: achieved.at, steps: null }];
      const done = steps.flatMap((step) => (step.done ? [step.done.at as string] : [])).sort();
      const last = done.at(-1);
      return last ? [{ ...common, on: last, steps: { done: done.length, all: steps.length } }] : [];
    })
    .filter(({ on }) => daysBetween(dayOf(on), dayOf(now)) <= RECENT_DAYS)
    .sort((a, b) => (a.on > b.on ? -1 : 1))
    .slice(0, SHOWN_LINES);
}

/** “On Thursday Priya finished a step towards “Know who has understood”: 2 of 4 are done.” */
export function sayCameOfIt({ on, title, steps }: CameOfIt, name: string, now: string): string {
  const when = atStart(sayOnPastDay(dayOf(on) as Day, dayOf(now) as Day));
  return steps
    ? `${when} ${name} finished a step towards “${title}”${steps.all > 1 ? `: ${steps.done} of ${steps.all} are done` : ''}.`
    : `${when} ${name} achieved “${title}”.`;
}
