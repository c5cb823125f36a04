import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import type { Rows } from '../engine/view.js';
import { overseers } from './audiences.js';
import { heldAfter, nothingMoreToHear, type AttendanceEvent } from './held.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';
import { ukDay } from './uk-day.js';

/** The kinds of thing that a day's history tells, in the order in which it tells them. */
export const DAY_KINDS = [
  'joined',
  'began-to-offer',
  'asked',
  'answered',
  'paired',
  'agreed',
  'met',
  'paused',
  'completed',
  'ended',
  'certified',
  'left',
  'mentee-left',
] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** What happened in an institution on one day. */
export interface DayRow {
  readonly institution: InstitutionId;
  readonly day: Day;
  /** How many different people (mentees, where it is about pairs) it happened to. Kinds that did not happen are absent. */
  readonly kinds: Readonly<Partial<Record<DayKind, number>>>;
  /** 1 to 5, the height of the day's tick. */
  readonly height: number;
}

type Days = Rows<DayRow>;
/** How many people, and the first of them by id: a quiet day is one row, and only a crowd has more. */
interface Counted {
  readonly people: number;
  readonly first: readonly PersonId[];
}
type Tally = Readonly<Partial<Record<DayKind, Counted>>>;
const FIRST_LIMIT_PEOPLE = 50;
const tallies = privateRows<Tally>('tally');
const crowd = privateRows<true>('crowd');
const menteeOfPair = privateRows<PersonId>('pair');

/** The id of an institution's day. */
export const dayId = (institution: InstitutionId, day: Day): string => `${institution}:${day}`;

/** Things in a day from which the tick reaches the next height. */
const HEIGHTS = [5, 10, 20, 40];

function heightOf(kinds: DayRow['kinds']): number {
  const things = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  return 1 + HEIGHTS.filter((from) => things >= from).length;
}

/** The count with one more person in it, unless they are in it already. */
function countIn(rows: Days, key: string, before: Counted, person: PersonId): Counted {
  const { people, first } = before;
  if (first.includes(person) || crowd.get(rows, `${key}|${person}`)) return before;
  if (first.length < FIRST_LIMIT_PEOPLE) return { people: people + 1, first: [...first, person] };
  crowd.put(rows, `${key}|${person}`, true);
  return { people: people + 1, first };
}

/** The count without a person; the same where they are not in it. */
function countOut(rows: Days, key: string, before: Counted, person: PersonId): Counted {
  const { people, first } = before;
  const rest = first.filter((one) => one !== person);
  if (rest.length === first.length && !crowd.get(rows, `${key}|${person}`)) return before;
  crowd.remove(rows, `${key}|${person}`);
  return { people: people - 1, first: rest };
}

const NOBODY: Counted = { people: 0, first: [] };

function tell(
  rows: Days,
  event: Recorded<HubEvent>,
  kind: DayKind,
  person: PersonId | undefined,
  at: readonly InstitutionId[] = event.institutions,
): void {
  if (!person) return;
  const day = ukDay(event.at);
  for (const institution of new Set(at)) {
    const id = dayId(institution, day);
    const before = tallies.get(rows, id)?.[kind] ?? NOBODY;
    note(rows, { institution, day }, kind, before, countIn(rows, `${id}|${kind}`, before, person));
  }
}

function note(rows: Days, where: Pick<DayRow, 'institution' | 'day'>, kind: DayKind, before: Counted, after: Counted): void {
  if (after === before) return;
  const id = dayId(where.institution, where.day);
  tallies.put(rows, id, { ...tallies.get(rows, id), [kind]: after });
  const { [kind]: _, ...others } = rows.get(id)?.data.kinds ?? {};
  const kinds = after.people > 0 ? { ...others, [kind]: after.people } : others;
  if (Object.keys(kinds).length === 0) return rows.remove(id);
  rows.put(id, { audience: overseers([where.institution]), data: { ...where, kinds, height: heightOf(kinds) } });
}

/** Who left and came back on one day, as a member removed by mistake, did neither. */
function tellJoined(event: Recorded<Extract<HubEvent, { type: 'MemberJoined' }>>, rows: Days): void {
  const day = ukDay(event.at);
  const { person } = event.data;
  const isBack = (institution: InstitutionId): boolean => {
    const id = dayId(institution, day);
    const before = tallies.get(rows, id)?.left ?? NOBODY;
    const after = countOut(rows, `${id}|left`, before, person);
    note(rows, { institution, day }, 'left', before, after);
    return after !== before;
  };
  const at = [...new Set(event.institutions)].filter((institution) => !isBack(institution));
  tell(rows, event, 'joined', person, at);
}

function tellHeld(event: AttendanceEvent, rows: Days): void {
  // Told on the day on which it was recorded: History tells what became known when.
  if (heldAfter(rows, event)?.by === 1) tell(rows, event, 'met', menteeOfPair.get(rows, event.data.mentorship));
}

/** Days, to the coordinators and leaders of the institution or trust: counts for History’s ticks and sentences. */
export const dayView = hubView<HubEvent, DayRow>()({
  name: 'day',
  version: 8,
  title: 'The sentences in History',
  readers: ['#coordinators', '#leaders'],
  indexes: ['institution', 'day'],
  orders: [{ within: 'institution', by: 'day' }],
  on: {
    MemberJoined: tellJoined,
    MemberLeft: (event, rows) => tell(rows, event, 'left', event.data.person),
    // Where the mentee was counted, and not where the mentor belongs.
    MenteeLeft: (event, rows) => tell(rows, event, 'mentee-left', theTwo(event.data).mentee, [event.data.institution]),
    MentoringOffered: (event, rows) => tell(rows, event, 'began-to-offer', event.data.person),
    MentoringRequested: (event, rows) => tell(rows, event, 'asked', event.data.mentee),
    RequestAccepted: (event, rows) => tell(rows, event, 'answered', event.data.mentee),
    // What the hub closes is no reply of the mentor’s.
    RequestDeclined: (event, rows) => tell(rows, event, 'answered', event.data.because ? undefined : event.data.mentee),
    MentorshipStarted: (event, rows) => {
      const { mentee } = theTwo(event.data);
      menteeOfPair.put(rows, event.data.mentorship, mentee);
      tell(rows, event, 'paired', mentee);
    },
    MentorshipAgreed: (event, rows) => tell(rows, event, 'agreed', theTwo(event.data).mentee),
    MentorshipPaused: (event, rows) => tell(rows, event, 'paused', menteeOfPair.get(rows, event.data.mentorship)),
    MentorshipCompleted: (event, rows) => tell(rows, event, 'completed', theTwo(event.data).mentee),
    MentorshipEnded: (event, rows) => tell(rows, event, 'ended', theTwo(event.data).mentee),
    AttendanceRecorded: tellHeld,
    MeetingClosed: tellHeld,
    RecordSetAside: tellHeld,
    MeetingConfirmed: ({ data: { meeting } }, rows) => nothingMoreToHear(rows, meeting),
    CredentialIssued: (event, rows) => {
      // One certificate of each pair: both halves get one on the same day.
      if (event.data.achievement.as === 'mentee' && event.data.kind !== 'participation') tell(rows, event, 'certified', event.data.person);
    },
  },
});
