import { participantsOf, type Pair } from './pair.js';
import { DAY_MS, dayAt, instantAt, MINUTE_MS, type How, type Telling } from './telling.js';
import { aPlace, aTitle, sentences } from './words.js';

const BOOKED_AHEAD_MS = 4 * DAY_MS;
const AFTER_MS = 90 * MINUTE_MS;
const HOUR_OF_DAY_MS = 15.5 * 60 * MINUTE_MS;

/** Meetings about every fortnight, recorded by both; where the pair goes on, one more is booked. */
export function meetUntil(telling: Telling, pair: Pair, from: number, until: number, goesOn: boolean): void {
  const { random } = telling;
  let at = from + random.whole(5, 10) * DAY_MS;
  for (; at < until - DAY_MS; at += random.whole(11, 30) * DAY_MS) {
    const startsAt = Math.floor(at / DAY_MS) * DAY_MS + HOUR_OF_DAY_MS;
    if (startsAt + 2 * AFTER_MS > until) break;
    holds(telling, pair, books(telling, pair, startsAt, Math.max(from + MINUTE_MS, startsAt - BOOKED_AHEAD_MS)), startsAt, until);
  }
  if (goesOn)
    books(telling, pair, Math.floor(until / DAY_MS) * DAY_MS + 5 * DAY_MS + HOUR_OF_DAY_MS, until - random.whole(1, 60) * MINUTE_MS);
}

function books(telling: Telling, pair: Pair, startsAt: number, at: number): How {
  const { mentorship, mentor, mentee, concerns } = pair;
  const { random } = telling;
  const meeting = telling.id(at);
  const how: How = { on: 'meeting', of: meeting, at, by: mentee.id, institutions: concerns };
  const here = { meeting, mentorship, participants: participantsOf(pair), by: mentee.id };
  telling.tell(how, 'MeetingBooked', {
    ...({ ...here, time: { startsAt: instantAt(startsAt), minutes: 45 }, format: 'in-person' } as const),
    placeBy: mentee.id,
    place: aPlace(random),
  });
  const item = (id: string) => ({ id, title: aTitle(random), minutes: 15 });
  const items = [
    { by: mentee.id, item: item('n-1') },
    { by: mentor.id, item: item('m-1') },
    { by: mentee.id, item: item('n-2') },
  ];
  telling.tell(how, 'AgendaSet', { ...here, items, withBooking: true });
  return how;
}

function holds(telling: Telling, pair: Pair, how: How, startsAt: number, until: number): void {
  const { random } = telling;
  const { mentorship, mentor, mentee } = pair;
  const [meeting, minutes, on] = [how.of, random.whole(25, 60), dayAt(startsAt)];
  const here = { meeting, mentorship };
  const after: How = { ...how, at: startsAt + AFTER_MS };
  telling.tell(after, 'NotesSaved', { ...here, by: mentee.id, edition: 1, text: sentences(random, 2, 8) });
  if (random.chance(0.7)) {
    const [action, title] = [telling.id(after.at), aTitle(random)];
    telling.tell(after, 'ActionAgreed', { ...here, action, by: mentee.id, owner: mentee.id, title, due: dayAt(startsAt + 14 * DAY_MS) });
    const doneAt = after.at + random.whole(1, 9) * DAY_MS;
    if (doneAt < until && random.chance(0.7)) telling.tell({ ...after, at: doneAt }, 'ActionDone', { ...here, action, owner: mentee.id });
  }
  telling.tell(after, 'AttendanceRecorded', { ...here, by: mentee.id, took: true, minutes });
  telling.tell(after, 'MeetingClosed', { ...here, participants: participantsOf(pair), by: mentee.id, took: true, on, minutes });
  const confirmed: How = { ...after, at: after.at + AFTER_MS / 2, by: mentor.id };
  telling.tell(confirmed, 'AttendanceRecorded', { ...here, by: mentor.id, took: true, minutes });
  telling.tell(confirmed, 'MeetingConfirmed', { ...here, participants: participantsOf(pair), on, minutes });
  for (const [person, as] of [
    [mentor.id, 'mentor'],
    [mentee.id, 'mentee'],
  ] as const)
    telling.tell({ ...confirmed, on: 'growth', of: person, by: 'hub' }, 'CpdCredited', { person, mentorship, meeting, on, minutes, as });
}
