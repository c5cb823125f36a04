import { bid } from './bidding.js';
import type { DenseProblem } from './dense-problem.js';
import { Seats } from './seats.js';
import { stepper, type Watch } from './watch.js';

// Every index is within its array: the casts say so to the compiler.

export interface DenseSolution {
  /** By mentee: the mentor, or -1. */
  readonly mentorOf: Int32Array;
  /** Dual prices: `menteePrice[i] + mentorPrice[j] >= weight[i][j]`, equal for pairs; nought where a place is left. */
  readonly menteePrice: Float64Array;
  readonly mentorPrice: Float64Array;
}

/**
 * The highest total. Bids that raise prices place most mentees; each of the rest takes a shortest augmenting path. Sources: Jonker and
 * Volgenant 1987; Crouse 2016.
 */
export function solveDense(problem: DenseProblem, watch: Watch): DenseSolution {
  const { mentees, mentors } = problem;
  const seats = new Seats(mentees, problem.capacity);
  const mentorPrice = new Float64Array(mentors);
  const waiting = bid(problem, seats, mentorPrice);
  const paths = new Paths(problem, seats, mentorPrice);
  const step = stepper(watch, waiting.length);
  waiting.forEach((mentee, at) => {
    step(at);
    paths.place(mentee);
  });
  return { mentorOf: seats.mentorOf, ...prices(problem, seats.mentorOf, mentorPrice) };
}

/** Completes the prices: of mentees by what they have, and of those who take no part so that no pair with them is worth more. */
function prices({ mentees, mentors, weight, needs, capacity }: DenseProblem, mentorOf: Int32Array, mentorPrice: Float64Array) {
  const menteePrice = new Float64Array(mentees);
  for (let mentor = 0; mentor < mentors; mentor += 1) {
    if (capacity[mentor] !== 0) continue;
    for (let at = mentor; at < weight.length; at += mentors)
      mentorPrice[mentor] = Math.max(mentorPrice[mentor] as number, weight[at] as number);
  }
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    const worth = (mentor: number) => (weight[mentee * mentors + mentor] as number) - (mentorPrice[mentor] as number);
    const mentor = mentorOf[mentee] as number;
    if (mentor >= 0) menteePrice[mentee] = Math.max(0, worth(mentor));
    else if (needs[mentee] === 0)
      for (let other = 0; other < mentors; other += 1) menteePrice[mentee] = Math.max(menteePrice[mentee] as number, worth(other));
  }
  return { menteePrice, mentorPrice };
}

/** Shortest augmenting paths, one mentee after the other. A loss is what the total falls short of the mentee's own price. */
class Paths {
  /** By mentor: the least loss at which the new mentee can get a place there, and who moves there. */
  readonly #loss: Float64Array;
  readonly #mover: Int32Array;
  /** Mentors whose loss may still fall, the first `#openCount` of them; those behind are final. */
  readonly #open: Int32Array;
  #openCount = 0;
  /** Where the least loss of the open ones is, and how much. */
  #next = -1;
  #least = Infinity;

  constructor(
    private readonly problem: DenseProblem,
    private readonly seats: Seats,
    private readonly prices: Float64Array,
  ) {
    this.#loss = new Float64Array(problem.mentors);
    this.#mover = new Int32Array(problem.mentors).fill(-1);
    this.#open = Int32Array.from(problem.capacity.keys()).filter((mentor) => (problem.capacity[mentor] as number) > 0);
  }

  /** Gives the mentee a place, or leaves out the mentee whose pair is worth least to the total. */
  place(mentee: number): void {
    this.#loss.fill(Infinity);
    this.#openCount = this.#open.length;
    this.#look(mentee, 0);
    // Without a mentor, the new mentee loses nothing; another who makes room loses what the pair was worth.
    let [end, out, free] = [0, mentee, -1];
    while (this.#least <= end) {
      const mentor = this.#open[this.#next] as number;
      if (this.seats.room[mentor]) {
        [end, free] = [this.#least, mentor];
        break;
      }
      if (this.#least === end) break;
      const least = this.#least;
      this.#close();
      for (let held = this.seats.first(mentor); held >= 0; held = this.seats.after(held)) {
        const loss = least + (this.problem.weight[held * this.problem.mentors + mentor] as number) - (this.prices[mentor] as number);
        if (loss < end) [end, out] = [loss, held];
        this.#look(held, loss);
      }
    }
    this.#raise(end);
    this.#exchange(mentee, free, out);
  }

  /** Where a mentee could move whose price is within `base` of the loss so far. Finds the least loss of all open mentors. */
  #look(mentee: number, base: number): void {
    const { weight, mentors } = this.problem;
    const prices = this.prices;
    const open = this.#open;
    const losses = this.#loss;
    const mover = this.#mover;
    const room = this.seats.room;
    const count = this.#openCount;
    const row = mentee * mentors;
    let next = -1;
    let least = Infinity;
    for (let at = 0; at < count; at += 1) {
      const mentor = open[at] as number;
      const loss = base + (prices[mentor] as number) - (weight[row + mentor] as number);
      let best = losses[mentor] as number;
      if (loss < best) {
        best = loss;
        losses[mentor] = loss;
        mover[mentor] = mentee;
      }
      if (best < least || (best === least && room[mentor] === 1)) {
        least = best;
        next = at;
      }
    }
    this.#next = next;
    this.#least = least;
  }

  /** The nearest mentor is final: it moves behind the open ones. */
  #close(): void {
    const open = this.#open;
    const last = this.#openCount - 1;
    const mentor = open[this.#next] as number;
    open[this.#next] = open[last] as number;
    open[last] = mentor;
    this.#openCount = last;
  }

  #raise(end: number): void {
    for (let at = this.#openCount; at < this.#open.length; at += 1) {
      const mentor = this.#open[at] as number;
      this.prices[mentor] = (this.prices[mentor] as number) + Math.max(0, end - (this.#loss[mentor] as number));
    }
  }

  /** Moves along the path, from its end back to the new mentee. */
  #exchange(mentee: number, free: number, out: number): void {
    let mentor = free;
    if (free < 0) {
      if (out === mentee) return;
      mentor = this.seats.mentorOf[out] as number;
      this.seats.rise(out);
    }
    for (;;) {
      const mover = this.#mover[mentor] as number;
      const left = this.seats.mentorOf[mover] as number;
      this.seats.rise(mover);
      this.seats.sit(mover, mentor);
      if (mover === mentee) return;
      mentor = left;
    }
  }
}
