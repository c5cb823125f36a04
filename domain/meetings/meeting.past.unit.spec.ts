import type { Instant } from '../kernel/brand.js';
import {
  action,
  adding,
  after,
  agreedAction,
  asha,
  ask,
  attended,
  ben,
  booked,
  cleo,
  confirmed,
  facts,
  given,
  ids,
  starts,
  two,
  where,
  withRecord,
} from './meeting.examples.js';
import type { MeetingEvent } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';

const told = { ...ids, ...where, startsAt: starts, minutes: 20, notes: '', actions: [] };
const records = (change: Partial<typeof told> & { readonly actions?: never[] } = {}, by = ben, at: string = after) =>
  ask('RecordPastMeeting', { ...told, ...change }, by, at);
const knowing = (change: Partial<MeetingFacts>): MeetingFacts => ({ ...facts(), ...change });

const recorded: MeetingEvent = {
  type: 'PastMeetingRecorded',
  data: { ...ids, ...two, by: ben, time: { startsAt: starts, minutes: 20 }, placeBy: ben, ...where },
};
const closed: MeetingEvent = {
  type: 'MeetingClosed',
  data: { ...ids, ...two, by: ben, took: true, on: '2026-03-06' as never, minutes: 20 },
};

describe('a meeting that nobody booked', () => {
  test('is recorded in one go, and closed as any other', () => {
    given().when(records()).happens(recorded, attended(ben, 20), closed);
  });

  test('takes its notes and actions with it', () => {
    given()
      .when(ask('RecordPastMeeting', { ...told, notes: 'Seating plans', actions: [agreedAction('x1', asha)] }, ben, after))
      .happens(
        recorded,
        withRecord({ type: 'NotesSaved', data: { ...ids, by: ben, edition: 1, text: 'Seating plans' } }),
        withRecord(action('x1', asha)),
        adding(attended(ben, 20), 1, true),
        adding(closed, 1, true),
      );
  });

  test('[R10] counts once the other has confirmed it, for the smaller figure', () => {
    given(recorded, attended(ben, 20), closed)
      .when(ask('RecordAttendance', { meeting: ids.meeting, took: true, minutes: 15 }, asha, after))
      .happens(attended(asha, 15), confirmed(15));
  });

  test('[R10] is over: nothing to come is recorded', () => {
    given()
      .when(records({}, ben, '2026-03-06T15:39:00.000Z'))
      .refused('MEETING.NOT_YET');
    given()
      .when(records({ minutes: 66 }))
      .refused('MEETING.MINUTES_TO_COME');
    given()
      .when(records({ minutes: 65 }))
      .happensLike({ type: 'PastMeetingRecorded' }, {}, {});
  });

  test('belongs to the time of the mentorship: from its first day, while it is not over', () => {
    given
      .where([], knowing({ startedAt: '2026-03-06T18:00:00.000Z' as Instant }))
      .when(records())
      .happensLike({ type: 'PastMeetingRecorded' }, {}, {});
    given
      .where([], knowing({ startedAt: '2026-03-07T08:00:00.000Z' as Instant }))
      .when(records())
      .refused('MEETING.BEFORE_MENTORSHIP');
    given.where([], facts('ended')).when(records()).refused('MEETING.MENTORSHIP_OVER');
    given.where([], facts('completed')).when(records()).refused('MEETING.MENTORSHIP_OVER');
    given
      .where([], knowing({ pair: null, startedAt: null }))
      .when(records())
      .refused('MEETING.NO_MENTORSHIP');
  });

  test('[R10] takes no time twice: neither the pair’s own nor what one recorded elsewhere', () => {
    given
      .where([], knowing({ metAlready: true }))
      .when(records())
      .refused('MEETING.MET_ALREADY');
    given
      .where([], knowing({ recordedTwice: true }))
      .when(records())
      .refused('MEETING.MINUTES_TWICE');
  });

  test('may fall in a pause', () => {
    given.where([], facts('paused')).when(records()).happensLike({ type: 'PastMeetingRecorded' }, {}, {});
  });

  test('[R6] says nothing more to somebody who has come to manage or assess the mentee', () => {
    const apart = { pair: { ...two, status: 'paused' as const, keptApart: true } };
    given
      .where([], knowing(apart))
      .when(records({ notes: 'Seating plans' }))
      .refused('PAIR.KEPT_APART');
    given
      .where([], knowing(apart))
      .when(records({ place: 'The library, where nobody listens' }))
      .refused('PAIR.KEPT_APART');
    given
      .where([], knowing(apart))
      .when(records({ place: '' }))
      .happensLike({ type: 'PastMeetingRecorded' }, {}, {});
  });

  test('is of the two, and its actions are theirs', () => {
    given().when(records({}, cleo)).refused('MEETING.NOT_ONE_OF_THE_TWO');
    given()
      .when(ask('RecordPastMeeting', { ...told, actions: [agreedAction('x1', cleo)] }, ben, after))
      .refused('MEETING.NOT_ONE_OF_THE_TWO');
  });

  test('is a meeting of its own', () => {
    given(booked).when(records()).refused('MEETING.ALREADY_ARRANGED');
  });
});
