import type { Answer } from './answer.js';
import { blockingPairs } from './proof/blocking.js';
import { boundOf, meets, scoresOf, totalOf } from './proof/bound.js';
import { stagesHold } from './proof/levels.js';
import { possibleIn, type Possible } from './proof/possible.js';
import type { PairOfIds, Problem } from './problem.js';

/** What of an answer can be checked. */
export type Claimed = Pick<Answer, 'pairs' | 'total' | 'duals'>;

/** Checks an answer against its problem, without a solver: its pairs and its proof. Answers a sentence for each fault. */
export function verify(problem: Problem, answer: Claimed): readonly string[] {
  const possible = possibleIn(problem);
  const broken = brokenRules(problem, possible, answer.pairs);
  if (broken.length > 0) return broken;
  const keys = answer.pairs.map(possible.keyOf);
  const total = totalOf(scoresOf(possible, keys));
  const faults: string[] = [];
  if (!meets(total, answer.total, problem)) faults.push(`The scores add up to ${total}, not to ${answer.total}.`);
  if (problem.mode === 'stable') {
    const blocking = blockingPairs(problem, possible, keys);
    faults.push(...blocking.map(([mentee, mentor]) => `“${mentee}” and “${mentor}” would rather have each other.`));
  } else if (!answer.duals) faults.push('There is no proof.');
  else if ('stages' in answer.duals) {
    if (problem.mode !== 'leximin' || !stagesHold(problem, possible, answer.duals.stages, answer.pairs))
      faults.push('The stages do not prove that the lowest scores are as high as can be.');
  } else if (problem.mode !== 'total') faults.push('Prices prove a total, and this answer has another mode.');
  else {
    const bound = boundOf(problem, possible, answer.duals, keys);
    if (!meets(bound, total, problem)) faults.push(`The prices prove a bound of ${bound}, and the total is ${total}.`);
  }
  return faults;
}

function brokenRules({ mentees, mentors, floor }: Problem, possible: Possible, pairs: readonly PairOfIds[]): readonly string[] {
  const { keyOf, scoreOf, width, fixed, forbidden } = possible;
  const keys = new Set(pairs.map(keyOf));
  const [ofMentee, ofMentor] = [mentees.map(() => 0), mentors.map(() => 0)];
  const faults = keys.size === pairs.length ? [] : ['A pair is named twice.'];
  for (const key of keys) {
    const [mentee, mentor] = [Math.floor(key / width), key % width];
    const both = `“${mentees[mentee]?.id}” and “${mentors[mentor]?.id}”`;
    const score = scoreOf(key);
    ofMentee[mentee] = 1 + (ofMentee[mentee] ?? 0);
    ofMentor[mentor] = 1 + (ofMentor[mentor] ?? 0);
    if (forbidden.has(key)) faults.push(`The pair of ${both} is forbidden.`);
    if (score === undefined) faults.push(`The pair of ${both} has no score.`);
    else if (floor !== undefined && score < floor) faults.push(`The pair of ${both} scores less than the floor.`);
  }
  mentees.forEach(({ id, needs }, place) => {
    if ((ofMentee[place] ?? 0) > needs) faults.push(`“${id}” has more mentors than needed.`);
  });
  mentors.forEach(({ id, capacity, min }, place) => {
    if ((ofMentor[place] ?? 0) > capacity) faults.push(`“${id}” has more mentees than there are places.`);
    if ((ofMentor[place] ?? 0) < min) faults.push(`“${id}” has fewer mentees than the minimum.`);
  });
  for (const key of fixed)
    if (!keys.has(key))
      faults.push(`The fixed pair of “${mentees[Math.floor(key / width)]?.id}” and “${mentors[key % width]?.id}” is missing.`);
  return faults;
}
