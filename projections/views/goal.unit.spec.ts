import { given, happened } from '../testing/given-events.js';
import { goalView } from './goal.view.js';

const of = { mentorship: 'm1', goal: 'g1' };
const description = { title: 'Calmer starts', why: 'I lose ten minutes', success: 'Books open in two' };
const agreed = happened('GoalAgreed', { ...of, mentee: 'ben', description, tag: 'behaviour', statements: ['ts-7'], due: '2026-07-01' });
const step = (id: string) => happened('StepPlanned', { ...of, step: id, mentee: 'ben', title: `Step ${id}` });
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

  test('[R9] the mentee’s words go with the mentee, the mentor’s with the mentor', () => {
    const events = [step('s1'), done('s1', 'asha'), achieved];
    expect(row(...events, happened('PersonErased', { person: 'ben' }))).toMatchObject({
      description: { title: '' },
      steps: [{ title: '', done: { note: 'It worked' } }],
      achieved: { evidence: 'I watched two starts' },
    });
    expect(row(...events, happened('PersonErased', { person: 'asha' }))).toMatchObject({
      description,
      steps: [{ title: 'Step s1', done: { note: '' } }],
      achieved: { evidence: '' },
    });
  });
});
