import type { PairStatus } from '@alongside/domain/mentorships/states.js';
import type { Day, InstitutionId, Instant, MeetingId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import { change, type Row, type Rows } from '../engine/view.js';
import { overseers } from './audiences.js';
import { followBelonging, leaveEverywhere, oneByOne, reachOf } from './belonging.js';
import { heldAfter, nothingMoreToHear, type AttendanceEvent } from './held.js';
import type { HubEvent, HubEventOf } from './hub-event.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';
import { ukDay } from './uk-day.js';

/**
 * That two people meet and how it goes: all that leaders and coordinators may know of a pair (R6), without words. People who look for a
 * mentor are in `seeking`.
 */
export interface PairingRow {
  readonly mentorship: MentorshipId;
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  /** The institutions that each of the two belongs to now, and their trusts. */
  readonly mentorAt: readonly InstitutionId[];
  readonly menteeAt: readonly InstitutionId[];
  readonly status: PairStatus;
  readonly startedOn: Day;
  readonly agreedOn: Day | null;
  readonly endedOn: Day | null;
  readonly meetingsHeld: number;
  /** Minutes that both recorded. */
  readonly minutes: number;
  readonly lastMetOn: Day | null;
  /** The earliest meeting that is booked and not closed; in the past if it was not recorded. */
  readonly nextMeetingOn: Day | null;
  /** The latest meeting that is booked and not yet closed: a pair that has one ahead is not silent, whatever it has not recorded. */
  readonly bookedUntil: Day | null;
  /** The last day on which either of the two may say that they continue, once a coordinator has suggested an end. */
  readonly closesAfter: Day | null;
  /** When one of the two last said that they continue, or did what says so: suggested times after they were asked, or resumed. */
  readonly continuedOn: Day | null;
  /** What the mentee left while it goes on, and when; `null` otherwise, and once they are there again. */
  readonly menteeLeft: { readonly institution: InstitutionId; readonly on: Day } | null;
}

/** Booked meetings of a mentorship that are neither closed nor cancelled. */
const booked = privateRows<Readonly<Record<MeetingId, Instant>>>('booked');

function refresh(rows: Rows<PairingRow>, person: PersonId): void {
  for (const mentorship of rows.about(person)) {
    const row = rows.get(mentorship);
    if (row) rows.put(mentorship, { ...row, ...placed(rows, row.data) });
  }
}

type Placed = 'mentorAt' | 'menteeAt';
/** Where the two belong now, and so who oversees them. */
function placed(rows: Rows<PairingRow>, data: Omit<PairingRow, Placed>): Pick<Row<PairingRow>, 'audience' | 'data'> {
  const [mentorAt, menteeAt] = [reachOf(rows, data.mentor), reachOf(rows, data.mentee)];
  return { audience: overseers([...mentorAt, ...menteeAt]), data: { ...data, mentorAt, menteeAt } };
}

type Over = Recorded<HubEventOf<'MentorshipCompleted' | 'MentorshipEnded'>>;
function over({ data: { mentorship }, at }: Over, rows: Rows<PairingRow>, status: 'completed' | 'ended'): void {
  set(rows, mentorship, () => ({ status, endedOn: ukDay(at), closesAfter: null }));
}

const set = (rows: Rows<PairingRow>, mentorship: MentorshipId, next: (data: PairingRow) => Partial<PairingRow>): void =>
  change(rows, mentorship, (data) => ({ ...data, ...next(data) }));

/** `startsAt` absent: the meeting is no longer ahead. */
function plan(rows: Rows<PairingRow>, mentorship: MentorshipId, meeting: MeetingId, startsAt?: Instant): void {
  const { [meeting]: _, ...others } = booked.get(rows, mentorship) ?? {};
  const ahead: Readonly<Record<string, Instant>> = startsAt ? { ...others, [meeting]: startsAt } : others;
  booked.put(rows, mentorship, ahead);
  const times = Object.values(ahead).sort();
  const [next, last] = [times[0], times.at(-1)];
  set(rows, mentorship, () => ({ nextMeetingOn: next ? ukDay(next) : null, bookedUntil: last ? ukDay(last) : null }));
}

function countHeld(event: AttendanceEvent, rows: Rows<PairingRow>): void {
  const held = heldAfter(rows, event);
  if (!held) return;
  set(rows, event.data.mentorship, ({ meetingsHeld }) => ({ meetingsHeld: meetingsHeld + held.by, lastMetOn: held.lastOn }));
}

const belonging = followBelonging<PairingRow>(oneByOne(refresh));

/** Pairs, to the coordinators and leaders of the institutions that either of the two belongs to now, trusts included. */
export const pairingView = hubView<HubEvent, PairingRow>()({
  name: 'pairing',
  version: 9,
  title: 'Whether pairs meet, for coordinators',
  readers: ['#coordinators', '#leaders'],
  indexes: ['mentor', 'mentee', 'status', 'mentorAt', 'menteeAt'],
  on: {
    ...belonging,
    MemberJoined: (event, rows) => {
      const { person } = event.data;
      belonging.MemberJoined(event, rows);
      for (const mentorship of rows.about(person))
        change(rows, mentorship, (data) => (data.mentee === person && data.menteeLeft !== null ? { ...data, menteeLeft: null } : data));
    },
    MenteeLeft: ({ data: { mentorship, institution }, at }, rows) =>
      set(rows, mentorship, () => ({ menteeLeft: { institution, on: ukDay(at) } })),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      refresh(rows, person);
    },
    MentorshipStarted: ({ data, at }, rows) => {
      const { mentorship } = data;
      const { mentor, mentee } = theTwo(data);
      const blank = {
        agreedOn: null,
        endedOn: null,
        meetingsHeld: 0,
        minutes: 0,
        lastMetOn: null,
        nextMeetingOn: null,
        bookedUntil: null,
        closesAfter: null,
        continuedOn: null,
        menteeLeft: null,
      };
      rows.put(mentorship, {
        ...placed(rows, { mentorship, mentor, mentee, status: 'trial', startedOn: ukDay(at), ...blank }),
        about: [mentor, mentee],
      });
    },
    MentorshipAgreed: ({ data: { mentorship }, at }, rows) =>
      set(rows, mentorship, ({ status, agreedOn }) => ({
        status: status === 'trial' ? 'active' : status,
        agreedOn: agreedOn ?? ukDay(at),
      })),
    MentorshipPaused: ({ data: { mentorship } }, rows) => set(rows, mentorship, () => ({ status: 'paused', closesAfter: null })),
    MentorshipResumed: ({ data: { mentorship }, at }, rows) =>
      set(rows, mentorship, ({ agreedOn }) => ({ status: agreedOn ? 'active' : 'trial', continuedOn: ukDay(at) })),
    ClosingProposed: ({ data: { mentorship, continueBy } }, rows) => set(rows, mentorship, () => ({ closesAfter: continueBy })),
    ClosingDayMoved: ({ data: { mentorship, continueBy } }, rows) => set(rows, mentorship, () => ({ closesAfter: continueBy })),
    ClosingDeclined: ({ data: { mentorship, on } }, rows) => set(rows, mentorship, () => ({ closesAfter: null, continuedOn: on })),
    ClosingLifted: ({ data: { mentorship }, at }, rows) => set(rows, mentorship, () => ({ closesAfter: null, continuedOn: ukDay(at) })),
    MentorshipCompleted: (event, rows) => over(event, rows, 'completed'),
    MentorshipEnded: (event, rows) => over(event, rows, 'ended'),
    MeetingBooked: ({ data: { mentorship, meeting, time } }, rows) => plan(rows, mentorship, meeting, time.startsAt),
    MeetingMoved: ({ data: { mentorship, meeting, time } }, rows) => plan(rows, mentorship, meeting, time.startsAt),
    MeetingCancelled: ({ data: { mentorship, meeting } }, rows) => plan(rows, mentorship, meeting),
    AttendanceRecorded: countHeld,
    MeetingClosed: (event, rows) => {
      plan(rows, event.data.mentorship, event.data.meeting);
      countHeld(event, rows);
    },
    MeetingConfirmed: ({ data: { mentorship, meeting, minutes } }, rows) => {
      set(rows, mentorship, (data) => ({ minutes: data.minutes + minutes }));
      nothingMoreToHear(rows, meeting);
    },
    RecordSetAside: (event, rows) => {
      const { mentorship, minutes = 0 } = event.data;
      set(rows, mentorship, (data) => ({ minutes: data.minutes - minutes }));
      countHeld(event, rows);
    },
  },
});
