import type { ActionId, Day, Instant, MeetingId, MentorshipId, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given as givenBy } from '../testing/given.js';
import { asParticipants } from '../mentorships/participants.js';
import type { MeetingCommand } from './meeting.commands.js';
import { meeting } from './meeting.decider.js';
import type { MeetingEvent } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const ids = { meeting: 't1' as MeetingId, mentorship: 'm1' as MentorshipId };
const two = { participants: asParticipants({ mentor: asha, mentee: ben }) };
const time = { startsAt: '2026-03-06T15:40:00.000Z' as Instant, minutes: 45 };
const [before, afterwards] = ['2026-03-06T15:00:00.000Z', '2026-03-06T17:00:00.000Z'] as [Instant, Instant];
const where = { format: 'in-person' as const, placeBy: ben, place: 'Room 12' };
const action = { action: 'x1' as ActionId, owner: asha, title: 'Watch a start', due: null };
const booked: MeetingEvent = { type: 'MeetingBooked', data: { ...ids, ...two, by: ben, time, ...where } };
const agreed: MeetingEvent = { type: 'ActionAgreed', data: { ...ids, ...action, by: ben } };
const recorded = { ...ids, by: asha, took: true, minutes: 45 };
const closed: readonly MeetingEvent[] = [
  { type: 'AttendanceRecorded', data: recorded },
  { type: 'MeetingClosed', data: { ...recorded, ...two, on: '2026-03-06' as Day } },
];

const given = (endedAt: Instant, ...history: readonly MeetingEvent[]) => {
  const facts: MeetingFacts = {
    ...{ pair: { ...two, status: 'ended' }, startedAt: '2026-01-05T09:00:00.000Z' as Instant, endedAt },
    ...{ clashes: false, suggestedAlready: false, metAlready: false, recordedTwice: false, waiting: [] },
  };
  return givenBy(meeting, history, facts);
};

describe('[R8] when a mentorship is over, the record of its meetings stays true', () => {
  test('a meeting that had begun is still closed and recorded, whoever comes first', () => {
    given(afterwards, booked).when(closing(ben)).happensLike({ type: 'AttendanceRecorded' }, { type: 'MeetingClosed' });
    given(afterwards, booked, ...closed)
      .when(ask('RecordAttendance', { meeting: ids.meeting, took: true, minutes: 45 }))
      .happensLike({ type: 'AttendanceRecorded' }, { type: 'MeetingConfirmed' });
  });

  test('that it clashed with another is taken back all the same, once the other is at another time', () => {
    const clashed: MeetingEvent = { type: 'MeetingClashed', data: { ...ids, ...two, time, who: [ben], other: 't2' as MeetingId } };
    const lift = ask('LiftClash', { meeting: ids.meeting, other: 't2' as MeetingId }, HUB);
    given(afterwards, booked, clashed).when(lift).happensLike({ type: 'MeetingClashLifted' });
  });

  test('one that was to begin after the end is not', () => {
    given(before, booked).when(closing(ben)).refused('MEETING.RECORD_STANDS');
  });

  test('its notes can be written until it is closed, and not over what is on record then', () => {
    const notes = ask('SaveNotes', { meeting: ids.meeting, edition: 0, text: 'What we said' });
    given(afterwards, booked).when(notes).happensLike({ type: 'NotesSaved' });
    given(afterwards, booked, ...closed)
      .when(notes)
      .refused('MEETING.RECORD_STANDS');
    given(before, booked).when(notes).refused('MEETING.RECORD_STANDS');
  });

  test('nothing else of it changes', () => {
    const commands = [
      ask('AgreeAction', { meeting: ids.meeting, ...action, action: 'x2' as ActionId }),
      ask('NoteAction', { meeting: ids.meeting, action: action.action, note: 'It went well' }),
      ask('FinishAction', { meeting: ids.meeting, action: action.action }),
      ask('ReopenAction', { meeting: ids.meeting, action: action.action }),
    ];
    for (const command of commands) {
      given(afterwards, booked, agreed).when(command).refused('MEETING.RECORD_STANDS');
      given(afterwards, booked, agreed, ...closed)
        .when(command)
        .refused('MEETING.RECORD_STANDS');
    }
    given(afterwards, booked)
      .when(ask('SetAgenda', { meeting: ids.meeting, items: [] }))
      .refused('MEETING.RECORD_STANDS');
  });

  test('[R9] what somebody took on stays theirs to do and to keep, and is nobody else’s', () => {
    const about = { meeting: ids.meeting, action: action.action };
    const kept: MeetingEvent = { type: 'ActionKept', data: { ...ids, action: action.action, owner: asha } };
    given(afterwards, booked, agreed)
      .when(ask('KeepAction', about, asha))
      .happens(kept);
    given(afterwards, booked, agreed)
      .when(ask('KeepAction', about, ben))
      .refused('MEETING.RECORD_STANDS');
    for (const history of [
      [booked, agreed],
      [booked, agreed, ...closed],
      [booked, agreed, kept],
    ]) {
      given(afterwards, ...history)
        .when(ask('FinishAction', about, asha))
        .happensLike({ type: 'ActionDone' });
      given(afterwards, ...history)
        .when(ask('DropAction', about, asha))
        .happensLike({ type: 'ActionDropped' });
      given(afterwards, ...history)
        .when(ask('FinishAction', about, ben))
        .refused('MEETING.RECORD_STANDS');
    }
  });

  test('[R9] also what was agreed in a meeting that the end cancelled', () => {
    const about = { meeting: ids.meeting, action: action.action };
    const kept: MeetingEvent = { type: 'ActionKept', data: { ...ids, action: action.action, owner: asha } };
    const cancelled: MeetingEvent = { type: 'MeetingCancelled', data: { ...ids, by: HUB } };
    given(before, booked, agreed, cancelled)
      .when(ask('KeepAction', about, asha))
      .happens(kept);
    given(before, booked, agreed, cancelled)
      .when(ask('FinishAction', about, ben))
      .refused('MEETING.RECORD_STANDS');
    for (const history of [
      [booked, agreed, cancelled],
      [booked, agreed, cancelled, kept],
    ])
      given(before, ...history)
        .when(ask('FinishAction', about, asha))
        .happensLike({ type: 'ActionDone' });
  });

  test('what had begun is recorded and not called off; the hub calls off what lies ahead', () => {
    const cancel = { meeting: ids.meeting };
    given(afterwards, booked).when(ask('CancelMeeting', cancel)).refused('MEETING.RECORD_STANDS');
    given(before, booked)
      .when(ask('CancelMeeting', cancel, HUB, before))
      .happensLike({ type: 'MeetingCancelled' });
  });
});

function ask<Type extends MeetingCommand['type']>(
  type: Type,
  data: Extract<MeetingCommand, { type: Type }>['data'],
  by: PersonId = ben,
  at: Instant = '2027-03-06T09:00:00.000Z' as Instant,
) {
  return { type, by, at, on: at.slice(0, 10) as Day, data } as Extract<MeetingCommand, { type: Type }>;
}
function closing(by: PersonId) {
  return ask('CloseMeeting', { meeting: ids.meeting, took: true, minutes: 45, actions: [], carryOver: [] }, by);
}
