import type { Day, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { NOT_OVER } from '@alongside/domain/mentorships/states.js';
import { daysBetween } from '@alongside/domain/uk/days.js';
import { dayOf, plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import { LEADS, type Character } from '../cast.js';
import type { Stage } from '../stage.js';
import { THEMES } from '../themes.js';
import { answer } from './asking.js';
import { closeMeeting, holdMeetings, nextStart } from './meetings.js';
import { soon } from './opening.js';
import { agree, complete, setGoal } from './pair-life.js';
import type { Pair, StoryYear } from './pair.js';
import { fallSilent } from './silence.js';

/** A person looking for a mentor whom a visitor may be: what becomes of their requests and pairs is the visitor's to say. */
const VISITORS_OWN = new Set<PersonId>(['ben-okafor' as PersonId]);
/** A mentor who has a visitor’s requests to answer. */
const VISITORS_MENTOR = 'asha-rahman';
/** A pair without a sign of life for so long has fallen silent. */
const SILENT_FROM_DAYS = 21;
/** Over a longer time than this, those who are silent part; over a shorter one they stay as they are. */
const SILENT_UNTIL_DAYS = 45;
/** A visitor’s meeting that is no older than this is left for them to record. */
const LEFT_OPEN_DAYS = 3;
/** A pair of those whom a visitor may be is not ended so shortly before the visit: there would be no time for another. */
const LEADS_END_BEFORE_DAYS = 84;

const LEAD_IDS = new Set<string>(LEADS.map(({ id }) => id));

/** Takes up what the log holds: pairs go on with their next meeting, requests are answered, and what is due comes to its end. */
export function takeUp(stage: Stage, year: StoryYear, visit: Day): void {
  const people = new Map(year.people.map((who) => [who.id, who]));
  for (const row of NOT_OVER.flatMap((status) => stage.look.rows('mentorship', { status }))) {
    const mentee = people.get(row.mentee);
    if (mentee && people.has(row.mentor) && !VISITORS_OWN.has(mentee.id)) takeUpPair(stage, year, { row, mentee, visit });
  }
  for (const row of stage.look.rows('request', { status: 'open' })) {
    const mentee = people.get(row.mentee);
    if (!mentee || !people.has(row.mentor) || VISITORS_OWN.has(mentee.id) || row.mentor === VISITORS_MENTOR) continue;
    const nothing = () => undefined;
    answer(stage, { mentor: row.mentor, mentee, request: row.request, year, again: nothing, lookAgain: nothing });
  }
}

interface Taken {
  readonly row: MentorshipRow;
  readonly mentee: Character;
  /** The day up to which the story is told. */
  readonly visit: Day;
}

function takeUpPair(stage: Stage, year: StoryYear, { row, mentee, visit }: Taken): void {
  const isLead = LEAD_IDS.has(row.mentor) || LEAD_IDS.has(row.mentee);
  const pair = pairOf(stage, year, row, mentee);
  if (!pair) return;
  const meetings = stage.look.rows('meeting', { mentorship: row.mentorship });
  const booked = meetings.filter(({ status, time }) => status === 'booked' && time !== null);
  const now = stage.now();
  const silentFor = daysBetween(row.lastMetOn ?? dayOf(row.startedAt), dayOf(now));
  const ahead = booked.some(({ time }) => (time?.startsAt ?? '') > now);
  if (!isLead && row.status !== 'paused' && !ahead && silentFor >= SILENT_FROM_DAYS) {
    if (daysBetween(dayOf(now), visit) > SILENT_UNTIL_DAYS) fallSilent(stage, pair);
    return;
  }
  if (row.status === 'trial') stage.at(soon(stage, stage.random.whole(0, 3)), () => promise(stage, pair));
  if (!isLead || daysBetween(dayOf(pair.ends), visit) > LEADS_END_BEFORE_DAYS) {
    const ends = pair.ends > now ? pair.ends : soon(stage, stage.random.whole(0, 15));
    stage.at(ends, () => complete(stage, pair));
  }
  const left = ({ time }: MeetingRow) => isLead && time !== null && daysBetween(dayOf(time.startsAt), visit) <= LEFT_OPEN_DAYS;
  if (year.appointmentsOf(pair).some(({ leftOpen }) => leftOpen)) return leaveLastOpen(stage, pair, { row, booked, visit });
  meetOn(stage, pair, { row, booked: booked.filter((meeting) => !(isPast(meeting, now) && left(meeting))) });
}

/** Two of whom a visitor has a meeting to record: always their last before the visit. Once there is a newer one, they record it themselves. */
function leaveLastOpen(stage: Stage, pair: Pair, { row, booked, visit }: MeetOn & { readonly visit: Day }): void {
  const inOrder = booked.toSorted((one, other) => ((one.time?.startsAt ?? '') < (other.time?.startsAt ?? '') ? -1 : 1));
  const toRecord = inOrder.findLast(({ time }) => time !== null && dayOf(time.startsAt) < visit);
  if (!toRecord?.time || toRecord !== inOrder.at(-1))
    return meetOn(stage, pair, { row, booked: inOrder.filter((meeting) => meeting !== toRecord) });
  meetOn(stage, pair, { row, booked: inOrder.slice(0, -1), after: toRecord.time.startsAt });
}

/** The two as the story knows them. Undefined where nobody can say what they work on. */
function pairOf(stage: Stage, year: StoryYear, { mentorship, mentor, startedAt }: MentorshipRow, mentee: Character): Pair | undefined {
  const goals = stage.look.rows('goal', { mentorship });
  const goal = goals.find(({ status }) => status === 'open') ?? goals.at(-1);
  const theme = THEMES.find(({ tag }) => tag === goal?.tag) ?? THEMES[mentee.aims[0] ?? 0];
  if (!theme) return undefined;
  const steps = goal?.steps.map(({ step }) => step) ?? theme.steps.map(() => stage.id('step'));
  const pair: Pair = {
    mentorship,
    mentor,
    mentee,
    year,
    theme,
    steps,
    drift: undefined,
    lookAgain: () => undefined,
    ends: year.endOf(startedAt),
    goal: goal?.goal ?? stage.id('goal'),
  };
  if (!goal) stage.at(soon(stage, stage.random.whole(1, 4)), () => setGoal(stage, pair));
  return pair;
}

/** Signs what the other suggested, or suggests something. */
function promise(stage: Stage, pair: Pair): void {
  const proposed = stage.look.row('mentorship', pair.mentorship)?.proposed;
  if (!proposed) return agree(stage, pair);
  const by = proposed.signedBy.includes(pair.mentor) ? pair.mentee.id : pair.mentor;
  stage.give(by, 'SignAgreement', { mentorship: pair.mentorship, agreement: proposed.agreement });
}

interface MeetOn {
  readonly row: MentorshipRow;
  /** What they have booked and are to record, in time. */
  readonly booked: readonly MeetingRow[];
  /** A meeting that is left for a visitor to record: they meet again after it. */
  readonly after?: Instant;
}

/** They record what they had booked, and go on from the last of it. */
function meetOn(stage: Stage, pair: Pair, { row, booked, after }: MeetOn): void {
  const now = stage.now();
  const number = row.meetingsHeld + 1;
  const open = booked.flatMap(({ meeting, time }) => (time ? [{ meeting, ...time }] : []));
  const inOrder = open.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  const last = after === undefined ? inOrder.at(-1) : undefined;
  for (const { meeting, startsAt, minutes } of last ? inOrder.slice(0, -1) : inOrder)
    stage.at(later(plusMinutes(startsAt, minutes), now), () => {
      stage.give(pair.mentee.id, 'CloseMeeting', { meeting, took: true, minutes, actions: [], carryOver: [] });
    });
  if (last) {
    const { meeting, startsAt, minutes } = last;
    stage.at(later(plusMinutes(startsAt, minutes), now), () => closeMeeting(stage, pair, { meeting, minutes, number, startsAt }));
    return;
  }
  const resumes = row.status === 'paused' ? (row.pausedUntil ?? undefined) : undefined;
  stage.at(resumes ? later(afternoon(resumes), now) : plusMinutes(now, stage.random.whole(10, 90)), () =>
    holdMeetings(stage, pair, nextStart(stage, pair, stage.now(), stage.random.whole(3, 12)), number),
  );
}

const isPast = ({ time }: MeetingRow, now: Instant): boolean => time !== null && time.startsAt <= now;
const later = (one: Instant, other: Instant): Instant => (one > other ? one : plusMinutes(other, 15));
const afternoon = (day: Day): Instant => `${day}T15:10:00.000Z` as Instant;
