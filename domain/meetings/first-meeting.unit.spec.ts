import type { MeetingId, MentorshipId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { after, asha, ask, booked, cancelled, facts, given, ids, time, two } from './meeting.examples.js';
import type { MeetingCommand } from './meeting.commands.js';
import { checkEvent } from '../protocol/registry.js';
import { meeting as decider } from './meeting.decider.js';
import { firstMeetingAgenda } from './first-agenda.js';
import { usualAgenda } from './usual-agenda.js';

const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
const bookFirst = (at?: string): MeetingCommand =>
  ask('BookFirstMeeting', { ...ids, format: 'in-person', time, aims: [ROUTINES] }, HUB, at);
const asBooked = { ...ids, ...two, by: asha, time, format: 'in-person', placeBy: asha, place: '', withYes: true };

describe('the first meeting, booked by a yes', () => {
  test('[R2] is booked for the mentor who said yes, with an agenda to start from', () => {
    given()
      .when(bookFirst())
      .happensLike(
        { type: 'MeetingBooked', data: asBooked },
        { type: 'AgendaSet', data: { by: asha, items: [{ by: asha }, { by: asha }, { by: asha }, { by: asha }] } },
      );
  });

  test('is booked though its time has come or another meeting lies across it by then: the two were told of it', () => {
    given.where([], facts('trial', true)).when(bookFirst(after)).happensLike({ type: 'MeetingBooked', data: asBooked }, {});
  });

  test('is booked whatever its id and its request hold: what the hub records can be read', () => {
    const meeting = 'k'.repeat(64) as MeetingId;
    const decided = decider.decide(
      ask('BookFirstMeeting', { ...ids, meeting, format: 'in-person', time, aims: ['exp-one\nexp-two', ROUTINES] }, HUB),
      decider.initial,
      facts(),
    );
    expect(decided.ok && decided.value.map(({ type }) => type)).toEqual(['MeetingBooked', 'AgendaSet']);
    if (decided.ok) for (const event of decided.value) expect(() => checkEvent(event)).not.toThrow();
  });

  test('is booked once, and stays cancelled', () => {
    given(booked).when(bookFirst()).nothingHappens();
    given(booked, cancelled).when(bookFirst()).nothingHappens();
    given(booked)
      .when(ask('BookFirstMeeting', { ...ids, mentorship: 'm2' as MentorshipId, format: 'in-person', time, aims: [] }, HUB))
      .refused('MEETING.ALREADY_ARRANGED');
  });

  test('[R8] is not booked for two who have parted, or whose mentorship is paused', () => {
    given.where([], facts('ended')).when(bookFirst()).refused('MEETING.MENTORSHIP_OVER');
    given.where([], facts('paused')).when(bookFirst()).refused('MEETING.MENTORSHIP_PAUSED');
    given
      .where([], { ...facts(), pair: null })
      .when(bookFirst())
      .refused('MEETING.NO_MENTORSHIP');
  });
});

describe('the agenda of a first meeting', () => {
  const ids = (place: number) => `i${place}`;
  const titles = (aims: readonly string[], minutes = 45) => firstMeetingAgenda(aims, minutes, ids).map(({ title }) => title);

  test('is getting to know each other, what to work on by name, how, and the next date', () => {
    expect(titles([ROUTINES])).toEqual([
      'Get to know each other',
      'What to work on first: Classroom routines and expectations',
      'How we want to work together',
      'When we meet next',
    ]);
    expect(titles([])).toEqual(usualAgenda(1, 45, ids).map(({ title }) => title));
  });

  test('names what is a focus area, and nothing else that an older request holds', () => {
    expect(titles(['calm-starts', ROUTINES])).toEqual(titles([ROUTINES]));
    expect(titles(['calm-starts'])).toEqual(titles([]));
  });

  test('is followed by others, as the two come further: each fills its time, in steps of five where that can be', () => {
    const outlines = [1, 2, 5, 9].map((number) => usualAgenda(number, 45, ids));
    expect(new Set(outlines.map((items) => items[0]?.title)).size).toBe(4);
    for (const [number, same] of [
      [3, 2],
      [4, 2],
      [8, 5],
      [30, 9],
    ] as const)
      expect(usualAgenda(number, 45, ids)).toEqual(usualAgenda(same, 45, ids));
    for (const items of outlines.slice(1)) expect(items.map((item) => item.minutes)).toEqual([15, 15, 15]);
    expect(usualAgenda(2, 20, ids).map((item) => item.minutes)).toEqual([10, 5, 5]);
    expect(usualAgenda(2, 22, ids).map((item) => item.minutes)).toEqual([8, 7, 7]);
    expect(usualAgenda(2, 10, ids).map((item) => item.minutes)).toEqual([4, 3, 3]);
    expect(usualAgenda(2, 45, ids).map(({ id }) => id)).toEqual(['i1', 'i2', 'i3']);
  });

  test('fits its length, and every title fits its field', () => {
    for (let minutes = 15; minutes <= 120; minutes += 1) {
      const agenda = firstMeetingAgenda([ROUTINES], minutes, ids);
      expect([minutes, agenda.reduce((sum, item) => sum + item.minutes, 0)]).toEqual([minutes, minutes]);
      expect(Math.min(...agenda.map((item) => item.minutes))).toBeGreaterThan(0);
    }
    expect(firstMeetingAgenda([], 30, ids).map((item) => item.minutes)).toEqual([5, 15, 5, 5]);
    expect(firstMeetingAgenda([], 45, ids).map((item) => item.minutes)).toEqual([10, 20, 10, 5]);
    for (const title of titles(Array.from({ length: 6 }, () => ROUTINES))) expect(title.length).toBeLessThanOrEqual(160);
  });
});
