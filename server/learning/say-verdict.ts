import { COMPARE_FLOOR_MENTEES, LEARN_FLOOR_OUTCOMES } from '@alongside/ml/learned/limits.js';
import type { Verdict } from '@alongside/ml/learned/verdict.js';

const WHY: Readonly<Record<NonNullable<Verdict['why']>, string>> = {
  'too-few-outcomes': `At least ${LEARN_FLOOR_OUTCOMES} are needed to learn from.`,
  'too-few-mentees': `It was left out, because at least ${COMPARE_FLOOR_MENTEES} mentees are needed to compare it with the rules.`,
  'not-better-than-rules': 'It was left out, because it is not clearly better than the rules.',
  'not-better-than-serving': 'It was left out, because it is no better than the model in use.',
};

/** What a training found, line by line, for the terminal. */
export function sayVerdict({ outcomes, mentees, order, overRules, why }: Verdict): readonly string[] {
  const share = (one: number) => `${(one * 100).toFixed(1)} %`;
  return [
    `${outcomes.toLocaleString('en-GB')} ${outcomes === 1 ? 'mentorship has' : 'mentorships have'} an outcome.`,
    ...(order && overRules
      ? [
          `We compared it for ${mentees} mentees it had never seen. It puts ${share(order.model)} of each mentee’s pairs in the right order. The rules put ${share(order.rules)}${order.serving === null ? '' : `, the model in use ${share(order.serving)}`}.`,
          `That is ${share(overRules.mean)} more than the rules, with a standard error of ${share(overRules.error)}.`,
        ]
      : []),
    ...(why ? [WHY[why]] : []),
  ];
}
