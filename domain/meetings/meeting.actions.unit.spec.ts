import type { PersonId } from '../kernel/brand.js';
import { ACTIONS_PER_PERSON_LIMIT, NOTES_PER_PERSON_LIMIT } from './meeting.actions.js';
import type { MeetingEvent } from './meeting.events.js';
import { action, after, agreeAction, agreedAction, asha, ask, ben, booked, facts, given, ids, two } from './meeting.examples.js';

describe('how an action went', () => {
  const { action: id, owner } = agreedAction('x1', ben);
  const done: MeetingEvent = { type: 'ActionDone', data: { ...ids, action: id, owner } };
  const noted = (by: PersonId): MeetingEvent => ({ type: 'ActionNoted', data: { ...ids, action: id, owner, by, note: 'Calmer starts' } });
  const note = { meeting: ids.meeting, action: id, note: 'Calmer starts' };

  test('is said as it is done', () => {
    given(booked, action('x1', ben)).when(ask('FinishAction', note)).happens(done, noted(ben));
    given(booked, action('x1', ben))
      .when(ask('FinishAction', { ...note, note: '' }))
      .happens(done);
  });

  test('is said by each in their own words, and neither is lost; the same words are said once', () => {
    const mine = { ...note, note: 'Quiet within a minute' };
    const mineNoted: MeetingEvent = { type: 'ActionNoted', data: { ...ids, action: id, owner, by: asha, note: mine.note } };
    // The other was quicker to mark it as done.
    given(booked, action('x1', ben), done, noted(ben))
      .when(ask('FinishAction', mine, asha))
      .happens(mineNoted);
    given(booked, action('x1', ben), done, noted(ben))
      .when(ask('FinishAction', note, ben))
      .nothingHappens();
    given(booked, action('x1', ben), noted(ben), mineNoted)
      .when(ask('NoteAction', mine, asha))
      .nothingHappens();
    given(booked, action('x1', ben), noted(ben))
      .when(ask('NoteAction', note, asha))
      .happens(noted(asha));
  });

  const often = Array.from({ length: NOTES_PER_PERSON_LIMIT }, (_, at): MeetingEvent => ({
    type: 'ActionNoted',
    data: { ...ids, action: id, owner, by: ben, note: `Week ${at}` },
  }));

  test('can be said often, and not without end', () => {
    given(booked, action('x1', ben), ...often)
      .when(ask('NoteAction', note, ben))
      .refused('MEETING.TOO_MANY_NOTES', { limit: NOTES_PER_PERSON_LIMIT });
  });

  test('by each of the two as often: what one said takes nothing from the other', () => {
    given(booked, action('x1', ben), ...often)
      .when(ask('NoteAction', note, asha))
      .happens(noted(asha));
    given(booked, action('x1', ben), ...often)
      .when(ask('FinishAction', note, asha))
      .happens(done, noted(asha));
  });

  test('as it is done, however often it was said before: an action can always be finished', () => {
    given(booked, action('x1', ben), ...often)
      .when(ask('FinishAction', note, ben))
      .happens(done, noted(ben));
    given(booked, action('x1', ben), ...often, done)
      .when(ask('FinishAction', note, ben))
      .refused('MEETING.TOO_MANY_NOTES');
  });

  test('or while it is not done, by either of the two', () => {
    given(booked, action('x1', ben))
      .when(ask('NoteAction', note, asha))
      .happens(noted(asha));
    given(booked)
      .when(ask('NoteAction', note, asha))
      .refused('MEETING.ACTION_NOT_FOUND');
  });

  test('[R6] is not said to somebody who has come to manage or assess the mentee', () => {
    const apart = { ...facts(), pair: { ...two, status: 'paused' as const, keptApart: true } };
    given
      .where([booked, action('x1', ben)], apart)
      .when(ask('NoteAction', note))
      .refused('PAIR.KEPT_APART');
    given
      .where([booked, action('x1', ben)], apart)
      .when(ask('FinishAction', note))
      .refused('PAIR.KEPT_APART');
    given
      .where([booked, action('x1', ben)], apart)
      .when(ask('FinishAction', { ...note, note: '' }))
      .happens(done);
  });
});

describe('how many actions a meeting holds', () => {
  const many = Array.from({ length: ACTIONS_PER_PERSON_LIMIT }, (_, at) => action(`y${at}`, ben, ben));

  test('is counted for each of the two: what one added takes nothing from the other', () => {
    given(booked, ...many)
      .when(agreeAction('x1', ben))
      .refused('MEETING.TOO_MANY_ACTIONS', { limit: ACTIONS_PER_PERSON_LIMIT });
    given(booked, ...many)
      .when({ ...agreeAction('x1', ben), by: asha })
      .happens(action('x1', ben, asha));
  });

  test('hinders nobody from recording the meeting with what they typed', () => {
    const closes = { meeting: ids.meeting, took: true, minutes: 45, actions: [agreedAction('x1', ben)], carryOver: [] };
    given(booked, ...many)
      .when(ask('CloseMeeting', closes, ben, after))
      .happensLike({ type: 'AttendanceRecorded' }, { type: 'ActionAgreed' }, { type: 'MeetingClosed' });
  });
});
