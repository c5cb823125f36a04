import type { ActionId, Day, Instant, MeetingId, MentorshipId, PersonId } from '../kernel/brand.js';
import { given as givenBy } from '../testing/given.js';
import { asParticipants } from '../mentorships/participants.js';
import { agendaOf } from './meeting.agenda-words.js';
import type { MeetingCommand } from './meeting.commands.js';
import { meeting } from './meeting.decider.js';
import { ERASED_ITEM, type MeetingEvent } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const ids = { meeting: 't1' as MeetingId, mentorship: 'm1' as MentorshipId };
const two = { participants: asParticipants({ mentor: asha, mentee: ben }) };
const time = { startsAt: '2026-03-06T15:40:00.000Z' as Instant, minutes: 45 };
const where = { format: 'in-person' as const, place: 'Room 12' };
const [hers, his] = [item('a', 'Hers'), item('b', 'His')];
const booked: MeetingEvent = { type: 'MeetingBooked', data: { ...ids, ...two, by: ben, time, placeBy: ben, ...where } };
const both = agenda(ben, [asha, hers], [ben, his]);
const facts: MeetingFacts = {
  ...{ pair: { ...two, status: 'active' }, startedAt: '2026-01-05T09:00:00.000Z' as Instant, endedAt: null },
  ...{ clashes: false, suggestedAlready: false, metAlready: false, recordedTwice: false, waiting: [] },
};
const given = (history: readonly MeetingEvent[], known: Partial<MeetingFacts> = {}) => givenBy(meeting, history, { ...facts, ...known });

describe('[R9] words on an agenda stay with whoever wrote them', () => {
  test('saving an agenda takes over nothing that the other put on it, in whatever order', () => {
    given([booked])
      .when(setAgenda(asha, hers))
      .happens(agenda(asha, [asha, hers]));
    given([booked, agenda(asha, [asha, hers])])
      .when(setAgenda(ben, his, hers))
      .happens(agenda(ben, [ben, his], [asha, hers]));
  });

  test('other minutes are no other words; a new wording is whoever’s who wrote it', () => {
    given([booked, both])
      .when(setAgenda(asha, hers, { ...his, minutes: 20 }))
      .happens(agenda(asha, [asha, hers], [ben, { ...his, minutes: 20 }]));
    given([booked, both])
      .when(setAgenda(asha, hers, { ...his, title: 'Hers now' }))
      .happens(agenda(asha, [asha, hers], [asha, { ...his, title: 'Hers now' }]));
  });

  test('what waited for the next meeting stays the words of whoever wrote it, whoever books that', () => {
    const waiting = [{ by: ben, item: his }];
    const data = { ...ids, ...where, time, agenda: [his, hers] };
    given([], { waiting })
      .when(ask('BookMeeting', data, asha))
      .happensLike({ type: 'MeetingBooked' }, agenda(asha, [ben, his], [asha, hers]));
    given([booked], { waiting })
      .when(setAgenda(asha, his))
      .happens(agenda(asha, [ben, his]));
  });

  test('what is carried over too', () => {
    given([booked, both])
      .when(ask('CloseMeeting', { ...closing, carryOver: [hers, his] }, asha))
      .happensLike(
        { type: 'AttendanceRecorded' },
        { type: 'ItemCarriedOver', data: { by: asha, wordedBy: asha, item: hers } },
        { type: 'ItemCarriedOver', data: { by: asha, wordedBy: ben, item: his } },
        { type: 'MeetingClosed' },
      );
  });

  test('an agenda reads in its order, and without the words of whoever was erased', () => {
    const { data } = agenda(ben, [asha, hers], [ben, his], [asha, item('c', 'Hers too')]);
    expect(agendaOf(data).map(({ by, item: { title } }) => [by, title])).toEqual([
      [asha, 'Hers'],
      [ben, 'His'],
      [asha, 'Hers too'],
    ]);
    const left = data.items.map((one) => (one.by === ben ? { ...one, item: ERASED_ITEM } : one));
    expect(agendaOf({ ...data, items: left }).map(({ item: { title } }) => title)).toEqual(['Hers', 'Hers too']);
  });
});

describe('[R9] the words of an action', () => {
  test('are those of whoever agreed it, whoever takes it on', () => {
    const action = { action: 'x1' as ActionId, owner: ben, title: 'Watch a start', due: null };
    const agreed: MeetingEvent = { type: 'ActionAgreed', data: { ...ids, ...action, by: asha } };
    given([booked])
      .when(ask('AgreeAction', { meeting: ids.meeting, ...action }, asha))
      .happens(agreed);
    given([booked])
      .when(ask('CloseMeeting', { ...closing, actions: [action] }, asha))
      .happensLike({ type: 'AttendanceRecorded' }, agreed, { type: 'MeetingClosed' });
  });
});

describe('[R6] while the mentor manages or assesses the mentee', () => {
  const apart = { pair: { ...two, status: 'paused' as const, keptApart: true } };

  test('nothing new is said between them, and that they met may still be recorded', () => {
    const action = { action: 'x1' as ActionId, owner: ben, title: 'Watch a start', due: null };
    for (const command of [
      setAgenda(ben, his),
      ask('SaveNotes', { meeting: ids.meeting, edition: 0, text: 'Between us' }, ben),
      ask('AgreeAction', { meeting: ids.meeting, ...action }, asha),
      ask('CloseMeeting', { ...closing, actions: [action] }, asha),
      ask('CloseMeeting', { ...closing, carryOver: [item('new', 'Between us')] }, asha),
      ask('LinkAction', { meeting: ids.meeting, action: 'x1' as ActionId, statements: ['eng-ts-7'] }, ben),
    ])
      given([booked], apart).when(command).refused('PAIR.KEPT_APART');
    given([booked], apart)
      .when(ask('CloseMeeting', closing, asha))
      .happensLike({ type: 'AttendanceRecorded' }, { type: 'MeetingClosed' });
    const onIt = item('i1', 'Seating');
    given([booked, agenda(asha, [asha, onIt])], apart)
      .when(ask('CloseMeeting', { ...closing, carryOver: [onIt] }, asha))
      .happensLike({ type: 'AttendanceRecorded' }, { type: 'ItemCarriedOver' }, { type: 'MeetingClosed' });
  });
});

function item(id: string, title: string) {
  return { id, title, minutes: 10 };
}
function agenda(by: PersonId, ...items: readonly (readonly [PersonId, typeof hers])[]) {
  return { type: 'AgendaSet' as const, data: { ...ids, ...two, by, items: items.map(([writer, one]) => ({ by: writer, item: one })) } };
}
const closing = { meeting: ids.meeting, took: true, minutes: 45, actions: [], carryOver: [] };
function ask<Type extends MeetingCommand['type']>(type: Type, data: Extract<MeetingCommand, { type: Type }>['data'], by: PersonId) {
  const at = (type === 'CloseMeeting' ? '2026-03-06T16:30:00.000Z' : '2026-03-02T09:00:00.000Z') as Instant;
  return { type, by, at, on: at.slice(0, 10) as Day, data } as Extract<MeetingCommand, { type: Type }>;
}
function setAgenda(by: PersonId, ...items: (typeof hers)[]) {
  return ask('SetAgenda', { meeting: ids.meeting, items }, by);
}
