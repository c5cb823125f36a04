import { askedNoMore, askedToContinue, continued, lastDayMoved } from '../testing/closings.js';
import { given, happened } from '../testing/given-events.js';
import { pairingView } from './pairing.view.js';

const member = (person: string, institution: string) => happened('MemberJoined', { institution, person, from: '2025-09-01' });
const started = happened('MentorshipStarted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', request: null, aims: ['behaviour'] });
const booked = (meeting: string, startsAt: string) =>
  happened('MeetingBooked', {
    ...{ meeting, mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', time: { startsAt, minutes: 45 } },
    ...{ format: 'in-person', placeBy: 'ben', place: 'The library' },
  });
const row = (...events: Parameters<typeof given>[1]) => given(pairingView, [started, ...events]).row('m1');
const houses = (...events: Parameters<typeof given>[1]) => [
  ...new Set(
    given(pairingView, events)
      .audience('m1')
      .map((principal) => principal.replace(/^institution:(\w+)#.*/, '$1')),
  ),
];

describe('a pair as leaders and coordinators see it', () => {
  test('[R6] is for coordinators and leaders of the institutions of both, and says nothing in words', () => {
    const rows = given(pairingView, [member('asha', 'elm'), member('ben', 'oakfield'), started, booked('k1', '2026-03-09T15:40:00.000Z')]);
    expect(rows.audience('m1')).toEqual([
      ...['institution:elm#coordinators', 'institution:elm#leaders'],
      ...['institution:oakfield#coordinators', 'institution:oakfield#leaders'],
    ]);
    expect(Object.keys(rows.row('m1') ?? {}).sort()).toEqual([
      ...[
        'agreedOn',
        'bookedUntil',
        'closesAfter',
        'continuedOn',
        'endedOn',
        'lastMetOn',
        'meetingsHeld',
        'mentee',
        'menteeAt',
        'menteeLeft',
        'mentor',
        'mentorAt',
        'mentorship',
        'minutes',
        'nextMeetingOn',
        'startedOn',
        'status',
      ],
    ]);
  });

  test('follows the two: a school that they left sees no more of it, a trust that the school joins does', () => {
    const [ben, asha] = [member('ben', 'oakfield'), member('asha', 'elm')];
    expect(houses(ben, asha, started, happened('MemberLeft', { institution: 'oakfield', person: 'ben' }))).toEqual(['elm']);
    expect(houses(ben, asha, started, happened('TrustJoined', { institution: 'elm', trust: 'riverbank' }))).toEqual([
      'elm',
      'oakfield',
      'riverbank',
    ]);
    expect(houses(started)).toEqual([]);
  });

  test('is found where either of the two belongs now, a trust included, and says which of them does', () => {
    const joins = happened('TrustJoined', { institution: 'elm', trust: 'riverbank' });
    const leaves = happened('MemberLeft', { institution: 'oakfield', person: 'ben' });
    const row = (...events: Parameters<typeof given>[1]) => given(pairingView, events).row('m1');
    const [ben, asha] = [member('ben', 'oakfield'), member('asha', 'elm')];
    expect(row(ben, asha, started)).toMatchObject({ mentorAt: ['elm'], menteeAt: ['oakfield'] });
    expect(row(ben, asha, started, joins)).toMatchObject({ mentorAt: ['elm', 'riverbank'], menteeAt: ['oakfield'] });
    expect(row(ben, asha, started, leaves)).toMatchObject({ mentorAt: ['elm'], menteeAt: [] });
  });

  test('says what the mentee left and when, until they are there again', () => {
    const left = happened(
      'MenteeLeft',
      { mentorship: 'm1', mentor: 'asha', mentee: 'ben', institution: 'oakfield' },
      { at: '2026-03-06T12:00:00.000Z' },
    );
    expect([row()?.menteeLeft, row(left)?.menteeLeft, row(left, member('ben', 'oakfield'))?.menteeLeft]).toEqual([
      ...[null, { institution: 'oakfield', on: '2026-03-06' }, null],
    ]);
  });

  test('says when they meet next: the earliest meeting that is booked and not over', () => {
    const [first, second] = [booked('k1', '2026-03-09T15:40:00.000Z'), booked('k2', '2026-03-23T15:40:00.000Z')];
    expect(row(second, first)?.nextMeetingOn).toBe('2026-03-09');
    expect(row(second, first, happened('MeetingCancelled', { meeting: 'k1', mentorship: 'm1', by: 'ben' }))?.nextMeetingOn).toBe(
      '2026-03-23',
    );
    const moved = happened('MeetingMoved', {
      meeting: 'k1',
      mentorship: 'm1',
      by: 'ben',
      time: { startsAt: '2026-03-30T14:40:00.000Z', minutes: 45 },
    });
    expect(row(second, first, moved)?.nextMeetingOn).toBe('2026-03-23');
    const closed = happened('MeetingClosed', {
      ...{ meeting: 'k2', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', took: true, on: '2026-03-23', minutes: 45 },
    });
    expect(row(second, closed)).toMatchObject({ nextMeetingOn: null, meetingsHeld: 1, lastMetOn: '2026-03-23' });
  });

  test('says until when something is booked, whatever was not recorded', () => {
    const [first, second] = [booked('k1', '2026-03-09T15:40:00.000Z'), booked('k2', '2026-03-23T15:40:00.000Z')];
    expect(row(second, first)?.bookedUntil).toBe('2026-03-23');
    expect(row(second, first, happened('MeetingCancelled', { meeting: 'k2', mentorship: 'm1', by: 'ben' }))?.bookedUntil).toBe(
      '2026-03-09',
    );
    expect(row()?.bookedUntil).toBeNull();
  });

  test('[R8] says until when a pair that was asked may continue, and when it said so', () => {
    expect(row(askedToContinue)).toMatchObject({ closesAfter: '2026-03-13', continuedOn: null });
    expect(row(askedToContinue, lastDayMoved)?.closesAfter).toBe('2026-03-16');
    expect(row(askedToContinue, continued)).toMatchObject({
      ...{ closesAfter: null, continuedOn: '2026-03-09' },
    });
    for (const over of askedNoMore) expect(row(askedToContinue, over)?.closesAfter).toBeNull();
  });

  test('times that are suggested after they were asked, and a pause that is over, are signs that they continue', () => {
    const at = '2026-03-11T09:00:00.000Z';
    for (const event of ['ClosingLifted', 'MentorshipResumed'] as const)
      expect(row(happened(event, { mentorship: 'm1', by: 'ben' }, { at }))).toMatchObject({ continuedOn: '2026-03-11' });
  });

  test('[R10] the day on which they last met is taken back with the record of it', () => {
    const closed = (meeting: string, on: string) =>
      happened('MeetingClosed', {
        ...{ meeting, mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', took: true, on, minutes: 45 },
      });
    const retracted = (meeting: string) =>
      happened('AttendanceRecorded', { meeting, mentorship: 'm1', by: 'ben', took: false, minutes: 0 });
    const met = [closed('k1', '2026-03-03'), closed('k2', '2026-03-24')];
    expect(row(...met, retracted('k2'))).toMatchObject({ meetingsHeld: 1, lastMetOn: '2026-03-03' });
    expect(row(...met, retracted('k1'))).toMatchObject({ meetingsHeld: 1, lastMetOn: '2026-03-24' });
    expect(row(...met, retracted('k2'), retracted('k1'))).toMatchObject({ meetingsHeld: 0, lastMetOn: null });
  });

  test('says how it stands', () => {
    const agreed = happened('MentorshipAgreed', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', agreement: 'a1' });
    const pausing = [
      happened('MentorshipPaused', { mentorship: 'm1', by: 'ben', until: null, why: 'chosen' }),
      happened('MentorshipResumed', { mentorship: 'm1', by: 'ben' }),
    ];
    expect(row()).toMatchObject({ status: 'trial', startedOn: '2026-03-06' });
    expect(row(...pausing)).toMatchObject({ status: 'trial' });
    expect(row(agreed, ...pausing)).toMatchObject({ status: 'active', agreedOn: '2026-03-06' });
    expect(row(agreed, happened('MentorshipCompleted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben' }))).toMatchObject({
      ...{ status: 'completed', endedOn: '2026-03-06' },
    });
  });

  test('[R6] [R8] an ended pair is the same whoever ended it, and does not say whether its mentee has no mentor now', () => {
    const ended = (by: string, wantsAnother: boolean) =>
      row(happened('MentorshipEnded', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by, reason: 'Private', wantsAnother }));
    const rows = ['asha', 'ben', 'hub'].flatMap((by) => [true, false].map((wants) => ended(by, wants)));
    expect(rows[0]).toMatchObject({ status: 'ended' });
    expect(rows[0]).not.toHaveProperty('menteeLooks');
    for (const one of rows) expect(one).toEqual(rows[0]);
  });
});
