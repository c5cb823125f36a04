import type { Day } from '../kernel/brand.js';
import { TASK_WORDS } from './task-words.js';

const today = '2026-03-16' as Day;

describe('a task with a last day names it before it says what comes after', () => {
  test('of an end that was suggested', () => {
    const task = { because: 'not-meeting', of: 'ben', mentor: 'asha', due: '2099-07-10' } as const;
    expect(TASK_WORDS['answer-closing']('Asha', task, { today }).lead).toMatch(
      /If neither of you replies by Friday 10 July 2099, we end your/,
    );
  });

  test('of completing', () =>
    expect(TASK_WORDS['agree-completion']('Asha', { due: '2099-07-10' }, { today }).lead).toMatch(
      /not yet, by Friday 10 July 2099\. After that day/,
    ));

  test('of a mentor who left, each of the two reads who left what', () => {
    const task = { because: 'mentor-left', mentor: 'asha', due: '2099-07-10' } as const;
    expect(TASK_WORDS['answer-closing']('Asha', { ...task, of: 'ben' }, { today, school: 'Elm School' }).lead).toMatch(
      /^Asha has left Elm School\. /,
    );
    expect(TASK_WORDS['answer-closing']('Ben', { ...task, of: 'asha' }, { today, school: 'Elm School' }).lead).toMatch(
      /^You have left Elm School\. /,
    );
  });
});

test('after a mentorship that ended without another one reads with whom it was and what may come next', () =>
  expect(TASK_WORDS['find-another']('Asha')).toEqual({
    title: 'Your mentorship with Asha has ended',
    lead: 'You can choose another mentor when you are ready.',
    go: 'Find another mentor',
  }));

test('[R9] a record to confirm says where the words of the other are gone', () => {
  const task = { startsAt: '2026-03-10T15:40:00.000Z', minutes: 40 };
  const lead = (name: string) => TASK_WORDS['confirm-meeting'](name, task, { today }).lead;
  expect(lead('Asha')).toBe('Confirm it, and it counts for CPD.');
  expect(lead('A former member')).toBe('Confirm it, and it counts for CPD. What they wrote about it was deleted with their account.');
});
