import type { ActionId, PersonId } from '../kernel/brand.js';
import { HUB, replay } from '../kernel/decider.js';
import { seeded } from '../testing/seeded.js';
import { plusMinutes } from '../uk/uk-time.js';
import type { MeetingCommand } from './meeting.commands.js';
import { meeting } from './meeting.decider.js';
import type { MeetingEvent } from './meeting.events.js';
import {
  action,
  adding,
  after,
  agreeAction,
  agreedAction,
  asha,
  ask,
  attended,
  before,
  ben,
  book,
  booked,
  cancelled,
  cleo,
  closedBy,
  closes,
  confirmed,
  facts,
  given,
  ids,
  item,
  later,
  moved,
  propose,
  proposed,
  records,
  save,
  saved,
  starts,
  time,
  two,
  where,
  withRecord,
} from './meeting.examples.js';

describe('arranging a meeting', () => {
  test('one proposes, the other chooses among the times offered', () => {
    given().when(propose()).happens(proposed);
    given(proposed)
      .when(ask('ChooseTime', { meeting: ids.meeting, time: later }, asha))
      .happensLike({ type: 'MeetingBooked', data: { time: later, by: asha, ...where } });
  });

  test('times stand in the record soonest first and once, however they were typed', () => {
    given()
      .when(ask('ProposeMeeting', { ...ids, ...where, times: [later, time, later] }, ben))
      .happens(proposed);
  });

  test('[R9] the place stays the words of whoever proposed it, though it is the other who books by choosing', () => {
    given(proposed)
      .when(ask('ChooseTime', { meeting: ids.meeting, time: later }, asha))
      .happensLike({ type: 'MeetingBooked', data: { by: asha, placeBy: ben, ...where } });
  });

  test('only what was offered is chosen, by the other, and once', () => {
    given(proposed)
      .when(ask('ChooseTime', { meeting: ids.meeting, time: later }, ben))
      .refused('MEETING.WAITS_FOR_THE_OTHER');
    given(proposed)
      .when(ask('ChooseTime', { meeting: ids.meeting, time: { ...later, minutes: 60 } }, asha))
      .refused('MEETING.NOT_OFFERED');
    given(booked)
      .when(ask('ChooseTime', { meeting: ids.meeting, time }, asha))
      .refused('MEETING.ALREADY_ARRANGED');
  });

  test('either books at a free time, with an agenda if they like', () => {
    given().when(book()).happens(booked);
    given()
      .when(ask('BookMeeting', { ...ids, ...where, time, agenda: [item('a')] }))
      .happens(booked, {
        type: 'AgendaSet',
        data: { ...ids, ...two, by: ben, letGo: [], withBooking: true, turns: ['mentee'], mentorItems: [], menteeItems: [item('a')] },
      });
    given(booked).when(book()).refused('MEETING.ALREADY_ARRANGED');
  });

  test('nobody is in two places at once', () => {
    given.where([], facts('active', true)).when(book()).refused('MEETING.CLASH');
    given
      .where([proposed], facts('active', true))
      .when(ask('ChooseTime', { meeting: ids.meeting, time }, asha))
      .refused('MEETING.CLASH');
    given
      .where([booked], facts('active', true))
      .when(ask('MoveMeeting', { meeting: ids.meeting, time: later }))
      .refused('MEETING.CLASH');
  });

  test('meetings lie ahead, but two who have just sat down may put theirs in the record', () => {
    given()
      .when(book(plusMinutes(starts, 15)))
      .happens(booked);
    given()
      .when(book(plusMinutes(starts, 16)))
      .refused('MEETING.IN_THE_PAST');
    given().when(propose(after)).refused('MEETING.IN_THE_PAST');
    given(booked)
      .when(ask('MoveMeeting', { meeting: ids.meeting, time: later }, ben, '2026-04-01T09:00:00.000Z'))
      .refused('MEETING.IN_THE_PAST');
  });

  test('a booked meeting moves, and moving it to where it is changes nothing', () => {
    given(booked)
      .when(ask('MoveMeeting', { meeting: ids.meeting, time: later }))
      .happens(moved);
    given(booked)
      .when(ask('MoveMeeting', { meeting: ids.meeting, time }))
      .nothingHappens();
    given(proposed)
      .when(ask('MoveMeeting', { meeting: ids.meeting, time: later }))
      .refused('MEETING.NOT_BOOKED');
  });

  test('[R8] it takes a mentorship that is under way', () => {
    given
      .where([], { ...facts(), pair: null })
      .when(book())
      .refused('MEETING.NO_MENTORSHIP');
    given.where([], facts('paused')).when(book()).refused('MEETING.MENTORSHIP_PAUSED');
    given.where([], facts('ended')).when(propose()).refused('MEETING.MENTORSHIP_OVER');
    given
      .where([booked], facts('completed'))
      .when(ask('MoveMeeting', { meeting: ids.meeting, time: later }))
      .refused('MEETING.MENTORSHIP_OVER');
    given.where([], facts('trial')).when(book()).happens(booked);
  });

  test('[R8] when a mentorship ends the hub cancels what lies ahead, and leaves what has begun to be recorded', () => {
    given
      .where([booked], facts('ended'))
      .when(ask('CancelMeeting', { meeting: ids.meeting }, HUB))
      .happens({ type: 'MeetingCancelled', data: { ...ids, by: HUB } });
    given
      .where([proposed], facts('ended'))
      .when(ask('CancelMeeting', { meeting: ids.meeting }, HUB))
      .happensLike({ type: 'MeetingCancelled' });
    given
      .where([booked], facts('ended'))
      .when(ask('CancelMeeting', { meeting: ids.meeting }, HUB, after))
      .nothingHappens();
    // Only the hub says why; what one of the two cancels is theirs.
    const because = { meeting: ids.meeting, because: 'paused' as const };
    given
      .where([proposed], facts('paused'))
      .when(ask('CancelMeeting', because, HUB))
      .happens({ type: 'MeetingCancelled', data: { ...ids, by: HUB, because: 'paused' } });
    given
      .where([booked], facts('paused'))
      .when(ask('CancelMeeting', because, asha))
      .happens({ type: 'MeetingCancelled', data: { ...ids, by: asha } });
    given.where([booked], facts('ended')).when(closes(asha)).happensLike({ type: 'AttendanceRecorded' }, { type: 'MeetingClosed' });
  });

  test('what was cancelled stays cancelled', () => {
    given(booked, cancelled)
      .when(ask('CancelMeeting', { meeting: ids.meeting }))
      .nothingHappens();
    given(booked, cancelled).when(closes(asha)).refused('MEETING.CANCELLED');
    given(booked, cancelled).when(book()).refused('MEETING.ALREADY_ARRANGED');
    given(booked, ...closedBy(asha))
      .when(ask('CancelMeeting', { meeting: ids.meeting }))
      .refused('MEETING.ALREADY_CLOSED');
    given()
      .when(ask('CancelMeeting', { meeting: ids.meeting }))
      .refused('MEETING.NOT_FOUND');
  });

  test('what was agreed in a meeting that was cancelled since can still be done, and nothing new is agreed in it', () => {
    const about = { meeting: ids.meeting, action: 'x1' as ActionId };
    given(booked, action('x1', ben), cancelled).when(ask('FinishAction', about)).happensLike({ type: 'ActionDone' });
    given(booked, action('x1', ben), cancelled).when(ask('DropAction', about)).happensLike({ type: 'ActionDropped' });
    given(booked, action('x1', ben), cancelled).when(agreeAction('x2', ben)).refused('MEETING.CANCELLED');
    given(booked, action('x1', ben), cancelled).when(save(0)).refused('MEETING.CANCELLED');
    given(booked, cancelled).when(ask('FinishAction', about)).refused('MEETING.CANCELLED');
  });
});

