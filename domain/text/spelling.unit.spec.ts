import { britishSpelling, britishWord, spellingsOf } from './spelling.js';

describe('British and American spellings', () => {
  test.each(
    [
      ['behavior behaviour', 'misbehaviors misbehaviours', 'organize organise', 'organizations organisations', 'analyzing analysing'],
      ['center centre', 'centered centred', 'theaters theatres', 'counseling counselling', 'counselor counsellor', 'modeling modelling'],
      ['programs programmes', 'practise practice', 'license licence', 'enrollment enrolment', 'enroll enrol', 'skillful skilful'],
      ['catalog catalogue', 'judgment judgement', 'pediatric paediatric', 'kinesthetic kinaesthetic', 'inquiry enquiry', 'sulfur sulphur'],
      ['organiz organis', 'color colour', 'neighborhood neighbourhood', 'math maths', 'esthetic aesthetic'],
    ].flat(),
  )('%s', (pair) => {
    const [american = '', british = ''] = pair.split(' ');
    expect([britishWord(american), britishWord(british)]).toEqual([british, british]);
  });

  test('what looks alike and is another word stays', () => {
    for (const word of 'size prize seize tutor director mentor literacy laboratory humorous quiz model travel mathematics peter'.split(' '))
      expect(britishWord(word)).toBe(word);
  });

  test('text keeps its case and all else', () =>
    expect(britishSpelling('Head of Behavior, Łódź (KS3)!')).toBe('Head of behaviour, Łódź (KS3)!'));

  test('a word is found by either spelling, and one that is still typed by what it begins', () => {
    expect(spellingsOf('organize')).toEqual(['organize', 'organise']);
    expect(spellingsOf('program')).toEqual(['program', 'programme']);
    expect(spellingsOf('school')).toEqual(['school']);
  });
});
