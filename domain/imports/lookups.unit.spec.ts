import { SUBJECTS } from '../uk/taxonomy/subjects.js';
import { phaseAsWritten, subjectAsWritten } from './lookups.js';

const named = (text: string) => SUBJECTS.find(({ id }) => id === subjectAsWritten(text))?.name;

describe('a subject as a timetable writes it', () => {
  test.each([
    ['Eng', 'English'],
    ['Sci', 'Science'],
    ['Ma', 'Mathematics'],
    ['Hist', 'History'],
    ['Geog', 'Geography'],
    ['RE', 'Religious education'],
    ['PE', 'Physical education'],
    ['D&T', 'Design and technology'],
    ['DT', 'Design and technology'],
    ['MFL', 'Languages'],
    ['Comp', 'Computing'],
    ['Mus', 'Music'],
    ['Bus', 'Business studies'],
    ['Psych', 'Psychology'],
    ['Soc', 'Sociology'],
    ['Econ', 'Economics'],
    ['Bio', 'Biology'],
    ['Chem', 'Chemistry'],
    ['Phys', 'Physics'],
    ['Maths', 'Mathematics'],
  ])('“%s” is %s', (written, name) => expect(named(written)).toBe(name));

  test('is not guessed where it may mean two', () => {
    for (const written of ['Geo', 'Pol', 'CS', 'Tech', 'Alchemy', 'constructor']) expect(subjectAsWritten(written)).toBeUndefined();
    expect(phaseAsWritten('constructor')).toBeUndefined();
  });
});
