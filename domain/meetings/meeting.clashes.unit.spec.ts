import type { MeetingId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { after, ask, ben, before, booked, cancelled, given, ids, later, moved, proposed, time, two } from './meeting.examples.js';
import type { MeetingEvent } from './meeting.events.js';

const other = 't2' as MeetingId;
const note = (at: string = before, then = time) => ask('NoteClash', { meeting: ids.meeting, time: then, who: [ben], other }, HUB, at);
const lift = () => ask('LiftClash', { meeting: ids.meeting, other }, HUB);
const clashed: MeetingEvent = { type: 'MeetingClashed', data: { ...ids, ...two, time, who: [ben], other } };
const lifted: MeetingEvent = { type: 'MeetingClashLifted', data: { ...ids, other } };

describe('two meetings of somebody at one time', () => {
  test('are said of one of them, once', () => {
    given(booked).when(note()).happens(clashed);
    given(booked, clashed).when(note()).nothingHappens();
    given(booked, clashed)
      .when(ask('NoteClash', { ...note().data, other: 't3' as MeetingId }, HUB))
      .happensLike({ type: 'MeetingClashed' });
  });

  test('are said no more of what was moved, called off, not yet booked or has begun meanwhile', () => {
    given(booked, moved).when(note()).nothingHappens();
    given(booked, moved).when(note(before, later)).happensLike({ type: 'MeetingClashed' });
    given(booked, cancelled).when(note()).nothingHappens();
    given(proposed).when(note()).nothingHappens();
    given(booked).when(note(time.startsAt)).nothingHappens();
    given(booked).when(note(after)).nothingHappens();
  });

  test('are so until the other is at another time, or this one moves', () => {
    given(booked, clashed).when(lift()).happens(lifted);
    given(booked, clashed, lifted).when(lift()).nothingHappens();
    given(booked).when(lift()).nothingHappens();
    given(booked, clashed, moved).when(lift()).nothingHappens();
    given(booked, clashed, cancelled).when(lift()).nothingHappens();
    // Of two that it clashes with only one has moved.
    const third: MeetingEvent = { type: 'MeetingClashed', data: { ...clashed.data, other: 't3' as MeetingId } };
    given(booked, clashed, third, lifted).when(lift()).nothingHappens();
    given(booked, clashed, third, lifted)
      .when(ask('LiftClash', { meeting: ids.meeting, other: 't3' as MeetingId }, HUB))
      .happens({ type: 'MeetingClashLifted', data: { ...ids, other: 't3' as MeetingId } });
    // At a later time the same two meetings may clash anew.
    given(booked, clashed, moved).when(note(before, later)).happensLike({ type: 'MeetingClashed' });
    given(booked, clashed, lifted).when(note()).happens(clashed);
  });
});
