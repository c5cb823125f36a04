import type { Instant } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { digestOf } from '../kernel/digest.js';
import { ok, refuse } from '../kernel/result.js';
import { dayOf, plusMinutes, sayMoment } from '../uk/uk-time.js';
import { peopleAs } from '../mentorships/participants.js';
import { sameItemTwice } from './meeting.agenda.js';
import { knownItem, worded } from './meeting.agenda-words.js';
import type { AgendaItem, MeetingEvent, MeetingTime } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';
import type { Decision, Given, RefusedResult } from './meeting.refusals.js';
import type { Booked, Meeting, Proposed } from './meeting.state.js';
import { BOOKING_GRACE_MINUTES } from './booking-grace.js';
import { firstMeetingAgenda } from './first-agenda.js';

/** Ids of agenda items may not be longer than those of meetings, and end with their place. */
const ITEM_PREFIX_CHARACTERS = 60;

export function book({ data, by, at }: Given<'BookMeeting'>, meeting: Meeting, facts: MeetingFacts): Decision {
  const { agenda, meeting: id, mentorship, format, time, place } = data;
  const { pair } = facts;
  const no = cannotArrange(meeting, facts) ?? cannotMeetAt(data.time, at, facts) ?? sameItemTwice(agenda ?? []);
  if (no || !pair) return no ?? refuse({ code: 'MEETING.NO_MENTORSHIP' });
  const of = { meeting: id, mentorship, participants: pair.participants, by };
  return ok([{ type: 'MeetingBooked', data: { ...of, time, format, placeBy: by, place } }, ...agendaWithBooking(of, agenda ?? [], facts)]);
}

type Of = Pick<Extract<MeetingEvent, { type: 'AgendaSet' }>['data'], 'meeting' | 'mentorship' | 'participants' | 'by'>;

/** The agenda that was written with a booking, which tells of it. */
export const agendaWithBooking = (of: Of, items: readonly AgendaItem[], { waiting }: MeetingFacts): readonly MeetingEvent[] =>
  items.length > 0
    ? [{ type: 'AgendaSet', data: { ...of, letGo: [], withBooking: true, items: [...worded(items, of.by, waiting.map(knownItem))] } }]
    : [];

/** The mentor’s yes named this time, when it was free. What came between does not undo it: either may move it. Asked twice, it is booked once. */
export function bookFirst({ data }: Given<'BookFirstMeeting'>, meeting: Meeting, facts: MeetingFacts): Decision {
  const { pair } = facts;
  if (meeting.status !== 'none') return meeting.mentorship === data.mentorship ? ok([]) : refuse({ code: 'MEETING.ALREADY_ARRANGED' });
  const no = mentorshipStands(facts);
  const by = pair && peopleAs(pair.participants, 'mentor')[0];
  if (no || !by) return no ?? refuse({ code: 'MEETING.NO_MENTORSHIP' });
  const { meeting: id, mentorship, time, format, aims } = data;
  const of = { meeting: id, mentorship, participants: pair.participants, by, withYes: true as const };
  const items = firstMeetingAgenda(aims, time.minutes, (place) => `${id.slice(0, ITEM_PREFIX_CHARACTERS)}-${place}`);
  return ok([
    { type: 'MeetingBooked', data: { ...of, time, format, placeBy: by, place: '' } },
    { type: 'AgendaSet', data: { ...of, items: [...worded(items, by, [])] } },
  ]);
}

export function move({ data, by, at }: Given<'MoveMeeting'>, meeting: Booked, facts: MeetingFacts): Decision {
  if (same(meeting.time, data.time)) return ok([]);
  const { meeting: id, time } = data;
  const no = timeChanged(data, meeting, at) ?? mentorshipStands(facts) ?? cannotMeetAt(time, at, facts);
  return no ?? ok([{ type: 'MeetingMoved', data: { meeting: id, mentorship: meeting.mentorship, by, time, was: meeting.time } }]);
}

/** Either of the two may name the place, and neither overwrites unseen what the other has named. */
export function setPlace({ data, by }: Given<'SetMeetingPlace'>, { mentorship, place }: Proposed | Booked): Decision {
  if (digestOf(data.place) === place) return ok([]);
  if (digestOf(data.seen) !== place) return refuse({ code: 'MEETING.PLACE_CHANGED', field: 'place' });
  return ok([{ type: 'MeetingPlaceSet', data: { meeting: data.meeting, mentorship, by, place: data.place } }]);
}

/** The hub leaves alone what has already begun when a mentorship ends: the two may still record it, and the record stays true. */
export function cancel({ data, by, at }: Given<'CancelMeeting'>, meeting: Proposed | Booked): Decision {
  if (by === HUB && meeting.status === 'booked' && meeting.time.startsAt <= at) return ok([]);
  const no = timeChanged(data, meeting, at);
  if (no) return no;
  if (meeting.status === 'proposed' && data.suggestion !== undefined && data.suggestion !== meeting.suggestion)
    return refuse({ code: 'MEETING.TIMES_REPLACED' });
  const why = by === HUB && data.because ? { because: data.because } : {};
  return ok([{ type: 'MeetingCancelled', data: { meeting: data.meeting, mentorship: meeting.mentorship, by, ...why } }]);
}

/** The other has chosen or moved the time a moment ago: that is said, and not undone by a person who has not seen it. */
function timeChanged(
  { seen }: Given<'MoveMeeting' | 'CancelMeeting'>['data'],
  meeting: Proposed | Booked,
  at: Instant,
): RefusedResult | undefined {
  const startsAt = meeting.status === 'proposed' ? null : meeting.time.startsAt;
  if (seen === undefined || startsAt === null || seen === startsAt) return undefined;
  return refuse({ code: 'MEETING.TIME_CHANGED', facts: { time: sayMoment(startsAt, dayOf(at)) } });
}

export function cannotArrange(meeting: Meeting, facts: MeetingFacts): RefusedResult | undefined {
  return meeting.status === 'none' ? mentorshipStands(facts) : refuse({ code: 'MEETING.ALREADY_ARRANGED' });
}

export function mentorshipStands({ pair }: MeetingFacts): RefusedResult | undefined {
  switch (pair?.status) {
    case undefined:
      return refuse({ code: 'MEETING.NO_MENTORSHIP' });
    case 'paused':
      return refuse({ code: 'MEETING.MENTORSHIP_PAUSED' });
    case 'completed':
    case 'ended':
      return refuse({ code: 'MEETING.MENTORSHIP_OVER' });
    case 'trial':
    case 'active':
      return undefined;
  }
}

export function cannotMeetAt(time: MeetingTime, at: Instant, { clashes }: MeetingFacts): RefusedResult | undefined {
  if (isPast(time, at)) return refuse({ code: 'MEETING.IN_THE_PAST', field: 'time' });
  return clashes ? refuse({ code: 'MEETING.CLASH', field: 'time' }) : undefined;
}

export const isPast = ({ startsAt }: MeetingTime, at: Instant): boolean => plusMinutes(startsAt, BOOKING_GRACE_MINUTES) < at;
export const same = (a: MeetingTime, b: MeetingTime): boolean => a.startsAt === b.startsAt && a.minutes === b.minutes;
