import { given, happened } from '../testing/given-events.js';
import { dueView } from './due.view.js';

const asked = happened('MentoringRequested', {
  ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
  ...{ remindOn: '2026-03-04', answerBy: '2026-03-09' },
});
const reminded = happened('RequestReminded', { request: 'r1' });
const row = (...events: Parameters<typeof given>[1]) => given(dueView, [asked, ...events]).row('r1');

describe('what the clock must do about a request', () => {
  test('[R4] the reminder comes first, then the end, on the day after the last day to answer', () => {
    expect(row()).toMatchObject({ kind: 'remind', day: '2026-03-04' });
    expect(row(reminded)).toMatchObject({ kind: 'lapse', day: '2026-03-10' });
  });

  test('[R4] more time moves the end', () => {
    expect(row(reminded, happened('RequestExtended', { request: 'r1', answerBy: '2026-03-16' }))).toMatchObject({
      kind: 'lapse',
      day: '2026-03-17',
    });
  });

  test('[R4] talking begins anew, reminder included', () => {
    const discussed = happened('RequestDiscussed', {
      request: 'r1',
      from: 'asha',
      text: '',
      remindOn: '2026-03-11',
      answerBy: '2026-03-16',
    });
    expect(row(reminded, discussed)).toMatchObject({ kind: 'remind', day: '2026-03-11', answerBy: '2026-03-16' });
  });

  test('a closed request needs nothing', () => {
    expect(row(happened('RequestWithdrawn', { request: 'r1', mentor: 'asha', mentee: 'ben' }))).toBeUndefined();
  });

  test('nobody is shown it', () => {
    expect(given(dueView, [asked]).audience('r1')).toEqual([]);
  });
});
