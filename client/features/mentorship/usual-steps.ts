/**
 * A path that suits most goals of practice, from seeing it done to showing it: modelling, planning, a first try with help, more tries on
 * one's own, and telling somebody. The two word them afresh.
 */
export const USUAL_STEPS: readonly string[] = [
  'See it done well, and note what happens first',
  'Plan one small version of it',
  'Try it once and write two lines about it',
  'Try it again with a class that finds it harder',
  'Show a colleague, or write down what you would tell them',
];
