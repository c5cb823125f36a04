import type { Day, InstitutionId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import type { Rows } from '../engine/view.js';
import { overseers } from './audiences.js';
import { followBelonging, leaveEverywhere, reachOf, withTrust } from './belonging.js';
import { heldAfter, nothingMoreToHear, type AttendanceEvent } from './held.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';
import { withDay, type SinceDays } from './since-days.js';

/** How mentoring goes at an institution, in one row, for those who see its pairs by name (R7). A pair counts where its mentee belongs. */
export interface PulseRow {
  readonly institution: InstitutionId;
  /** Pairs in their trial period or active. */
  readonly pairs: number;
  /** How many of these last met on each day; those that have not met are on none. */
  readonly lastMet: SinceDays;
  /** How many more mentees its mentors have space for. */
  readonly space: number;
}

/** What a person or a pair adds. */
type Adds = { readonly kind: 'pair'; readonly lastMetOn: Day | null } | { readonly kind: 'space'; readonly places: number };
type All = Rows<PulseRow>;
interface Pair {
  readonly mentee: PersonId;
  readonly lastMetOn: Day | null;
  readonly runs: boolean;
}
interface Mentor {
  readonly offers: boolean;
  readonly paused: boolean;
  readonly places: number;
  readonly taken: number;
}

const added = privateRows<{ readonly institutions: readonly InstitutionId[]; readonly adds: Adds }>('added');
const pairs = privateRows<Pair>('pair');
const mentors = privateRows<Mentor>('mentor');
const EMPTY = { pairs: 0, lastMet: {}, space: 0 };
const NO_MENTOR: Mentor = { offers: false, paused: false, places: 0, taken: 0 };

function apply(rows: All, institution: InstitutionId, adds: Adds, sign: 1 | -1): void {
  const before = rows.get(institution)?.data ?? { institution, ...EMPTY };
  write(rows, { ...before, ...after(before, adds, sign) });
}

const write = (rows: All, data: PulseRow): void =>
  rows.put(data.institution, { audience: overseers(withTrust(rows, data.institution)), data });

function restate(rows: All, institution: InstitutionId): void {
  const row = rows.get(institution);
  if (row) write(rows, row.data);
}

function after(before: PulseRow, adds: Adds, sign: 1 | -1): Partial<PulseRow> {
  if (adds.kind === 'space') return { space: before.space + sign * adds.places };
  const pairsNow = before.pairs + sign;
  return adds.lastMetOn === null ? { pairs: pairsNow } : { pairs: pairsNow, lastMet: withDay(before.lastMet, adds.lastMetOn, sign) };
}

/** Sets what a person adds where they belong now, in place of what they added before. */
function settle(rows: All, subject: string, person: PersonId, adds: Adds | null): void {
  const before = added.get(rows, subject);
  const institutions = adds ? reachOf(rows, person) : [];
  // Most of what people do changes nothing of what they add.
  if (!adds && !before) return;
  if (before && adds && JSON.stringify(before) === JSON.stringify({ institutions, adds })) return;
  if (before) for (const institution of before.institutions) apply(rows, institution, before.adds, -1);
  if (!adds) return added.remove(rows, subject);
  for (const institution of institutions) apply(rows, institution, adds, 1);
  added.put(rows, subject, { institutions, adds });
}

function settleMentor(rows: All, person: PersonId, next: Partial<Mentor> = {}): void {
  const mentor = { ...(mentors.get(rows, person) ?? NO_MENTOR), ...next };
  mentors.put(rows, person, mentor);
  const places = mentor.offers && !mentor.paused ? Math.max(0, mentor.places - mentor.taken) : 0;
  settle(rows, `mentor:${person}`, person, places > 0 ? { kind: 'space', places } : null);
}

function settlePair(rows: All, mentorship: MentorshipId, next: Partial<Pair> = {}): void {
  const before = pairs.get(rows, mentorship);
  if (!before) return;
  const pair = { ...before, ...next };
  pairs.put(rows, mentorship, pair);
  settle(rows, `pair:${mentorship}`, pair.mentee, pair.runs ? { kind: 'pair', lastMetOn: pair.lastMetOn } : null);
}

function follow(rows: All, people: readonly PersonId[]): void {
  for (const person of people) {
    if (mentors.get(rows, person)) settleMentor(rows, person);
    for (const id of rows.about(person)) {
      const mentorship = pairs.keyIn(id);
      if (mentorship !== undefined) settlePair(rows, mentorship as MentorshipId);
    }
  }
}

function countHeld(event: AttendanceEvent, rows: All): void {
  const held = heldAfter(rows, event);
  if (held) settlePair(rows, event.data.mentorship, { lastMetOn: held.lastOn });
}

const takes = (rows: All, mentor: PersonId, more: 1 | -1): void =>
  settleMentor(rows, mentor, { taken: (mentors.get(rows, mentor) ?? NO_MENTOR).taken + more });

/** How mentoring goes, to the coordinators and leaders of an institution and of its trust. */
export const pulseView = hubView<HubEvent, PulseRow>()({
  name: 'pulse',
  version: 6,
  title: 'How mentoring goes at each school',
  readers: ['#coordinators', '#leaders'],
  indexes: [],
  on: {
    ...followBelonging<PulseRow>(follow, restate),
    MentorshipStarted: (event, rows) => {
      const { mentorship } = event.data;
      const { mentee } = theTwo(event.data);
      pairs.put(rows, mentorship, { mentee, lastMetOn: null, runs: true }, [mentee]);
      settlePair(rows, mentorship);
    },
    MentorshipPaused: ({ data: { mentorship } }, rows) => settlePair(rows, mentorship, { runs: false }),
    MentorshipResumed: ({ data: { mentorship } }, rows) => settlePair(rows, mentorship, { runs: true }),
    MentorshipCompleted: (event, rows) => {
      settlePair(rows, event.data.mentorship, { runs: false });
    },
    MentorshipEnded: (event, rows) => {
      settlePair(rows, event.data.mentorship, { runs: false });
    },
    AttendanceRecorded: countHeld,
    MeetingClosed: countHeld,
    RecordSetAside: countHeld,
    MeetingConfirmed: ({ data: { meeting } }, rows) => nothingMoreToHear(rows, meeting),
    MentoringOffered: ({ data: { person } }, rows) => settleMentor(rows, person, { offers: true }),
    MentoringWithdrawn: ({ data: { person } }, rows) => settleMentor(rows, person, { offers: false, paused: false }),
    MentoringPaused: ({ data: { person } }, rows) => settleMentor(rows, person, { paused: true }),
    MentoringResumed: ({ data: { person } }, rows) => settleMentor(rows, person, { paused: false }),
    CapacityChanged: ({ data: { mentor, places } }, rows) => settleMentor(rows, mentor, { places }),
    RequestAccepted: ({ data: { mentor } }, rows) => takes(rows, mentor, 1),
    PlaceReleased: ({ data: { mentor } }, rows) => takes(rows, mentor, -1),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      follow(rows, [person]);
    },
  },
});
