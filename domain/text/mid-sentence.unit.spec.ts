import { HIDDEN_NAME, midSentence, NO_NAME } from './mid-sentence.js';

test.each([
  [`Your mentorship with ${NO_NAME} has ended`, 'Your mentorship with a former member has ended'],
  [`You and ${HIDDEN_NAME}`, 'You and a colleague'],
  [`${NO_NAME} has not replied. ${NO_NAME} may still.`, 'A former member has not replied. A former member may still.'],
  ['You and Ada A. Colley', 'You and Ada A. Colley'],
])('%s', (words, said) => expect(midSentence(words)).toBe(said));
