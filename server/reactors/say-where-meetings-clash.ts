import type { Instant, MeetingId } from '@alongside/domain/kernel/brand.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import { isAhead } from '@alongside/domain/meetings/states.js';
import { overlaps } from '@alongside/domain/uk/uk-time.js';
import { meetingsThen } from '@alongside/projections/facts/meetings-then.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import { meetingsOf } from './brought-together.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/** Two meetings of one person at one time are said of the one whose id is later: the same one, whichever is followed first. */
export const sayWhereMeetingsClash: Reactor = {
  name: 'say-where-meetings-clash',
  on: {
    MeetingBooked: note,
    MeetingMoved: (event, world) => [...lift(event, world), ...note(event, world)],
    MeetingCancelled: lift,
    RecordsJoined: noteAll,
  },
};

type Arranged = EventTyped<'MeetingBooked' | 'MeetingMoved'>;
type Timed = MeetingRow & { readonly time: MeetingTime };

function note({ at, data: { meeting } }: Arranged, { look }: World): readonly Asked[] {
  const row = look.row('meeting', meeting);
  return row ? clashesOf(row, at, look) : [];
}

/** Each record had a diary of its own. What was said of a meeting before stands. */
function noteAll({ at, data: { person } }: EventTyped<'RecordsJoined'>, world: World): readonly Asked[] {
  const rows = meetingsOf(person, 'booked', world);
  const theirs = new Set(rows.map(({ meeting }) => meeting));
  const found = rows
    .flatMap((row) => clashesOf(row, at, world.look))
    .filter(({ data: { meeting, other } }) => theirs.has(meeting) && theirs.has(other) && !isSaid(meeting, other, world));
  return [...new Map(found.map((one) => [`${one.data.meeting} ${one.data.other}`, one])).values()];
}

const isSaid = (meeting: MeetingId, other: MeetingId, { look }: World): boolean =>
  look.row('meeting', meeting)?.clashes.some((one) => one.other === other) ?? false;

function clashesOf(row: MeetingRow, at: Instant, look: World['look']): readonly Clash[] {
  if (!isTimed(row) || !isAhead(row, at)) return [];
  return othersBooked(row, row.time, look)
    .filter((other) => overlaps(other.time, row.time))
    .map((other) => (row.meeting < other.meeting ? clash(other, row) : clash(row, other)));
}

/** What was said to clash with this meeting does so no more. */
function lift({ data }: EventTyped<'MeetingMoved' | 'MeetingCancelled'>, { look }: World): readonly Asked[] {
  const { meeting } = data;
  const row = look.row('meeting', meeting);
  const before = 'was' in data ? data.was : row?.time;
  if (!row || !before) return [];
  const isStillThen = ({ time }: Timed) => row.status === 'booked' && isTimed(row) && overlaps(time, row.time);
  return othersBooked(row, before, look)
    .filter((other) => other.clashes.some((one) => one.other === meeting) && !isStillThen(other))
    .map((other) => ({ type: 'LiftClash', data: { meeting: other.meeting, other: meeting } }));
}

const isTimed = (row: MeetingRow): row is Timed => row.time !== null;

type Clash = Extract<Asked, { type: 'NoteClash' }>;
const clash = ({ meeting, time, ...two }: Timed, other: MeetingRow): Clash => ({
  type: 'NoteClash',
  data: {
    meeting,
    time,
    who: [two.mentor, two.mentee].filter((one) => one === other.mentor || one === other.mentee),
    other: other.meeting,
  },
});

/** Other booked meetings of either of the two on the days of a time, each once. */
const othersBooked = ({ meeting, mentor, mentee }: MeetingRow, time: MeetingTime, look: World['look']): readonly Timed[] =>
  meetingsThen([mentor, mentee], time, look)
    .filter((row) => row.meeting !== meeting && row.status === 'booked')
    .filter(isTimed);
