import type { ActionId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { plusMinutes } from '../uk/uk-time.js';
import type { MeetingEvent } from './meeting.events.js';
import {
  action,
  after,
  agreeAction,
  asha,
  ask,
  ben,
  book,
  booked,
  cancelled,
  cleo,
  closedBy,
  closes,
  facts,
  given,
  ids,
  item,
  later,
  moved,
  propose,
  proposed,
  save,
  saved,
  starts,
  time,
  two,
  where,
} from './meeting.examples.js';

describe('arranging a meeting', () => {
  test('one proposes, the other chooses among the times offered', () => {
    given().when(propose()).happens(proposed);
    given(proposed)
      .when(ask('ChooseTime', { meeting: ids.meeting, time: later }, asha))
      .happensLike({ type: 'MeetingBooked', data: { time: later, by: asha, format: 'in-person', place: '', samePlace: true } });
  });

  test('times stand in the record soonest first and once, however they were typed', () => {
    given()
      .when(ask('ProposeMeeting', { ...ids, ...where, times: [later, time, later] }, ben))
      .happens(proposed);
  });

  test('[R9] the place stays the words of whoever proposed it, though it is the other who books by choosing', () => {
    given(proposed)
      .when(ask('ChooseTime', { meeting: ids.meeting, time: later }, asha))
      .happensLike({ type: 'MeetingBooked', data: { by: asha, placeBy: ben, place: '', samePlace: true } });
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
        data: { ...ids, ...two, by: ben, letGo: [], withBooking: true, items: [{ by: ben, item: item('a') }] },
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
