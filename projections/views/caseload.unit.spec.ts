import { COUNTED, given, happened } from '../testing/given-events.js';
import { caseloadView } from './caseload.view.js';

const both = { mentor: 'asha', mentee: 'ben' };
const asked = (request: string) =>
  happened('MentoringRequested', {
    ...{ request, ...both, note: '', aims: [], times: [], reserves: [] },
    ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
  });
const accepted = happened('RequestAccepted', { request: 'r1', ...both, mentorship: 'm1', aims: [] });
const places = happened('CapacityChanged', { mentor: 'asha', places: 3 });
const row = (...events: Parameters<typeof given>[1]) => given(caseloadView, events).row('asha');

describe('a mentor’s caseload', () => {
  test('[R1] counts places, those taken and requests that wait', () => {
    expect(row(places, asked('r1'), asked('r2'), accepted)).toEqual({ mentor: 'asha', places: 3, taken: 1, open: 1 });
  });

  test('[R8] a released place is free again', () => {
    expect(row(places, asked('r1'), accepted, happened('PlaceReleased', { mentor: 'asha', mentorship: 'm1' }))).toMatchObject({ taken: 0 });
  });

  test('a request that was declined, withdrawn or lapsed waits no more', () => {
    for (const end of [
      happened('RequestDeclined', { request: 'r1', ...both, reason: '', next: null }),
      happened('RequestWithdrawn', { request: 'r1', ...both }),
      happened('RequestLapsed', { request: 'r1', ...both, actsNext: 'mentor', next: null }),
    ]) {
      expect(row(asked('r1'), end)).toMatchObject({ open: 0, taken: 0 });
    }
  });

  test('is for the mentor', () => {
    expect(given(caseloadView, [places]).audience('asha')).toEqual(['person:asha']);
  });
});
