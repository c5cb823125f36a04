import type { Instant } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { ok, refuse } from '../kernel/result.js';
import { dayOf, plusMinutes, sayMoment } from '../uk/uk-time.js';
import { agendaSet, sameItemTwice, worded } from './meeting.agenda.js';
import type { MeetingTime } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';
import type { Decision, Given, RefusedResult } from './meeting.refusals.js';
import type { Booked, Meeting, Proposed } from './meeting.state.js';
import { BOOKING_GRACE_MINUTES } from './booking-grace.js';
import { firstMeetingAgenda } from './first-agenda.js';

export function propose({ data, by, at }: Given<'ProposeMeeting'>, meeting: Meeting, facts: MeetingFacts): Decision {
  const { pair } = facts;
  const no = cannotArrange(meeting, facts) ?? firstPast(data.times, at);
  if (no || !pair) return no ?? refuse({ code: 'MEETING.NO_MENTORSHIP' });
  return ok([{ type: 'MeetingProposed', data: { ...data, times: inOrder(data.times), mentor: pair.mentor, mentee: pair.mentee, by } }]);
}

export function book({ data, by, at }: Given<'BookMeeting'>, meeting: Meeting, facts: MeetingFacts): Decision {
  const { agenda, ...booked } = data;
  const { pair } = facts;
  const no = cannotArrange(meeting, facts) ?? cannotMeetAt(data.time, at, facts) ?? sameItemTwice(agenda ?? []);
  if (no || !pair) return no ?? refuse({ code: 'MEETING.NO_MENTORSHIP' });
  const { mentor, mentee } = pair;
  const { meeting: id, mentorship } = data;
  return ok([
    { type: 'MeetingBooked', data: { ...booked, mentor, mentee, by, placeBy: by } },
    ...(agenda && agenda.length > 0
      ? [agendaSet({ meeting: id, mentorship, mentor, mentee, by, letGo: [], withBooking: true }, worded(agenda, by, facts.waiting))]
      : []),
  ]);
}

/**
 * The mentor's yes named this time. It was free then: what came between, a clash or a hub that was down, does not undo what the two were told,
 * and either may move it. Asked twice, it is booked once.
 */
export function bookFirst({ data }: Given<'BookFirstMeeting'>, meeting: Meeting, facts: MeetingFacts): Decision {
  const { pair } = facts;
  if (meeting.status !== 'none') return meeting.mentorship === data.mentorship ? ok([]) : refuse({ code: 'MEETING.ALREADY_ARRANGED' });
  const no = mentorshipStands(facts);
  if (no || !pair) return no ?? refuse({ code: 'MEETING.NO_MENTORSHIP' });
  const { mentor, mentee } = pair;
  const { meeting: id, mentorship, time, format, aims } = data;
  const by = mentor;
  const items = firstMeetingAgenda(aims, time.minutes, (place) => `${id}-${place}`);
  return ok([
    { type: 'MeetingBooked', data: { meeting: id, mentorship, mentor, mentee, by, time, format, placeBy: by, place: '', withYes: true } },
    agendaSet({ meeting: id, mentorship, mentor, mentee, by, withYes: true }, worded(items, by, [])),
  ]);
}

/** Whoever proposed has had their say: the other picks. */
export function choose({ data, by, at }: Given<'ChooseTime'>, meeting: Proposed, facts: MeetingFacts): Decision {
  const { mentorship, mentor, mentee, format, placeBy, place } = meeting;
  if (by === meeting.by) return refuse({ code: 'MEETING.WAITS_FOR_THE_OTHER' });
  if (!meeting.times.some((time) => same(time, data.time))) return refuse({ code: 'MEETING.NOT_OFFERED', field: 'time' });
  const no = mentorshipStands(facts) ?? cannotMeetAt(data.time, at, facts);
  if (no) return no;
  const { meeting: id, time } = data;
  return ok([{ type: 'MeetingBooked', data: { meeting: id, mentorship, mentor, mentee, by, time, format, placeBy, place } }]);
}

export function move({ data, by, at }: Given<'MoveMeeting'>, meeting: Booked, facts: MeetingFacts): Decision {
  if (same(meeting.time, data.time)) return ok([]);
  const no = timeChanged(data, meeting, at) ?? mentorshipStands(facts) ?? cannotMeetAt(data.time, at, facts);
  return no ?? ok([{ type: 'MeetingMoved', data: { meeting: data.meeting, mentorship: meeting.mentorship, by, time: data.time } }]);
}

/** The hub leaves alone what has already begun when a mentorship ends: the two may still record it, and the record stays true. */
export function cancel({ data, by, at }: Given<'CancelMeeting'>, meeting: Proposed | Booked): Decision {
  if (by === HUB && meeting.status === 'booked' && meeting.time.startsAt <= at) return ok([]);
  const no = timeChanged(data, meeting, at);
  if (no) return no;
  const why = by === HUB && data.because ? { because: data.because } : {};
  return ok([{ type: 'MeetingCancelled', data: { meeting: data.meeting, mentorship: meeting.mentorship, by, ...why } }]);
}

/** The other has chosen or moved the time a moment ago: that is said, and not undone by somebody who has not seen it. */
function timeChanged(
  { seen }: Given<'MoveMeeting' | 'CancelMeeting'>['data'],
  meeting: Proposed | Booked,
  at: Instant,
): RefusedResult | undefined {
  const startsAt = meeting.status === 'proposed' ? null : meeting.time.startsAt;
  if (seen === undefined || startsAt === null || seen === startsAt) return undefined;
  return refuse({ code: 'MEETING.TIME_CHANGED', facts: { time: sayMoment(startsAt, dayOf(at)) } });
}

function cannotArrange(meeting: Meeting, facts: MeetingFacts): RefusedResult | undefined {
  return meeting.status === 'none' ? mentorshipStands(facts) : refuse({ code: 'MEETING.ALREADY_ARRANGED' });
}

function mentorshipStands({ pair }: MeetingFacts): RefusedResult | undefined {
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

function cannotMeetAt(time: MeetingTime, at: Instant, { clashes }: MeetingFacts): RefusedResult | undefined {
  if (isPast(time, at)) return refuse({ code: 'MEETING.IN_THE_PAST', field: 'time' });
  return clashes ? refuse({ code: 'MEETING.CLASH', field: 'time' }) : undefined;
}

function firstPast(times: readonly MeetingTime[], at: Instant): RefusedResult | undefined {
  const index = times.findIndex((time) => isPast(time, at));
  return index < 0 ? undefined : refuse({ code: 'MEETING.IN_THE_PAST', field: `times.${index}` });
}

/** Soonest first and each once, in whatever order they were typed. */
const inOrder = (times: readonly MeetingTime[]): MeetingTime[] =>
  times.filter((time, index) => times.findIndex((other) => same(other, time)) === index).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
const isPast = ({ startsAt }: MeetingTime, at: Instant): boolean => plusMinutes(startsAt, BOOKING_GRACE_MINUTES) < at;
const same = (a: MeetingTime, b: MeetingTime): boolean => a.startsAt === b.startsAt && a.minutes === b.minutes;
