import { given, happened, type Told } from '../testing/given-events.js';
import { cpdView } from './cpd.view.js';
import { dayView } from './day.view.js';
import { fitView } from './fit.view.js';
import { growthView } from './growth.view.js';
import { meetingView } from './meeting.view.js';
import { mentorshipView } from './mentorship.view.js';
import { overviewView } from './overview.view.js';
import { pairingView } from './pairing.view.js';
import { pulseView } from './pulse.view.js';

const school: Told = { institutions: ['oakfield'] };
const two = { mentorship: 'm1', mentor: 'asha', mentee: 'ben' };
const of = { meeting: 'k1', mentorship: 'm1' };
const time = { startsAt: '2026-03-05T15:40:00.000Z', minutes: 45 };
const credit = { ...of, on: '2026-03-05', minutes: 40 };
const before = [
  happened('MemberJoined', { institution: 'oakfield', person: 'asha', from: '2025-09-01' }, school),
  happened('MemberJoined', { institution: 'oakfield', person: 'ben', from: '2025-09-01' }, school),
  happened('MentorshipStarted', { ...two, request: null, aims: [] }, school),
  happened('MeetingBooked', { ...of, ...two, by: 'asha', placeBy: 'asha', format: 'online', place: '', time }, school),
];
const record = (by: string, minutes: number) => happened('AttendanceRecorded', { ...of, by, took: true, minutes }, school);
const closed = happened('MeetingClosed', { ...of, ...two, by: 'asha', took: true, on: '2026-03-05', minutes: 45 }, school);
const confirmed = happened('MeetingConfirmed', { ...of, ...two, on: '2026-03-05', minutes: 40 }, school);
const credited = (type: 'CpdCredited' | 'CpdWithdrawn') => [
  happened(type, { ...credit, person: 'asha', as: 'mentor' }),
  happened(type, { ...credit, person: 'ben', as: 'mentee' }),
];
const counted = [...before, record('asha', 45), closed, record('ben', 40), confirmed, ...credited('CpdCredited')];
const aside = (who: readonly string[], said: readonly string[], more: { minutes?: number; same?: true } = { minutes: 40 }) =>
  happened(
    'RecordSetAside',
    {
      ...of,
      ...{
        participants: [
          { person: 'asha', as: 'mentor' as const },
          { person: 'ben', as: 'mentee' as const },
        ],
      },
      ...{ on: '2026-03-05', who, said, other: 'k0', ...more },
    },
    school,
  );
const bens = [...counted, aside(['ben'], ['asha']), ...credited('CpdWithdrawn')];
const both = [...counted, aside(['asha', 'ben'], [], { minutes: 40, same: true }), ...credited('CpdWithdrawn')];
const meeting = (events: readonly Parameters<typeof given>[1][number][]) => given(meetingView, events).row('k1');

describe('[R10] a confirmed record that is set aside', () => {
  test('waits for those whose it was, and is still said by the other', () => {
    expect(meeting(counted)).toMatchObject({ confirmedMinutes: 40, openFor: [], setAside: null });
    expect(meeting(bens)).toMatchObject({
      ...{ took: true, confirmedMinutes: null, attendance: [{ by: 'asha', took: true, minutes: 45 }] },
      ...{ openFor: ['asha', 'ben'], setAside: { who: ['ben'], other: 'k0', same: false } },
    });
    expect(meeting([...bens, record('ben', 20)])).toMatchObject({
      setAside: null,
      openFor: [],
      attendance: [{ by: 'asha' }, { by: 'ben' }],
    });
  });

  test('waits for nobody where the other record stands for the meeting, and is in nobody’s diary', () => {
    expect(meeting(both)).toMatchObject({ took: null, attendance: [], openFor: [], diary: [], setAside: { same: true } });
  });

  test('of the only one who said so waits for them', () => {
    const only = [...before, record('asha', 45), closed, aside(['asha'], [], {})];
    expect(meeting(only)).toMatchObject({ took: null, openFor: ['asha', 'ben'], diary: [] });
    expect(meeting([...only, aside(['ben'], [], {})])).toMatchObject({ setAside: { who: ['asha', 'ben'] } });
  });

  test('takes its minutes back wherever they were counted, and the meeting only where nobody else says that it took place', () => {
    const figures = (events: typeof counted) => ({
      ...{ mentorship: given(mentorshipView, events).row('m1'), pairing: given(pairingView, events).row('m1') },
      ...{ overview: given(overviewView, events).row('oakfield')?.figures },
      ...{ growth: given(growthView, events).row('ben'), mentors: given(growthView, events).row('asha') },
    });
    const none = { meetings: 0, minutesAsMentor: 0, minutesAsMentee: 0 };
    expect(figures(counted)).toMatchObject({
      mentorship: { meetingsHeld: 1, meetingsConfirmed: 1, minutes: 40 },
      pairing: { meetingsHeld: 1, minutes: 40 },
      overview: { meetingsHeld: 1, minutes: 40, pairsThatMet: 1 },
      growth: { meetings: 1, minutesAsMentee: 40 },
      mentors: { minutesAsMentor: 40 },
    });
    expect(figures(bens)).toMatchObject({
      mentorship: { meetingsHeld: 1, meetingsConfirmed: 0, minutes: 0 },
      pairing: { meetingsHeld: 1, minutes: 0 },
      overview: { meetingsHeld: 1, minutes: 0, pairsThatMet: 1 },
      growth: none,
      mentors: none,
    });
    expect(figures(both)).toMatchObject({
      mentorship: { meetingsHeld: 0, meetingsConfirmed: 0, minutes: 0, lastMetOn: null },
      pairing: { meetingsHeld: 0, minutes: 0 },
      overview: { meetingsHeld: 0, minutes: 0, pairsThatMet: 0 },
    });
    const again = [record('ben', 20), happened('MeetingConfirmed', { ...of, ...two, on: '2026-03-05', minutes: 20 }, school)];
    expect(figures([...bens, ...again])).toMatchObject({
      mentorship: { meetingsHeld: 1, meetingsConfirmed: 1, minutes: 20 },
      overview: { meetingsHeld: 1, minutes: 20 },
    });
  });

  test('that was never confirmed takes no minutes back', () => {
    const said = [...before, record('asha', 45), closed, aside(['asha'], [], {})];
    expect(given(mentorshipView, said).row('m1')).toMatchObject({ meetingsHeld: 0, meetingsConfirmed: 0, minutes: 0 });
    expect(given(pairingView, said).row('m1')).toMatchObject({ meetingsHeld: 0, minutes: 0 });
  });

  test('is no meeting for a check of fit, nor for how a school is doing', () => {
    const asks = happened('FitChecked', { mentorship: 'm1', by: 'ben', answer: 'going-well' });
    const after = (events: typeof counted) =>
      given(fitView, [...events, asks])
        .row('m1:ben')
        ?.answers.map((one) => one.after);
    expect([after(counted), after(bens), after(both)]).toEqual([[1], [1], [0]]);
    const met = (events: typeof counted) => JSON.stringify(given(pulseView, events).row('oakfield'));
    expect(met(bens)).toBe(met(counted));
    expect(met(both)).not.toBe(met(counted));
  });

  test('leaves the CPD record of both, and what History told that day', () => {
    expect(given(cpdView, counted).ids()).toEqual(['k1:asha', 'k1:ben']);
    expect(given(cpdView, bens).ids()).toEqual([]);
    expect(given(dayView, both).ids()).toEqual(given(dayView, counted).ids());
  });
});
