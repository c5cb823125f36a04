import type { Instant } from '@alongside/domain/kernel/brand.js';
import { addSchoolDays } from '@alongside/domain/uk/school-days.js';
import { dayOf, instantOf, plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { ClockTime } from '@alongside/domain/kernel/brand.js';
import { shiftDay } from '../calendar.js';
import { reflect } from './reflecting.js';
import type { Stage } from '../stage.js';
import { FIRST_AGENDA } from '../themes.js';
import type { Pair } from './pair.js';
import { fallSilent } from './silence.js';

/** A pair at work books its next meeting so many days after the last at the latest. */
const BOOKED_WITHIN_DAYS = 12;
/** An appointment so shortly after a meeting takes its place. */
const NEAR_APPOINTMENT_DAYS = 5;
/** An appointment is booked while the two still have their diaries out. */
const BOOKED_AT_ONCE_MINUTES = 40;

/** Meetings of a mentorship one after another until the school year ends, or until the pair falls silent. */
export function holdMeetings(stage: Stage, pair: Pair, startsAt: Instant, number = 1): void {
  if (pair.drift && (number > pair.drift.meets || startsAt >= pair.ends)) return fallSilent(stage, pair);
  if (startsAt >= pair.ends || pair.year.quiet.has(pair.mentorship)) return;
  const { random } = stage;
  const meeting = stage.id('meeting');
  const minutes = random.pick([30, 40, 45, 50]);
  const booker = random.chance(0.55) ? pair.mentor : pair.mentee.id;
  // Before a long gap, such as holidays, they book while they still have their diaries out.
  const [early, late] = [plusMinutes(stage.now(), 60 * 24 * BOOKED_WITHIN_DAYS), plusMinutes(startsAt, -60 * 24 * random.whole(2, 6))];
  const sure = appointmentAt(pair, startsAt);
  const bookAt = sure ? plusMinutes(stage.now(), BOOKED_AT_ONCE_MINUTES) : early < late ? early : late;
  const online = random.chance(0.35);

  stage.at(bookAt > stage.now() ? bookAt : plusMinutes(stage.now(), 30), () => {
    if (!sure && pair.year.quiet.has(pair.mentorship)) return;
    const booked = stage.give(booker, 'BookMeeting', {
      meeting,
      mentorship: pair.mentorship,
      format: online ? 'online' : 'in-person',
      place: online ? 'Video call' : random.pick(['Room 12', 'The library', 'The maths office', 'The staff room', 'The hall']),
      time: { startsAt, minutes },
      agenda: agendaFor(stage, pair, number),
    });
    // Refused: the two have another meeting then, or it ended. The next week is tried, if there is one.
    if (!booked) return holdMeetings(stage, pair, nextStart(stage, pair, startsAt, 7), number);
    if (sure?.leftOpen) return;
    if (!sure && random.chance(0.05)) {
      stage.at(plusMinutes(startsAt, -60 * 5), () => void stage.give(pair.mentor, 'CancelMeeting', { meeting }));
      stage.at(startsAt, () => holdMeetings(stage, pair, nextStart(stage, pair, startsAt, 7), number));
      return;
    }
    if (pair.drift?.leavesLastOpen && number === pair.drift.meets) {
      stage.at(plusMinutes(startsAt, minutes), () => fallSilent(stage, pair));
      return;
    }
    stage.at(plusMinutes(startsAt, minutes), () => closeMeeting(stage, pair, { meeting, minutes, number, startsAt }));
  });
}

/** A meeting whose time has come. */
export interface Held {
  readonly meeting: string;
  readonly minutes: number;
  readonly number: number;
  readonly startsAt: Instant;
}

function agendaFor(stage: Stage, { theme }: Pair, number: number) {
  const titles = number === 1 ? FIRST_AGENDA : stage.random.some(theme.agenda, stage.random.whole(2, 3));
  return titles.map((title) => ({ id: stage.id('item'), title, minutes: stage.random.pick([5, 10, 10, 15]) }));
}

/** One of the two records that they met, and what is to be done; the next meeting follows. */
export function closeMeeting(stage: Stage, pair: Pair, { meeting, minutes, number, startsAt }: Held): void {
  const { random } = stage;
  const [writer, other] = random.chance(0.5) ? [pair.mentor, pair.mentee.id] : [pair.mentee.id, pair.mentor];
  const sure = appointmentAt(pair, startsAt) !== undefined;
  const took = sure || random.chance(0.96);
  if (took && random.chance(0.85)) stage.give(writer, 'SaveNotes', { meeting, edition: 0, text: random.pick(pair.theme.notes) });
  const step = pair.theme.steps[Math.min(number - 1, pair.theme.steps.length - 1)] ?? 'Try it once before we meet again';
  const action = stage.id('action');
  const actions =
    took && (sure || random.chance(0.8)) ? [{ action, owner: pair.mentee.id, title: step, due: shiftDay(dayOf(startsAt), 10) }] : [];
  const really = took ? minutes : 0;
  const closed = stage.give(writer, 'CloseMeeting', { meeting, took, minutes: really, actions, carryOver: [] });
  if (closed && took)
    afterwards(stage, pair, { meeting, minutes: really, number, startsAt }, actions.length > 0 && !sure ? action : undefined, other);
  const gap = pair.mentee.careerStage === 'stage-ect1' ? random.pick([7, 7, 7, 14]) : random.pick([14, 14, 21, 21]);
  holdMeetings(stage, pair, nextStart(stage, pair, startsAt, gap), number + 1);
}

function afterwards(stage: Stage, pair: Pair, { meeting, minutes, number }: Held, action: string | undefined, other: Pair['mentor']): void {
  const { random } = stage;
  const later = (hours: number, act: () => void) => stage.at(plusMinutes(stage.now(), hours * 60 + random.whole(0, 59)), act);
  if (random.chance(0.93))
    later(
      random.whole(1, 30),
      () => void stage.give(other, 'RecordAttendance', { meeting, took: true, minutes: minutes - random.pick([0, 0, 0, 5]) }),
    );
  if (action && random.chance(0.8))
    later(random.whole(48, 200), () => void stage.give(pair.mentee.id, 'FinishAction', { meeting, action }));
  if (number === 1 || number === 3)
    later(
      3,
      () =>
        void stage.give(pair.mentee.id, 'CheckFit', {
          mentorship: pair.mentorship,
          answer: random.pick(['good', 'good', 'good', 'too-early']),
        }),
    );
  const step = pair.steps[Math.floor((number - 1) / 2)];
  if (number % 2 === 0 && step) later(random.whole(20, 90), () => recordStep(stage, pair, step));
  if (number % 4 === 3) later(random.whole(20, 70), () => reflect(stage, pair, meeting));
  if (number % 5 === 4) later(random.whole(10, 60), () => giveFeedback(stage, pair));
}

function recordStep(stage: Stage, pair: Pair, step: string): void {
  const index = pair.steps.indexOf(step);
  stage.give(pair.mentee.id, 'RecordProgress', {
    mentorship: pair.mentorship,
    goal: pair.goal,
    step,
    note: pair.theme.progress[index] ?? '',
  });
}

function giveFeedback(stage: Stage, pair: Pair): void {
  const words = stage.random.pick(pair.theme.feedback);
  stage.give(pair.mentor, 'GiveFeedback', { mentorship: pair.mentorship, feedback: stage.id('feedback'), ...words });
}

/** Some days on, or the first school day after that; the pair's next appointment where it is no later than that by much. */
export function nextStart(stage: Stage, pair: Pair, startsAt: Instant, days: number): Instant {
  const day = addSchoolDays(stage.calendar, shiftDay(dayOf(startsAt), days - 1), 1);
  const next = instantOf(day, stage.random.pick(['08:00', '15:40', '15:40', '16:00', '16:20']) as ClockTime);
  const sure = pair.year.appointmentsOf(pair).find((one) => one.startsAt > startsAt && one.startsAt > stage.now());
  return sure && sure.startsAt <= plusMinutes(next, NEAR_APPOINTMENT_DAYS * 24 * 60) ? sure.startsAt : next;
}

const appointmentAt = (pair: Pair, startsAt: Instant) => pair.year.appointmentsOf(pair).find((one) => one.startsAt === startsAt);
