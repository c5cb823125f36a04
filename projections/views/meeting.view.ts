import type { MeetingId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { CANCEL_REASONS, MeetingEvent, MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import type { MeetingStatus } from '@alongside/domain/meetings/states.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import { change, type Rows } from '../engine/view.js';
import { onlyPair } from './audiences.js';
import { diaryPages } from './diary.js';
import { hubView } from './hub-view.js';

/** One side's record of a meeting. */
export interface Attendance {
  readonly by: PersonId;
  readonly took: boolean;
  readonly minutes: number;
}

/** A meeting of a pair: when, where and what came of it. What was written for it stands in `meeting-content`, what was agreed to be done in `action`. */
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
  /** Other meetings at its time, and which of the two has both. */
  readonly clashes: readonly { readonly other: MeetingId; readonly who: readonly PersonId[] }[];
  /** Who cancelled it, and why the hub did; absent for one that was not cancelled. */
  readonly cancelled?: { readonly by: PersonId; readonly because?: (typeof CANCEL_REASONS)[number] };
  /** How often its time or place was changed, which tells a calendar which file is newer. */
  readonly moves: number;
  readonly format: 'in-person' | 'online';
  /** Who named the place, and the place. */
  readonly placeBy: PersonId;
  readonly place: string;
  readonly attendance: readonly Attendance[];
  /**
   * The people who still have something to do with it: both while it is arranged and until both have recorded it. Lists of upcoming
   * meetings read by it.
   */
  readonly openFor: readonly PersonId[];
  /** In whose diary it stands, on which days: while it is booked, and once it was held. What may clash with a time is looked up by it. */
  readonly diary: readonly string[];
  /** Whether it took place by either record; `null` before it was closed. */
  readonly took: boolean | null;
  /** Minutes that both recorded; `null` until both have. */
  readonly confirmedMinutes: number | null;
  /**
   * Whose records were set aside, as they recorded the same time in another meeting; `same`: that one stands for this, and nobody is asked
   * again.
   */
  readonly setAside: { readonly other: MeetingId; readonly who: readonly PersonId[]; readonly same: boolean } | null;
}

type Meetings = Rows<MeetingRow>;
const set = (rows: Meetings, meeting: MeetingId, next: (data: MeetingRow) => Partial<MeetingRow>): void =>
  change(rows, meeting, (data) => withOpen({ ...data, ...next(data) }));

function withOpen(row: Omit<MeetingRow, 'openFor' | 'diary'>): MeetingRow {
  const { mentor, mentee, status, took, attendance, setAside } = row;
  const awaited = took ? [mentor, mentee] : setAside?.same ? [] : (setAside?.who ?? []);
  const unsaid = status === 'closed' && awaited.some((person) => !attendance.some(({ by }) => by === person));
  return { ...row, openFor: status === 'proposed' || status === 'booked' || unsaid ? [mentor, mentee] : [], diary: diaryOf(row) };
}

/** For as long as it was booked for or, where that is longer, as one of the two recorded. */
function diaryOf({ mentor, mentee, status, took, time, attendance }: Omit<MeetingRow, 'openFor' | 'diary'>): readonly string[] {
  if (!time || (status !== 'booked' && !(status === 'closed' && took))) return [];
  const minutes = Math.max(time.minutes, ...attendance.map((one) => one.minutes));
  return [mentor, mentee].flatMap((person) => diaryPages(person, { ...time, minutes }));
}

function recorded(data: MeetingRow, status: MeetingRow['status'], one: Attendance): Partial<MeetingRow> {
  const attendance = [...data.attendance.filter(({ by }) => by !== one.by), one];
  return { status, attendance, took: status === 'closed' ? attendance.some(({ took }) => took) : null, setAside: saidAgain(data, one.by) };
}

/** Whose record is still set aside once this person has recorded it again. */
function saidAgain({ setAside }: MeetingRow, by: PersonId): MeetingRow['setAside'] {
  const who = setAside?.who.filter((person) => person !== by) ?? [];
  return setAside && who.length > 0 ? { ...setAside, who } : null;
}

/** Meetings, to the pair (R6: leaders see that they happen in `pairing`). */
export const meetingView = hubView<MeetingEvent, MeetingRow>()({
  name: 'meeting',
  version: 7,
  title: 'Meetings',
  readers: ['mentorship'],
  own: 'meetings',
  indexes: ['mentorship', 'mentor', 'mentee', 'status', 'openFor', 'diary'],
  forget: (rows, id, person) => change(rows, id, (data) => (data.placeBy === person ? { ...data, place: '' } : data)),
  on: {
    MeetingProposed: ({ data: { samePlace, replaces = null, participants, ...data } }, rows) => {
      const before = rows.get(data.meeting)?.data;
      const { placeBy, place } = samePlace && before ? before : { placeBy: data.by, place: data.place };
      const suggestion = (before?.suggestion ?? 0) + 1;
      rows.put(data.meeting, {
        audience: onlyPair(data.mentorship),
        data: withOpen({
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
        }),
      });
    },
    MeetingTimesDeclined: ({ data: { meeting } }, rows) => set(rows, meeting, () => ({ declined: true })),
    MeetingBooked: ({ data: { samePlace, participants, ...data } }, rows) => {
      const before = rows.get(data.meeting)?.data;
      const { place } = samePlace && before ? before : data;
      rows.put(data.meeting, {
        audience: onlyPair(data.mentorship),
        data: withOpen({ ...BLANK, ...before, ...data, ...theTwo({ participants }), place, status: 'booked', times: [], declined: false }),
      });
    },
    // Closed by the event that follows it, as any other.
    PastMeetingRecorded: ({ data: { participants, ...data } }, rows) => {
      rows.put(data.meeting, {
        audience: onlyPair(data.mentorship),
        data: withOpen({ ...BLANK, ...data, ...theTwo({ participants }), status: 'booked', times: [] }),
      });
    },
    MeetingMoved: ({ data: { meeting, time } }, rows) => set(rows, meeting, ({ moves }) => ({ time, moves: moves + 1, clashes: [] })),
    MeetingClashed: ({ data: { meeting, other, who } }, rows) =>
      set(rows, meeting, ({ clashes }) => ({ clashes: [...clashes, { other, who }] })),
    MeetingClashLifted: ({ data: { meeting, other } }, rows) =>
      set(rows, meeting, ({ clashes }) => ({ clashes: clashes.filter((clash) => clash.other !== other) })),
    MeetingPlaceSet: ({ data: { meeting, by, place } }, rows) => {
      set(rows, meeting, ({ moves }) => ({ placeBy: by, place, moves: moves + 1 }));
    },
    MeetingCancelled: ({ data: { meeting, by, because } }, rows) =>
      set(rows, meeting, () => ({ status: 'cancelled', clashes: [], cancelled: { by, ...(because && { because }) } })),
    AttendanceRecorded: ({ data: { meeting, by, took, minutes } }, rows) =>
      set(rows, meeting, (data) => recorded(data, data.status, { by, took, minutes })),
    MeetingClosed: ({ data: { meeting, by, took, minutes } }, rows) =>
      set(rows, meeting, (data) => recorded(data, 'closed', { by, took, minutes })),
    MeetingConfirmed: ({ data: { meeting, minutes } }, rows) => set(rows, meeting, () => ({ confirmedMinutes: minutes })),
    RecordSetAside: ({ data: { meeting, who, other, same = false } }, rows) =>
      set(rows, meeting, (data) => {
        const attendance = data.attendance.filter(({ by }) => !who.includes(by));
        const before = data.setAside?.who.filter((person) => !who.includes(person)) ?? [];
        const took = attendance.some((one) => one.took);
        return { attendance, took: took || null, confirmedMinutes: null, setAside: { other, who: [...before, ...who], same } };
      }),
  },
});

/** What a row says nothing of until it happens. */
type Unsaid = 'suggestion' | 'replaces' | 'declined' | 'moves' | 'clashes' | 'attendance' | 'took' | 'confirmedMinutes' | 'setAside';

const BLANK: Pick<MeetingRow, Unsaid> = {
  suggestion: 0,
  replaces: null,
  declined: false,
  moves: 0,
  clashes: [],
  attendance: [],
  took: null,
  confirmedMinutes: null,
  setAside: null,
};
