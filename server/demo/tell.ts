import type { ClockTime, Instant } from '@alongside/domain/kernel/brand.js';
import { dayOf, instantOf, plusMinutes } from '@alongside/domain/uk/uk-time.js';
import { demoCalendar, schoolDays, schoolYears, shiftDay, YEARS_BACK, type SchoolYear } from './calendar.js';
import type { Character } from './cast.js';
import { makeCrowd } from './crowd.js';
import { seeded } from './random.js';
import { Simulation, type Play, type ToldEvent } from './simulation.js';
import type { Stage } from './stage.js';
import { lookForMentor } from './story/asking.js';
import { foundInstitutions, setReportingLines, welcome } from './story/opening.js';
import type { StoryYear } from './story/pair.js';
import { appointmentsAround, setScene } from './story/scene.js';
import { dealDrifts } from './story/silence.js';

/** The same community for everybody, unless an operator asks for another. */
export const DEMO_SEED = 20_240_902;

const morning = (day: Parameters<typeof instantOf>[0]) => instantOf(day, '08:30' as ClockTime);

/**
 * The demo community’s school years up to `now`, in order of events, always in the middle of term work. The same seed and day give the same
 * story.
 */
export function tellDemo(play: Play, now: Instant, seed = DEMO_SEED): readonly ToldEvent[] {
  const today = dayOf(now);
  const years = schoolYears(today).slice(0, YEARS_BACK + 1);
  const begins = morning(shiftDay(years[0]?.opens ?? today, -6));
  const stage = new Simulation(play, seeded(seed), demoCalendar(now), begins);
  const people = makeCrowd(stage.random);
  const quiet = new Set<string>();
  const appointmentsOf = appointmentsAround(stage, today);
  stage.at(begins, () => foundInstitutions(stage));
  years.forEach((year, number) =>
    tellYear(stage, people, year, { number, quiet, appointmentsOf: number === YEARS_BACK ? appointmentsOf : () => [] }),
  );
  setScene(stage, people, today, quiet);
  stage.run(now);
  return stage.told;
}

function tellYear(
  stage: Stage,
  people: readonly Character[],
  { opens, closes }: SchoolYear,
  given: Pick<StoryYear, 'number' | 'quiet' | 'appointmentsOf'>,
): void {
  const ends = morning(shiftDay(closes, -4));
  const story: StoryYear = { ...given, people, endOf: () => ends, nextDrift: dealDrifts() };
  const newcomers = people.filter(({ joinsYear }) => joinsYear === given.number);
  newcomers.forEach((who, index) => {
    const when = plusMinutes(morning(shiftDay(opens, -3 + (index % 4 === 0 ? 0 : index % 9))), index);
    stage.at(when, () => welcome(stage, who, shiftDay(opens, -1)));
  });
  stage.at(morning(shiftDay(opens, 12)), () =>
    setReportingLines(
      stage,
      people.filter(({ joinsYear }) => joinsYear <= given.number),
    ),
  );
  const looking = people.filter((who) => !who.fresh && who.joinsYear <= given.number && who.aims.length > 0 && wantsMentor(stage, who));
  const days = schoolDays(stage.calendar, shiftDay(opens, 14), shiftDay(opens, 70));
  for (const mentee of looking) {
    // A mentee who knows whom to ask does so on the first of these days.
    const day = mentee.asksFirst ? days[0] : stage.random.pick(days);
    if (!day) continue;
    stage.at(plusMinutes(instantOf(day, '16:00' as ClockTime), stage.random.whole(0, 240)), () => lookForMentor(stage, story, mentee));
  }
}

/** Newcomers to teaching nearly always, others now and then. */
function wantsMentor({ random }: Stage, { careerStage, asksFirst }: Character): boolean {
  if (asksFirst) return true;
  if (careerStage === 'stage-ect1' || careerStage === 'stage-ect2' || careerStage === 'stage-trainee') return random.chance(0.9);
  return random.chance(0.14);
}
