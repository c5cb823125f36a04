import { SHORT_PAIRS, type Pairs } from './pairs.js';
import { placesUpTo } from './triples.js';

// Every index is within its array: the casts say so to the compiler.

export interface StableProblem {
  readonly mentees: number;
  readonly mentors: number;
  readonly needs: Int32Array;
  readonly capacity: Int32Array;
  /** Pairs that both would accept, in the order of the mentors; the score is the mentee's liking. */
  readonly pairs: Pairs;
  /** By pair, the mentor's liking. */
  readonly liking: Float64Array;
}

/** Mentees ask, best first; a full mentor keeps the best, equal ones by the list (Gale and Shapley 1962; Roth 1984). Answers 1 for each pair kept. */
export function solveStable(problem: StableProblem): Uint8Array {
  const { mentees, mentors, needs, pairs } = problem;
  const { start } = pairs;
  const order = wishes(pairs);
  const menteeOf = new Int32Array(order.length);
  for (let mentee = 0; mentee < mentees; mentee += 1) menteeOf.fill(mentee, start[mentee], start[mentee + 1]);
  const books = new Books(problem, menteeOf);
  const next = start.slice(0, mentees);
  const left = needs.slice();
  const asking = new Queue(mentees);
  for (let mentee = asking.first(); mentee >= 0; mentee = asking.first()) {
    const at = next[mentee] as number;
    if (left[mentee] === 0 || at === start[mentee + 1]) {
      asking.drop();
      continue;
    }
    next[mentee] = at + 1;
    const pair = order[at] as number;
    const refused = books.ask(pairs.mentor[pair] as number, pair);
    if (refused === pair) continue;
    left[mentee] = (left[mentee] as number) - 1;
    if (refused < 0) continue;
    const other = menteeOf[refused] as number;
    left[other] = (left[other] as number) + 1;
    asking.add(other);
  }
  return books.kept(mentors);
}

/** Mentees who may ask, each in it once; the last one in asks first. */
class Queue {
  readonly #stack: Int32Array;
  readonly #within: Uint8Array;
  #size: number;

  constructor(mentees: number) {
    this.#stack = Int32Array.from({ length: mentees }, (_, at) => mentees - 1 - at);
    this.#within = new Uint8Array(mentees).fill(1);
    this.#size = mentees;
  }

  first(): number {
    return this.#size === 0 ? -1 : (this.#stack[this.#size - 1] as number);
  }

  add(mentee: number): void {
    if (this.#within[mentee]) return;
    this.#within[mentee] = 1;
    this.#stack[this.#size++] = mentee;
  }

  drop(): void {
    this.#size -= 1;
    this.#within[this.#stack[this.#size] as number] = 0;
  }
}

/** Each mentee's pairs, best first; equal ones in the order of the mentors. */
function wishes({ start, mentor, score }: Pairs): Int32Array {
  const order = placesUpTo(mentor.length);
  for (let mentee = 0; mentee + 1 < start.length; mentee += 1) {
    const [from, to] = [start[mentee] as number, start[mentee + 1] as number];
    if (to - from > SHORT_PAIRS) order.subarray(from, to).sort((a, b) => (score[b] as number) - (score[a] as number) || a - b);
    else insertionSort(order, score, from, to);
  }
  return order;
}

function insertionSort(order: Int32Array, score: Float64Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const pair = order[at] as number;
    const value = score[pair] as number;
    let place = at;
    for (; place > from && (score[order[place - 1] as number] as number) < value; place -= 1) order[place] = order[place - 1] as number;
    order[place] = pair;
  }
}

/** Whom each mentor keeps: a heap by mentor, the least liked on top. Likings are kept beside the pairs, within reach of the cache. */
class Books {
  readonly #start: Int32Array;
  readonly #heap: Int32Array;
  readonly #likings: Float64Array;
  readonly #size: Int32Array;
  readonly #liking: Float64Array;
  readonly #menteeOf: Int32Array;

  constructor({ mentors, capacity, pairs, liking }: StableProblem, menteeOf: Int32Array) {
    const asked = new Int32Array(mentors);
    for (let at = 0; at < pairs.mentor.length; at += 1) {
      const mentor = pairs.mentor[at] as number;
      asked[mentor] = (asked[mentor] as number) + 1;
    }
    this.#start = new Int32Array(mentors + 1);
    for (let mentor = 0; mentor < mentors; mentor += 1)
      this.#start[mentor + 1] = (this.#start[mentor] as number) + Math.min(asked[mentor] as number, capacity[mentor] as number);
    this.#heap = new Int32Array(this.#start[mentors] as number);
    this.#likings = new Float64Array(this.#heap.length);
    this.#size = new Int32Array(mentors);
    this.#liking = liking;
    this.#menteeOf = menteeOf;
  }

  /** Answers the pair that has no place: the asking one, the one it displaces, or -1 for none. */
  ask(mentor: number, pair: number): number {
    const start = this.#start[mentor] as number;
    const places = (this.#start[mentor + 1] as number) - start;
    const size = this.#size[mentor] as number;
    if (size < places) {
      this.#size[mentor] = size + 1;
      this.#rise(start, size, pair);
      return -1;
    }
    if (places === 0 || !this.#less(start, pair, this.#liking[pair] as number)) return pair;
    const least = this.#heap[start] as number;
    this.#sink(start, places, pair);
    return least;
  }

  kept(mentors: number): Uint8Array {
    const chosen = new Uint8Array(this.#menteeOf.length);
    for (let mentor = 0; mentor < mentors; mentor += 1) {
      const start = this.#start[mentor] as number;
      for (let at = 0; at < (this.#size[mentor] as number); at += 1) chosen[this.#heap[start + at] as number] = 1;
    }
    return chosen;
  }

  /** Whether what is at a place of the heap is liked less than a pair: equal likings go by the list. */
  #less(at: number, pair: number, liking: number): boolean {
    const other = this.#likings[at] as number;
    if (other !== liking) return other < liking;
    return (this.#menteeOf[this.#heap[at] as number] as number) > (this.#menteeOf[pair] as number);
  }

  #put(at: number, pair: number, liking: number): void {
    this.#heap[at] = pair;
    this.#likings[at] = liking;
  }

  #rise(start: number, from: number, pair: number): void {
    const liking = this.#liking[pair] as number;
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (this.#less(start + above, pair, liking)) break;
      this.#put(start + place, this.#heap[start + above] as number, this.#likings[start + above] as number);
      place = above;
    }
    this.#put(start + place, pair, liking);
  }

  #sink(start: number, size: number, pair: number): void {
    const liking = this.#liking[pair] as number;
    let place = 0;
    for (let below = 1; below < size; below = 2 * place + 1) {
      const right = start + below + 1;
      const isLess = below + 1 < size && this.#less(right, this.#heap[right - 1] as number, this.#likings[right - 1] as number);
      const least = isLess ? right : right - 1;
      if (!this.#less(least, pair, liking)) break;
      this.#put(start + place, this.#heap[least] as number, this.#likings[least] as number);
      place = least - start;
    }
    this.#put(start + place, pair, liking);
  }
}
