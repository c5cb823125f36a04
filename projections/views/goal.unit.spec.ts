import { given, happened } from '../testing/given-events.js';
import { goalView } from './goal.view.js';

const of = { mentorship: 'm1', goal: 'g1' };
const description = { title: 'Calmer starts', why: 'I lose ten minutes', success: 'Books open in two' };
const whole = { ...of, mentee: 'ben', description, tag: 'behaviour', statements: ['ts-7'], due: '2026-07-01' };
const agreed = happened('GoalAgreed', { ...whole, by: 'ben' }, { actor: 'ben' });
const step = (id: string, by = 'ben') =>
  happened('StepPlanned', { ...of, step: id, mentee: 'ben', by, title: `Step ${id}` }, { actor: by });
const done = (id: string, by = 'ben') => happened('ProgressRecorded', { ...of, step: id, by, note: 'It worked' });
const achieved = happened('GoalAchieved', { ...of, by: 'asha', evidence: 'I watched two starts' });
const row = (...events: Parameters<typeof given>[1]) => given(goalView, [agreed, ...events]).row('g1');

describe('a goal', () => {
  test('[R6] is for the pair', () => {
    expect(given(goalView, [agreed]).audience('g1')).toEqual(['mentorship:m1']);
    expect(row()).toMatchObject({ description, status: 'open', steps: [], due: '2026-07-01' });
  });

  test('has its steps in the order in which they were planned, those taken with what was noticed', () => {
    expect(row(step('s1'), step('s2'), done('s2'))?.steps).toMatchObject([
      { step: 's1', done: null },
      { step: 's2', title: 'Step s2', done: { by: 'ben', note: 'It worked', at: '2026-03-06T12:00:00.000Z' } },
    ]);
  });

  test('has the day that they changed it to, or none', () => {
    expect(row(happened('GoalDayChanged', { ...of, by: 'asha', due: '2026-09-01', was: '2026-07-01' }))?.due).toBe('2026-09-01');
    expect(row(happened('GoalDayChanged', { ...of, by: 'asha', due: null, was: '2026-07-01' }))?.due).toBeNull();
  });

  test('a step that was reopened lies ahead again', () => {
    expect(row(step('s1'), done('s1'), happened('StepReopened', { ...of, step: 's1' }))?.steps).toMatchObject([{ done: null }]);
  });

  test('is achieved with evidence, or set aside', () => {
    expect(row(achieved)).toMatchObject({ status: 'achieved', achieved: { by: 'asha', evidence: 'I watched two starts' } });
    expect(row(happened('GoalSetAside', of))).toMatchObject({ status: 'set-aside', achieved: null });
  });

  const erased = (person: string) => happened('PersonErased', { person });
  const NO_WORDS = { title: '', why: '', success: '' };

  test('[R9] the mentee’s words go with the mentee, the mentor’s with the mentor', () => {
    const events = [step('s1'), step('s2', 'asha'), done('s1', 'asha'), achieved];
    expect(row(...events, erased('ben'))).toMatchObject({
      description: NO_WORDS,
      steps: [
        { title: '', done: { note: 'It worked' } },
        { title: 'Step s2', by: 'asha' },
      ],
      achieved: { evidence: 'I watched two starts' },
    });
    expect(row(...events, erased('asha'))).toMatchObject({
      description,
      steps: [{ title: 'Step s1', done: { note: '' } }, { title: '' }],
      achieved: { evidence: '' },
    });
  });

  test('[R9] that the mentor worded stays when the mentee is erased; without its author it keeps its day, state, steps and links', () => {
    const hers = happened('GoalAgreed', { ...whole, by: 'asha' }, { actor: 'asha' });
    const told = (...events: Parameters<typeof given>[1]) => given(goalView, [hers, step('s1'), done('s1'), ...events]).row('g1');
    expect(told(erased('ben'))).toMatchObject({ description, by: 'asha' });
    expect(told(erased('asha'))).toMatchObject({
      ...{ description: NO_WORDS, by: 'asha', mentee: 'ben', status: 'open', due: '2026-07-01', statements: ['ts-7'] },
      steps: [{ title: 'Step s1', done: { note: 'It worked' } }],
    });
  });

  test.each(['ben', 'asha'])('[R9] an older one, sealed for the mentee and worded by the mentor, goes with %s too', (person) => {
    const older = [
      happened('GoalAgreed', whole, { actor: 'asha' }),
      happened('StepPlanned', { ...of, step: 's1', mentee: 'ben', title: 'Step s1' }, { actor: 'asha' }),
    ];
    expect(given(goalView, [...older, erased(person)]).row('g1')).toMatchObject({ description: NO_WORDS, steps: [{ title: '' }] });
    expect(given(goalView, [...older, erased('cleo')]).row('g1')).toMatchObject({ description, steps: [{ title: 'Step s1' }] });
  });
});
