import type { Day } from '@alongside/domain/kernel/brand.js';
import { daysBetween } from '@alongside/domain/uk/days.js';
import type { History } from './history.js';
import { TERM_DAYS, TERM_MEETINGS } from './limits.js';

/** How well a mentorship went. */
export interface Outcome {
  /** 0 to 1: from 0.5 on it lasted a term. */
  readonly outcome: number;
  readonly lasted: boolean;
}

/** What lasted is half of it; the rest says how well it went while it was. */
const LASTED = 0.5;
/** Just under a half: what did not last is never taken for what did. */
const NOT_LASTED_LIMIT = 0.49;
const SHARES = { meetings: 0.2, time: 0.2, fit: 0.2, goals: 0.2, feedback: 0.1, wish: 0.1 } as const;
/** Neither for nor against: nobody was asked, or nobody answered. */
const UNSAID = 0.5;

/** How well a mentorship went, up to a day. Undefined where it cannot be known yet, or where a mentor who left ended it. */
export function outcomeOf(history: History, today: Day): Outcome | undefined {
  const { started, met, ended } = history;
  const days = daysBetween(started, ended?.on ?? today);
  const metEnough = met.size >= TERM_MEETINGS;
  const lasted = metEnough && (days >= TERM_DAYS || ended?.how === 'completed');
  if (!lasted && (ended === null ? days < TERM_DAYS : ended.how === 'by-circumstance')) return undefined;
  const quality = qualityOf(history, days);
  return { lasted, outcome: lasted ? LASTED + (1 - LASTED) * quality : NOT_LASTED_LIMIT * quality };
}

function qualityOf({ met, fits, goals, gave, wishedOn }: History, days: number): number {
  const { agreed, steps, achieved } = goals;
  const answers = [...fits.values()].flatMap((answer) => (answer === 'too-early' ? [] : [answer === 'good' ? 1 : 0]));
  return (
    SHARES.meetings * Math.min(1, met.size / (2 * TERM_MEETINGS)) +
    SHARES.time * Math.min(1, days / (2 * TERM_DAYS)) +
    SHARES.fit * (answers.length > 0 ? answers.reduce((sum, one) => sum + one, 0) / answers.length : UNSAID) +
    SHARES.goals * (agreed === 0 ? 0 : Math.min(1, (achieved + steps / 3) / agreed)) +
    SHARES.feedback * Math.min(1, gave.size / 2) +
    SHARES.wish * (wishedOn ? 1 : 0)
  );
}
