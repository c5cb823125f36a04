import type { MeetingId, PersonId } from '@alongside/domain/kernel/brand.js';
import { RECORDING_GRACE_MINUTES } from '@alongside/domain/meetings/meeting.recording.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import { overlaps } from '@alongside/domain/uk/uk-time.js';
import { minutesCountedTwice } from '@alongside/projections/facts/counted-twice.js';
import { meetingsThen } from '@alongside/projections/facts/meetings-then.js';
import { timeGiven } from '@alongside/projections/facts/meeting.facts.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import { meetingsOf } from './brought-together.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/** [R10] Of two records of one time the one of the meeting whose id is later is set aside: the same one, whichever is followed first. */
export const setRecordAsideWhenRecordedTwice: Reactor = {
  name: 'set-record-aside-when-recorded-twice',
  on: { AttendanceRecorded: follow, MeetingClosed: follow, RecordsJoined: followAll },
};

type Said = EventTyped<'AttendanceRecorded' | 'MeetingClosed'>;

function follow({ data: { meeting, by, took } }: Said, { look }: World): readonly Asked[] {
  const row = look.row('meeting', meeting);
  if (!took || !row || !isRecorded(row)) return [];
  return setAside(row, twinOf(row, look), [row.mentor, row.mentee], true) ?? setAside(row, overlapOf(row, by, look), [by]) ?? [];
}

/** Each record counted for itself. One after the other, until what is left counts no minute twice. */
function followAll({ data: { person } }: EventTyped<'RecordsJoined'>, world: World): readonly Asked[] {
  const gone = new Set<MeetingId>();
  const asked: Asked[] = [];
  for (const row of meetingsOf(person, 'closed', world).filter(isRecorded))
    while (!gone.has(row.meeting)) {
      const other = overlapOf(row, person, world.look, gone);
      if (!other) break;
      gone.add(row.meeting < other.meeting ? other.meeting : row.meeting);
      asked.push(...(setAside(row, other, [person]) ?? []));
    }
  return asked;
}

const isRecorded = ({ status, took }: MeetingRow): boolean => status === 'closed' && took === true;

/** Another record of the same meeting: of the same pair, at the same time. */
function twinOf(row: MeetingRow, look: World['look']): MeetingRow | undefined {
  const [own] = timeGiven(row);
  return (
    own &&
    recordedThen(row, own, [row.mentor], look)
      .filter(({ mentorship }) => mentorship === row.mentorship)
      .find((other) => minutesCountedTwice(own, () => timeGiven(other)) > RECORDING_GRACE_MINUTES)
  );
}

/** The last, by its id, of this person’s other meetings at the time of this one, where together they count more minutes than passed. */
function overlapOf(row: MeetingRow, by: PersonId, look: World['look'], gone?: ReadonlySet<MeetingId>): MeetingRow | undefined {
  const [own] = timeGiven(row, by);
  if (!own) return undefined;
  const others = (span: MeetingTime) => recordedThen(row, span, [by], look).filter(({ meeting }) => !gone?.has(meeting));
  const timesOn = (span: MeetingTime) => others(span).flatMap((other) => timeGiven(other, by));
  if (minutesCountedTwice(own, timesOn) <= RECORDING_GRACE_MINUTES) return undefined;
  return others(own)
    .filter((other) => timeGiven(other, by).some((time) => overlaps(time, own)))
    .toSorted((a, b) => (a.meeting < b.meeting ? 1 : -1))[0];
}

const recordedThen = (row: MeetingRow, time: MeetingTime, people: readonly PersonId[], look: World['look']): readonly MeetingRow[] =>
  meetingsThen(people, time, look).filter((other) => other.meeting !== row.meeting && isRecorded(other));

function setAside(row: MeetingRow, other: MeetingRow | undefined, who: readonly PersonId[], same?: true): readonly Asked[] | undefined {
  if (!other) return undefined;
  const [stays, later] = row.meeting < other.meeting ? [row, other] : [other, row];
  return [{ type: 'SetRecordAside', data: { meeting: later.meeting, who: [...who], other: stays.meeting, ...(same && { same }) } }];
}
