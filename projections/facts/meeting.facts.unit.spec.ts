import type { Command } from '@alongside/domain/kernel/decider.js';
import { asParticipants, type TheTwo } from '@alongside/domain/mentorships/participants.js';
import type { MeetingCommand } from '@alongside/domain/meetings/meeting.commands.js';
import { allViews } from '../views/index.js';
import { foldView, happened } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { gatherForMeeting } from './meeting.facts.js';

type Told = Parameters<typeof foldView>[1];
const lookAfter = (events: Told) => lookInto(new Map(allViews.map((view) => [view.name, foldView(view, events)])));
const started = happened('MentorshipStarted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', request: null, aims: [] });
const gathered = (events: Told, type: MeetingCommand['type'], data: object, by = 'ben') => {
  const command = { type, by, at: '2026-03-06T12:00:00.000Z', on: '2026-03-06', data } as Command as MeetingCommand;
  return gatherForMeeting(command, lookAfter(events));
};

describe('what a meeting must know', () => {
  const time = { startsAt: '2026-03-09T15:40:00.000Z', minutes: 45 };
  const booking = (events: Told, startsAt = time.startsAt) =>
    gathered([started, ...events], 'BookMeeting', {
      ...{ meeting: 'k9', mentorship: 'm1', format: 'online', place: '', time: { startsAt, minutes: 45 } },
    }).facts;
  const booked = (meeting: string, mentor: string, mentee: string) =>
    happened('MeetingBooked', {
      meeting,
      mentorship: 'm2',
      mentor,
      mentee,
      by: mentee,
      time,
      format: 'online',
      placeBy: mentee,
      place: '',
    });

  test('either of the two may be elsewhere at that time, on either side of another pair', () => {
    expect(booking([])).toEqual({
      pair: { participants: asParticipants({ mentor: 'asha', mentee: 'ben' } as TheTwo), status: 'trial' },
      startedAt: '2026-03-06T12:00:00.000Z',
      endedAt: null,
      clashes: false,
      suggestedAlready: false,
      metAlready: false,
      recordedTwice: false,
      waiting: [],
    });
    expect(booking([booked('k1', 'cleo', 'ben')])).toMatchObject({ clashes: true });
    expect(booking([booked('k1', 'ben', 'lea')])).toMatchObject({ clashes: true });
    expect(booking([booked('k1', 'asha', 'lea')])).toMatchObject({ clashes: true });
    expect(booking([booked('k1', 'cleo', 'lea')])).toMatchObject({ clashes: false });
  });

  test('a meeting that reaches past midnight is found from either day', () => {
    const late = happened('MeetingBooked', {
      ...{ meeting: 'k1', mentorship: 'm2', mentor: 'cleo', mentee: 'ben', by: 'ben', placeBy: 'ben', place: '', format: 'online' },
      time: { startsAt: '2026-03-09T23:50:00.000Z', minutes: 45 },
    });
    expect(booking([late], '2026-03-10T00:15:00.000Z').clashes).toBe(true);
    expect(booking([late], '2026-03-10T00:35:00.000Z').clashes).toBe(false);
    expect(booking([late], '2026-03-09T23:30:00.000Z').clashes).toBe(true);
  });

  test('only the days of a time are read, however many meetings the two ever had', () => {
    const years = Array.from({ length: 300 }, (_, week) =>
      happened('MeetingBooked', {
        ...{ meeting: `w${week}`, mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', placeBy: 'ben', place: '', format: 'online' },
        time: { startsAt: new Date(Date.parse('2020-01-06T15:40:00.000Z') + week * 7 * 86_400_000).toISOString(), minutes: 45 },
      }),
    );
    const look = lookAfter([started, ...years]);
    let read = 0;
    const counting: typeof look = {
      ...look,
      rows: (view, where) => {
        const rows = look.rows(view, where);
        if (view === 'meeting') read += rows.length;
        return rows;
      },
    };
    const of = { meeting: 'k9', mentorship: 'm1', format: 'online', place: '' };
    const given = (type: MeetingCommand['type'], data: object) =>
      gatherForMeeting({ type, by: 'ben', at: '2026-03-06T12:00:00.000Z', on: '2026-03-06', data: { ...of, ...data } } as never, counting)
        .facts;
    expect(given('BookMeeting', { time }).clashes).toBe(false);
    expect(given('RecordPastMeeting', { startsAt: '2026-03-06T10:00:00.000Z', minutes: 30 })).toMatchObject({
      metAlready: false,
      recordedTwice: false,
    });
    expect(read).toBe(0);
    expect(given('BookMeeting', { time: { startsAt: '2020-01-13T15:20:00.000Z', minutes: 45 } }).clashes).toBe(true);
    expect(read).toBe(2);
  });

  test('times that are suggested for another meeting of the pair are known to whoever would suggest some', () => {
    const suggested = happened('MeetingProposed', {
      ...{ meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha', times: [time], format: 'online', place: '' },
    });
    const suggesting = (events: Told, meeting = 'k9') =>
      gathered([started, ...events], 'ProposeMeeting', { meeting, mentorship: 'm1', format: 'online', place: '', times: [time] }).facts;
    expect(suggesting([suggested]).suggestedAlready).toBe(true);
    expect(suggesting([suggested], 'k1').suggestedAlready).toBe(false);
    expect(suggesting([suggested, happened('MeetingCancelled', { meeting: 'k1', mentorship: 'm1', by: 'asha' })]).suggestedAlready).toBe(
      false,
    );
    expect(booking([suggested]).suggestedAlready).toBe(false);
  });

  test('[R8] when the mentorship was over is known, so that its meetings stay as they are', () => {
    const ended = happened(
      'MentorshipEnded',
      { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', reason: '', wantsAnother: false },
      { at: '2026-03-05T10:00:00.000Z' },
    );
    expect(booking([ended])).toMatchObject({ pair: { status: 'ended' }, endedAt: '2026-03-05T10:00:00.000Z' });
  });

  test('[R9] what waits for the next meeting is known with whoever worded it', () => {
    const item = { id: 'i1', title: 'Starts', minutes: 10 };
    const carried = happened('ItemCarriedOver', { meeting: 'k1', mentorship: 'm1', by: 'asha', wordedBy: 'ben', item });
    expect(booking([carried])).toMatchObject({ waiting: [{ by: 'ben', item }] });
  });

  test('meetings that touch do not clash, nor do cancelled ones', () => {
    expect(booking([booked('k1', 'cleo', 'ben')], '2026-03-09T16:25:00.000Z')).toMatchObject({ clashes: false });
    const cancelled = happened('MeetingCancelled', { meeting: 'k1', mentorship: 'm2', by: 'ben' });
    expect(booking([booked('k1', 'cleo', 'ben'), cancelled])).toMatchObject({ clashes: false });
  });

  const closed = (meeting: string, by: string, took: boolean, minutes: number) => {
    const of = { meeting, mentorship: 'm2' };
    return [
      happened('AttendanceRecorded', { ...of, by, took, minutes }),
      happened('MeetingClosed', { ...of, mentor: 'cleo', mentee: 'ben', by, took, on: '2026-03-09', minutes }),
    ];
  };

  test('[R10] a meeting that took place keeps its time, for as long as it was recorded; one that did not frees it', () => {
    const held = [booked('k1', 'cleo', 'ben'), ...closed('k1', 'cleo', true, 60)];
    expect(booking(held)).toMatchObject({ clashes: true });
    expect(booking(held, '2026-03-09T16:39:00.000Z')).toMatchObject({ clashes: true });
    expect(booking(held, '2026-03-09T16:40:00.000Z')).toMatchObject({ clashes: false });
    expect(booking([booked('k1', 'cleo', 'ben'), ...closed('k1', 'cleo', false, 0)])).toMatchObject({ clashes: false });
  });

  test('[R10] whoever records has no other meeting on their own record in these minutes, but for a little', () => {
    const here = { meeting: 'k9', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', format: 'online', placeBy: 'ben' } as const;
    const recording = (by: string, told: Told, minutes: number, took = true) =>
      gathered(
        [...[started, happened('MeetingBooked', { ...here, time, place: '' })], ...[booked('k1', 'cleo', 'ben'), ...told]],
        'RecordAttendance',
        { meeting: 'k9', took, minutes },
        by,
      ).facts;
    const his = closed('k1', 'ben', true, 45);
    expect(recording('ben', his, 15)).toMatchObject({ recordedTwice: false });
    expect(recording('ben', his, 16)).toMatchObject({ recordedTwice: true });
    expect(recording('ben', his, 45, false)).toMatchObject({ recordedTwice: false });
    expect(recording('asha', his, 45)).toMatchObject({ recordedTwice: false });
    expect(recording('ben', closed('k1', 'cleo', true, 45), 45)).toMatchObject({ recordedTwice: false });
  });

  test('[R10] a past meeting meets no other of the same pair, booked or held; those of other pairs count only where one recorded them', () => {
    const told = {
      meeting: 'k9',
      mentorship: 'm1',
      startsAt: time.startsAt,
      minutes: 30,
      format: 'online',
      place: '',
      notes: '',
      actions: [],
    };
    const past = (events: Told, startsAt = time.startsAt) =>
      gathered([started, ...events], 'RecordPastMeeting', { ...told, startsAt }).facts;
    const ours = happened('MeetingBooked', {
      ...{ meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', time, format: 'online', placeBy: 'ben', place: '' },
    });
    expect(past([])).toMatchObject({ metAlready: false, recordedTwice: false });
    expect(past([ours])).toMatchObject({ metAlready: true });
    expect(past([ours], '2026-03-09T16:25:00.000Z')).toMatchObject({ metAlready: false });
    expect(past([ours, happened('MeetingCancelled', { meeting: 'k1', mentorship: 'm1', by: 'ben' })])).toMatchObject({ metAlready: false });
    expect(past([booked('k2', 'cleo', 'ben')])).toMatchObject({ metAlready: false, recordedTwice: false });
    expect(past([booked('k2', 'cleo', 'ben'), ...closed('k2', 'ben', true, 45)])).toMatchObject({ recordedTwice: true });
    expect(past([booked('k2', 'cleo', 'ben'), ...closed('k2', 'cleo', true, 45)])).toMatchObject({ recordedTwice: false });
  });

  test('a meeting does not clash with itself when it is moved', () => {
    const own = happened('MeetingBooked', {
      meeting: 'k1',
      mentorship: 'm1',
      mentor: 'asha',
      mentee: 'ben',
      by: 'ben',
      time,
      format: 'online',
      placeBy: 'ben',
      place: '',
    });
    const moved = gathered([started, own], 'MoveMeeting', { meeting: 'k1', time });
    expect(moved).toMatchObject({
      facts: { pair: { participants: [{ person: 'asha', as: 'mentor' }, { person: 'ben' }] }, clashes: false },
    });
  });
});