describe('where the two meet', () => {
  const set = (place: string, seen: string, by = asha) => ask('SetMeetingPlace', { meeting: ids.meeting, place, seen }, by);
  const placed: MeetingEvent = { type: 'MeetingPlaceSet', data: { ...ids, by: asha, place: 'https://meet.example' } };

  test('is said by either, before it is booked too, and said once', () => {
    for (const before of [proposed, booked]) given(before).when(set('https://meet.example', 'Room 12')).happens(placed);
    given(booked, placed)
      .when(set('https://meet.example', 'Room 12', ben))
      .nothingHappens();
    given(booked, placed)
      .when(set('', 'https://meet.example', ben))
      .happensLike({ type: 'MeetingPlaceSet', data: { by: ben, place: '' } });
  });

  test('is not overwritten unseen, and stays once the meeting is over', () => {
    given(booked, placed)
      .when(set('Hall', 'Room 12', ben))
      .refused('MEETING.PLACE_CHANGED');
    given(booked, ...closedBy(asha))
      .when(set('Hall', 'Room 12'))
      .refused('MEETING.ALREADY_CLOSED');
    given(booked, cancelled).when(set('Hall', 'Room 12')).refused('MEETING.CANCELLED');
    given.where([booked], facts('completed')).when(set('Hall', 'Room 12')).refused('MEETING.RECORD_STANDS');
  });
});

