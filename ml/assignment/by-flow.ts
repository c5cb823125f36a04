import { Flow, type Arcs } from './flow.js';
import type { Instance } from './instance.js';
import { stepper, type Watch } from './watch.js';

// Every index is within its array: the casts say so to the compiler.

/** The network of an instance: mentees, mentors, and an end at which unwanted units and mentors' units come together. */
export interface Network {
  readonly nodes: number;
  readonly end: number;
  /** Arcs of pairs come first, in the order of the pairs; then one by mentee to the end, then one by mentor to the end. */
  readonly arcs: Arcs;
}

/** @param cost by pair, what one costs; a mentee's unit that stays without a mentor costs `alone`. */
export function networkOf({ mentees, mentors, needs, capacity, min, pairs }: Instance, cost: Float64Array, alone = 0): Network {
  const size = pairs.mentor.length;
  const count = size + mentees + mentors;
  const [tail, head, limit] = [new Int32Array(count), new Int32Array(count), new Int32Array(count).fill(1)];
  const costs = new Float64Array(count);
  const end = mentees + mentors;
  costs.set(cost);
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    tail.fill(mentee, pairs.start[mentee], pairs.start[mentee + 1]);
    tail[size + mentee] = mentee;
    limit[size + mentee] = needs[mentee] as number;
    costs[size + mentee] = alone;
  }
  for (let at = 0; at < size; at += 1) head[at] = mentees + (pairs.mentor[at] as number);
  for (let mentor = 0; mentor < mentors; mentor += 1) {
    const arc = size + mentees + mentor;
    tail[arc] = mentees + mentor;
    limit[arc] = (capacity[mentor] as number) - (min[mentor] as number);
  }
  head.fill(end, size);
  return { nodes: end + 1, end, arcs: { tail, head, limit, cost: costs } };
}

/** What a mentor’s minimum cannot have: the mentor, mentors who compete for the same mentees, and those mentees. */
export interface Shortage {
  readonly mentor: number;
  readonly rivals: readonly number[];
  readonly candidates: readonly number[];
}

export interface FlowSolution {
  /** By pair: 1 where it is chosen. */
  readonly chosen: Uint8Array;
  readonly menteePrice: Float64Array;
  readonly mentorPrice: Float64Array;
}

/** The highest total of any instance: minimum loads first, then all other needs, each by a shortest path. Source: Ahuja, Magnanti and Orlin 1993. */
export function solveByFlow(instance: Instance, watch: Watch): FlowSolution | Shortage {
  const { mentees, mentors, needs, min, weight, pairs } = instance;
  const { nodes, end, arcs } = networkOf(
    instance,
    weight.map((value) => -value),
  );
  const flow = new Flow(nodes, arcs);
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    let best = 0;
    for (let at = pairs.start[mentee] as number; at < (pairs.start[mentee + 1] as number); at += 1)
      best = Math.max(best, weight[at] as number);
    flow.heights[mentee] = best;
  }
  const left = needs.slice();
  const step = stepper(
    watch,
    needs.reduce((sum, units) => sum + units, 0),
  );
  const wants = new Int32Array(nodes);
  wants.set(min, mentees);
  let steps = meetMinimums(flow, left, wants, step, mentees);
  const short = min.findIndex((_, mentor) => (wants[mentees + mentor] as number) > 0);
  if (short >= 0) return shortageOf(instance, flow, short);
  wants[end] = steps + left.reduce((sum, units) => sum + units, 0);
  for (let mentee = 0; mentee < mentees; mentee += 1)
    for (let unit = left[mentee] as number; unit > 0; unit -= 1) {
      step((steps += 1));
      // The mentee's next unit fares no better than one that was left alone.
      if (flow.used(pairs.mentor.length + mentee) > 0) break;
      flow.route(mentee, wants);
    }
  const base = flow.heights[end] as number;
  return {
    chosen: Uint8Array.from(pairs.mentor, (_, at) => flow.used(at)),
    menteePrice: Float64Array.from({ length: mentees }, (_, mentee) => (flow.heights[mentee] as number) - base),
    mentorPrice: Float64Array.from({ length: mentors }, (_, mentor) => base - (flow.heights[mentees + mentor] as number)),
  };
}

/** Sends units of mentees to mentors whose minimum is not met. Answers how many. */
function meetMinimums(flow: Flow, left: Int32Array, wants: Int32Array, step: (step: number) => void, mentees: number): number {
  let missing = wants.reduce((sum, units) => sum + units, 0);
  let steps = 0;
  for (let mentee = 0; mentee < mentees && missing > 0; mentee += 1)
    while ((left[mentee] as number) > 0 && missing > 0) {
      const mentor = flow.route(mentee, wants);
      if (mentor < 0) break;
      wants[mentor] = (wants[mentor] as number) - 1;
      left[mentee] = (left[mentee] as number) - 1;
      missing -= 1;
      step((steps += 1));
    }
  return steps;
}

/** Who could serve a mentor whose minimum is not met, however pairs are changed: those mentees, and the mentors whose minimums hold them. */
function shortageOf({ mentees, pairs }: Instance, flow: Flow, short: number): Shortage {
  const [mentors, candidates] = [new Set([short]), new Set<number>()];
  for (const mentor of mentors)
    for (let mentee = 0; mentee < mentees; mentee += 1) {
      if (candidates.has(mentee)) continue;
      const [start, stop] = [pairs.start[mentee] as number, pairs.start[mentee + 1] as number];
      const to = pairs.mentor.subarray(start, stop).indexOf(mentor);
      if (to < 0 || flow.used(start + to) > 0) continue;
      candidates.add(mentee);
      for (let at = start; at < stop; at += 1) if (flow.used(at) > 0) mentors.add(pairs.mentor[at] as number);
    }
  const own = Array.from({ length: mentees }, (_, mentee) => mentee).filter((mentee) => {
    const [start, stop] = [pairs.start[mentee] as number, pairs.start[mentee + 1] as number];
    return pairs.mentor.subarray(start, stop).some((mentor) => mentors.has(mentor));
  });
  return { mentor: short, rivals: [...mentors], candidates: own };
}
