import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB, replay } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { meetingAggregate } from '@alongside/domain/meetings/meeting.aggregate.js';
import { meetingCommands, type MeetingCommand } from '@alongside/domain/meetings/meeting.commands.js';
import type { MeetingEvent } from '@alongside/domain/meetings/meeting.events.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { gatherForMeeting } from '../facts/meeting.facts.js';
import type { Row } from '../engine/view.js';
import { carriedOverView } from '../views/carried-over.view.js';
import type { HubEvent } from '../views/hub-event.js';
import { meetingView } from '../views/meeting.view.js';
import { mentorshipView } from '../views/mentorship.view.js';
import { foldView } from './given-events.js';
import { lookInto } from './look-into.js';
import { goOnAt, nextMoment, pairWords, tell } from './telling.js';

const { decider } = meetingAggregate;
type Give = (by: string, type: MeetingCommand['type'], meeting: string, data?: object) => void;

/**
 * Gives commands to the real decider with the real facts. A story of hand-made events once hid that a place was sealed with the wrong key.
 */
function telling(before: readonly Recorded<HubEvent>[]): { readonly give: Give; readonly told: readonly Recorded<HubEvent>[] } {
  const told: Recorded<HubEvent>[] = [];
  const give: Give = (by, type, meeting, more = {}) => {
    const at = nextMoment() as Instant;
    const data = meetingCommands[type].parse({ meeting, ...more });
    const command = { type, by: by as PersonId, at, on: dayOf(at), data } as MeetingCommand;
    const own = told.filter((event) => (event.data as { meeting?: string }).meeting === meeting);
    const { facts } = gatherForMeeting(command, lookAfter([...before, ...told]));
    const decision = decider.decide(command, replay(decider, own as unknown as readonly MeetingEvent[]), facts);
    if (!decision.ok) throw new Error(`The story is one that cannot happen: ${type} of ${by}, ${decision.error.code}.`);
    told.push(...decision.value.map((event) => tell(event.type, event.data)));
  };
  return { give, told };
}

const lookAfter = (events: readonly Recorded<HubEvent>[]) =>
  lookInto(
    new Map<string, ReadonlyMap<string, Row<unknown>>>([
      ['mentorship', foldView(mentorshipView, events)],
      ['meeting', foldView(meetingView, events)],
      ['carried-over', foldView(carriedOverView, events)],
    ]),
  );

const item = (person: string, what: string) => ({ id: `i-${person}-${what}`, title: pairWords(person, what), minutes: 10 });
const action = (id: string, owner: string, by: string) => ({ action: id, owner, title: pairWords(by, id), due: null });
const on = (day: string, clock: string) => ({ startsAt: `${day}T${clock}:00.000Z`, minutes: 45 });

