import type { ClockTime, Day, PersonId } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { addDays, daysBetween } from '@alongside/domain/uk/days.js';
import { addSchoolDays } from '@alongside/domain/uk/school-days.js';
import { instantOf, plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import { SEEKING_LIMIT_DAYS } from '@alongside/projections/views/seeking.js';
import { schoolDayBack } from '../calendar.js';
import { timesForBoth } from '../../discovery/times.js';
import { LEADS, type Character } from '../cast.js';
import { SCHOOLS } from '../schools.js';
import type { Stage } from '../stage.js';
import { ask, mentorsFor } from './asking.js';
import { mentorLeaves } from './leaving.js';
import { askForHelp, importColleagues } from './desk.js';
import { openToOffers } from './offers.js';
import type { Appointment, StoryYear } from './pair.js';

const MENTOR = 'asha-rahman' as PersonId;
const MENTEE = 'priya-nair' as PersonId;
const NEW_MENTEE = 'callum-reid' as PersonId;
const LOOKS = 'ben-okafor' as PersonId;
const ASKS_MENTOR = 'ines-barker' as PersonId;
/** At midday, when no other meeting of the story is held. */
const MIDDAY = '12:30' as ClockTime;
/** Two pairs stop meeting so long before the opening: by then it shows. */
const QUIET_FROM_DAYS = 56;
const QUIET_PAIRS = 2;
/** One pair parts so long before, and its mentee has no other mentor yet. */
const PARTED_BACK_DAYS = 8;
/** Ben last said so long before what he wants to work on. */
const LOOKS_BACK_DAYS = 9;
/** One mentor leaves so long before, and the two have not said whether they carry on. */
const LEFT_BACK_DAYS = 4;
const LAST_MET_BACK_DAYS = 7;
const AT_ONCE_MINUTES = 5;
/** Of the times that both can make, some may have passed by the time a visitor comes. */
const OFFERED_TIMES = 3;
/** Requests to others that have no answer yet: more than five, so that their figure is shown. */
const OPEN_REQUESTS = 7;

const TRUST_SCHOOLS = new Set(SCHOOLS.filter(({ inTrust }) => inTrust).map(({ id }) => id));
const LEAD_IDS = new Set<string>(LEADS.map(({ id }) => id));
const at = (day: Day, clock: string) => instantOf(day, clock as ClockTime);

/** The meetings of those whom a visitor may be, around the day of opening: one lately, one to record, one within the week. */
export function appointmentsAround({ calendar }: Pick<Stage, 'calendar'>, day: Day): StoryYear['appointmentsOf'] {
  const ahead: readonly Appointment[] = [
    { startsAt: at(schoolDayBack(calendar, day, LAST_MET_BACK_DAYS), MIDDAY) },
    { startsAt: at(addSchoolDays(calendar, day, 2), MIDDAY) },
  ];
  const toRecord: readonly Appointment[] = [{ startsAt: at(schoolDayBack(calendar, day, 1), MIDDAY), leftOpen: true }];
  return ({ mentor, mentee }) => (mentor !== MENTOR ? [] : mentee.id === MENTEE ? ahead : mentee.id === NEW_MENTEE ? toRecord : []);
}

/** Sees to what each visitor finds on the day of opening, beside what chance brings: answers to give, and those who need a hand. */
export function setScene(stage: Stage, people: readonly Character[], day: Day, quiet: Set<string>): void {
  const from = stage.now();
  // Where the story was told to this day or the one before, what is missing happens at once.
  const back = (days: number, clock: string, act: () => void) => {
    const when = at(schoolDayBack(stage.calendar, day, days), clock);
    stage.at(when > from ? when : plusMinutes(from, AT_ONCE_MINUTES), act);
  };
  const looks = new Set<PersonId>();
  back(QUIET_FROM_DAYS, '09:10', () => {
    if (stage.today() > addDays(day, -QUIET_FROM_DAYS)) return;
    for (const { mentorship } of stage.random.some(livePairs(stage, people), QUIET_PAIRS)) quiet.add(mentorship);
  });
  const part = () => {
    if (looking(stage).length > 0) return;
    const pairs = livePairs(stage, people).filter(({ mentorship }) => !quiet.has(mentorship));
    for (const { mentorship, mentor, mentee } of stage.random.some(pairs, 1)) {
      stage.give(mentor, 'EndMentorship', { mentorship, reason: 'Our timetables no longer meet.', wantsAnother: false });
      looks.add(mentee);
    }
  };
  back(LOOKS_BACK_DAYS, '07:45', () => looksStill(stage));
  back(PARTED_BACK_DAYS, '18:20', part);
  back(LEFT_BACK_DAYS, '17:10', () => mentorLeaves(stage, livePairs(stage, people), quiet));
  back(6, '08:15', () => importColleagues(stage));
  back(5, '16:45', () => askLong(stage, people, looks));
  back(3, '18:05', () =>
    askForHelp(stage, stage.look.rows('mentorship', { mentor: MENTOR, mentee: MENTEE }).find((pair) => !isOver(pair))?.mentorship),
  );
  back(2, '17:30', () => askOthers(stage, people, looks));
  // A mentee who looked a week ago may have found a mentor since.
  back(1, '18:40', part);
  back(1, '19:05', () => askMentor(stage, people, { looks, day }));
  const mentor = people.find(({ id }) => id === MENTOR);
  back(1, '19:20', () => openToOffers(stage, idle(stage, people, looks), mentor));
}

/** Ben looks for a mentor until a visitor finds him one: a search that is older than four months counts no more. */
function looksStill(stage: Stage): void {
  const aims = stage.look.row('profile', LOOKS)?.aims ?? [];
  if (aims.length > 0 && isFree(stage, LOOKS)) stage.give(LOOKS, 'SetAims', { person: LOOKS, aims });
}

/** One asks a mentor who takes as long as there is. */
function askLong(stage: Stage, people: readonly Character[], looks: ReadonlySet<PersonId>): void {
  for (const mentee of stage.random.some(idle(stage, people, looks), OPEN_REQUESTS)) {
    const mentors = mentorsFor(stage, people, mentee).filter(({ id, school }) => id !== MENTOR && TRUST_SCHOOLS.has(school));
    const [mentor] = stage.random.some(mentors, 1);
    if (mentor && ask(stage, mentee, mentor)) return;
  }
}

/** Several ask a mentor who has not answered on the day of opening. */
function askOthers(stage: Stage, people: readonly Character[], looks: ReadonlySet<PersonId>): void {
  let asked = stage.look.rows('request', { status: 'open' }).length;
  for (const mentee of stage.random.some(idle(stage, people, looks), OPEN_REQUESTS * 4)) {
    const mentors = mentorsFor(stage, people, mentee).filter(({ school }) => TRUST_SCHOOLS.has(school));
    const [mentor] = stage.random.some(mentors, 1);
    if (asked < OPEN_REQUESTS && mentor && ask(stage, mentee, mentor)) asked += 1;
  }
}

/** Asha has a request to answer, and days left to do so: from Ines, or from another where Ines has a mentor by now. */
function askMentor(
  stage: Stage,
  people: readonly Character[],
  { looks, day }: { readonly looks: ReadonlySet<PersonId>; readonly day: Day },
): void {
  const mentor = people.find(({ id }) => id === MENTOR);
  if (!mentor || requestsTo(stage, MENTOR).some(({ actsNext, answerBy }) => actsNext === 'mentor' && answerBy > day)) return;
  makeSpace(stage);
  const others = idle(stage, people, looks).filter(({ aims }) => aims.some((aim) => mentor.strengths.includes(aim)));
  const ines = people.filter(({ id }) => id === ASKS_MENTOR && !hasMentor(stage, id));
  for (const mentee of [...ines, ...others])
    if (ask(stage, mentee, mentor, timesForBoth(mentor.id, mentee.id, stage.look, stage.now(), OFFERED_TIMES))) return;
}

/** A visitor may have filled every place: then she has space for one more mentee, as a mentor who likes it does. */
function makeSpace(stage: Stage): void {
  const caseload = stage.look.row('caseload', MENTOR);
  if (caseload && caseload.taken + caseload.open >= caseload.places)
    stage.give(MENTOR, 'ChangeCapacity', { mentor: MENTOR, places: caseload.taken + caseload.open + 1 });
}

const requestsTo = ({ look }: Stage, mentor: PersonId) => look.rows('request', { mentor }).filter(({ status }) => status === 'open');

/** Has no mentor, and has asked nobody. */
export const isFree = (stage: Stage, mentee: PersonId): boolean =>
  !hasMentor(stage, mentee) && !stage.look.rows('request', { mentee }).some(({ status }) => status === 'open');

/** Mentees whose mentorship ended early lately enough for a coordinator to be shown them, and who have no other. */
const looking = (stage: Stage) =>
  stage.look
    .rows('pairing', { status: 'ended' })
    .filter(
      ({ mentee, endedOn }) =>
        endedOn !== null &&
        daysBetween(endedOn, stage.today()) < SEEKING_LIMIT_DAYS &&
        stage.look.row('seeking', mentee)?.lostMentor === true,
    );

const hasMentor = ({ look }: Stage, mentee: PersonId): boolean => look.rows('mentorship', { mentee }).some((pair) => !isOver(pair));

/** Those of the trust who have no mentor, and have asked nobody. */
export function idle(stage: Stage, people: readonly Character[], not: ReadonlySet<PersonId> = new Set()): readonly Character[] {
  return people.filter(
    ({ id, school, aims }) => aims.length > 0 && TRUST_SCHOOLS.has(school) && !LEAD_IDS.has(id) && !not.has(id) && isFree(stage, id),
  );
}

/** Pairs at work within the trust, without those whom a visitor may be. */
function livePairs({ look }: Stage, people: readonly Character[]): readonly MentorshipRow[] {
  const inTrust = new Set<string>(people.filter(({ id, school }) => TRUST_SCHOOLS.has(school) && !LEAD_IDS.has(id)).map(({ id }) => id));
  return look.rows('mentorship', { status: 'active' }).filter(({ mentor, mentee }) => inTrust.has(mentor) && inTrust.has(mentee));
}
