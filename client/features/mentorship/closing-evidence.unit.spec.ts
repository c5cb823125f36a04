import { sayEvidence } from './closing-evidence.js';

test.each([
  [1, 3, 'meeting', '1 of 3 meetings confirmed by you both'],
  [80, 90, 'minute', '80 of 90 minutes confirmed by you both'],
  [165, 120, 'minute', '165 minutes confirmed by you both: enough'],
  [1, 1, 'meeting', 'One meeting confirmed by you both: enough'],
])('%i of %i: what a certificate needs is said until there is enough', (found, needed, what, words) =>
  expect(sayEvidence(found, needed, what)).toBe(words),
);
