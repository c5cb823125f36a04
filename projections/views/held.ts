import type { Day, MeetingId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Rows } from '../engine/view.js';
import type { HubEventOf } from './hub-event.js';
import { shelf } from './shelf.js';

/** What the two said of a meeting. `on` is set once it was closed. */
interface Heard {
  readonly on: Day | null;
  readonly saidYes: readonly PersonId[];
}

/** An event in which one of the two says whether a meeting took place. */
export type Said = Recorded<HubEventOf<'AttendanceRecorded'> | HubEventOf<'MeetingClosed'>>;

const meetings = shelf<Heard>('heard');
const UNHEARD: Heard = { on: null, saidYes: [] };
const isHeld = ({ on, saidYes }: Heard): boolean => on !== null && saidYes.length > 0;

/**
 * A meeting counts as held once it was closed and while either of the two says that it took place: the first to record may have been
 * mistaken, and may say so. Returns the day and 1 where the meeting has just come to count, -1 where it has ceased to; otherwise nothing.
 */
export function heldAfter<Data>(rows: Rows<Data>, { type, data }: Said): { readonly on: Day; readonly by: 1 | -1 } | undefined {
  const before = heardOf(rows, data.meeting);
  const others = before.saidYes.filter((person) => person !== data.by);
  const after: Heard = { on: type === 'MeetingClosed' ? data.on : before.on, saidYes: data.took ? [...others, data.by] : others };
  meetings.put(rows, data.meeting, after);
  const on = after.on;
  if (on === null || isHeld(before) === isHeld(after)) return undefined;
  return { on, by: isHeld(after) ? 1 : -1 };
}

/** Both have said so, and neither can say anything else: there is nothing left to remember. */
export const nothingMoreToHear = <Data>(rows: Rows<Data>, meeting: MeetingId): void => meetings.remove(rows, meeting);

const heardOf = <Data>(rows: Rows<Data>, meeting: MeetingId): Heard => meetings.get(rows, meeting) ?? UNHEARD;
