import type { Problem } from '../problem.js';
import { tableOf } from './every-choice.js';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  room: number;
  readonly back: number;
}

/** The highest total by Bellman and Ford, sharing nothing with the solver. For problems without minimums and fixed pairs. */
export function highestTotal(problem: Problem): number {
  const { mentees, mentors } = problem;
  const arcs: Arc[] = [];
  const [source, sink] = [mentees.length + mentors.length, mentees.length + mentors.length + 1];
  const connect = (from: number, to: number, room: number, cost: number) => {
    arcs.push({ from, to, cost, room, back: arcs.length + 1 }, { from: to, to: from, cost: -cost, room: 0, back: arcs.length });
  };
  mentees.forEach(({ needs }, place) => connect(source, place, needs, 0));
  mentors.forEach(({ capacity }, place) => connect(mentees.length + place, sink, capacity, 0));
  tableOf(problem).forEach((row, mentee) =>
    row.forEach(({ score }, mentor) => {
      if (score !== undefined) connect(mentee, mentees.length + mentor, 1, -score);
    }),
  );
  let total = 0;
  for (;;) {
    const { cost, by } = cheapest(arcs, sink + 1, source);
    const price = cost[sink] ?? Infinity;
    if (!(price < -1e-12)) return total;
    total -= price;
    for (let node = sink; node !== source;) {
      const arc = arcs[by[node] ?? -1];
      const back = arc && arcs[arc.back];
      if (!back) throw new Error('A path has a gap.');
      arc.room -= 1;
      back.room += 1;
      node = arc.from;
    }
  }
}

function cheapest(arcs: readonly Arc[], nodes: number, source: number): { cost: number[]; by: number[] } {
  const cost = Array.from({ length: nodes }, () => Infinity);
  const by = Array.from({ length: nodes }, () => -1);
  cost[source] = 0;
  for (let changed = true; changed;) {
    changed = false;
    arcs.forEach((arc, at) => {
      const next = (cost[arc.from] ?? Infinity) + arc.cost;
      if (arc.room === 0 || !(next < (cost[arc.to] ?? Infinity) - 1e-12)) return;
      cost[arc.to] = next;
      by[arc.to] = at;
      changed = true;
    });
  }
  return { cost, by };
}
