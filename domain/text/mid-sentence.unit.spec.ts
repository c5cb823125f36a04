import { HIDDEN_NAME, midSentence, NO_NAME, sayOnlyTwo, within, withSmallStart } from './mid-sentence.js';

test.each([
  [`Your mentorship with ${NO_NAME} has ended`, 'Your mentorship with a former member has ended'],
  [`You and ${HIDDEN_NAME}`, 'You and a colleague'],
  [`${NO_NAME} has not replied. ${NO_NAME} may still.`, 'A former member has not replied. A former member may still.'],
  ['You and Ada A. Colley', 'You and Ada A. Colley'],
])('%s', (words, said) => expect(midSentence(words)).toBe(said));

test('a name is the same within a sentence as at its beginning, and words in its place have no capital there', () => {
  expect([NO_NAME, HIDDEN_NAME, 'A. Rahman', ''].map(within)).toEqual(['a former member', 'a colleague', 'A. Rahman', '']);
});

test('what two people share is read by one where the other deleted their account', () => {
  expect(sayOnlyTwo('Asha')).toBe('Only you and Asha can see this.');
  expect([NO_NAME, HIDDEN_NAME].map(sayOnlyTwo)).toEqual(['Only you can see this.', 'Only you and a colleague can see this.']);
});

test('the name of a thing begins small within a sentence, unless it is a short form', () => {
  expect(['Biology', 'ICT', 'Religious education', ''].map(withSmallStart)).toEqual(['biology', 'ICT', 'religious education', '']);
});
