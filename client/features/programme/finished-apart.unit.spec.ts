import { finishedApart } from './finished-apart.js';

const listed = (numbers: { active: number; completed: number; ended: number }) =>
  Object.entries(numbers).flatMap(([status, number]) => Array.from({ length: number }, () => ({ status: status as 'active' })));

test('both numbers of finished pairs are named where the list and the figures differ', () => {
  const pairs = listed({ active: 3, completed: 84, ended: 41 });
  expect(finishedApart(pairs, { pairsCompleted: 86, pairsEndedEarly: 41 })).toBe(
    'The list has 125 finished pairs, of people who are members now. The figures count 127. They include people who have left, and leave out pairs from before people joined.',
  );
  expect(finishedApart(pairs, { pairsCompleted: 84, pairsEndedEarly: 41 })).toBeUndefined();
});
