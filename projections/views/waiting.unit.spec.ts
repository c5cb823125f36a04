import { COUNTED, given, happened } from '../testing/given-events.js';
import { waitingView } from './waiting.view.js';

const joins = (person: string, institution = 'oakfield') => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
const asked = happened('MentoringRequested', {
  ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: 'Private words', aims: ['tag-secret'], times: [], reserves: ['cleo'] },
  ...{ remindOn: '2026-03-04', answerBy: '2026-03-13', counted: COUNTED },
});
const rows = (...events: Parameters<typeof given>[1]) => given(waitingView, [joins('asha', 'elm'), joins('ben'), trust, asked, ...events]);

describe('a mentee who waits for a reply', () => {
  test('[R6] is on the desk of their own coordinators, in days and states and without a word', () => {
    expect(rows().row('r1')).toEqual({
      ...{ request: 'r1', mentor: 'asha', mentee: 'ben' },
      ...{ since: '2026-03-06', answerBy: '2026-03-13', actsNext: 'mentor' },
    });
    expect(rows().audience('r1')).toEqual(['institution:oakfield#coordinators', 'institution:riverbank#coordinators']);
    for (const secret of ['Private words', 'tag-secret', 'cleo']) expect(JSON.stringify([...rows().everything()])).not.toContain(secret);
  });

  test('[R4] waits longer when the mentor asks for time, and not while the mentor waits for them', () => {
    expect(
      rows(happened('RequestExtended', { request: 'r1', answerBy: '2026-03-20', counted: COUNTED } as never)).row('r1')?.answerBy,
    ).toBe('2026-03-20');
    const said = (from: string) =>
      happened('RequestDiscussed', {
        ...{ request: 'r1', mentor: 'asha', from, text: 'More words', remindOn: '2026-03-12', answerBy: '2026-03-17', counted: COUNTED },
      } as never);
    expect(rows(said('asha')).row('r1')).toMatchObject({ actsNext: 'mentee', answerBy: '2026-03-17' });
    expect(rows(said('asha'), said('ben')).row('r1')?.actsNext).toBe('mentor');
  });

  test.each(['RequestAccepted', 'RequestDeclined', 'RequestWithdrawn', 'RequestLapsed'] as const)('is off the desk once %s', (type) => {
    expect(rows(happened(type, { request: 'r1', mentor: 'asha', mentee: 'ben' } as never)).ids()).toEqual([]);
  });

  test('[R9] follows them from school to school, and ends with them', () => {
    const moved = rows(happened('MemberLeft', { institution: 'oakfield', person: 'ben' }), joins('ben', 'moor'));
    expect(moved.audience('r1')).toEqual(['institution:moor#coordinators']);
    expect(rows(happened('PersonErased', { person: 'ben' })).ids()).toEqual([]);
  });
});
