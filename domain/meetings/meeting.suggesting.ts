import type { Instant, PersonId } from '../kernel/brand.js';
import { digestOf } from '../kernel/digest.js';
import { ok, refuse } from '../kernel/result.js';
import { sameItemTwice } from './meeting.agenda.js';
import { agendaWithBooking, cannotArrange, cannotMeetAt, isPast, mentorshipStands, same } from './meeting.arranging.js';
import type { MeetingTime } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';
import type { Decision, Given, RefusedResult } from './meeting.refusals.js';
import type { Meeting, Proposed } from './meeting.state.js';

/** A pair has one suggestion of times at a time: a second meeting would wait for the same two diaries. */
export function propose({ data, by, at }: Given<'ProposeMeeting'>, meeting: Meeting, facts: MeetingFacts): Decision {
  const { pair, suggestedAlready } = facts;
  const no = cannotArrange(meeting, facts) ?? firstPast(data.times, at);
  if (no || !pair) return no ?? refuse({ code: 'MEETING.NO_MENTORSHIP' });
  if (suggestedAlready) return refuse({ code: 'MEETING.SUGGESTED_ALREADY' });
  return ok([{ type: 'MeetingProposed', data: { ...data, times: inOrder(data.times), participants: pair.participants, by } }]);
}

/** The times before are withdrawn, and it is the other’s turn to choose. What the two put on the agenda stays. */
export function suggestOthers({ data, by, at }: Given<'SuggestOtherTimes'>, meeting: Proposed, facts: MeetingFacts): Decision {
  const no = replacedMeanwhile(data, meeting) ?? mentorshipStands(facts) ?? firstPast(data.times, at);
  if (no) return no;
  const { mentorship, participants } = meeting;
  const { meeting: id, format } = data;
  const times = inOrder(data.times);
  if (isAsSuggested({ by, times, format, place: data.place }, meeting)) return ok([]);
  const place = digestOf(data.place) === meeting.place ? { place: '', samePlace: true as const } : { place: data.place };
  return ok([
    { type: 'MeetingProposed', data: { meeting: id, mentorship, participants, by, times, format, replaces: meeting.by, ...place } },
  ]);
}

/** “None of these suit me”: nothing else need be named, and the other is asked for other times. */
export function declineTimes({ data, by }: Given<'DeclineTimes'>, meeting: Proposed, facts: MeetingFacts): Decision {
  const replaced = replacedMeanwhile(data, meeting);
  if (replaced) return replaced;
  if (by === meeting.by) return refuse({ code: 'MEETING.WAITS_FOR_THE_OTHER' });
  const no = mentorshipStands(facts);
  if (no || meeting.declined) return no ?? ok([]);
  return ok([{ type: 'MeetingTimesDeclined', data: { meeting: data.meeting, mentorship: meeting.mentorship, by } }]);
}

/** The one who proposed has had their say: the other picks. */
export function choose({ data, by, at }: Given<'ChooseTime'>, meeting: Proposed, facts: MeetingFacts): Decision {
  const { mentorship, participants, format, placeBy } = meeting;
  const replaced = replacedMeanwhile(data, meeting);
  if (replaced) return replaced;
  if (by === meeting.by) return refuse({ code: 'MEETING.WAITS_FOR_THE_OTHER' });
  if (meeting.declined) return refuse({ code: 'MEETING.TIMES_DECLINED' });
  if (!meeting.times.some((time) => same(time, data.time))) return refuse({ code: 'MEETING.NOT_OFFERED', field: 'time' });
  const no = mentorshipStands(facts) ?? cannotMeetAt(data.time, at, facts);
  if (no) return no;
  const { meeting: id, time } = data;
  const where = { format, placeBy, place: '', samePlace: true as const };
  return ok([{ type: 'MeetingBooked', data: { meeting: id, mentorship, participants, by, time, ...where } }]);
}

/** A time that both are free at, in place of those suggested. An agenda that the two have written already stays. */
export function bookInstead({ data, by, at }: Given<'BookMeeting'>, meeting: Proposed, facts: MeetingFacts): Decision {
  const no =
    replacedMeanwhile(data, meeting) ?? mentorshipStands(facts) ?? cannotMeetAt(data.time, at, facts) ?? sameItemTwice(data.agenda ?? []);
  if (no) return no;
  const { mentorship, participants } = meeting;
  const { meeting: id, time, format, place } = data;
  const of = { meeting: id, mentorship, participants, by };
  const placeBy = digestOf(place) === meeting.place ? meeting.placeBy : by;
  const items = meeting.agenda.length > 0 ? [] : (data.agenda ?? []);
  return ok([{ type: 'MeetingBooked', data: { ...of, time, format, placeBy, place } }, ...agendaWithBooking(of, items, facts)]);
}

/** Other times were suggested since: what was shown is what is chosen, declined, replaced or cancelled. */
function replacedMeanwhile(
  { suggestion }: { readonly suggestion?: number | undefined },
  meeting: Pick<Proposed, 'suggestion'>,
): RefusedResult | undefined {
  return suggestion === undefined || suggestion === meeting.suggestion ? undefined : refuse({ code: 'MEETING.TIMES_REPLACED' });
}

interface Suggesting {
  readonly by: PersonId;
  readonly times: readonly MeetingTime[];
  readonly format: string;
  readonly place: string;
}

const isAsSuggested = ({ by, times, format, place }: Suggesting, meeting: Proposed): boolean =>
  by === meeting.by &&
  !meeting.declined &&
  format === meeting.format &&
  digestOf(place) === meeting.place &&
  times.length === meeting.times.length &&
  times.every((time) => meeting.times.some((other) => same(time, other)));

function firstPast(times: readonly MeetingTime[], at: Instant): RefusedResult | undefined {
  const index = times.findIndex((time) => isPast(time, at));
  return index < 0 ? undefined : refuse({ code: 'MEETING.IN_THE_PAST', field: `times.${index}` });
}

/** Soonest first and each once, in whatever order they were typed. */
const inOrder = (times: readonly MeetingTime[]): MeetingTime[] =>
  times.filter((time, index) => times.findIndex((other) => same(other, time)) === index).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
