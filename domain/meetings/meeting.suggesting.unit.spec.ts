import type { MeetingEvent } from './meeting.events.js';
import {
  asha,
  ask,
  ben,
  booked,
  cancelled,
  facts,
  given,
  ids,
  item,
  later,
  propose,
  proposed,
  time,
  two,
  where,
} from './meeting.examples.js';

const others = [{ startsAt: '2026-03-10T12:30:00.000Z' as typeof time.startsAt, minutes: 30 }];
const online = { format: 'online' as const, place: 'The usual link' };
const suggests = (by = asha, more: object = {}) =>
  ask('SuggestOtherTimes', { meeting: ids.meeting, ...online, times: others, suggestion: 1, ...more }, by);
const countered: MeetingEvent = { type: 'MeetingProposed', data: { ...ids, ...two, by: asha, times: others, ...online, replaces: ben } };
const declined: MeetingEvent = { type: 'MeetingTimesDeclined', data: { ...ids, by: asha } };
const chooses = (by = asha, at = time, suggestion?: number) => ask('ChooseTime', { meeting: ids.meeting, time: at, suggestion }, by);
const declines = (by = asha, suggestion = 1) => ask('DeclineTimes', { meeting: ids.meeting, suggestion }, by);
const [choice] = others as [(typeof others)[number]];

/** Asha adds an item to an agenda that has one of Ben's: each stays its writer's. */
const adds = ask('SetAgenda', { meeting: ids.meeting, items: [item('a'), item('b')], seen: ['a'], letGo: [] }, asha);
const BOTH = {
  type: 'AgendaSet',
  data: {
    items: [
      { by: ben, item: item('a') },
      { by: asha, item: item('b') },
    ],
  },
} as const;

describe('answering suggested times with other times', () => {
  test('replaces them in the same meeting, and turns round who chooses', () => {
    given(proposed).when(suggests()).happens(countered);
    given(proposed, countered)
      .when(chooses(ben, choice, 2))
      .happensLike({
        type: 'MeetingBooked',
        data: { ...ids, time: choice, by: ben, placeBy: asha, format: 'online', place: '', samePlace: true },
      });
    given(proposed, countered)
      .when(chooses(asha, choice, 2))
      .refused('MEETING.WAITS_FOR_THE_OTHER');
    given(proposed, countered).when(chooses(ben, time)).refused('MEETING.NOT_OFFERED');
  });

  test('may be answered with others again, and whoever suggested last may think again', () => {
    given(proposed, countered)
      .when(suggests(ben, { suggestion: 2, times: [later] }))
      .happensLike({ type: 'MeetingProposed', data: { by: ben, replaces: asha, times: [later] } });
    given(proposed)
      .when(suggests(ben))
      .happensLike({ type: 'MeetingProposed', data: { by: ben, replaces: ben } });
    given(proposed)
      .when(suggests(ben, { ...where, times: [later, time] }))
      .nothingHappens();
  });

  test('[R9] keeps the agenda, and a place in the words of the one who named it', () => {
    const agenda: MeetingEvent = {
      type: 'AgendaSet',
      data: { ...ids, ...two, by: ben, letGo: [], items: [{ by: ben, item: item('a') }] },
    };
    const samePlace: MeetingEvent = {
      type: 'MeetingProposed',
      data: { ...ids, ...two, by: asha, times: others, format: 'in-person', place: '', samePlace: true, replaces: ben },
    };
    given(proposed, agenda).when(suggests(asha, where)).happens(samePlace);
    given(proposed, agenda, samePlace)
      .when(chooses(ben, choice))
      .happensLike({ type: 'MeetingBooked', data: { placeBy: ben, place: '', samePlace: true } });
    given(proposed, agenda, samePlace).when(adds).happensLike(BOTH);
  });

  test('[R9] what the two wrote before a time was chosen stays once it is: the agenda, and the place', () => {
    const agenda: MeetingEvent = {
      type: 'AgendaSet',
      data: { ...ids, ...two, by: ben, letGo: [], items: [{ by: ben, item: item('a') }] },
    };
    const chosen: MeetingEvent = {
      type: 'MeetingBooked',
      data: { ...ids, ...two, by: asha, time, format: 'in-person', placeBy: ben, place: '', samePlace: true },
    };
    given(proposed, agenda, chosen).when(adds).happensLike(BOTH);
    given(proposed, agenda, chosen)
      .when(ask('SetMeetingPlace', { meeting: ids.meeting, place: 'Hall', seen: where.place }, asha))
      .happensLike({ type: 'MeetingPlaceSet', data: { place: 'Hall' } });
  });

  test('is for times that lie ahead, of a pair that meets, and not for what is booked or cancelled', () => {
    given(proposed)
      .when(suggests(asha, { times: [{ startsAt: '2026-03-01T10:00:00.000Z', minutes: 30 }] }))
      .refused('MEETING.IN_THE_PAST');
    given.where([proposed], facts('paused')).when(suggests()).refused('MEETING.MENTORSHIP_PAUSED');
    given(proposed, booked).when(suggests()).refused('MEETING.ALREADY_ARRANGED');
    given(proposed, cancelled).when(suggests()).refused('MEETING.CANCELLED');
    given().when(suggests()).refused('MEETING.NOT_FOUND');
  });

  test('a time that both are free at is booked in their place, with the agenda that is there', () => {
    const books = ask('BookMeeting', { ...ids, ...online, time: choice, agenda: [item('x')], suggestion: 1 }, asha);
    given(proposed)
      .when(books)
      .happensLike({ type: 'MeetingBooked', data: { ...ids, time: choice, by: asha, placeBy: asha } }, { type: 'AgendaSet' });
    given.where([proposed], facts('active', true)).when(books).refused('MEETING.CLASH');
    given(proposed, booked).when(books).refused('MEETING.ALREADY_ARRANGED');
    given(proposed, countered).when(books).refused('MEETING.TIMES_REPLACED');
  });
});

