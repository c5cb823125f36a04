import { given, happened } from '../testing/given-events.js';
import { meetingView } from './meeting.view.js';

const of = { meeting: 'k1', mentorship: 'm1' };
const two = { mentor: 'asha', mentee: 'ben' };
const time = { startsAt: '2026-03-09T15:40:00.000Z', minutes: 45 };
const proposed = happened('MeetingProposed', { ...of, ...two, by: 'ben', times: [time], format: 'in-person', place: 'The library' });
const booked = happened('MeetingBooked', { ...of, ...two, by: 'asha', time, format: 'in-person', placeBy: 'ben', place: 'The library' });
const [his, hers] = [
  { id: 'i1', title: 'Starts', minutes: 10 },
  { id: 'i2', title: 'Ends', minutes: 10 },
];
const agenda = (by: string, ...turns: ('mentor' | 'mentee')[]) =>
  happened('AgendaSet', { ...of, ...two, by, items: turns.map((part) => ({ by: two[part], item: part === 'mentor' ? hers : his })) });
const record = (by: string, took: boolean) => happened('AttendanceRecorded', { ...of, by, took, minutes: took ? 45 : 0 });
const closed = (took: boolean) => happened('MeetingClosed', { ...of, ...two, by: 'ben', took, on: '2026-03-09', minutes: 45 });
const erased = (person: string) => happened('PersonErased', { person });
const row = (...events: Parameters<typeof given>[1]) => given(meetingView, events).row('k1');

