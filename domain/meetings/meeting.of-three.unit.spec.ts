import type { PersonId } from '../kernel/brand.js';
import type { Participants } from '../mentorships/participants.js';
import { seeded } from '../testing/seeded.js';
import { replay } from '../kernel/decider.js';
import { meeting } from './meeting.decider.js';
import type { MeetingEvent } from './meeting.events.js';
import {
  after,
  agreeAction,
  asha,
  ask,
  attended,
  ben,
  booked as bookedByTwo,
  cleo,
  closedBy,
  closes,
  confirmed as confirmedByTwo,
  facts,
  given,
  ids,
  item,
  propose,
  records,
  time,
} from './meeting.examples.js';

/** A mentor and two mentees, as a circle would have them. */
const participants: Participants = [
  { person: asha, as: 'mentor' },
  { person: ben, as: 'mentee' },
  { person: cleo, as: 'mentee' },
];
const dan = 'dan' as PersonId;
const ofThree = (event: MeetingEvent): MeetingEvent => ({ ...event, data: { ...event.data, participants } }) as MeetingEvent;
const booked = ofThree(bookedByTwo);
const confirmed = (minutes: number) => ofThree(confirmedByTwo(minutes));
const closed = (by: PersonId, minutes = 45): readonly MeetingEvent[] => {
  const [said, over] = closedBy(by, minutes);
  return said && over ? [said, ofThree(over)] : [];
};
const three = [asha, ben, cleo];

describe('a meeting of a mentor and two mentees', () => {
  test.each([
    [asha, ben, cleo],
    [ben, cleo, asha],
    [cleo, asha, ben],
  ])('[R10] is confirmed once %s, %s and %s have each said that it took place, and not before', (first, second, third) => {
    given(booked)
      .when(closes(first))
      .happens(...closed(first));
    given(booked, ...closed(first))
      .when(records(second, 45))
      .happens(attended(second, 45));
    given(booked, ...closed(first), attended(second, 45))
      .when(records(third, 45))
      .happens(attended(third, 45), confirmed(45));
  });

  test('[R10] counts the smallest of their minutes, whoever recorded it', () => {
    for (const minutes of [
      [30, 45, 50],
      [45, 30, 50],
      [50, 45, 30],
    ] as const)
      given(booked, ...closed(asha, minutes[0]), attended(ben, minutes[1]))
        .when(records(cleo, minutes[2]))
        .happens(attended(cleo, minutes[2]), confirmed(30));
  });

  test('[R10] is not confirmed while one of them says that it did not take place', () => {
    given(booked, ...closed(asha), attended(ben, 0, false))
      .when(records(cleo, 45))
      .happens(attended(cleo, 45));
    given(booked, ...closed(asha), attended(ben, 0, false), attended(cleo, 40))
      .when(records(ben, 45))
      .happens(attended(ben, 45), confirmed(40));
    given(booked, ...closed(asha), attended(ben, 45))
      .when(records(cleo, 0, false))
      .happens(attended(cleo, 0, false));
  });

  test('[R10] whatever the three do, what is confirmed is once, and no more than each last recorded', () => {
    const random = seeded();
    let confirmations = 0;
    for (let run = 0; run < 200; run += 1) {
      const history: MeetingEvent[] = [booked];
      for (let turn = 0; turn < 16; turn += 1) {
        const by = random.pick([...three, dan]);
        const [minutes, took] = [random.below(70), random.below(4) > 0];
        const decision = meeting.decide(random.pick([closes, records])(by, minutes, took), replay(meeting, history), facts());
        if (decision.ok) history.push(...decision.value);
      }
      const said = (by: PersonId) => {
        const last = history.findLast((event) => event.type === 'AttendanceRecorded' && event.data.by === by);
        return last?.type === 'AttendanceRecorded' && last.data.took ? last.data.minutes : 0;
      };
      const all = history.flatMap((event) => (event.type === 'MeetingConfirmed' ? [event.data.minutes] : []));
      confirmations += all.length;
      const least = Math.min(...three.map(said));
      expect({ run, all }).toEqual({ run, all: all.length === 0 ? [] : [least] });
    }
    expect(confirmations).toBeGreaterThan(50);
  });

  test('is recorded by each of them, and by nobody else', () => {
    given(booked, ...closed(asha))
      .when(records(dan, 45))
      .refused('MEETING.NOT_ONE_OF_THE_TWO');
    given(booked).when(closes(dan)).refused('MEETING.NOT_ONE_OF_THE_TWO');
  });

  test('has actions of each of them, and of nobody else', () => {
    for (const owner of three) given(booked).when(agreeAction('x1', owner)).happensLike({ type: 'ActionAgreed', data: { owner } });
    given(booked).when(agreeAction('x1', dan)).refused('MEETING.NOT_ONE_OF_THE_TWO');
  });

  test('names all three in what it says of itself: suggested, chosen, booked, its agenda, recorded afterwards', () => {
    const pair = { participants, status: 'active' as const };
    const known = { ...facts(), pair };
    const all = { data: { participants } };
    given
      .where([], known)
      .when(propose())
      .happensLike({ type: 'MeetingProposed', ...all });
    const proposed = ofThree({ type: 'MeetingProposed', data: { ...bookedByTwo.data, by: ben, times: [time] } } as unknown as MeetingEvent);
    for (const by of [asha, cleo])
      given
        .where([proposed], known)
        .when(ask('ChooseTime', { meeting: ids.meeting, time }, by))
        .happensLike({ type: 'MeetingBooked', ...all });
    given
      .where([proposed], known)
      .when(ask('ChooseTime', { meeting: ids.meeting, time }, ben))
      .refused('MEETING.WAITS_FOR_THE_OTHER');
    given
      .where([booked], known)
      .when(ask('SetAgenda', { meeting: ids.meeting, items: [item('a')] }, cleo))
      .happensLike({ type: 'AgendaSet', ...all });
    const past = { ...ids, startsAt: time.startsAt, minutes: 30, format: 'online' as const, place: '', notes: '', actions: [] };
    given
      .where([], known)
      .when(ask('RecordPastMeeting', past, cleo, after))
      .happensLike({ type: 'PastMeetingRecorded', ...all }, { type: 'AttendanceRecorded' }, { type: 'MeetingClosed', ...all });
    given
      .where([], known)
      .when(ask('RecordPastMeeting', past, dan, after))
      .refused('MEETING.NOT_ONE_OF_THE_TWO');
  });

  test('that a yes named is booked by its mentor', () => {
    const first = { ...ids, time, format: 'online' as const, aims: [] };
    given
      .where([], { ...facts(), pair: { participants, status: 'trial' } })
      .when(ask('BookFirstMeeting', first))
      .happensLike({ type: 'MeetingBooked', data: { by: asha, participants } }, { type: 'AgendaSet', data: { by: asha, participants } });
  });
});