describe('agenda, notes and actions', () => {
  test('an agenda holds an item once', () => {
    given(booked)
      .when(ask('SetAgenda', { meeting: ids.meeting, items: [item('a'), item('b')] }))
      .happensLike({ type: 'AgendaSet', data: { by: ben } });
    given(booked)
      .when(ask('SetAgenda', { meeting: ids.meeting, items: [item('a'), item('a')] }))
      .refused('MEETING.SAME_ITEM_TWICE');
  });

  test('notes saved from an older edition are refused, so that nothing is overwritten', () => {
    given(booked)
      .when(save(0))
      .happensLike({ type: 'NotesSaved', data: { edition: 1, text: 'Routines first' } });
    given(booked, saved(1)).when(save(0)).refused('MEETING.NOTES_CHANGED');
    given(booked, saved(1))
      .when(save(1))
      .happensLike({ type: 'NotesSaved', data: { edition: 2 } });
    given(booked, saved(1), ...closedBy(asha))
      .when(save(1))
      .happensLike({ type: 'NotesSaved', data: { edition: 2 } });
  });

  test('an action has one owner, who is one of the two', () => {
    given(booked).when(agreeAction('x1', asha)).happens(action('x1', asha));
    given(booked).when(agreeAction('x1', cleo)).refused('MEETING.NOT_ONE_OF_THE_TWO');
    given(booked, action('x1', asha)).when(agreeAction('x1', ben)).refused('MEETING.ACTION_EXISTS');
  });

  test('an action that is not needed is dropped, and can be taken up again', () => {
    const about = { meeting: ids.meeting, action: 'x1' as ActionId };
    const dropped: MeetingEvent = { type: 'ActionDropped', data: { ...ids, action: 'x1' as ActionId, owner: asha } };
    given(booked, action('x1', asha)).when(ask('DropAction', about)).happens(dropped);
    given(booked, action('x1', asha), dropped).when(ask('DropAction', about)).nothingHappens();
    given(booked, action('x1', asha), dropped).when(ask('ReopenAction', about)).happensLike({ type: 'ActionReopened' });
  });

  test('[R9] one keeps what one took on oneself, and nothing of the other’s', () => {
    const about = { meeting: ids.meeting, action: 'x1' as ActionId };
    const kept: MeetingEvent = { type: 'ActionKept', data: { ...ids, action: 'x1' as ActionId, owner: asha } };
    given(booked, action('x1', asha))
      .when(ask('KeepAction', about, asha))
      .happens(kept);
    given(booked, action('x1', asha))
      .when(ask('KeepAction', about, ben))
      .refused('MEETING.ACTION_OF_ANOTHER');
    given(booked, action('x1', asha), kept)
      .when(ask('KeepAction', about, asha))
      .nothingHappens();
  });

  test('an action is done once, and can be taken up again', () => {
    const done: MeetingEvent = { type: 'ActionDone', data: { ...ids, action: 'x1' as ActionId, owner: asha } };
    given(booked, action('x1', asha))
      .when(ask('FinishAction', { meeting: ids.meeting, action: 'x1' as ActionId }))
      .happens(done);
    given(booked, action('x1', asha), done)
      .when(ask('FinishAction', { meeting: ids.meeting, action: 'x1' as ActionId }))
      .nothingHappens();
    given(booked, action('x1', asha), done)
      .when(ask('ReopenAction', { meeting: ids.meeting, action: 'x1' as ActionId }))
      .happensLike({ type: 'ActionReopened' });
    given(booked)
      .when(ask('FinishAction', { meeting: ids.meeting, action: 'x1' as ActionId }))
      .refused('MEETING.ACTION_NOT_FOUND');
  });
});

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