describe('a meeting', () => {
  test('[R6] is for the pair', () => {
    expect(given(meetingView, [proposed]).audience('k1')).toEqual(['mentorship:m1']);
    expect(given(meetingView, [booked]).audience('k1')).toEqual(['mentorship:m1']);
  });

  test('has times to choose from until one is booked', () => {
    expect(row(proposed)).toMatchObject({ status: 'proposed', by: 'ben', times: [time], time: null });
    expect(row(proposed, booked)).toMatchObject({ status: 'booked', by: 'asha', times: [], time });
  });

  test('has the newest suggestion of times, whose turn it turns, and the place it had', () => {
    const others = [{ startsAt: '2026-03-16T15:40:00.000Z', minutes: 30 }];
    const counter = happened('MeetingProposed', {
      ...{ ...of, ...two, by: 'asha', times: others, format: 'in-person', place: '', samePlace: true, replaces: 'ben' },
    });
    const all = [proposed, agenda('ben', 'mentee'), counter] as const;
    expect(row(proposed)).toMatchObject({ suggestion: 1, replaces: null, declined: false });
    expect(row(...all)).toMatchObject({
      ...{ status: 'proposed', by: 'asha', times: others, suggestion: 2, replaces: 'ben' },
      ...{ placeBy: 'ben', place: 'The library' },
    });
    expect(row(...all, erased('ben'))).toMatchObject({ place: '', times: others });
    const declined = happened('MeetingTimesDeclined', { ...of, by: 'ben' });
    expect(row(...all, declined)).toMatchObject({ status: 'proposed', by: 'asha', declined: true });
    expect(row(...all, declined, booked)).toMatchObject({ status: 'booked', times: [], declined: false });
  });

  test('stands in the diaries of both for as long as it is booked and once it was held, on each day that it takes', () => {
    const diary = (...events: Parameters<typeof given>[1]) => row(...events)?.diary;
    expect(diary(proposed)).toEqual([]);
    expect(diary(booked)).toEqual(['asha 2026-03-09', 'ben 2026-03-09']);
    const moved = happened('MeetingMoved', { ...of, by: 'ben', time: { startsAt: '2026-03-10T23:30:00.000Z', minutes: 45 } });
    const both = ['asha 2026-03-10', 'asha 2026-03-11', 'ben 2026-03-10', 'ben 2026-03-11'];
    expect(diary(booked, moved)).toEqual(both);
    expect(diary(booked, happened('MeetingCancelled', { ...of, by: 'ben' }))).toEqual([]);
    expect(diary(booked, record('ben', false), closed(false))).toEqual([]);
    expect(diary(booked, record('ben', true), closed(true))).toEqual(['asha 2026-03-09', 'ben 2026-03-09']);
    // Recorded as longer than it was booked for.
    const late = happened('MeetingMoved', { ...of, by: 'ben', time: { startsAt: '2026-03-10T23:15:00.000Z', minutes: 30 } });
    expect(diary(booked, late, record('ben', true), closed(true))).toEqual(both);
  });

  test('keeps the place that was named, where a time of those suggested is chosen', () => {
    const chosen = happened('MeetingBooked', {
      ...{ ...of, ...two, by: 'asha', time, format: 'in-person', placeBy: 'ben', place: '', samePlace: true },
    });
    expect(row(proposed, chosen)).toMatchObject({ status: 'booked', placeBy: 'ben', place: 'The library' });
    expect(row(proposed, chosen)).not.toHaveProperty('samePlace');
    expect(row(proposed, chosen, erased('ben'))).toMatchObject({ place: '' });
  });

  test('that nobody booked is there once it was recorded, and closed as any other', () => {
    const past = happened('PastMeetingRecorded', { ...of, ...two, by: 'ben', time, format: 'in-person', placeBy: 'ben', place: 'Hall' });
    expect(given(meetingView, [past]).audience('k1')).toEqual(['mentorship:m1']);
    expect(row(past, record('ben', true), closed(true))).toMatchObject({
      ...{ status: 'closed', took: true, time, place: 'Hall', confirmedMinutes: null, times: [] },
    });
    expect(row(past, erased('ben'))).toMatchObject({ place: '' });
  });

  test('is open for the two while it is arranged, and until both have said whether it took place', () => {
    const openFor = (...events: Parameters<typeof given>[1]) => row(...events)?.openFor;
    const both = ['asha', 'ben'];
    expect([openFor(proposed), openFor(booked), openFor(booked, record('ben', true), closed(true))]).toEqual([both, both, both]);
    expect(openFor(booked, record('ben', true), closed(true), record('asha', true))).toEqual([]);
    expect(openFor(booked, record('ben', true), closed(true), record('asha', false))).toEqual([]);
    expect(openFor(booked, record('ben', false), closed(false))).toEqual([]);
    expect(openFor(booked, happened('MeetingCancelled', { ...of, by: 'ben' }))).toEqual([]);
  });

  test('moves and can be cancelled', () => {
    const later = { startsAt: '2026-03-16T15:40:00.000Z', minutes: 30 };
    expect(row(booked, happened('MeetingMoved', { ...of, by: 'ben', time: later }))).toMatchObject({ status: 'booked', time: later });
    expect(row(booked, happened('MeetingCancelled', { ...of, by: 'ben' }))).toMatchObject({
      status: 'cancelled',
      cancelled: { by: 'ben' },
    });
    expect(row(booked, happened('MeetingCancelled', { ...of, by: 'hub', because: 'paused' }))?.cancelled).toEqual({
      ...{ by: 'hub', because: 'paused' },
    });
  });

  test('has the place that was named last, in the words of the one who named it', () => {
    const placed = happened('MeetingPlaceSet', { ...of, by: 'asha', place: 'https://meet.example' });
    expect(row(booked, placed)).toMatchObject({ placeBy: 'asha', place: 'https://meet.example', moves: 1 });
    expect(row(booked, placed, erased('ben'))).toMatchObject({ place: 'https://meet.example' });
    expect(row(booked, placed, erased('asha'))).toMatchObject({ place: '' });
  });

  test('[R10] keeps what each said of it; it took place if either says so; minutes stand once both have', () => {
    expect(row(booked, record('ben', true))).toMatchObject({ status: 'booked', took: null });
    expect(row(booked, record('ben', true), closed(true))).toMatchObject({
      ...{ status: 'closed', took: true, confirmedMinutes: null, attendance: [{ by: 'ben', took: true, minutes: 45 }] },
    });
    expect(row(booked, record('ben', false), closed(false), record('asha', true))).toMatchObject({ took: true });
    expect(row(booked, closed(true), happened('MeetingConfirmed', { ...of, ...two, on: '2026-03-09', minutes: 40 }))).toMatchObject({
      confirmedMinutes: 40,
    });
  });

  test('[R9] the place goes with whoever named it, and not with whoever chose the time', () => {
    expect(row(proposed, booked, erased('asha'))).toMatchObject({ by: 'asha', place: 'The library' });
    expect(row(proposed, booked, erased('ben'))).toMatchObject({ by: 'asha', place: '' });
  });
});
