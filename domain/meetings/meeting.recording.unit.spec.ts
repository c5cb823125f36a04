import type { PersonId } from '../kernel/brand.js';
import { HUB, replay } from '../kernel/decider.js';
import { seeded } from '../testing/seeded.js';
import type { MeetingCommand } from './meeting.commands.js';
import { meeting } from './meeting.decider.js';
import type { MeetingEvent } from './meeting.events.js';
import {
  action,
  adding,
  after,
  agreedAction,
  asha,
  ask,
  attended,
  before,
  ben,
  booked,
  cleo,
  closedBy,
  closes,
  confirmed,
  facts,
  given,
  ids,
  item,
  records,
  withRecord,
} from './meeting.examples.js';

describe('recording a meeting', () => {
  test('[R10] the first record closes, the second confirms, and the smaller figure counts', () => {
    given(booked)
      .when(closes(asha, 50))
      .happens(...closedBy(asha, 50));
    given(booked, ...closedBy(asha, 50))
      .when(records(ben, 45))
      .happens(attended(ben, 45), confirmed(45));
    given(booked, ...closedBy(asha, 30))
      .when(records(ben, 45))
      .happens(attended(ben, 45), confirmed(30));
  });

  test('[R10] nobody records time that has not passed, but for a little: people begin early', () => {
    given(booked).when(closes(asha, 66)).refused('MEETING.MINUTES_TO_COME');
    given(booked)
      .when(closes(asha, 65))
      .happens(...closedBy(asha, 65));
    given(booked, ...closedBy(asha))
      .when(records(ben, 240))
      .refused('MEETING.MINUTES_TO_COME');
    expect(meeting.decide(closes(asha, 240), replay(meeting, [booked]), facts())).toMatchObject({
      error: { field: 'minutes', facts: { minutes: 65 } },
    });
    given(booked)
      .when(closes(asha, 240, false))
      .happensLike({ type: 'AttendanceRecorded' }, { type: 'MeetingClosed', data: { minutes: 0 } });
  });

  test('[R10] nobody records the same minutes twice, unless they say that one did not take place', () => {
    const twice = { ...facts(), recordedTwice: true };
    given.where([booked], twice).when(closes(asha)).refused('MEETING.MINUTES_TWICE');
    given
      .where([booked, ...closedBy(asha)], twice)
      .when(records(ben, 45))
      .refused('MEETING.MINUTES_TWICE');
    given
      .where([booked], twice)
      .when(closes(asha, 45, false))
      .happensLike({ type: 'AttendanceRecorded' }, { type: 'MeetingClosed' });
  });

  test('[R10] one who says that it did not take place confirms nothing', () => {
    given(booked, ...closedBy(asha))
      .when(records(ben, 0, false))
      .happens(attended(ben, 0, false));
    given(booked)
      .when(closes(asha, 45, false))
      .happensLike(
        { type: 'AttendanceRecorded', data: { took: false, minutes: 0 } },
        { type: 'MeetingClosed', data: { took: false, minutes: 0 } },
      );
    given(booked).when(closes(asha, 0)).refused('MEETING.NO_MINUTES');
  });

  test('two who close at once both keep what they typed', () => {
    const second = ask(
      'CloseMeeting',
      { meeting: ids.meeting, took: true, minutes: 40, actions: [agreedAction('x2', ben)], carryOver: [item('b')] },
      ben,
      after,
    );
    given(booked, ...closedBy(asha, 45))
      .when(second)
      .happens(
        adding(attended(ben, 40), 1),
        withRecord(action('x2', ben)),
        { type: 'ItemCarriedOver', data: { ...ids, by: ben, wordedBy: ben, item: item('b') } },
        adding(confirmed(40), 1),
      );
    given(booked, ...closedBy(asha))
      .when(closes(asha))
      .refused('MEETING.ALREADY_RECORDED');
  });

  test('what is carried over to the next meeting changes nothing of the record', () => {
    const carried: MeetingEvent = { type: 'ItemCarriedOver', data: { ...ids, by: asha, wordedBy: asha, item: item('b') } };
    given(booked, carried, ...closedBy(asha))
      .when(records(ben, 45))
      .happens(attended(ben, 45), confirmed(45));
  });

  test('until both agree, either may change their record; then it stands', () => {
    const disagreed = [booked, ...closedBy(asha), attended(ben, 0, false)];
    given(...disagreed)
      .when(records(ben, 40))
      .happens(attended(ben, 40), confirmed(40));
    given(...disagreed)
      .when(records(asha, 45))
      .nothingHappens();
    given(booked, ...closedBy(asha), attended(ben, 45), confirmed(45))
      .when(records(ben, 240))
      .refused('MEETING.ALREADY_CONFIRMED');
  });

  test('a meeting is not closed before it starts, nor recorded by anybody else', () => {
    given(booked)
      .when(ask('CloseMeeting', { meeting: ids.meeting, took: true, minutes: 45, actions: [], carryOver: [] }, asha, before))
      .refused('MEETING.NOT_STARTED');
    given(booked).when(closes(cleo)).refused('MEETING.NOT_ONE_OF_THE_TWO');
    given(booked).when(records(ben, 45)).refused('MEETING.NOT_CLOSED');
    given(booked, ...closedBy(asha))
      .when(records(cleo, 45))
      .refused('MEETING.NOT_ONE_OF_THE_TWO');
  });

  test('the close-out keeps actions and what is carried over', () => {
    const command = ask(
      'CloseMeeting',
      { meeting: ids.meeting, took: true, minutes: 45, actions: [agreedAction('x1', ben)], carryOver: [item('b')] },
      asha,
      after,
    );
    given(booked)
      .when(command)
      .happensLike(
        { type: 'AttendanceRecorded' },
        action('x1', ben, asha),
        { type: 'ItemCarriedOver', data: { item: item('b') } },
        { type: 'MeetingClosed' },
      );
    given(booked, action('x1', ben)).when(command).refused('MEETING.ACTION_EXISTS');
  });

  test('[R10] whatever the two do, what is confirmed is once, and no more than either last recorded', () => {
    const random = seeded();
    let confirmations = 0;
    for (let run = 0; run < 300; run += 1) {
      const history: MeetingEvent[] = [booked];
      for (let turn = 0; turn < 14; turn += 1) {
        const decision = meeting.decide(anything(random), replay(meeting, history), facts());
        if (decision.ok) history.push(...decision.value);
      }
      const said = (by: PersonId) =>
        history.findLast((event) => event.type === 'AttendanceRecorded' && event.data.by === by)?.data as { minutes: number } | undefined;
      const all = history.filter((event) => event.type === 'MeetingConfirmed');
      confirmations += all.length;
      const least = Math.min(said(asha)?.minutes ?? 0, said(ben)?.minutes ?? 0);
      expect({ run, times: all.length > 1, over: all.some(({ data }) => data.minutes > least) }).toEqual({
        run,
        times: false,
        over: false,
      });
    }
    expect(confirmations).toBeGreaterThan(100);
  });
});

function anything({ pick, below }: ReturnType<typeof seeded>): MeetingCommand {
  const by = pick([asha, ben, cleo]);
  const [minutes, took] = [below(70), below(4) > 0];
  return pick([
    closes(by, minutes, took),
    records(by, minutes, took),
    records(by, minutes, took),
    ask('CancelMeeting', { meeting: ids.meeting }, pick([by, HUB]), after),
  ]);
}
