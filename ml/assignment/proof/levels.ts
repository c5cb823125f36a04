import type { LeximinStage } from '../answer.js';
import type { PairOfIds, Problem } from '../problem.js';
import type { Possible } from './possible.js';

/** Something of which a proof asks whether more or less of it would be better: a pair, a mentee's missing mentors, a mentor's load. */
interface Choice {
  readonly mentee: number | undefined;
  readonly mentor: number | undefined;
  readonly score: number;
  readonly units: number;
  readonly least: number;
  readonly most: number;
}

/** Whether each stage proves that its level cannot have fewer units while lower levels stay. What one stage settles takes no part in later ones. */
export function stagesHold(problem: Problem, possible: Possible, stages: readonly LeximinStage[], pairs: readonly PairOfIds[]): boolean {
  let open = choicesOf(problem, possible, pairs);
  let below = -Infinity;
  for (const { score, units, mentees, mentors } of stages) {
    if (score <= below) return false;
    if (open.some((choice) => choice.units > 0 && choice.score > below && choice.score < score)) return false;
    open = open.filter((choice) => !(choice.score > below && choice.score < score));
    below = score;
    const dearer = (choice: Choice) => (choice.score === score ? 1 : 0) + height(mentees, choice.mentee) - height(mentors, choice.mentor);
    const bad = open.some((choice) => {
      const cost = dearer(choice);
      return (cost > 0 && choice.units > choice.least) || (cost < 0 && choice.units < choice.most);
    });
    if (bad) return false;
    if (open.reduce((sum, choice) => sum + (choice.score === score ? choice.units : 0), 0) !== units) return false;
    open = open.filter((choice) => dearer(choice) === 0);
  }
  return open.every((choice) => choice.units === 0 || Number.isNaN(choice.score) || choice.score <= below);
}

const height = (prices: readonly number[], place: number | undefined): number => (place === undefined ? 0 : (prices[place] ?? 0));

function choicesOf({ mentees, mentors }: Problem, possible: Possible, pairs: readonly PairOfIds[]): readonly Choice[] {
  const { keyOf, needs, capacity, min, fixed, width } = possible;
  const chosen = new Set(pairs.map(keyOf).filter((key) => !fixed.has(key)));
  const [ofMentee, ofMentor] = [mentees.map(() => 0), mentors.map(() => 0)];
  for (const key of chosen) {
    ofMentee[Math.floor(key / width)] = 1 + (ofMentee[Math.floor(key / width)] ?? 0);
    ofMentor[key % width] = 1 + (ofMentor[key % width] ?? 0);
  }
  const choices: Choice[] = [];
  possible.each((mentee, mentor, score, key) => {
    choices.push({ mentee, mentor, score, units: chosen.has(key) ? 1 : 0, least: 0, most: 1 });
  });
  needs.forEach((most, mentee) => {
    choices.push({ mentee, mentor: undefined, score: 0, units: most - (ofMentee[mentee] ?? 0), least: 0, most });
  });
  capacity.forEach((most, mentor) => {
    // A mentor's load leads from the mentor to the end: its own price is that of leaving.
    choices.push({
      mentee: undefined,
      mentor,
      score: Number.NaN,
      units: -(ofMentor[mentor] ?? 0),
      least: -most,
      most: -(min[mentor] ?? 0),
    });
  });
  return choices;
}
