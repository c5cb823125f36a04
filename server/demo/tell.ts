import type { ClockTime, Instant } from '@alongside/domain/kernel/brand.js';
import { instantOf, plusMinutes } from '@alongside/domain/uk/uk-time.js';
import { demoCalendar, firstSchoolYear, schoolDays, schoolYear, shiftDay, YEARS_BACK } from './calendar.js';
import type { Character } from './cast.js';
import { makeCrowd } from './crowd.js';
import { seeded } from './random.js';
import { Simulation, type Play, type ToldEvent } from './simulation.js';
import type { Stage } from './stage.js';
import { lookForMentor } from './story/asking.js';
import { foundInstitutions, setReportingLines, welcome, yearOpens } from './story/opening.js';
import type { StoryYear } from './story/pair.js';
import { dealDrifts } from './story/silence.js';

/** The same community for everybody, unless somebody asks for another. */
export const DEMO_SEED = 20_240_902;

const morning = (day: Parameters<typeof instantOf>[0]) => instantOf(day, '08:30' as ClockTime);

/** Tells the demo community's school years up to `now`, as events in the order in which they happened. The same seed and day tell the same story. */
export function tellDemo(play: Play, now: Instant, seed = DEMO_SEED): readonly ToldEvent[] {
  const firstYear = firstSchoolYear(now);
  const opens = yearOpens(firstYear, 0);
  const stage = new Simulation(play, seeded(seed), demoCalendar(now), morning(shiftDay(opens, -6)));
  const people = makeCrowd(stage.random);
  stage.at(morning(shiftDay(opens, -6)), () => foundInstitutions(stage));
  for (let year = 0; year <= YEARS_BACK; year += 1) tellYear(stage, people, firstYear, year);
  stage.run(now);
  return stage.told;
}

function tellYear(stage: Stage, people: readonly Character[], firstYear: number, year: number): void {
  const opens = yearOpens(firstYear, year);
  const summer = schoolYear(firstYear + year).terms[2];
  const ends = morning(shiftDay(summer?.to ?? shiftDay(opens, 320), -4));
  const story: StoryYear = { people, ends, nextDrift: dealDrifts() };
  const newcomers = people.filter(({ joinsYear }) => joinsYear === year);
  newcomers.forEach((who, index) => {
    const when = plusMinutes(morning(shiftDay(opens, -3 + (index % 4 === 0 ? 0 : index % 9))), index);
    stage.at(when, () => welcome(stage, who, shiftDay(opens, -1)));
  });
  stage.at(morning(shiftDay(opens, 12)), () =>
    setReportingLines(
      stage,
      people.filter(({ joinsYear }) => joinsYear <= year),
    ),
  );
  const looking = people.filter((who) => !who.fresh && who.joinsYear <= year && who.aims.length > 0 && wantsMentor(stage, who));
  const days = schoolDays(stage.calendar, shiftDay(opens, 14), shiftDay(opens, 70));
  for (const mentee of looking) {
    // Somebody who knows whom to ask does not wait.
    const day = mentee.asksFirst ? days[0] : stage.random.pick(days);
    if (!day) continue;
    stage.at(plusMinutes(instantOf(day, '16:00' as ClockTime), stage.random.whole(0, 240)), () => lookForMentor(stage, story, mentee));
  }
}

/** Newcomers to teaching nearly always, others now and then. */
function wantsMentor({ random }: Stage, { careerStage, id }: Character): boolean {
  if (id === 'priya-nair') return true;
  if (careerStage === 'stage-ect1' || careerStage === 'stage-ect2' || careerStage === 'stage-trainee') return random.chance(0.9);
  return random.chance(0.14);
}
