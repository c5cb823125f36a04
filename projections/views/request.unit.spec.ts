import { COUNTED, given, happened } from '../testing/given-events.js';
import { requestView } from './request.view.js';

const asked = happened('MentoringRequested', {
  ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: 'Please', aims: ['behaviour'], times: [], reserves: ['cleo'] },
  ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
});
const said = (from: string, text: string) =>
  happened('RequestDiscussed', { request: 'r1', from, text, remindOn: '2026-03-06', answerBy: '2026-03-11', counted: COUNTED });
const both = { request: 'r1', mentor: 'asha', mentee: 'ben' };
const row = (...events: Parameters<typeof given>[1]) => given(requestView, [asked, ...events]).row('r1');

describe('a request as both sides see it', () => {
  test('is for the two, and says whose move it is and by when', () => {
    expect(given(requestView, [asked]).audience('r1')).toEqual(['person:asha', 'person:ben']);
    expect(row()).toMatchObject({ status: 'open', actsNext: 'mentor', answerBy: '2026-03-09', note: 'Please', messages: [] });
  });

  test('[R4] talking gives the answer its full time again and the move to the other', () => {
    expect(row(said('asha', 'When?'))).toMatchObject({ actsNext: 'mentee', answerBy: '2026-03-11', remindOn: '2026-03-06' });
    expect(row(said('asha', 'When?'), said('ben', 'Monday'))).toMatchObject({
      actsNext: 'mentor',
      messages: [{ from: 'asha' }, { text: 'Monday' }],
    });
  });

  test('[R2] a yes shows the two the first meeting that it named; an old one named none', () => {
    const first = { meeting: 't1', time: { startsAt: '2026-03-10T15:40:00.000Z', minutes: 40 }, format: 'in-person' };
    const yes = { ...both, mentorship: 'm1', aims: [] };
    expect(row(happened('RequestAccepted', { ...yes, first }))).toMatchObject({ status: 'accepted', first });
    expect(row(happened('RequestAccepted', yes))).toMatchObject({ status: 'accepted', first: null });
    expect(given(requestView, [asked, happened('RequestAccepted', { ...yes, first })]).audience('r1')).toEqual([
      'person:asha',
      'person:ben',
    ]);
  });

  test('[R4] a closure that was set since moves the last day for both', () => {
    const moved = happened('AnswerDayMoved', { request: 'r1', remindOn: '2026-03-06', answerBy: '2026-03-11' });
    expect(row(moved)).toMatchObject({ actsNext: 'mentor', remindOn: '2026-03-06', answerBy: '2026-03-11', extended: false });
  });

  test('[R4] a reminder is due again after they talked', () => {
    const reminded = happened('RequestReminded', { request: 'r1', actsNext: 'mentor' });
    expect(row(reminded)?.reminded).toBe(true);
    expect(row(reminded, said('asha', 'When?'))?.reminded).toBe(false);
  });

  test('every end closes it: nobody acts next', () => {
    const ends = {
      accepted: happened('RequestAccepted', { ...both, mentorship: 'm1', aims: [] }),
      declined: happened('RequestDeclined', { ...both, reason: 'Too much on', next: null }),
      withdrawn: happened('RequestWithdrawn', both),
      lapsed: happened('RequestLapsed', { ...both, actsNext: 'mentor', next: 'cleo' }),
    };
    for (const [status, end] of Object.entries(ends)) {
      expect(row(end)).toMatchObject({ status, actsNext: 'nobody', closedAt: '2026-03-06T12:00:00.000Z' });
    }
    expect(row(ends.accepted)?.mentorship).toBe('m1');
    expect(row(ends.declined)?.reason).toBe('Too much on');
  });

  test('the mentor does not learn whom the mentee would ask next, or is passed on to', () => {
    const passedOn = happened('RequestLapsed', { ...both, actsNext: 'mentor', next: 'cleo' });
    expect(JSON.stringify([...given(requestView, [asked, passedOn]).everything()])).not.toContain('cleo');
  });

  test('[R9] erasing one of them empties their words and leaves the other’s', () => {
    const events = [said('asha', 'When?'), said('ben', 'Monday'), happened('PersonErased', { person: 'ben' })];
    expect(row(...events)).toMatchObject({
      note: '',
      messages: [
        { from: 'asha', text: 'When?' },
        { from: 'ben', text: '' },
      ],
    });
  });
});
