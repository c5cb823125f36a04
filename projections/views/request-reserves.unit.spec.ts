import { COUNTED, given, happened } from '../testing/given-events.js';
import { requestReservesView } from './request-reserves.view.js';

const asked = happened('MentoringRequested', {
  ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: ['cleo', 'dev'] },
  ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
});

describe('whom a mentee would ask next', () => {
  test('is for the mentee alone, in their order', () => {
    const rows = given(requestReservesView, [asked]);
    expect(rows.audience('r1')).toEqual(['person:ben']);
    expect(rows.row('r1')).toMatchObject({ reserves: ['cleo', 'dev'], passedOnTo: null });
  });

  test('says who was asked in the end', () => {
    const ended = { request: 'r1', mentor: 'asha', mentee: 'ben', next: 'cleo' };
    expect(given(requestReservesView, [asked, happened('RequestLapsed', { ...ended, actsNext: 'mentor' })]).row('r1')?.passedOnTo).toBe(
      'cleo',
    );
    expect(given(requestReservesView, [asked, happened('RequestDeclined', { ...ended, reason: '' })]).row('r1')?.passedOnTo).toBe('cleo');
  });

  test('[R9] is gone with the mentee, and stays when a mentor is', () => {
    const after = (person: string) => given(requestReservesView, [asked, happened('PersonErased', { person })]).ids();
    expect(after('ben')).toEqual([]);
    expect(after('asha')).toEqual(['r1']);
  });
});
