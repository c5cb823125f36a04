import { reviewDay } from '@alongside/domain/mentorships/review-day.js';
import { schoolDaysOf } from '@alongside/projections/facts/school-days.js';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { addSchoolDays } from '@alongside/domain/uk/school-days.js';
import { dayOf, instantOf } from '@alongside/domain/uk/uk-time.js';
import type { ClockTime, Day } from '@alongside/domain/kernel/brand.js';
import { shiftDay } from '../calendar.js';
import { LEADS } from '../cast.js';
import type { Stage } from '../stage.js';
import { CONFIDENCES, PURPOSES, THEMES } from '../themes.js';
import { holdMeetings } from './meetings.js';
import type { Pair } from './pair.js';
import { soon } from './opening.js';

/** From the first yes to the certificate, or to a parting without blame. */
export function liveTogether(stage: Stage, given: Pick<Pair, 'mentorship' | 'mentor' | 'mentee' | 'year' | 'lookAgain'>): void {
  const { random } = stage;
  // Another focus area each school year.
  const { aims } = given.mentee;
  const theme = THEMES[aims[given.year.number % aims.length] ?? 0];
  if (!theme) return;
  // Those whom the story names go on: a visitor who is one of them should find a mentorship at work.
  const named = LEADS.some(({ id }) => id === given.mentor || id === given.mentee.id);
  const drift = named ? undefined : given.year.nextDrift();
  const ends = given.year.endOf(stage.now());
  const pair: Pair = { ...given, ends, theme, drift, goal: stage.id('goal'), steps: theme.steps.map(() => stage.id('step')) };
  stage.at(soon(stage, random.whole(0, 2)), () => agree(stage, pair));
  stage.at(soon(stage, random.whole(3, 5)), () => setGoal(stage, pair));
  holdMeetings(stage, pair, firstMeetingDay(stage));
  // A pair that falls silent is ended some weeks later (`fallSilent`), not thanked for a year that it did not have.
  if (drift) return;
  if (given.mentee.asksFirst) {
    stage.at(ends, () => complete(stage, pair));
    return;
  }
  if (random.chance(0.07)) stage.at(soon(stage, random.whole(20, 60)), () => part(stage, pair));
  else if (random.chance(0.06)) pauseForAWhile(stage, pair);
  stage.at(ends, () => complete(stage, pair));
}

function firstMeetingDay(stage: Stage): Instant {
  const day = addSchoolDays(stage.calendar, shiftDay(stage.today(), stage.random.whole(1, 10)), 1);
  return instantOf(day, '15:40' as ClockTime);
}

export function agree(stage: Stage, pair: Pair): void {
  const { mentorship, mentor, mentee, drift } = pair;
  const { random } = stage;
  const agreement = stage.id('agreement');
  const terms = {
    purpose: random.pick(PURPOSES),
    frequency: mentee.careerStage === 'stage-ect1' ? ('weekly' as const) : ('fortnightly' as const),
    minutes: random.pick([30, 40, 45]),
    format: random.pick(['either', 'in-person', 'online'] as const),
    confidentiality: random.pick(CONFIDENCES),
    reviewOn: reviewDay([schoolDaysOf(mentee.id, stage.look)], stage.today()),
  };
  const first = random.chance(0.6) ? mentor : mentee.id;
  if (!stage.give(first, 'ProposeAgreement', { mentorship, agreement, terms })) return;
  reviewOn(stage, pair, agreement, terms.reviewOn);
  // A handful never get round to signing: that is what the trial is for, and it does not outlast their meetings.
  if (drift?.signs ?? true)
    stage.at(
      soon(stage, random.whole(0, 3)),
      () => void stage.give(first === mentor ? mentee.id : mentor, 'SignAgreement', { mentorship, agreement }),
    );
}

/** On the day that they named they carry on, and name the next one; what was replaced or is over is reviewed no more. */
function reviewOn(stage: Stage, pair: Pair, agreement: string, day: Day): void {
  const { mentorship, mentor, mentee } = pair;
  stage.at(instantOf(day, '16:30' as ClockTime), () => {
    const next = reviewDay([schoolDaysOf(mentee.id, stage.look)], stage.today());
    const both = [mentee.id, mentor].every((one) => stage.give(one, 'ReviewAgreement', { mentorship, agreement, reviewOn: next }));
    if (both) reviewOn(stage, pair, agreement, next);
  });
}

export function setGoal(stage: Stage, { mentorship, mentee, theme, goal, steps }: Pair): void {
  const agreed = stage.give(mentee.id, 'AgreeGoal', {
    mentorship,
    goal,
    description: theme.goal,
    tag: theme.tag,
    statements: theme.statements,
    due: shiftDay(stage.today(), 120),
    steps: steps.map((step, index) => ({ step, title: theme.steps[index] ?? 'Next step' })),
  });
  if (agreed)
    stage.give(mentee.id, 'RateSkill', { person: mentee.id, mentorship, tag: theme.tag, level: stage.random.whole(1, 3), when: 'before' });
}

/** Ends early, without blame; the meetings that were booked are cancelled by the hub, and the mentee comes first with another mentor (R8). */
function part(stage: Stage, { mentorship, mentor, mentee, lookAgain, year }: Pair): void {
  // It is the coordinator’s to find: a pair that meets no more, or whose mentor has left.
  if (year.quiet.has(mentorship)) return;
  const by = stage.random.chance(0.5) ? mentor : mentee.id;
  const ended = stage.give(by, 'EndMentorship', { mentorship, reason: 'Our timetables no longer meet.', wantsAnother: by === mentee.id });
  if (ended) stage.at(soon(stage, stage.random.whole(3, 12)), lookAgain);
}

function pauseForAWhile(stage: Stage, { mentorship, mentor }: Pair): void {
  const from = soon(stage, stage.random.whole(20, 40));
  stage.at(from, () => {
    if (!stage.give(mentor, 'PauseMentorship', { mentorship, until: shiftDay(dayOf(from), 28) })) return;
    stage.at(soon(stage, 20), () => void stage.give(mentor, 'ResumeMentorship', { mentorship }));
  });
}

/** The mentee proposes, and the mentor agrees. */
export function complete(stage: Stage, { mentorship, mentor, mentee, theme, goal }: Pair): void {
  const { random } = stage;
  if (random.chance(0.75) || mentee.asksFirst)
    stage.give(mentee.id, 'AchieveGoal', {
      mentorship,
      goal,
      evidence: 'Seen in four visits this half-term, and it no longer needs thinking about.',
    });
  stage.give(mentee.id, 'RateSkill', { person: mentee.id, mentorship, tag: theme.tag, level: random.whole(3, 5), when: 'after' });
  if (stage.give(mentee.id, 'ProposeCompletion', { mentorship })) stage.give(mentor, 'CompleteMentorship', { mentorship });
}