describe('none of the suggested times suit', () => {
  test('is said without naming others, and the one who suggested them suggests others', () => {
    given(proposed).when(declines()).happens(declined);
    given(proposed, declined).when(declines()).nothingHappens();
    given(proposed, declined)
      .when(suggests(ben))
      .happensLike({ type: 'MeetingProposed', data: { by: ben, replaces: ben } });
    given(proposed, declined).when(suggests(asha)).happens(countered);
  });

  test('withdraws them: none of them is chosen after it', () => {
    given(proposed, declined).when(chooses()).refused('MEETING.TIMES_DECLINED');
    given(proposed, declined, { ...countered, data: { ...countered.data, by: ben } } as MeetingEvent)
      .when(chooses(asha, choice, 2))
      .happensLike({ type: 'MeetingBooked' });
  });

  test('is for the other to say, while there is something to choose', () => {
    given(proposed).when(declines(ben)).refused('MEETING.WAITS_FOR_THE_OTHER');
    given(proposed, booked).when(declines()).refused('MEETING.ALREADY_ARRANGED');
  });
});

describe('two people at once', () => {
  test('what was shown is chosen, declined, replaced and cancelled, and nothing else', () => {
    given(proposed, countered).when(suggests(ben)).refused('MEETING.TIMES_REPLACED');
    given(proposed, countered).when(declines(asha, 1)).refused('MEETING.TIMES_REPLACED');
    given(proposed, countered).when(declines(ben, 1)).refused('MEETING.TIMES_REPLACED');
    given(proposed, countered)
      .when(chooses(ben, choice, 1))
      .refused('MEETING.TIMES_REPLACED');
    given(proposed, countered)
      .when(ask('CancelMeeting', { meeting: ids.meeting, seen: null, suggestion: 1 }, ben))
      .refused('MEETING.TIMES_REPLACED');
    given(proposed, countered)
      .when(ask('CancelMeeting', { meeting: ids.meeting, seen: null, suggestion: 2 }, ben))
      .happens(cancelled);
  });

  test('a suggestion for a second meeting is not made while one is open: the screen shows it instead', () => {
    given
      .where([], { ...facts(), suggestedAlready: true })
      .when(propose())
      .refused('MEETING.SUGGESTED_ALREADY');
    given
      .where([], { ...facts(), suggestedAlready: false })
      .when(propose())
      .happens(proposed);
  });
});
