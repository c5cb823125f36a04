import { expertiseName } from './expertise.js';
import { areasHeardIn } from './heard.js';

const heard = (text: string) => areasHeardIn(text).map(expertiseName);

describe('the areas that a text names', () => {
  test.each([
    ['My marking takes up my whole weekend.', ['Feedback and marking']],
    ['I’d like to get better at questioning, and checking for understanding', ['Questioning and dialogue', 'Checking for understanding']],
    [
      'I am moving into middle leadership. I worry about difficult conversations',
      ['Subject and middle leadership', 'Difficult conversations'],
    ],
    ['phonics and early reading (in reception)', ['Phonics and early reading', 'EYFS practice and provision']],
    ['Workload!\nAnd Ofsted', ['Workload and time', 'Inspection']],
  ])('%s', (text, areas) => expect(heard(text)).toEqual(areas));

  test('a name is heard wherever it stands in a long sentence', () => {
    for (let before = 0; before < 30; before += 1)
      expect([before, heard(`${'class '.repeat(before)}phonics and early reading`)]).toEqual([before, ['Phonics and early reading']]);
  });

  test('a word for many areas names none of them, and the one that is meant is found beside it', () => {
    expect(heard('SEND pupils, above all autism')).toEqual(['Autism']);
  });

  test('what names nothing is no area, however long it is', () => {
    expect(heard('')).toEqual([]);
    expect(heard(`${'I want to settle in. '.repeat(500)} At last, marking`)).toEqual(['Feedback and marking']);
    expect(heard(`${'and so we went on '.repeat(30)} marking`)).toEqual(['Feedback and marking']);
  });
});
