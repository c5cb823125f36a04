import type { MeetingEvent } from './meeting.events.js';
import { AGENDA_LIMIT_ITEMS } from './meeting.events.js';
import {
  action,
  agreedAction,
  asha,
  ask,
  ben,
  booked,
  cancelled,
  given,
  ids,
  item,
  later,
  moved,
  proposed,
  starts,
  time,
  two,
} from './meeting.examples.js';

const { action: id, owner } = agreedAction('x1', ben);
const of = { meeting: ids.meeting, action: id };
const done: MeetingEvent = { type: 'ActionDone', data: { ...ids, action: id, owner } };
const dropped: MeetingEvent = { type: 'ActionDropped', data: { ...ids, action: id, owner } };
const reopened: MeetingEvent = { type: 'ActionReopened', data: { ...ids, action: id, owner } };

describe('what the other has done a moment ago is said, and not undone unseen', () => {
  test('an action that was finished is not dropped, and not kept as if it were open', () => {
    for (const type of ['DropAction', 'KeepAction'] as const)
      given(booked, action('x1', ben), done)
        .when(ask(type, of, ben))
        .refused('MEETING.ACTION_DONE');
    given(booked, action('x1', ben), done, reopened)
      .when(ask('DropAction', of, asha))
      .happens(dropped);
    given(booked, action('x1', ben), dropped)
      .when(ask('DropAction', of, asha))
      .nothingHappens();
  });

  test('a suggestion whose time was chosen is not cancelled as if it were open', () => {
    given(proposed, booked)
      .when(ask('CancelMeeting', { meeting: ids.meeting, seen: null }))
      .refused('MEETING.TIME_CHANGED', { time: 'Friday 6 March at 3:40pm' });
    given(proposed)
      .when(ask('CancelMeeting', { meeting: ids.meeting, seen: null }))
      .happens(cancelled);
  });

  test('a meeting that was moved is neither cancelled nor moved at the time before', () => {
    given(booked, moved)
      .when(ask('CancelMeeting', { meeting: ids.meeting, seen: starts }))
      .refused('MEETING.TIME_CHANGED', { time: 'Friday 13 March at 3:40pm' });
    const another = { startsAt: '2026-03-20T15:40:00.000Z' as typeof starts, minutes: 45 };
    given(booked, moved)
      .when(ask('MoveMeeting', { meeting: ids.meeting, time: another, seen: starts }))
      .refused('MEETING.TIME_CHANGED');
    given(booked, moved)
      .when(ask('MoveMeeting', { meeting: ids.meeting, time: later, seen: starts }))
      .nothingHappens();
    given(booked, moved)
      .when(ask('CancelMeeting', { meeting: ids.meeting, seen: later.startsAt }))
      .happens(cancelled);
  });

  test('a screen from before says nothing of what it saw, and is taken at its word', () => {
    given(booked, moved)
      .when(ask('CancelMeeting', { meeting: ids.meeting }))
      .happens(cancelled);
    given(booked)
      .when(ask('MoveMeeting', { meeting: ids.meeting, time: later }))
      .happens(moved);
    expect(time.startsAt).toBe(starts);
  });
});

describe('an agenda that both write at once', () => {
  const agenda = (...items: string[]): MeetingEvent => ({
    type: 'AgendaSet',
    data: { ...ids, ...two, by: asha, items: items.map((id) => ({ by: asha, item: item(id) })) },
  });
  const set = (items: string[], seen: string[] | undefined, letGo: string[] = []) =>
    ask('SetAgenda', { meeting: ids.meeting, items: items.map(item), letGo, ...(seen && { seen }) });

  test('keeps what the other added since, and drops what was seen and taken off', () => {
    given(booked, agenda('a1', 'a2'))
      .when(set(['b1'], ['a1']))
      .happensLike({ type: 'AgendaSet', data: { items: [{ by: ben, item: item('b1') }], kept: ['a2'] } });
    given(booked, agenda('a1', 'a2'))
      .when(set(['b1'], ['a1'], ['a2']))
      .happensLike({ type: 'AgendaSet', data: { items: [{ by: ben, item: item('b1') }] } });
    given(booked, agenda('a1'))
      .when(set(['b1'], undefined))
      .happensLike({ type: 'AgendaSet', data: { items: [{ by: ben, item: item('b1') }] } });
  });

  test('knows what was kept as what stands there: its place and whose words it is', () => {
    const kept: MeetingEvent = {
      type: 'AgendaSet',
      data: { ...ids, ...two, by: ben, items: [{ by: ben, item: item('b1') }], kept: ['a2'] },
    };
    given(booked, agenda('a1', 'a2'), kept)
      .when(ask('SetAgenda', { meeting: ids.meeting, items: [item('a2')], seen: ['a2'], letGo: [] }, ben))
      .happensLike({ type: 'AgendaSet', data: { items: [{ by: asha, item: item('a2') }], kept: ['b1'] } });
  });

  test('is refused where both together are too many, and nothing is cut off', () => {
    const full = Array.from({ length: AGENDA_LIMIT_ITEMS }, (_, at) => `a${at}`);
    given(booked, agenda(...full))
      .when(set(['b1'], []))
      .refused('MEETING.AGENDA_FULL', { limit: AGENDA_LIMIT_ITEMS });
  });
});
