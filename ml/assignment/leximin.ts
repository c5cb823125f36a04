import type { LeximinStage } from './answer.js';
import { networkOf, type Network } from './by-flow.js';
import { Flow } from './flow.js';
import type { Instance } from './instance.js';
import { stepper, type Watch } from './watch.js';

// Every index is within its array: the casts say so to the compiler.

/** Choosing pairs so that the lowest score is as high as can be, then the next, and so on to the highest. */
export interface LeximinSolution {
  readonly chosen: Uint8Array;
  readonly stages: readonly LeximinStage[];
}

/** Makes the sorted scores the highest from the lowest up, a missing mentor being nought: each level gets as few units as can be. Source: Burkard and Rendl 1991. */
export function solveLeximin(instance: Instance, begin: Uint8Array, watch: Watch): LeximinSolution {
  const stages = new Stages(instance, begin);
  const found: LeximinStage[] = [];
  const step = stepper(
    watch,
    begin.reduce((sum, used) => sum + used, 0),
  );
  for (let stage = stages.next(); stage; stage = stages.next()) {
    found.push(stage);
    step(found.length);
  }
  return { chosen: stages.chosen(), stages: found };
}

class Stages {
  readonly #network: Network;
  /** By arc: the score of a unit, or not a number for the arcs of mentors, which have none. */
  readonly #score: Float64Array;
  readonly #used: Int32Array;
  /** Arcs that may still change. */
  #active: Int32Array;
  #settled = -Infinity;

  constructor(
    private readonly instance: Instance,
    begin: Uint8Array,
  ) {
    const { pairs, mentees, mentors, needs, min } = instance;
    const size = pairs.mentor.length;
    this.#network = networkOf(instance, pairs.score);
    this.#score = new Float64Array(size + mentees + mentors).fill(Number.NaN, size + mentees);
    this.#score.set(pairs.score);
    this.#used = new Int32Array(this.#score.length);
    this.#used.set(begin);
    this.#used.set(needs, size);
    for (let mentor = 0; mentor < mentors; mentor += 1) this.#used[size + mentees + mentor] = -(min[mentor] as number);
    for (let at = 0; at < size; at += 1) {
      if (!begin[at]) continue;
      this.#add(size + (this.#network.arcs.tail[at] as number), -1);
      this.#add(size + mentees + (pairs.mentor[at] as number), 1);
    }
    this.#active = Int32Array.from(this.#score.keys());
  }

  chosen(): Uint8Array {
    return Uint8Array.from(this.#used.subarray(0, this.instance.pairs.mentor.length));
  }

  /** Settles the lowest level that is not; undefined where all are. */
  next(): LeximinStage | undefined {
    let level = Infinity;
    for (const arc of this.#active) {
      const score = this.#score[arc] as number;
      if (this.#used[arc] && score > this.#settled && score < level) level = score;
    }
    if (level === Infinity) return undefined;
    // Levels between are not used at all, and none can have fewer units than that.
    this.#active = this.#active.filter((arc) => !((this.#score[arc] as number) > this.#settled && (this.#score[arc] as number) < level));
    this.#settled = level;
    return this.#settle(level);
  }

  #settle(level: number): LeximinStage {
    const { nodes, end, arcs } = this.#network;
    const active = this.#active;
    const at = (of: Int32Array) => active.map((arc) => of[arc] as number);
    const tail = at(arcs.tail);
    const head = at(arcs.head);
    const flow = new Flow(nodes, {
      tail,
      head,
      limit: at(arcs.limit),
      cost: Float64Array.from(active, (arc) => (this.#score[arc] === level ? 1 : 0)),
    });
    const wants = new Int32Array(nodes);
    const waiting: number[] = [];
    active.forEach((arc, place) => {
      const units = this.#used[arc] as number;
      if (this.#score[arc] !== level) return flow.push(place, units);
      wants[head[place] as number] = (wants[head[place] as number] as number) + units;
      for (let unit = 0; unit < units; unit += 1) waiting.push(tail[place] as number);
    });
    for (const mentee of waiting) {
      const to = flow.route(mentee, wants);
      if (to < 0) throw new Error('A unit that had a place has none.');
      wants[to] = (wants[to] as number) - 1;
    }
    let units = 0;
    active.forEach((arc, place) => {
      this.#used[arc] = flow.used(place);
      if (this.#score[arc] === level) units += flow.used(place);
    });
    const { heights } = flow;
    // What is dearer or cheaper than it may be stays as it is in every best choice.
    this.#active = active.filter(
      (arc, place) =>
        (this.#score[arc] === level ? 1 : 0) + (heights[tail[place] as number] as number) - (heights[head[place] as number] as number) ===
        0,
    );
    const base = heights[end] as number;
    const { mentees, mentors } = this.instance;
    const price = (from: number, count: number) => Array.from({ length: count }, (_, place) => (heights[from + place] as number) - base);
    return { score: level, units, mentees: price(0, mentees), mentors: price(mentees, mentors) };
  }

  #add(arc: number, units: number): void {
    this.#used[arc] = (this.#used[arc] as number) + units;
  }
}
