import { understand } from './understand.js';

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

  test('what is half typed is text until it is whole', () => {
    expect(understand('mathe')).toEqual({ understood: [], rest: 'mathe' });
    expect(understand('ks').understood).toEqual([]);
  });
});
