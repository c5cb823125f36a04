import type { Pairs } from './pairs.js';
import { placesUpTo } from './triples.js';

// Every index is within its array: the casts say so to the compiler.

export interface StableProblem {
  readonly mentors: number;
  readonly needs: Int32Array;
  readonly capacity: Int32Array;
  /** Pairs that both would accept, each mentee's in any order; the score is the mentee's liking. */
  readonly pairs: Pairs;
  /** By pair, the mentor's liking. */
  readonly liking: Float64Array;
}

/** Mentees ask, best first; a full mentor keeps the best, equal ones by the list (Gale and Shapley 1962; Roth 1984). Answers 1 for each pair kept. */
export function solveStable(problem: StableProblem): Uint8Array {
  const { mentor } = problem.pairs;
  const [wishes, books] = [new Wishes(problem.pairs), new Books(problem)];
  let asking = unitsOf(problem);
  const again = new Int32Array(asking.length);
  while (asking.length > 0) {
    let size = 0;
    for (let at = 0; at < asking.length; at += 1) {
      const mentee = asking[at] as number;
      const pair = wishes.take(mentee);
      const refused = pair < 0 ? -1 : books.ask(mentor[pair] as number, mentee, pair);
      if (refused >= 0) again[size++] = refused;
    }
    // In turns and in order, as reading what lies side by side is several times as quick. The outcome is the same in any order.
    asking = again.slice(0, size).sort();
  }
  return books.kept(mentor.length);
}

/** Each mentee once for each mentor needed, as far as there are wishes. */
function unitsOf({ needs, pairs: { start, mentor } }: StableProblem): Int32Array {
  const all = new Int32Array(mentor.length);
  let size = 0;
  for (let mentee = 0; mentee < needs.length; mentee += 1) {
    const wishes = (start[mentee + 1] as number) - (start[mentee] as number);
    for (let unit = Math.min(needs[mentee] as number, wishes); unit > 0; unit -= 1) all[size++] = mentee;
  }
  return all.slice(0, size);
}

/** Up to here, looking for the next wish costs less than putting all of a mentee's in order: most never ask as far down. */
const LOOKED_FOR = 16;

/** Each mentee's wishes, one after the other, best first. */
class Wishes {
  readonly #pairs: Pairs;
  readonly #taken: Int32Array;
  /** By mentee, the pair that was taken last, or -1. */
  readonly #last: Int32Array;
  /** All pairs of those who ask far down, in order. */
  readonly #orders = new Map<number, Int32Array>();

  constructor(pairs: Pairs) {
    this.#pairs = pairs;
    this.#taken = new Int32Array(pairs.start.length - 1);
    this.#last = new Int32Array(pairs.start.length - 1).fill(-1);
  }

  /** The pair that a mentee would like best of those not taken yet, or -1. */
  take(mentee: number): number {
    const taken = this.#taken[mentee] as number;
    const from = this.#pairs.start[mentee] as number;
    const to = this.#pairs.start[mentee + 1] as number;
    if (from + taken === to) return -1;
    this.#taken[mentee] = taken + 1;
    if (taken >= LOOKED_FOR) return this.#orderOf(mentee, from, to)[taken] as number;
    return (this.#last[mentee] = this.#bestAfter(this.#last[mentee] as number, from, to));
  }

  #bestAfter(last: number, from: number, to: number): number {
    const { score, mentor } = this.#pairs;
    const most = last < 0 ? Infinity : (score[last] as number);
    let best = -1;
    let highest = -Infinity;
    for (let at = from; at < to; at += 1) {
      const value = score[at] as number;
      if (value > most || value < highest) continue;
      // Equal ones go by the list of mentors.
      if (value === highest && best >= 0 && (mentor[at] as number) > (mentor[best] as number)) continue;
      if (value === most && last >= 0 && (mentor[at] as number) <= (mentor[last] as number)) continue;
      best = at;
      highest = value;
    }
    return best;
  }

