/**
 * Steps that suit most goals of practice, from modelling to first tries with help, tries alone and telling a colleague. The pair word them
 * afresh.
 */
export const USUAL_STEPS: readonly string[] = [
  'See it done well, and note what happens first',
  'Plan one small version of it',
  'Try it once and write two lines about it',
  'Try it again with a class that finds it harder',
  'Show a colleague, or write down what you would tell them',
];
