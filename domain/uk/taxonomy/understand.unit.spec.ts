import { namesAnything, namesJob, understand, understandEither } from './understand.js';

const of = (typed: string) => {
  const { understood, rest } = understand(typed);
  return { rest, named: understood.map(({ named }) => named) };
};

describe('what is looked for, in words', () => {
  test('`ks2 maths` names a phase in each nation that has it, and a subject', () =>
    expect(of('ks2 maths')).toEqual({
      rest: '',
      named: [{ phase: expect.arrayContaining(['ph-ks2', 'ph-ni-ks1-2']) }, { subject: ['sub-mathematics'] }],
    }));

  test.each([
    ['Key Stage 3', { phase: expect.arrayContaining(['ph-ks3']) }],
    ['Y7', { phase: expect.arrayContaining(['ph-ks3', 'ph-wal-ps4-5']) }],
    [
      'primary',
      {
        phase: expect.arrayContaining(['ph-ks1', 'ph-ks2', 'ph-sco-first-second']),
        subject: expect.anything(),
        expertise: expect.anything(),
      },
    ],
    ['sixth form', { phase: ['ph-ks5'], setting: ['set-sixth-form'], expertise: expect.anything() }],
    ['R.E.', { subject: expect.arrayContaining(['sub-religious-education']) }],
    ['PRU', { setting: ['set-ap'], expertise: ['exp-phase-alternative-provision'] }],
    ['ADHD', { expertise: ['exp-send-adhd'] }],
    ['SENCo', { expertise: ['exp-send-senco-and-alnco-leadership'] }],
    [
      'Wellbeing',
      {
        expertise: expect.arrayContaining(['exp-pastoral-pupil-mental-health-and-wellbeing', 'exp-career-staff-wellbeing-and-resilience']),
      },
    ],
    ['cold calling', { expertise: ['exp-classroom-questioning-and-dialogue'] }],
    ['ECTs', { stage: expect.arrayContaining(['stage-ect1', 'stage-ect2']), expertise: expect.anything() }],
    ['working with parents and carers', { expertise: ['exp-pastoral-working-with-parents-and-carers'] }],
    ['IT', { subject: expect.arrayContaining(['sub-ict']) }],
  ])('%s', (typed, named) => expect(of(typed)).toEqual({ rest: '', named: [named] }));

  test('other words are left as text, and idle ones are dropped beside what was understood', () => {
    expect(of('maths teacher in Hackney')).toEqual({ rest: 'hackney', named: [{ subject: ['sub-mathematics'] }] });
    expect(of('Łukasz physics')).toEqual({ rest: 'lukasz', named: [{ subject: ['sub-physics'] }] });
    expect(understand('teacher')).toEqual({ understood: [], rest: 'teacher' });
    expect(understand('Siân O’Brien')).toEqual({ understood: [], rest: 'Siân O’Brien' });
  });

  test('a word of everyday English names something only where it stands alone', () => {
    expect(understand('help with it at Northfield').understood).toEqual([]);
    expect(understand('').understood).toEqual([]);
  });

  test('titles of people are left aside, where a name follows', () => {
    expect(understand('Ms Rahman')).toEqual({ understood: [], rest: 'Rahman' });
    expect(understand('Dr. Siân O’Brien')).toEqual({ understood: [], rest: 'Siân O’Brien' });
    expect(of('Mr Banerjee maths')).toEqual({ rest: 'banerjee', named: [{ subject: ['sub-mathematics'] }] });
    expect(understand('Miss')).toEqual({ understood: [], rest: 'Miss' });
  });

  test('American spellings are read as British', () => {
    expect(understand('behavior')).toEqual(understand('behaviour'));
    expect(understand('Research Center')).toEqual(understand('Research Centre'));
    expect(understand('counseling')).toEqual(understand('counselling'));
  });

  test('a job in several words, or as people shorten it, is looked for in job titles', () => {
    expect(of('head of year')).toEqual({ rest: '', named: [{ expertise: ['exp-leadership-pastoral-and-year-leadership'] }] });
    expect(understand('Deputy Head')).toEqual({ understood: [], rest: 'Deputy Head' });
    expect(of('HOD science')).toEqual({
      rest: '',
      named: [{ expertise: ['exp-leadership-subject-and-middle-leadership'] }, of('science').named[0]],
    });
    expect(understand('AHT')).toEqual({ understood: [], rest: 'AHT' });
    expect(understand('SENCOs').understood[0]).toMatchObject({ words: 'sencos', inTitles: 'senco' });
    expect(of('SLT').named).toEqual([expect.objectContaining({ stage: ['stage-senior-leader'] })]);
  });

  test('a job in full that names nothing is text, whatever a part of it would name', () => {
    expect(understand('Deputy Head Teacher')).toEqual({ understood: [], rest: 'Deputy HeadTeacher' });
    expect(understand('vice principal maths')).toMatchObject({ rest: 'vice principal', understood: [{ words: 'maths' }] });
    expect(understand('literacy co-ordinators').rest).toBe('coordinators');
  });

  test('`ECT mentor` is whoever mentors ECTs or would like to help them', () => {
    const { rest, named } = of('ECT mentor');
    expect(rest).toBe('');
    expect(named).toEqual([
      {
        expertise: expect.arrayContaining(['exp-professional-learning-mentoring-early-career-teachers']),
        stage: expect.arrayContaining(['stage-ect1', 'stage-ect2']),
      },
    ]);
  });

  test('what is half typed is text until it is whole', () => {
    expect(understand('mathe')).toEqual({ understood: [], rest: 'mathe' });
    expect(understand('ks').understood).toEqual([]);
  });

  test('of what has “or” between, either will do', () => {
    expect(understandEither('maths or physics ks3')).toMatchObject({
      rest: '',
      understood: [
        { words: 'maths or physics', named: { subject: ['sub-mathematics', 'sub-physics'] } },
        { words: 'ks3', named: { phase: expect.arrayContaining(['ph-ks3']) } },
      ],
    });
    expect(understandEither('maths or SENCOs or asha').understood[0]).toMatchObject({
      words: 'maths or sencos or asha',
      either: [
        { words: 'maths', isNamed: true },
        { words: 'sencos', inTitles: 'senco', isNamed: true },
        { words: 'asha', isNamed: false },
      ],
    });
    for (const typed of ['maths lead', 'or', 'Or Cohen', 'asha rahman', 'maths or', 'or maths', 'Deputy Head', ''])
      expect([typed, understandEither(typed)]).toEqual([typed, understand(typed)]);
  });

  test.each([
    ['how do I get my class to listen', [], 'class listen'],
    ['Who can help me with Zebra?', [], 'Zebra?'],
    ['help me with maths please', ['maths'], ''],
    ['I’d like someone who teaches physics in Leeds', ['physics'], 'leeds'],
    ['who can help me', [], ''],
    // No sentence, or a name.
    ['Can Do', [], 'Can Do'],
    ['who', [], 'who'],
    ['The Grove teacher', [], 'The Grove teacher'],
    ['Will May', [], 'Will May'],
  ])('of a sentence, its telling words are asked for: %s', (typed, words, rest) => {
    const read = understandEither(typed);
    expect([read.understood.map((one) => one.words), read.rest]).toEqual([words, rest]);
  });

  test.each([
    ['maths teacher or physics teacher', 'maths or physics'],
    ['maths teachers or teachers of physics', 'maths or physics'],
    ['mentor or maths', 'mentor or maths'],
    ['maths or mentor', 'maths or mentor'],
  ])('%s is %s', (typed, words) => expect(understandEither(typed)).toMatchObject({ rest: '', understood: [{ words }] }));

  test('a wider area of subjects is all of them, and no one subject', () => {
    const [named] = of('STEM').named;
    expect(named?.subject).toEqual(expect.arrayContaining(['sub-science', 'sub-mathematics', 'sub-computing', 'sub-engineering']));
    expect(of('stem ks3')).toMatchObject({ rest: '', named: [named, { phase: expect.arrayContaining(['ph-ks3']) }] });
  });

  test('a name of anything, and a job, are known as they stand', () => {
    expect(['maths', 'Key Stage 3', 'ks3', 'zebra', '', 'mathe'].map(namesAnything)).toEqual([true, true, true, false, false, false]);
    expect(['head of year', 'head', 'zebra of year'].map(namesJob)).toEqual([true, false, false]);
  });
});