  #orderOf(mentee: number, from: number, to: number): Int32Array {
    const known = this.#orders.get(mentee);
    if (known) return known;
    const { score, mentor } = this.#pairs;
    const order = placesUpTo(to - from).map((place) => from + place);
    order.sort((a, b) => (score[b] as number) - (score[a] as number) || (mentor[a] as number) - (mentor[b] as number));
    this.#orders.set(mentee, order);
    return order;
  }
}

/** Whom each mentor keeps: a heap by mentor, the least liked on top. What is compared is kept in the heap, within reach of the cache. */
class Books {
  readonly #start: Int32Array;
  readonly #pair: Int32Array;
  readonly #mentee: Int32Array;
  readonly #likings: Float64Array;
  readonly #size: Int32Array;
  readonly #liking: Float64Array;

  constructor({ mentors, capacity, pairs, liking }: StableProblem) {
    const asked = new Int32Array(mentors);
    for (let at = 0; at < pairs.mentor.length; at += 1) {
      const mentor = pairs.mentor[at] as number;
      asked[mentor] = (asked[mentor] as number) + 1;
    }
    this.#start = new Int32Array(mentors + 1);
    for (let mentor = 0; mentor < mentors; mentor += 1)
      this.#start[mentor + 1] = (this.#start[mentor] as number) + Math.min(asked[mentor] as number, capacity[mentor] as number);
    const places = this.#start[mentors] as number;
    this.#pair = new Int32Array(places);
    this.#mentee = new Int32Array(places);
    this.#likings = new Float64Array(places);
    this.#size = new Int32Array(mentors);
    this.#liking = liking;
  }

  /** Answers the mentee who has no place: the asking one, the one who is displaced, or -1 for none. */
  ask(mentor: number, mentee: number, pair: number): number {
    const start = this.#start[mentor] as number;
    const places = (this.#start[mentor + 1] as number) - start;
    const size = this.#size[mentor] as number;
    const liking = this.#liking[pair] as number;
    if (size < places) {
      this.#size[mentor] = size + 1;
      this.#rise(start, size, pair, mentee, liking);
      return -1;
    }
    if (places === 0 || !this.#isLess(start, mentee, liking)) return mentee;
    const least = this.#mentee[start] as number;
    this.#sink(start, places, pair, mentee, liking);
    return least;
  }

  kept(pairs: number): Uint8Array {
    const chosen = new Uint8Array(pairs);
    for (let mentor = 0; mentor < this.#size.length; mentor += 1) {
      const start = this.#start[mentor] as number;
      for (let at = 0; at < (this.#size[mentor] as number); at += 1) chosen[this.#pair[start + at] as number] = 1;
    }
    return chosen;
  }

  /** Whether who is at a place of the heap is liked less than a mentee: equal likings go by the list. */
  #isLess(at: number, mentee: number, liking: number): boolean {
    const other = this.#likings[at] as number;
    return other === liking ? (this.#mentee[at] as number) > mentee : other < liking;
  }

  #put(at: number, pair: number, mentee: number, liking: number): void {
    this.#pair[at] = pair;
    this.#mentee[at] = mentee;
    this.#likings[at] = liking;
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#pair[from] as number, this.#mentee[from] as number, this.#likings[from] as number);
  }

  #rise(start: number, from: number, pair: number, mentee: number, liking: number): void {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (this.#isLess(start + above, mentee, liking)) break;
      this.#move(start + above, start + place);
      place = above;
    }
    this.#put(start + place, pair, mentee, liking);
  }

  #sink(start: number, size: number, pair: number, mentee: number, liking: number): void {
    let place = 0;
    for (let below = 1; below < size; below = 2 * place + 1) {
      const right = start + below + 1;
      const isLess = below + 1 < size && this.#isLess(right, this.#mentee[right - 1] as number, this.#likings[right - 1] as number);
      const least = isLess ? right : right - 1;
      if (!this.#isLess(least, mentee, liking)) break;
      this.#move(least, start + place);
      place = least - start;
    }
    this.#put(start + place, pair, mentee, liking);
  }
}
