import type { Instant, MeetingId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import { agendaAfter, agendaOf, type WordedItem } from '@alongside/domain/meetings/meeting.agenda-words.js';
import {
  ERASED_ITEM,
  type AgendaItem,
  type CANCEL_REASONS,
  type MeetingEvent,
  type MeetingTime,
} from '@alongside/domain/meetings/meeting.events.js';
import type { MeetingStatus } from '@alongside/domain/meetings/states.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import { change, type Rows } from '../engine/view.js';
import { onlyPair } from './audiences.js';
import { hubView } from './hub-view.js';
import { privateRows, isPrivate } from './private-rows.js';

/** One side's record of a meeting. */
export interface Attendance {
  readonly by: PersonId;
  readonly took: boolean;
  readonly minutes: number;
}

/** A meeting of a pair with its agenda, notes and outcome. What was agreed to be done stands in the `action` view. */
export interface MeetingRow {
  readonly meeting: MeetingId;
  readonly mentorship: MentorshipId;
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  readonly status: MeetingStatus;
  /** Who suggested the times, or booked. */
  readonly by: PersonId;
  /** Times to choose from; empty once one is booked. */
  readonly times: readonly MeetingTime[];
  /** Which suggestion of times it is, from 1; 0 for a meeting that began otherwise. */
  readonly suggestion: number;
  /** Whose suggestion it replaces; `null` for the first. */
  readonly replaces: PersonId | null;
  /** None of the suggested times suits the one who was to choose. */
  readonly declined: boolean;
  readonly time: MeetingTime | null;
  /** Who cancelled it, and why the hub did; absent for one that was not cancelled. */
  readonly cancelled?: { readonly by: PersonId; readonly because?: (typeof CANCEL_REASONS)[number] };
  /** How often its time or place was changed, which tells a calendar which file is newer. */
  readonly moves: number;
  readonly format: 'in-person' | 'online';
  /** Who named the place, and the place. */
  readonly placeBy: PersonId;
  readonly place: string;
  /** `by` saved it last; `wordedBy` says whose each item is, by its id. */
  readonly agenda: {
    readonly by: PersonId;
    readonly items: readonly AgendaItem[];
    readonly wordedBy: Readonly<Record<string, PersonId>>;
  } | null;
  /** `edition` counts from 1; `null` before the first. */
  readonly notes: { readonly by: PersonId; readonly edition: number; readonly text: string; readonly at: Instant } | null;
  readonly attendance: readonly Attendance[];
  /** Whether it took place by either record; `null` before it was closed. */
  readonly took: boolean | null;
  /** Minutes that both recorded; `null` until both have. */
  readonly confirmedMinutes: number | null;
  readonly carriedOver: readonly WordedItem[];
}

type Meetings = Rows<MeetingRow>;
const set = (rows: Meetings, meeting: MeetingId, next: (data: MeetingRow) => Partial<MeetingRow>): void =>
  change(rows, meeting, (data) => ({ ...data, ...next(data) }));

function recorded(data: MeetingRow, status: MeetingRow['status'], one: Attendance): Partial<MeetingRow> {
  const attendance = [...data.attendance.filter(({ by }) => by !== one.by), one];
  return { status, attendance, took: status === 'closed' ? attendance.some(({ took }) => took) : null };
}

const agendaRow = (by: PersonId, items: readonly WordedItem[]): NonNullable<MeetingRow['agenda']> => ({
  by,
  items: items.map(({ item }) => item),
  wordedBy: Object.fromEntries(items.map((one) => [one.item.id, one.by])),
});

const wordedIn = ({ by, items, wordedBy }: NonNullable<MeetingRow['agenda']>): readonly WordedItem[] =>
  items.map((item) => ({ by: wordedBy[item.id] ?? by, item }));

type Notes = NonNullable<MeetingRow['notes']>;
/** The latest edition of a meeting’s notes by the one who did not save last: what is left when the other is erased. */
const earlier = privateRows<Notes>('earlier');

/** The edition stays the latest: it is what the next to save starts from. */
function forgetNotes(rows: Meetings, meeting: MeetingId, person: PersonId): void {
  const before = earlier.get(rows, meeting);
  const notes = rows.get(meeting)?.data.notes;
  set(rows, meeting, ({ notes }) =>
    notes?.by === person ? { notes: before ? { ...before, edition: notes.edition } : { ...notes, text: '' } } : {},
  );
  if (before?.by === person || notes?.by === person) earlier.remove(rows, meeting);
}

const without =
  (person: PersonId) =>
  (data: MeetingRow): MeetingRow => ({
    ...data,
    place: data.placeBy === person ? '' : data.place,
    agenda:
      data.agenda &&
      agendaRow(
        data.agenda.by,
        wordedIn(data.agenda).filter(({ by }) => by !== person),
      ),
    carriedOver: data.carriedOver.map((one) => (one.by === person ? { ...one, item: ERASED_ITEM } : one)),
  });

/** Meetings, to the pair (R6: leaders see that they happen in `pairing`). */
export const meetingView = hubView<MeetingEvent, MeetingRow>()({
  name: 'meeting',
  version: 4,
  title: 'Meetings',
  readers: ['mentorship'],
  own: 'meetings',
  indexes: ['mentorship', 'mentor', 'mentee', 'status'],
  forget: (rows, id, person) => {
    if (isPrivate(id)) return;
    change(rows, id, without(person));
    forgetNotes(rows, id as MeetingId, person);
  },
  on: {
    MeetingProposed: ({ data: { samePlace, replaces = null, participants, ...data } }, rows) => {
      const before = rows.get(data.meeting)?.data;
      const { placeBy, place } = samePlace && before ? before : { placeBy: data.by, place: data.place };
      const suggestion = (before?.suggestion ?? 0) + 1;
      rows.put(data.meeting, {
        audience: onlyPair(data.mentorship),
        data: {
          ...BLANK,
          ...before,
          ...data,
          ...theTwo({ participants }),
          placeBy,
          place,
          status: 'proposed',
          time: null,
          suggestion,
          replaces,
          declined: false,
        },
      });
    },
    MeetingTimesDeclined: ({ data: { meeting } }, rows) => set(rows, meeting, () => ({ declined: true })),
    MeetingBooked: ({ data: { samePlace, participants, ...data } }, rows) => {
      const before = rows.get(data.meeting)?.data;
      const { place } = samePlace && before ? before : data;
      rows.put(data.meeting, {
        audience: onlyPair(data.mentorship),
        data: { ...BLANK, ...before, ...data, ...theTwo({ participants }), place, status: 'booked', times: [], declined: false },
      });
    },
    // Closed by the event that follows it, as any other.
    PastMeetingRecorded: ({ data: { participants, ...data } }, rows) => {
      rows.put(data.meeting, {
        audience: onlyPair(data.mentorship),
        data: { ...BLANK, ...data, ...theTwo({ participants }), status: 'booked', times: [] },
      });
    },
    MeetingMoved: ({ data: { meeting, time } }, rows) => set(rows, meeting, ({ moves }) => ({ time, moves: moves + 1 })),
    MeetingPlaceSet: ({ data: { meeting, by, place } }, rows) => {
      set(rows, meeting, ({ moves }) => ({ placeBy: by, place, moves: moves + 1 }));
    },
    MeetingCancelled: ({ data: { meeting, by, because } }, rows) =>
      set(rows, meeting, () => ({ status: 'cancelled', cancelled: { by, ...(because && { because }) } })),
    AgendaSet: ({ data }, rows) => {
      const after = (before: readonly WordedItem[]) => agendaAfter(data, agendaOf(data), before, ({ item }) => item.id);
      set(rows, data.meeting, ({ agenda }) => ({ agenda: agendaRow(data.by, after(agenda ? wordedIn(agenda) : [])) }));
    },
    NotesSaved: ({ data: { meeting, by, edition, text }, at }, rows) => {
      const before = rows.get(meeting)?.data.notes;
      if (before && before.by !== by) earlier.put(rows, meeting, before);
      set(rows, meeting, () => ({ notes: { by, edition, text, at } }));
    },
    ItemCarriedOver: ({ data: { meeting, wordedBy, item } }, rows) => {
      set(rows, meeting, ({ carriedOver }) => ({ carriedOver: [...carriedOver, { by: wordedBy, item }] }));
    },
    AttendanceRecorded: ({ data: { meeting, by, took, minutes } }, rows) =>
      set(rows, meeting, (data) => recorded(data, data.status, { by, took, minutes })),
    MeetingClosed: ({ data: { meeting, by, took, minutes } }, rows) =>
      set(rows, meeting, (data) => recorded(data, 'closed', { by, took, minutes })),
    MeetingConfirmed: ({ data: { meeting, minutes } }, rows) => set(rows, meeting, () => ({ confirmedMinutes: minutes })),
  },
});

/** What a row says nothing of until it happens. */
type Unsaid =
  'suggestion' | 'replaces' | 'declined' | 'moves' | 'agenda' | 'notes' | 'attendance' | 'took' | 'confirmedMinutes' | 'carriedOver';

const BLANK: Pick<MeetingRow, Unsaid> = {
  suggestion: 0,
  replaces: null,
  declined: false,
  moves: 0,
  agenda: null,
  notes: null,
  attendance: [],
  took: null,
  confirmedMinutes: null,
  carriedOver: [],
};
