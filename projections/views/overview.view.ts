import type { Day, GoalId, InstitutionId, MentorshipId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { daysBetween } from '@alongside/domain/uk/days.js';
import { view, type Rows } from '../engine/view.js';
import { readersOfFigures } from './audiences.js';
import { followBelonging, institutionsOf, leaveEverywhere, reachOf } from './belonging.js';
import { add, conclude, FAMILIES, ledgerOf, medianOf, settle, settledAt, type FigureName, type Ledger, type Share } from './figures.js';
import { heldAfter, nothingMoreToHear, type Said } from './held.js';
import type { HubEvent } from './hub-event.js';
import { shelf } from './shelf.js';
import { ukDay } from './uk-day.js';
import { withhold, type Shown } from './withhold.js';

/** What a programme's figures may show. Days are calendar days from match to first meeting. */
export type OverviewFigure = Exclude<FigureName, 'daysToFirstMeeting'> | 'medianDaysToFirstMeeting' | 'meanDaysToFirstMeeting';

/** How a programme stands in one institution or trust. `null`: withheld, for it is about fewer than five people or would reveal a figure that is (R7). */
export interface OverviewRow {
  readonly institution: InstitutionId;
  readonly figures: Readonly<Record<OverviewFigure, Shown>>;
}

type Overview = Rows<OverviewRow>;
const mentors = shelf<{ readonly offering: boolean; readonly places: number }>('mentor');
const requests = shelf<{ readonly mentee: PersonId; readonly answerBy: Day }>('request');
const pairs = shelf<{ readonly mentee: PersonId; readonly startedOn: Day; readonly agreed: boolean; readonly firstMetOn: Day | null }>(
  'pair',
);
const goals = shelf<PersonId>('goal');
const certificates = shelf<PersonId>('certificate');

/** Withholds before anything leaves the view: raw figures stand in private rows only. A row that would be the same is left as it is. */
function publish(rows: Overview, institutions: readonly InstitutionId[]): void {
  for (const institution of institutions) {
    const figures = shownOf(ledgerOf(rows, institution));
    const before = rows.get(institution)?.data.figures;
    if (before && Object.entries(figures).every(([name, value]) => before[name as OverviewFigure] === value)) continue;
    rows.put(institution, { audience: readersOfFigures([institution]), data: { institution, figures } });
  }
}

function shownOf({ figures, days }: Ledger): OverviewRow['figures'] {
  const { daysToFirstMeeting: total, ...shown } = withhold(figures, FAMILIES);
  return {
    ...shown,
    medianDaysToFirstMeeting: total === null ? null : medianOf(days),
    meanDaysToFirstMeeting: total === null ? null : Math.round((total / figures.pairsThatMet.value) * 10) / 10,
  };
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

function setMentor(rows: Overview, person: PersonId, next: { offering?: boolean; places?: number }): void {
  mentors.put(rows, person, { ...(mentors.get(rows, person) ?? { offering: false, places: 0 }), ...next });
  refresh(rows, [person]);
}

/** An end is counted wherever its beginning was: somebody who has left since, or was erased, takes nothing out of the record. */
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
  const asked = requests.get(rows, event.data.request);
  const inTime = !asked || ukDay(event.at) <= asked.answerBy;
  settleRequest(rows, event, event.data.request, inTime ? 'requestsAnsweredInTime' : 'requestsNotInTime');
}

type PairFigure = Extract<FigureName, `pairs${string}`>;
function settlePair(rows: Overview, { institutions }: Recorded<HubEvent>, mentorship: MentorshipId, figure: PairFigure): void {
  const pair = pairs.get(rows, mentorship);
  if (!pair) return;
  const subject = `pair:${mentorship}`;
  const isOver = figure === 'pairsCompleted' || figure === 'pairsEndedEarly';
  const where = isOver ? alsoWhereCounted(rows, subject, institutions) : institutions;
  publish(rows, settle(rows, subject, where, [one('pairs', pair.mentee), one(figure, pair.mentee)]));
}

function countHeld(event: Said, rows: Overview): void {
  const held = heldAfter(rows, event);
  const { meeting, mentorship } = event.data;
  const pair = pairs.get(rows, mentorship);
  if (!held || !pair) return;
  const { mentee } = pair;
  publish(rows, settle(rows, `meeting:${meeting}`, event.institutions, held.by > 0 ? [one('meetingsHeld', mentee)] : []));
  if (pair.firstMetOn === held.firstOn) return;
  pairs.put(rows, mentorship, { ...pair, firstMetOn: held.firstOn });
  settleFirstMeeting(event, rows, held.firstOn, pair);
}

/** Counted where it first was, also when an earlier day comes to light or the day is taken back. */
function settleFirstMeeting(
  { data, institutions }: Said,
  rows: Overview,
  on: Day | null,
  pair: { mentee: PersonId; startedOn: Day },
): void {
  const { mentee, startedOn } = pair;
  const subject = `met:${data.mentorship}`;
  const counted = settledAt(rows, subject);
  const where = counted.length > 0 ? counted : institutions;
  if (on === null) return publish(rows, settle(rows, subject, [], []));
  const days: Share = { figure: 'daysToFirstMeeting', about: mentee, amount: Math.max(0, daysBetween(startedOn, on)) };
  publish(rows, settle(rows, subject, where, [one('pairsThatMet', mentee), days]));
}

function countMinutes({ data, institutions }: Recorded<Extract<HubEvent, { type: 'MeetingConfirmed' }>>, rows: Overview): void {
  const minutes: Share = { figure: 'minutes', about: data.mentee, amount: data.minutes };
  publish(rows, add(rows, institutions, [minutes]));
  nothingMoreToHear(rows, data.meeting);
  conclude(rows, `meeting:${data.meeting}`);
}

type GoalFigure = Extract<FigureName, `goals${string}`>;
function settleGoal(rows: Overview, { institutions }: Recorded<HubEvent>, goal: GoalId, figure: GoalFigure): void {
  const mentee = goals.get(rows, goal);
  if (!mentee) return;
  const subject = `goal:${goal}`;
  publish(rows, settle(rows, subject, alsoWhereCounted(rows, subject, institutions), [one('goals', mentee), one(figure, mentee)]));
}

/** A programme's figures, to whoever coordinates, leads or administers the institution or trust. Nobody's name, nobody's words. */
export const overviewView = view<HubEvent, OverviewRow>({
  name: 'overview',
  version: 2,
  indexes: [],
  on: {
    ...followBelonging<OverviewRow>(refresh),
    InstitutionRegistered: ({ data: { institution } }, rows) => publish(rows, [institution]),
    MentoringOffered: ({ data: { person } }, rows) => setMentor(rows, person, { offering: true }),
    MentoringWithdrawn: ({ data: { person } }, rows) => setMentor(rows, person, { offering: false }),
    CapacityChanged: ({ data: { mentor, places } }, rows) => setMentor(rows, mentor, { places }),
    // What happened stays counted; the person is no member any more.
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      refresh(rows, [person]);
    },
    MentoringRequested: (event, rows) => {
      const { request, mentee, answerBy } = event.data;
      requests.put(rows, request, { mentee, answerBy });
      settleRequest(rows, event, request, 'requestsOpen');
    },
    RequestExtended: ({ data: { request, answerBy } }, rows) => postpone(rows, request, answerBy),
    RequestDiscussed: ({ data: { request, answerBy } }, rows) => postpone(rows, request, answerBy),
    RequestAccepted: answered,
    RequestDeclined: answered,
    RequestWithdrawn: (event, rows) => settleRequest(rows, event, event.data.request, 'requestsWithdrawn'),
    RequestLapsed: (event, rows) => settleRequest(rows, event, event.data.request, 'requestsNotInTime'),
    MentorshipStarted: (event, rows) => {
      const { mentorship, mentee } = event.data;
      pairs.put(rows, mentorship, { mentee, startedOn: ukDay(event.at), agreed: false, firstMetOn: null });
      settlePair(rows, event, mentorship, 'pairsOnTrial');
    },
    MentorshipAgreed: (event, rows) => {
      const pair = pairs.get(rows, event.data.mentorship);
      if (pair) pairs.put(rows, event.data.mentorship, { ...pair, agreed: true });
      settlePair(rows, event, event.data.mentorship, 'pairsActive');
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
    GoalAgreed: (event, rows) => {
      goals.put(rows, event.data.goal, event.data.mentee);
      settleGoal(rows, event, event.data.goal, 'goalsOpen');
    },
    GoalAchieved: (event, rows) => settleGoal(rows, event, event.data.goal, 'goalsAchieved'),
    GoalSetAside: (event, rows) => settleGoal(rows, event, event.data.goal, 'goalsSetAside'),
    CredentialIssued: (event, rows) => {
      const { credential, person, achievement } = event.data;
      // Both of a pair get one. Counting the mentees' alone keeps certificates from telling how many pairs completed where that is withheld.
      if (achievement.as !== 'mentee') return;
      certificates.put(rows, credential, person);
      publish(rows, settle(rows, `certificate:${credential}`, event.institutions, [one('certificates', person)]));
    },
    CredentialRevoked: ({ data: { credential } }, rows) => {
      if (!certificates.get(rows, credential)) return;
      const subject = `certificate:${credential}`;
      publish(rows, settle(rows, subject, settledAt(rows, subject), []));
    },
  },
});

function postpone(rows: Overview, request: RequestId, answerBy: Day): void {
  const asked = requests.get(rows, request);
  if (asked) requests.put(rows, request, { ...asked, answerBy });
}
