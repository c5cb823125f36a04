import { solveByFlow, type FlowSolution, type Shortage } from './by-flow.js';
import { solveDense } from './dense.js';
import type { Instance } from './instance.js';
import type { Watch } from './watch.js';

/** From this share of all pairs on, a full matrix is quicker than a network. */
const FULL_SHARE = 0.25;

/** The highest total weight of an instance, with its prices; or which minimum cannot be met. */
export function solveTotal(instance: Instance, watch: Watch): FlowSolution | Shortage {
  const { mentees, mentors, needs, min, pairs } = instance;
  const full = pairs.mentor.length >= FULL_SHARE * mentees * mentors;
  const simple = needs.every((units) => units <= 1) && min.every((least) => least === 0);
  return full && simple ? solveAsMatrix(instance, watch) : solveByFlow(instance, watch);
}

function solveAsMatrix({ mentees, mentors, needs, capacity, pairs, weight }: Instance, watch: Watch): FlowSolution {
  const { start, mentor } = pairs;
  const matrix = weight.length === mentees * mentors ? weight : new Float64Array(mentees * mentors).fill(-Infinity);
  if (matrix !== weight)
    for (let mentee = 0; mentee < mentees; mentee += 1)
      for (let at = start[mentee] ?? 0; at < (start[mentee + 1] ?? 0); at += 1)
        matrix[mentee * mentors + (mentor[at] ?? 0)] = weight[at] ?? 0;
  const { mentorOf, menteePrice, mentorPrice } = solveDense({ mentees, mentors, weight: matrix, needs, capacity }, watch);
  const chosen = new Uint8Array(mentor.length);
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    const to = mentorOf[mentee] ?? -1;
    if (to < 0) continue;
    const from = start[mentee] ?? 0;
    chosen[from + mentor.subarray(from, start[mentee + 1]).indexOf(to)] = 1;
  }
  return { chosen, menteePrice, mentorPrice };
}
