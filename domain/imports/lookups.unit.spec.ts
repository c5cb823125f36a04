import { SUBJECTS } from '../uk/taxonomy/subjects.js';
import { phaseAsWritten, subjectAsWritten, subjectsAsWritten } from './lookups.js';

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

  test.each([
    ['Art & Design', ['Art and design']],
    ['Further Maths', ['Mathematics']],
    ['English Lit', ['English']],
    ['Religious Studies', ['Religious education']],
    ['SEND', ['Special education (general)']],
    ['Health & Social Care', ['Health and social care']],
    ['Business & Economics', ['Business studies', 'Economics']],
    ['History and Politics', ['History', 'Politics']],
    ['Sport', []],
    ['Maths & Alchemy', []],
  ])('“%s” in a list of staff is %j', (written, names) =>
    expect(subjectsAsWritten(written).map((id) => SUBJECTS.find((one) => one.id === id)?.name)).toEqual(names),
  );

  test('is not guessed where it may mean two', () => {
    for (const written of ['Geo', 'Pol', 'CS', 'Tech', 'Alchemy', 'constructor']) expect(subjectAsWritten(written)).toBeUndefined();
    expect(phaseAsWritten('constructor')).toBeUndefined();
  });
});
