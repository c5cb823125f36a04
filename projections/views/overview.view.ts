import type { Day, InstitutionId, MentorshipId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Side } from '@alongside/domain/requests/caseload.events.js';
import { daysBetween } from '@alongside/domain/uk/days.js';
import { halfTermOf } from '@alongside/domain/uk/half-term.js';
import type { SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import type { Row, Rows } from '../engine/view.js';
import { administratorsOf, overseers } from './audiences.js';
import { followBelonging, institutionsOf, leaveEverywhere, reachOf, trustOf, withTrust } from './belonging.js';
import { conclude, ledgerOf, settle, settledAt, type FigureName, type Share } from './figures.js';
import { heldAfter, nothingMoreToHear, type AttendanceEvent } from './held.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { noteDay, onItsDay } from './its-day.js';
import { exactOf, moveSchool, shownOf, type Outside, type OverviewFigure, type ShownFigures } from './shown-figures.js';
import { outsideId } from './outside-id.js';
import { privateRows } from './private-rows.js';
import { ukDay } from './uk-day.js';

export type { OverviewFigure } from './shown-figures.js';

/** How a programme stands in one institution or trust (R7, 0051). */
export interface OverviewRow {
  readonly institution: InstitutionId;
  /**
   * `now`: exact. `day`: how it stood at the end of a day that is over, for History alone. `outside`: what may leave the hub, where `null`
   * is withheld.
   */
  readonly kind: 'now' | 'day' | 'outside';
  /** The day on which it became so; `null` of what may leave the hub, which has no history. */
  readonly day: Day | null;
  /** A median or mean of exact figures is `null` where no pair has met. */
  readonly figures: ShownFigures;
  /** What else may leave the hub, in a row of that kind alone. */
  readonly outside?: Outside;
}

/** The id of how an institution stood at the end of a day, where that day changed it. */
export const pastId = (institution: InstitutionId, day: Day): string => `${institution}:${day}`;

type Overview = Rows<OverviewRow>;
const calendars = privateRows<Pick<SchoolCalendar, 'terms' | 'closures'>>('calendar');
const NO_CALENDAR = { terms: [], closures: [] };
const mentors = privateRows<{ readonly offering: boolean; readonly places: number }>('mentor');
const requests = privateRows<{ readonly mentee: PersonId; readonly answerBy: Day; readonly actsNext: Side }>('request');
/** A pair as it stands. `metAfterDays`: from its beginning to its first meeting; `null` before that. */
interface CountedPair {
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  readonly figure: PairFigure;
  readonly startedOn: Day;
  readonly agreed: boolean;
  readonly metAfterDays: number | null;
  readonly lastMetOn: Day | null;
  /** Its mentee has a certificate that was not revoked. */
  readonly certified: boolean;
}
type PairFigure = Exclude<
  Extract<FigureName, `pairs${string}`>,
  'pairs' | 'pairsRunning' | 'pairsThatMet' | 'pairsNotMet' | 'pairsMetLately' | 'pairsNotMetLately' | 'pairsUncertified'
>;
const pairs = privateRows<CountedPair>('pair');
const pairsOf = (rows: Overview, person: PersonId): readonly MentorshipId[] =>
  rows.about(person).flatMap((id) => (pairs.keyIn(id) as MentorshipId | undefined) ?? []);
const isRunning = (figure: PairFigure): boolean => figure === 'pairsOnTrial' || figure === 'pairsActive';
const isOver = (figure: PairFigure): boolean => figure === 'pairsCompleted' || figure === 'pairsEndedEarly';
const certificates = privateRows<MentorshipId>('certificate');

/** A row that would be the same is left as it is. */
function publish(rows: Overview, institutions: readonly InstitutionId[]): void {
  for (const institution of new Set(institutions)) publishExact(rows, institution);
  // What leaves the hub of a trust depends on what its schools withhold.
  const trusts = institutions.map((institution) => trustOf(rows, institution)).filter((trust) => trust !== null);
  for (const institution of new Set([...institutions, ...trusts])) {
    const before = rows.get(outsideId(institution));
    const next = shownOf(rows, institution, (of) => halfTermOf(calendars.get(rows, of) ?? NO_CALENDAR, onItsDay(rows)).from);
    if (isAsBefore(before, next.figures) && JSON.stringify(before?.data.outside) === JSON.stringify(next.outside)) continue;
    writeOutside(rows, { institution, kind: 'outside', day: null, ...next });
  }
}

/** The first change of a day leaves the row of the last one behind, so that any date is a look-up. */
function publishExact(rows: Overview, institution: InstitutionId): void {
  const [before, figures, day] = [rows.get(institution), exactOf(ledgerOf(rows, institution)), onItsDay(rows)];
  if (isAsBefore(before, figures)) return;
  // A clock that was wrong leaves no day behind that lies ahead.
  const last = before?.data.day ?? null;
  if (before && last !== null && last < day) rows.put(pastId(institution, last), { audience: [], data: { ...before.data, kind: 'day' } });
  write(rows, { institution, kind: 'now', day, figures });
}

const write = (rows: Overview, data: OverviewRow): void =>
  rows.put(data.institution, { audience: overseers(withTrust(rows, data.institution)), data });

/** Administrators look at it; those who see the exact figures take it along, for governors. */
const writeOutside = (rows: Overview, data: OverviewRow): void =>
  rows.put(outsideId(data.institution), {
    audience: [...administratorsOf(data.institution), ...overseers(withTrust(rows, data.institution))],
    data,
  });

const isAsBefore = (before: Row<OverviewRow> | undefined, figures: ShownFigures): boolean =>
  before !== undefined && Object.entries(figures).every(([name, value]) => before.data.figures[name as OverviewFigure] === value);

/** Those who look after its trust read it as well. */
function restate(rows: Overview, institution: InstitutionId): void {
  const [row, outside] = [rows.get(institution), rows.get(outsideId(institution))];
  if (row) write(rows, row.data);
  if (outside) writeOutside(rows, outside.data);
}

const one = (figure: FigureName, about: PersonId): Share => ({ figure, about, amount: 1 });

function settlePerson(rows: Overview, person: PersonId): readonly InstitutionId[] {
  const { offering, places } = mentors.get(rows, person) ?? { offering: false, places: 0 };
  const belongs = institutionsOf(rows, person).length > 0;
  const shares = offering
    ? [one('mentorsOffering', person), { figure: 'places', about: person, amount: places } as const]
    : [one('notOffering', person)];
  return settle(rows, `person:${person}`, reachOf(rows, person), belongs ? [one('members', person), ...shares] : []);
}

function refresh(rows: Overview, people: readonly PersonId[]): void {
  const touched = new Set<InstitutionId>();
  for (const person of people) for (const institution of settlePerson(rows, person)) touched.add(institution);
  publish(rows, [...touched]);
}

/** Where people belong has changed: they are counted there, and so are the pairs that go on. What is over stays where it was. */
function follow(rows: Overview, people: readonly PersonId[]): void {
  refresh(rows, people);
  for (const mentorship of new Set(people.flatMap((person) => pairsOf(rows, person)))) {
    const pair = pairs.get(rows, mentorship);
    if (pair && !isOver(pair.figure)) changePair(rows, mentorship, {}, reachOf(rows, pair.mentor, pair.mentee));
  }
}

function setMentor(rows: Overview, person: PersonId, next: { offering?: boolean; places?: number }): void {
  mentors.put(rows, person, { ...(mentors.get(rows, person) ?? { offering: false, places: 0 }), ...next });
  refresh(rows, [person]);
}

/** An end is counted where its beginning was: people who left or were erased stay in the record. */
const alsoWhereCounted = (rows: Overview, subject: string, institutions: readonly InstitutionId[]): readonly InstitutionId[] => [
  ...new Set([...settledAt(rows, subject), ...institutions]),
];

type RequestFigure = Extract<FigureName, `requests${string}`>;
function settleRequest(rows: Overview, { institutions }: Recorded<HubEvent>, request: RequestId, figure: RequestFigure): void {
  const asked = requests.get(rows, request);
  if (!asked) return;
  const subject = `request:${request}`;
  const shares = [one('requests', asked.mentee), one(figure, asked.mentee)];
  publish(rows, settle(rows, subject, alsoWhereCounted(rows, subject, institutions), shares));
  if (figure === 'requestsOpen') return;
  conclude(rows, subject);
  requests.remove(rows, request);
}

function answered(event: Recorded<Extract<HubEvent, { type: 'RequestAccepted' | 'RequestDeclined' }>>, rows: Overview): void {
  // What the hub closes is no reply of the mentor’s.
  if (event.type === 'RequestDeclined' && event.data.because) return settleRequest(rows, event, event.data.request, 'requestsWithdrawn');
  const asked = requests.get(rows, event.data.request);
  // A mentor who wrote last had answered, and was waiting themself.
  const inTime = !asked || asked.actsNext === 'mentee' || ukDay(event.at) <= asked.answerBy;
  settleRequest(rows, event, event.data.request, inTime ? 'requestsAnsweredInTime' : 'requestsNotInTime');
}

/** What is said of a pair moves with it, so that its parts go on adding up. Meetings and minutes stay where they were held. */
function sharesOf({ mentee, figure, metAfterDays, lastMetOn, certified }: CountedPair): readonly Share[] {
  const days: Share = { figure: 'daysToFirstMeeting', about: mentee, amount: metAfterDays ?? 0 };
  return [
    one('pairs', mentee),
    one(figure, mentee),
    ...(isRunning(figure) ? [{ ...one('pairsRunning', mentee), metOn: lastMetOn }] : []),
    ...(metAfterDays === null ? [one('pairsNotMet', mentee)] : [one('pairsThatMet', mentee), days]),
    ...(figure === 'pairsCompleted' ? [one(certified ? 'certificates' : 'pairsUncertified', mentee)] : []),
  ];
}

function settlePair(rows: Overview, { institutions }: Recorded<HubEvent>, mentorship: MentorshipId, figure: PairFigure): void {
  const pair = pairs.get(rows, mentorship);
  if (!pair) return;
  changePair(rows, mentorship, { figure }, isOver(figure) ? alsoWhereCounted(rows, `pair:${mentorship}`, institutions) : institutions);
}

/** What is known of a pair changes; where it is counted stays, unless said otherwise. */
function changePair(rows: Overview, mentorship: MentorshipId, next: Partial<CountedPair>, where?: readonly InstitutionId[]): void {
  const before = pairs.get(rows, mentorship);
  if (!before) return;
  const pair = { ...before, ...next };
  pairs.put(rows, mentorship, pair);
  const subject = `pair:${mentorship}`;
  publish(rows, settle(rows, subject, where ?? settledAt(rows, subject), sharesOf(pair)));
}

function countHeld(event: AttendanceEvent, rows: Overview): void {
  const held = heldAfter(rows, event);
  const { meeting, mentorship } = event.data;
  const pair = pairs.get(rows, mentorship);
  if (!held || !pair) return;
  const { mentee } = pair;
  publish(rows, settle(rows, `meeting:${meeting}`, event.institutions, held.by > 0 ? [one('meetingsHeld', mentee)] : []));
  const metAfterDays = held.firstOn === null ? null : Math.max(0, daysBetween(pair.startedOn, held.firstOn));
  if (pair.metAfterDays !== metAfterDays || pair.lastMetOn !== held.lastOn)
    changePair(rows, mentorship, { metAfterDays, lastMetOn: held.lastOn });
}

function countMinutes({ data, institutions }: Recorded<Extract<HubEvent, { type: 'MeetingConfirmed' }>>, rows: Overview): void {
  const minutes: Share = { figure: 'minutes', about: theTwo(data).mentee, amount: data.minutes };
  publish(rows, settle(rows, `minutes:${data.meeting}`, institutions, [minutes]));
  nothingMoreToHear(rows, data.meeting);
}

const takeMinutesBack = ({ data, institutions }: Recorded<Extract<HubEvent, { type: 'RecordSetAside' }>>, rows: Overview): void =>
  publish(rows, settle(rows, `minutes:${data.meeting}`, institutions, []));

const following = followBelonging<OverviewRow>(follow, restate);

/** How a programme stands: exact, to the coordinators and leaders of an institution and of its trust; to administrators, what may leave the hub. */
export const overviewView = hubView<HubEvent, OverviewRow>()({
  name: 'overview',
  version: 12,
  title: 'Programme figures',
  readers: ['#administrators', '#coordinators', '#leaders'],
  indexes: ['institution'],
  orders: [{ within: 'institution', by: 'day' }],
  on: noteDay({
    ...following,
    TrustJoined: (event, rows) => {
      const { institution, trust } = event.data;
      const before = trustOf(rows, institution);
      moveSchool(rows, institution, before, trust);
      following.TrustJoined(event, rows);
      publish(rows, before ? [before, institution] : [institution]);
    },
    TrustLeft: (event, rows) => {
      const { institution, trust } = event.data;
      moveSchool(rows, institution, trust, null);
      following.TrustLeft(event, rows);
      publish(rows, [trust, institution]);
    },
    CalendarSet: ({ data: { institution, terms, closures } }, rows) => {
      calendars.put(rows, institution, { terms, closures });
      publish(rows, [institution]);
    },
    InstitutionRegistered: ({ data: { institution } }, rows) => publish(rows, [institution]),
    MentoringOffered: ({ data: { person } }, rows) => setMentor(rows, person, { offering: true }),
    MentoringWithdrawn: ({ data: { person } }, rows) => setMentor(rows, person, { offering: false }),
    CapacityChanged: ({ data: { mentor, places } }, rows) => setMentor(rows, mentor, { places }),
    // What happened stays counted; the person is no member any more. Their pairs are not moved: the hub ends them, and an end is counted where they were.
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      refresh(rows, [person]);
    },
    MentoringRequested: (event, rows) => {
      const { request, mentee, answerBy } = event.data;
      requests.put(rows, request, { mentee, answerBy, actsNext: 'mentor' });
      settleRequest(rows, event, request, 'requestsOpen');
    },
    RequestExtended: ({ data: { request, answerBy } }, rows) => postpone(rows, request, answerBy),
    AnswerDayMoved: ({ data: { request, answerBy } }, rows) => postpone(rows, request, answerBy),
    RequestDiscussed: ({ data: { request, from, answerBy } }, rows) => {
      const asked = requests.get(rows, request);
      if (asked) requests.put(rows, request, { ...asked, answerBy, actsNext: from === asked.mentee ? 'mentor' : 'mentee' });
    },
    RequestAccepted: answered,
    RequestDeclined: answered,
    RequestWithdrawn: (event, rows) => settleRequest(rows, event, event.data.request, 'requestsWithdrawn'),
    RequestLapsed: (event, rows) =>
      settleRequest(rows, event, event.data.request, event.data.actsNext === 'mentor' ? 'requestsNotInTime' : 'requestsWithdrawn'),
    MentorshipStarted: (event, rows) => {
      const { mentorship } = event.data;
      const { mentor, mentee } = theTwo(event.data);
      const blank = { agreed: false, metAfterDays: null, lastMetOn: null, certified: false };
      pairs.put(rows, mentorship, { mentor, mentee, figure: 'pairsOnTrial', startedOn: ukDay(event.at), ...blank }, [mentor, mentee]);
      settlePair(rows, event, mentorship, 'pairsOnTrial');
    },
    MentorshipAgreed: (event, rows) => {
      const pair = pairs.get(rows, event.data.mentorship);
      if (!pair) return;
      pairs.put(rows, event.data.mentorship, { ...pair, agreed: true });
      // A pair that agrees anew while it pauses is still paused, in the list of pairs too.
      settlePair(rows, event, event.data.mentorship, pair.figure === 'pairsOnTrial' ? 'pairsActive' : pair.figure);
    },
    MentorshipPaused: (event, rows) => settlePair(rows, event, event.data.mentorship, 'pairsPaused'),
    MentorshipResumed: (event, rows) => {
      const agreed = pairs.get(rows, event.data.mentorship)?.agreed ?? false;
      settlePair(rows, event, event.data.mentorship, agreed ? 'pairsActive' : 'pairsOnTrial');
    },
    MentorshipCompleted: (event, rows) => settlePair(rows, event, event.data.mentorship, 'pairsCompleted'),
    MentorshipEnded: (event, rows) => settlePair(rows, event, event.data.mentorship, 'pairsEndedEarly'),
    AttendanceRecorded: countHeld,
    MeetingClosed: countHeld,
    MeetingConfirmed: countMinutes,
    RecordSetAside: (event, rows) => {
      takeMinutesBack(event, rows);
      countHeld(event, rows);
    },
    CredentialIssued: (event, rows) => {
      const { credential, mentorship, achievement } = event.data;
      // Both of a pair get one. Counting the mentees' alone keeps certificates from telling how many pairs completed where that is withheld.
      if (achievement.as !== 'mentee') return;
      certificates.put(rows, credential, mentorship);
      // A record of participation certifies nothing.
      if (event.data.kind !== 'participation') changePair(rows, mentorship, { certified: true });
    },
    CredentialRaised: ({ data: { credential } }, rows) => {
      const mentorship = certificates.get(rows, credential);
      if (mentorship) changePair(rows, mentorship, { certified: true });
    },
    CredentialRevoked: ({ data: { credential } }, rows) => {
      const mentorship = certificates.get(rows, credential);
      if (mentorship) changePair(rows, mentorship, { certified: false });
    },
  }),
});

function postpone(rows: Overview, request: RequestId, answerBy: Day): void {
  const asked = requests.get(rows, request);
  if (asked) requests.put(rows, request, { ...asked, answerBy });
}
