import type { ClockTime, Day, Instant } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { NOT_OVER } from '@alongside/domain/mentorships/states.js';
import { dayOf, instantOf, plusMinutes } from '@alongside/domain/uk/uk-time.js';
import { demoCalendar, schoolDays, shiftDay } from './calendar.js';
import type { Character } from './cast.js';
import { makeCrowd } from './crowd.js';
import { seeded } from './random.js';
import { SCHOOLS, TRUST } from './schools.js';
import { Simulation, type Play, type ToldEvent } from './simulation.js';
import type { Stage } from './stage.js';
import { lookForMentor } from './story/asking.js';
import type { StoryYear } from './story/pair.js';
import { choose } from './story/chosen.js';
import { appointmentsAround, idle, isFree, setScene } from './story/scene.js';
import { dealDrifts } from './story/silence.js';
import { takeUp } from './story/taking-up.js';

/** How long a pair goes on that no school year brings to its end, in weeks. */
const PAIR_WEEKS = 40;
/** So many pairs are at work in the community at any time; where there are fewer, others look for a mentor. */
const PAIRS_AT_WORK = 60;
/** How many look for a mentor in one week at most. */
const LOOKING_LIMIT_A_WEEK = 8;
/** In the last days before a visit only the scene decides who asks whom. */
const LOOKING_ENDS_BEFORE_DAYS = 9;
const MINUTES_A_WEEK = 7 * 24 * 60;

/** One further telling of a story, counted from 1: `opened` is the instant at which the telling before it ended. */
export interface Chapter {
  readonly opened: Instant;
  readonly now: Instant;
  readonly seed: number;
  readonly number: number;
}

/**
 * Continues the demo community’s story to `now`. What visitors did counts like other events. The same log and chapter give the same events.
 */
export async function carryOn(
  play: Play,
  before: AsyncIterable<readonly Recorded[]>,
  { opened, now, seed, number }: Chapter,
): Promise<readonly ToldEvent[]> {
  const today = dayOf(now);
  const stage = new Simulation(play, seeded(seed + number), demoCalendar(now), opened, `${number}-`);
  for await (const events of before) for (const event of events) stage.recall(event);
  const people = makeCrowd(seeded(seed));
  const quiet = new Set<string>();
  const year: StoryYear = {
    people,
    quiet,
    number: Number(today.slice(0, 4)),
    nextDrift: dealDrifts(),
    endOf: (begins) => plusMinutes(begins, PAIR_WEEKS * MINUTES_A_WEEK),
    appointmentsOf: appointmentsAround(stage, today),
  };
  moveTerms(stage, opened);
  choose(stage, people);
  takeUp(stage, year, today);
  othersLook(stage, year, stage.today(), shiftDay(today, -LOOKING_ENDS_BEFORE_DAYS));
  setScene(stage, people, today, quiet);
  stage.run(now);
  return stage.told;
}

/**
 * The made-up terms move along, so that the opening lies in the middle of one again. A school whose calendar a visitor has changed keeps
 * it.
 */
function moveTerms(stage: Stage, opened: Instant): void {
  const [before, after] = [demoCalendar(opened), stage.calendar];
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  if (same(before.terms, after.terms)) return;
  for (const institution of [TRUST.id, ...SCHOOLS.map(({ id }) => id)]) {
    const row = stage.look.row('institution', institution);
    if (!row || !same(datesOf(row.terms), datesOf(before.terms)) || !same(datesOf(row.closures), datesOf(before.closures))) continue;
    stage.give(HUB, 'SetCalendar', { institution, terms: after.terms, closures: after.closures });
  }
}

const datesOf = (all: readonly { readonly from: Day; readonly to: Day }[]) => all.map(({ from, to }) => [from, to]);

/** Week by week, others look for a mentor in the place of pairs that came to their end. */
function othersLook(stage: Stage, year: StoryYear, from: Day, until: Day): void {
  for (let monday = from; monday < until; monday = shiftDay(monday, 7)) {
    const days = schoolDays(stage.calendar, monday, shiftDay(monday, 6));
    const [first] = days;
    if (!first) continue;
    stage.at(instantOf(first, '07:20' as ClockTime), () => {
      const at = NOT_OVER.flatMap((status) => stage.look.rows('mentorship', { status })).length;
      const wanted = Math.max(0, Math.min(LOOKING_LIMIT_A_WEEK, PAIRS_AT_WORK - at));
      for (const mentee of [...asksAgain(stage, year.people), ...stage.random.some(idle(stage, year.people), wanted)]) {
        const when = plusMinutes(instantOf(stage.random.pick(days), '16:00' as ClockTime), stage.random.whole(0, 240));
        stage.at(when, () => lookForMentor(stage, year, mentee));
      }
    });
  }
}

/** Those who know whom to ask, once they have no mentor. */
const asksAgain = (stage: Stage, people: readonly Character[]): readonly Character[] =>
  people.filter((who) => who.asksFirst && isFree(stage, who.id));
