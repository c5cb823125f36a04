import type { ActionId, Day, Instant, MeetingId, MentorshipId, PersonId } from '../kernel/brand.js';
import { asParticipants } from '../mentorships/participants.js';
import { isOver, type PairStatus } from '../mentorships/states.js';
import { given as givenBy } from '../testing/given.js';
import type { MeetingCommand } from './meeting.commands.js';
import { meeting } from './meeting.decider.js';
import type { MeetingEvent } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';

export const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
export const ids = { meeting: 't1' as MeetingId, mentorship: 'm1' as MentorshipId };
export const two = { participants: asParticipants({ mentor: asha, mentee: ben }) };
export const before = '2026-03-02T09:00:00.000Z' as Instant;
export const starts = '2026-03-06T15:40:00.000Z' as Instant;
export const after = '2026-03-06T16:30:00.000Z' as Instant;
export const time = { startsAt: starts, minutes: 45 };
export const later = { startsAt: '2026-03-13T15:40:00.000Z' as Instant, minutes: 45 };
export const where = { format: 'in-person' as const, place: 'Room 12' };
export const facts = (status: PairStatus = 'active', clashes = false): MeetingFacts => ({
  pair: { ...two, status },
  startedAt: '2026-01-05T09:00:00.000Z' as Instant,
  endedAt: isOver({ status }) ? starts : null,
  clashes,
  suggestedAlready: false,
  metAlready: false,
  recordedTwice: false,
  waiting: [],
});
export const given = Object.assign((...history: readonly MeetingEvent[]) => givenBy(meeting, history, facts()), {
  where: (history: readonly MeetingEvent[], known: MeetingFacts) => givenBy(meeting, history, known),
});

export function ask<Type extends MeetingCommand['type']>(
  type: Type,
  data: Extract<MeetingCommand, { type: Type }>['data'],
  by: PersonId = ben,
  at: string = before,
) {
  return { type, by, at: at as Instant, on: at.slice(0, 10) as Day, data } as Extract<MeetingCommand, { type: Type }>;
}
export function item(id: string) {
  return { id, title: 'Starts', minutes: 10 };
}
export function propose(at: string = before): MeetingCommand {
  return ask('ProposeMeeting', { ...ids, ...where, times: [time, later] }, ben, at);
}
export function book(at: string = before): MeetingCommand {
  return ask('BookMeeting', { ...ids, ...where, time }, ben, at);
}
export function save(edition: number): MeetingCommand {
  return ask('SaveNotes', { meeting: ids.meeting, edition, text: 'Routines first' });
}
export function agreedAction(id: string, owner: PersonId) {
  return { action: id as ActionId, owner, title: 'Watch a start', due: null };
}
export function agreeAction(id: string, owner: PersonId): MeetingCommand {
  return ask('AgreeAction', { meeting: ids.meeting, ...agreedAction(id, owner) });
}
export function closes(by: PersonId, minutes = 45, took = true): MeetingCommand {
  return ask('CloseMeeting', { meeting: ids.meeting, took, minutes, actions: [], carryOver: [] }, by, after);
}
export function records(by: PersonId, minutes: number, took = true): MeetingCommand {
  return ask('RecordAttendance', { meeting: ids.meeting, took, minutes }, by, after);
}
export const proposed: MeetingEvent = { type: 'MeetingProposed', data: { ...ids, ...two, by: ben, times: [time, later], ...where } };
export const booked: MeetingEvent = { type: 'MeetingBooked', data: { ...ids, ...two, by: ben, time, placeBy: ben, ...where } };
export const moved: MeetingEvent = { type: 'MeetingMoved', data: { ...ids, by: ben, time: later, was: time } };
export const cancelled: MeetingEvent = { type: 'MeetingCancelled', data: { ...ids, by: ben } };
export function saved(edition: number): MeetingEvent {
  return { type: 'NotesSaved', data: { ...ids, by: asha, edition, text: 'Hers' } };
}
/** Written down as the meeting was recorded: what tells of the record tells of it. */
export const withRecord = (event: MeetingEvent): MeetingEvent => ({ ...event, data: { ...event.data, withRecord: true } }) as MeetingEvent;
/** With what else was added to a record. */
export const adding = (event: MeetingEvent, actions: number, notes = false): MeetingEvent =>
  ({ ...event, data: { ...event.data, added: { actions, notes } } }) as MeetingEvent;
export function action(id: string, owner: PersonId, by: PersonId = ben): MeetingEvent {
  return { type: 'ActionAgreed', data: { ...ids, by, ...agreedAction(id, owner) } };
}
export function attended(by: PersonId, minutes: number, took = true): MeetingEvent {
  return { type: 'AttendanceRecorded', data: { ...ids, by, took, minutes } };
}
export function closedBy(by: PersonId, minutes = 45): readonly MeetingEvent[] {
  return [attended(by, minutes), { type: 'MeetingClosed', data: { ...ids, ...two, by, took: true, on: '2026-03-06' as Day, minutes } }];
}
export function confirmed(minutes: number): MeetingEvent {
  return { type: 'MeetingConfirmed', data: { ...ids, ...two, on: '2026-03-06' as Day, minutes } };
}
