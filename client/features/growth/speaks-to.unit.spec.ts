import { byStandard, type RecordRows } from './speaks-to.js';

const goal = {
  goal: 'g',
  mentorship: 's',
  description: { title: 'A calm start' },
  statements: ['eng-ts-7', 'eng-ts-1'],
  agreedAt: '2026-01-05',
};
const action = { action: 'a', meeting: 'm', title: 'Greet 9C', statements: ['eng-ts-7'], agreedAt: '2026-02-05' };
const reflection = { reflection: 'r', title: 'The door', text: '', statements: ['eng-ts-7'], writtenAt: '2026-01-15' };
const feedback = { feedback: 'f', mentorship: 's', saw: 'You waited at the door.', statements: ['eng-ts-7'], at: '2026-02-15' };
const rows = (change: object = {}) =>
  ({ goals: [goal], actions: [action], reflections: [reflection], feedback: [feedback], ...change }) as unknown as RecordRows;

describe('what speaks to a standard', () => {
  test('is listed by standard, the one with most first, and the newest first within it', () => {
    expect(byStandard(rows()).map(({ statement, of }) => [statement, ...of.map(({ title }) => title)])).toEqual([
      ['eng-ts-7', 'You waited at the door.', 'Greet 9C', 'The door', 'A calm start'],
      ['eng-ts-1', 'A calm start'],
    ]);
  });

  test('keeps a goal whose words were deleted with the account of the mentor who wrote it', () => {
    const gone = { goals: [{ ...goal, by: 'asha', description: { title: '' } }] };
    expect(byStandard(rows(gone))[1]).toMatchObject({ statement: 'eng-ts-1', of: [{ title: 'A goal written by a former member' }] });
  });

  test('leaves out what was deleted, and what is linked to nothing', () => {
    const gone = { actions: [{ ...action, title: '' }], goals: [{ ...goal, statements: [] }], feedback: [{ ...feedback, saw: '' }] };
    expect(byStandard(rows(gone)).map(({ statement, of }) => [statement, of.length])).toEqual([['eng-ts-7', 1]]);
  });
});
