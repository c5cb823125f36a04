import { auc } from '../evaluation/auc.js';
import { BEATS_BY_ERRORS, COMPARE_FLOOR_MENTEES, LEARN_FLOOR_OUTCOMES } from './limits.js';

/** A left-out mentorship, with what the rules, the new model and the serving one say of it as mentees would be shown it. */
export interface Compared {
  readonly mentee: string;
  readonly outcome: number;
  readonly rules: number;
  readonly model: number;
  readonly serving?: number;
}

/** A gain per mentee: the mean, and its standard error. */
export interface Gain {
  readonly mean: number;
  readonly error: number;
}

/** Whether a model may serve, and what says so. */
export interface Verdict {
  readonly may: boolean;
  /** Why not; `null` where it may. */
  readonly why: 'too-few-outcomes' | 'too-few-mentees' | 'not-better-than-rules' | 'not-better-than-serving' | null;
  readonly outcomes: number;
  /** Left-out mentees with a mentorship that lasted and one that did not. */
  readonly mentees: number;
  /** The mean share of a mentee’s own pairs that stand in the right order: by the model, and by the rules. `null` of no mentees. */
  readonly order: { readonly model: number; readonly rules: number; readonly serving: number | null } | null;
  readonly overRules: Gain | null;
}

/** Compares per mentee: that some mentees are easier than others counts for nothing. */
export function verdictOf(compared: readonly Compared[], outcomes: number): Verdict {
  const lists = listsOf(compared).flatMap((list) => {
    const by = (score: (one: Compared) => number) => auc(list.map((one) => ({ outcome: one.outcome, score: score(one) })));
    const [model, rules, serving] = [by((one) => one.model), by((one) => one.rules), by((one) => one.serving ?? one.rules)];
    return model === null || rules === null || serving === null ? [] : [{ model, rules, serving }];
  });
  const hasServing = compared.some(({ serving }) => serving !== undefined);
  const mean = (of: (one: (typeof lists)[number]) => number) => lists.reduce((sum, one) => sum + of(one), 0) / lists.length;
  const order =
    lists.length === 0
      ? null
      : {
          model: mean(({ model }) => model),
          rules: mean(({ rules }) => rules),
          serving: hasServing ? mean(({ serving }) => serving) : null,
        };
  const overRules = lists.length === 0 ? null : gainOf(lists.map(({ model, rules }) => model - rules));
  const why =
    outcomes < LEARN_FLOOR_OUTCOMES
      ? 'too-few-outcomes'
      : !order || !overRules || lists.length < COMPARE_FLOOR_MENTEES
        ? 'too-few-mentees'
        : overRules.mean <= BEATS_BY_ERRORS * overRules.error
          ? 'not-better-than-rules'
          : order.serving !== null && order.model <= order.serving
            ? 'not-better-than-serving'
            : null;
  return { may: why === null, why, outcomes, mentees: lists.length, order, overRules };
}

/** The mean of gains, and how far chance alone would move it. */
function gainOf(gains: readonly number[]): Gain {
  const mean = gains.reduce((sum, one) => sum + one, 0) / gains.length;
  const square = gains.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, gains.length - 1);
  return { mean, error: Math.sqrt(square / gains.length) };
}

function listsOf(compared: readonly Compared[]): readonly (readonly Compared[])[] {
  const lists = new Map<string, Compared[]>();
  for (const one of compared) lists.set(one.mentee, [...(lists.get(one.mentee) ?? []), one]);
  return [...lists.values()];
}