/** What Asha and Ben do with the meetings of both their mentorships; each has said something wherever one may say something. */
export function meetingsOfThePair(before: readonly Recorded<HubEvent>[]): readonly Recorded<HubEvent>[] {
  const { give, told } = telling(before);
  const [offered, moved] = [on('2026-03-05', '14:00'), on('2026-03-05', '15:40')];
  give('ben', 'ProposeMeeting', 'k1', { mentorship: 'm1', times: [offered], format: 'in-person', place: pairWords('ben', 'place') });
  const others = { times: [offered], format: 'in-person', place: pairWords('ben', 'place') };
  give('asha', 'SuggestOtherTimes', 'k1', { ...others, suggestion: 1 });
  give('ben', 'DeclineTimes', 'k1', { suggestion: 2 });
  give('ben', 'SuggestOtherTimes', 'k1', { ...others, suggestion: 2 });
  give('asha', 'ChooseTime', 'k1', { time: offered, suggestion: 3 });
  give('ben', 'MoveMeeting', 'k1', { time: moved });
  give('ben', 'SetMeetingPlace', 'k1', { place: `${pairWords('ben', 'place')} 2`, seen: pairWords('ben', 'place') });
  give('ben', 'SetAgenda', 'k1', { items: [item('ben', 'agenda')] });
  give('asha', 'SetAgenda', 'k1', { items: [item('ben', 'agenda'), item('asha', 'agenda')] });
  goOnAt('2026-03-05T16:30:00.000Z');
  give('asha', 'SaveNotes', 'k1', { edition: 0, text: pairWords('asha', 'notes') });
  give('ben', 'SaveNotes', 'k1', { edition: 1, text: pairWords('ben', 'notes') });
  for (const [by, owner] of [
    ['ben', 'ben'],
    ['asha', 'asha'],
    ['ben', 'asha'],
    ['asha', 'ben'],
  ] as const) {
    give(by, 'AgreeAction', 'k1', action(`${by}-for-${owner}`, owner, by));
    give(owner, 'FinishAction', 'k1', { action: `${by}-for-${owner}` });
    give(owner, 'ReopenAction', 'k1', { action: `${by}-for-${owner}` });
    give(by, 'NoteAction', 'k1', { action: `${by}-for-${owner}`, note: pairWords(by, `how-${owner}`) });
  }
  give('ben', 'DropAction', 'k1', { action: 'ben-for-ben' });
  give('ben', 'LinkAction', 'k1', { action: 'asha-for-ben', statements: ['eng-ts-7'] });
  give('ben', 'KeepAction', 'k1', { action: 'asha-for-ben' });
  const carried = { took: true, actions: [], carryOver: [item('ben', 'agenda'), item('asha', 'agenda')] };
  give('ben', 'CloseMeeting', 'k1', { ...carried, minutes: 40 });
  give('asha', 'RecordAttendance', 'k1', { took: true, minutes: 45 });
  const next = { mentorship: 'm1', time: on('2026-03-12', '15:40'), format: 'online', place: pairWords('ben', 'place-2') };
  give('ben', 'BookMeeting', 'k2', { ...next, agenda: [item('asha', 'agenda'), item('ben', 'agenda-2')] });
  give('asha', 'SaveNotes', 'k2', { edition: 0, text: pairWords('asha', 'notes-2') });
  give('ben', 'CancelMeeting', 'k2');
  const corridor = { mentorship: 'm1', format: 'in-person', place: pairWords('asha', 'corridor') };
  give('asha', 'RecordPastMeeting', 'k4', {
    ...{ ...corridor, startsAt: '2026-03-05T10:50:00.000Z', minutes: 15, notes: pairWords('asha', 'past') },
    actions: [action('asha-for-ben-4', 'ben', 'asha')],
  });
  give('ben', 'FinishAction', 'k4', { action: 'asha-for-ben-4', note: pairWords('ben', 'how-past') });
  give('ben', 'RecordAttendance', 'k4', { took: true, minutes: 15 });
  give(HUB, 'SetRecordAside', 'k4', { who: ['ben'], other: 'k1' });
  give('ben', 'RecordAttendance', 'k4', { took: true, minutes: 15 });
  give('ben', 'RecordPastMeeting', 'k5', {
    ...{ ...corridor, place: pairWords('ben', 'corridor'), startsAt: '2026-03-05T12:10:00.000Z', minutes: 10, notes: '', actions: [] },
  });
  const other = { mentorship: 'm2', time: on('2026-03-19', '15:40'), format: 'online', place: pairWords('asha', 'place-3') };
  give('asha', 'BookMeeting', 'k3', { ...other, agenda: [item('asha', 'agenda-3')] });
  give('ben', 'SetAgenda', 'k3', { items: [item('ben', 'agenda-3'), item('asha', 'agenda-3')] });
  give(HUB, 'NoteClash', 'k3', { time: other.time, who: ['ben'], other: 'k9' });
  give(HUB, 'LiftClash', 'k3', { other: 'k9' });
  give('ben', 'CancelMeeting', 'k3');
  return told;
}
