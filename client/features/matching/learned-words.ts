import { COMPARE_FLOOR_MENTEES, LEARN_FLOOR_OUTCOMES } from '@alongside/ml/learned/limits.js';
import type { Verdict } from '@alongside/ml/learned/verdict.js';

/** What suggestions have learned from, as the hub tells everybody. */
export interface LearningAnswer {
  readonly serving: {
    readonly trainedAt: string;
    readonly outcomes: number;
    readonly trainedWith: number;
    readonly verdict: Verdict;
    readonly weight: number;
  } | null;
  readonly outcomes: { readonly known: number | null; readonly needed: number };
}

/** What those who run the hub see beside it. */
export interface ShelfAnswer extends LearningAnswer {
  readonly card: {
    readonly trainedAt: string;
    readonly backend: string;
    readonly seed: number;
    readonly through: string;
    readonly bytes: number;
  } | null;
  readonly condition: { readonly state: 'ok' } | { readonly state: 'broken'; readonly why: string };
  readonly hasCandidate: boolean;
  readonly before: 'model' | 'rules' | null;
  readonly last: { readonly at: string; readonly verdict: Verdict } | null;
  readonly training: { readonly done: number; readonly doing: string } | null;
  /** The last training, where it came to nothing and nobody had stopped it. */
  readonly unfinished: { readonly at: string; readonly why: string } | null;
  readonly acts: readonly {
    readonly at: string;
    readonly by: string;
    readonly did: 'trained' | 'used' | 'went-back' | 'destroyed';
    readonly model: string | null;
  }[];
}

const inAHundred = (share: number): number => Math.round(share * 100);
const number = (count: number): string => count.toLocaleString('en-GB');

/** How much better the model was, for everybody; nothing where it was compared with nobody. */
export const sayBetter = ({ order, mentees }: Verdict): string =>
  order
    ? `We compared it with the rules for ${number(mentees)} mentees it had never seen. It put two mentorships of the same mentee in the right order about ${inAHundred(order.model)} times in 100. The rules did about ${inAHundred(order.rules)} times.`
    : '';

/** Why suggestions follow the rules alone. */
export function sayRulesAlone({ outcomes: { known, needed } }: LearningAnswer): string {
  if (known === null) return 'This hub has not learned from its mentorships yet. Suggestions follow the rules above.';
  if (known < needed)
    return `We can learn from mentorships that lasted a term or ended. When we last looked, this hub had ${number(known)}. It needs ${number(needed)}. Until then, suggestions follow the rules above.`;
  return `When we last looked, this hub had ${number(known)} mentorships to learn from. We use what we learn only if it works better than the rules above.`;
}

const WHY: Readonly<Record<NonNullable<Verdict['why']>, string>> = {
  'too-few-outcomes': `At least ${LEARN_FLOOR_OUTCOMES} are needed.`,
  'too-few-mentees': `We need at least ${COMPARE_FLOOR_MENTEES} mentees to compare a model with the rules. Train again when more mentorships have ended.`,
  'not-better-than-rules': 'The model was not clearly better than the rules, so we did not keep it.',
  'not-better-than-serving': 'The model was no better than the one in use, so we did not keep it.',
};

/** What the last training found. */
export function sayFound(verdict: Verdict): readonly string[] {
  const { outcomes, order, why } = verdict;
  return [
    `${number(outcomes)} ${outcomes === 1 ? 'mentorship has' : 'mentorships have'} an outcome.`,
    ...(order ? [sayBetter(verdict)] : []),
    ...(why ? [WHY[why]] : ['The model is better than the rules.']),
  ];
}

const DID = {
  trained: 'Trained a model',
  used: 'Started using a model',
  'went-back': 'Went back',
  destroyed: 'Deleted a model, because someone it may have learned from deleted their account',
} as const;

/** What was done with models, for the record. */
export function sayAct({ did, model }: ShelfAnswer['acts'][number]): string {
  if (did === 'went-back') return model ? 'Went back to the model before' : 'Went back to the rules';
  return did === 'trained' && !model ? 'Looked for a better model and found none' : DID[did];
}

/** What is done now, from 0 to 1, in words. */
export const sayDoing = ({ doing, done }: NonNullable<ShelfAnswer['training']>): string => `${doing}: ${inAHundred(done)}%`;
