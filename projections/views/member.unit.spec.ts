import { given, happened } from '../testing/given-events.js';
import { memberView } from './member.view.js';

const joined = happened('MemberJoined', { institution: 'oakfield', person: 'ben', from: '2025-09-01' });
const granted = happened('RoleGranted', { institution: 'oakfield', person: 'ben', role: 'leader' });
const left = happened('MemberLeft', { institution: 'oakfield', person: 'ben' }, { at: '2026-06-30T23:30:00.000Z' });
const row = (...events: Parameters<typeof given>[1]) => given(memberView, events).row('oakfield:ben');

describe('the list of an institution’s people', () => {
  test('is for those who keep it: its coordinators and administrators, its trust’s, and the hub’s administrators', () => {
    const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
    for (const events of [
      [trust, joined],
      [joined, trust],
    ]) {
      expect(given(memberView, events).audience('oakfield:ben')).toEqual([
        'institution:hub#administrators',
        'institution:oakfield#administrators',
        'institution:oakfield#coordinators',
        'institution:riverbank#administrators',
        'institution:riverbank#coordinators',
      ]);
    }
  });

  test('a trust that a school left keeps no list of its people, those who left before included', () => {
    const events = [
      joined,
      happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' }),
      left,
      happened('TrustLeft', { institution: 'oakfield', trust: 'riverbank' }),
    ];
    expect(
      given(memberView, events)
        .audience('oakfield:ben')
        .filter((one) => one.includes('riverbank')),
    ).toEqual([]);
  });

  test('says since when, as what, and when they left by the calendar of the United Kingdom', () => {
    expect(row(joined, granted)).toMatchObject({ from: '2025-09-01', roles: ['leader'], left: null });
    expect(row(joined, granted, left)).toMatchObject({ roles: [], left: '2026-07-01' });
    expect(row(joined, granted, left, joined)).toMatchObject({ roles: [], left: null });
  });

  test('says since when, as it was corrected last', () => {
    const corrected = happened('FirstDayCorrected', { institution: 'oakfield', person: 'ben', from: '2024-09-02' });
    expect(row(joined, granted, corrected)).toMatchObject({ from: '2024-09-02', roles: ['leader'], left: null });
    expect(row(joined, corrected, left)).toMatchObject({ from: '2024-09-02', left: '2026-07-01' });
    expect(row(joined, corrected, left, joined)).toMatchObject({ from: '2025-09-01' });
  });

  test('[R9] an erased person is on no list, and the hub knows where one counts them still', () => {
    const erased = happened('PersonErased', { person: 'ben' });
    const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
    // The last: added by a process that had not heard of it.
    for (const events of [
      [joined, granted, erased],
      [joined, erased, trust],
      [erased, joined],
    ]) {
      expect(given(memberView, events).audience('oakfield:ben')).toEqual([]);
      expect(row(...events)).toMatchObject({ institution: 'oakfield', person: 'ben', roles: [] });
      expect(row(...events, left)).toBeUndefined();
    }
    expect(row(joined, left, erased)).toBeUndefined();
  });
});
