import type { Day, MeetingId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Rows } from '../engine/view.js';
import type { HubEventOf } from './hub-event.js';
import { privateRows } from './private-rows.js';

/** What the two said of a meeting. `on` is set once it was closed. */
interface AttendanceReports {
  readonly on: Day | null;
  readonly saidYes: readonly PersonId[];
}

/** An event in which one of the two says whether a meeting took place. */
export type AttendanceEvent = Recorded<HubEventOf<'AttendanceRecorded'> | HubEventOf<'MeetingClosed'> | HubEventOf<'RecordSetAside'>>;

/** When a pair first and last met, as things stand now; `null` for a pair whose every record was taken back. */
export interface Met {
  readonly firstOn: Day | null;
  readonly lastOn: Day | null;
}

const meetings = privateRows<AttendanceReports>('heard');
/** The days of the meetings of a mentorship that count as held: a day that is taken back gives way to the one before or after it. */
const daysHeld = privateRows<Readonly<Record<MeetingId, Day>>>('days-held');
const UNHEARD: AttendanceReports = { on: null, saidYes: [] };
const isHeld = ({ on, saidYes }: AttendanceReports): boolean => on !== null && saidYes.length > 0;

/**
 * A meeting counts as held while closed and one of the two says it took place. Returns 1, -1 or nothing as that changes, with the days
 * left.
 */
export function heldAfter<Data>(rows: Rows<Data>, event: AttendanceEvent): (Met & { readonly by: 1 | -1 }) | undefined {
  const { data } = event;
  const before = heardBefore(rows, event);
  const after = heardAfter(before, event);
  meetings.put(rows, data.meeting, after);
  const on = after.on;
  if (on === null || isHeld(before) === isHeld(after)) return undefined;
  const { [data.meeting]: _, ...otherDays } = daysHeld.get(rows, data.mentorship) ?? {};
  const held: Readonly<Record<string, Day>> = isHeld(after) ? { ...otherDays, [data.meeting]: on } : otherDays;
  daysHeld.put(rows, data.mentorship, held);
  const days = Object.values(held).sort();
  return { by: isHeld(after) ? 1 : -1, firstOn: days[0] ?? null, lastOn: days.at(-1) ?? null };
}

/** Of a meeting that all had confirmed nothing is remembered: its record says who had. */
function heardBefore<Data>(rows: Rows<Data>, { type, data }: AttendanceEvent): AttendanceReports {
  const known = meetings.get(rows, data.meeting);
  if (known) return known;
  return type === 'RecordSetAside' ? { on: data.on, saidYes: [...data.who, ...data.said] } : UNHEARD;
}

function heardAfter({ on, saidYes }: AttendanceReports, { type, data }: AttendanceEvent): AttendanceReports {
  if (type === 'RecordSetAside') return { on, saidYes: saidYes.filter((person) => !data.who.includes(person)) };
  const others = saidYes.filter((person) => person !== data.by);
  return { on: type === 'MeetingClosed' ? data.on : on, saidYes: data.took ? [...others, data.by] : others };
}

/** Both have said so: there is nothing left to remember. */
export const nothingMoreToHear = <Data>(rows: Rows<Data>, meeting: MeetingId): void => meetings.remove(rows, meeting);
