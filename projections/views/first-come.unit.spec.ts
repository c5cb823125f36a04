import { COUNTED, given, happened } from '../testing/given-events.js';
import { goalView } from './goal.view.js';
import { reflectionView } from './reflection.view.js';
import { requestView } from './request.view.js';

const asked = (mentor: string, mentee: string) =>
  happened(
    'MentoringRequested',
    {
      ...{ request: 'r1', mentor, mentee, note: `Words of ${mentee}`, aims: [], times: [], reserves: [] },
      ...{ remindOn: '2026-03-10', answerBy: '2026-03-13', counted: COUNTED },
    },
    { stream: `caseload-${mentor}` },
  );
const wrote = (person: string) =>
  happened(
    'ReflectionWritten',
    { reflection: 'f1', person, mentorship: null, meeting: null, prompt: null, title: '', text: `Words of ${person}`, statements: [] },
    { stream: `growth-${person}` },
  );

describe('an id that two streams use belongs to the one that used it first', () => {
  test('[R6] a request keeps its two, and what is written about the other reaches neither of them', () => {
    const elsewhere = { stream: 'caseload-zoe' };
    const after = given(requestView, [
      asked('mia', 'ben'),
      asked('zoe', 'cleo'),
      happened(
        'RequestDiscussed',
        { request: 'r1', from: 'zoe', text: 'For Cleo alone', remindOn: '2026-03-12', answerBy: '2026-03-17', counted: COUNTED },
        elsewhere,
      ),
      happened('RequestDeclined', { request: 'r1', mentor: 'zoe', mentee: 'cleo', reason: '', next: null }, elsewhere),
    ]);
    expect(after.row('r1')).toMatchObject({ mentor: 'mia', note: 'Words of ben', status: 'open', messages: [], answerBy: '2026-03-13' });
    expect(after.audience('r1')).toEqual(['person:ben', 'person:mia']);
  });

  test('[R6] a goal stays with its pair, and its mentor cannot move it to another', () => {
    const goal = (mentorship: string, mentee: string) =>
      happened(
        'GoalAgreed',
        {
          ...{ mentorship, goal: 'g1', mentee, description: { title: `Of ${mentee}`, why: '', success: '' } },
          ...{ tag: null, statements: [], due: null },
        },
        { stream: `goals-${mentorship}` },
      );
    const after = given(goalView, [
      goal('m1', 'ben'),
      goal('m2', 'cleo'),
      happened('GoalSetAside', { mentorship: 'm2', goal: 'g1' }, { stream: 'goals-m2' }),
    ]);
    expect(after.row('g1')).toMatchObject({ mentorship: 'm1', mentee: 'ben', status: 'open' });
    expect(after.audience('g1')).toEqual(['mentorship:m1']);
  });

  test('[R9] a reflection stays its author’s, also when whoever used its id again is erased', () => {
    const after = given(reflectionView, [wrote('ben'), wrote('cleo'), happened('PersonErased', { person: 'cleo' })]);
    expect(after.row('f1')).toMatchObject({ person: 'ben', text: 'Words of ben' });
    expect(given(reflectionView, [wrote('ben'), wrote('cleo'), happened('PersonErased', { person: 'ben' })]).row('f1')).toBeUndefined();
  });
});
