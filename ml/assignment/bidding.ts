import type { DenseProblem } from './dense-problem.js';
import type { Seats } from './seats.js';

// Every index is within its array: the casts say so to the compiler.

/** How often all mentees who wait may bid again, and bids in all by mentee: past this, prices rise in steps too small to be worth it. */
const BID_LIMIT_ROUNDS = 4;
const BID_LIMIT_EACH = 16;

/** Each mentee takes the best mentor and raises the price until the second best is as good. Answers who is left. Source: Jonker and Volgenant 1987. */
export function bid(problem: DenseProblem, seats: Seats, prices: Float64Array): number[] {
  let waiting = Array.from(problem.needs.keys()).filter((mentee) => (problem.needs[mentee] as number) > 0);
  const bidding = new Bidding(problem, seats, prices, waiting.length * BID_LIMIT_EACH);
  for (let round = 0; round < BID_LIMIT_ROUNDS && waiting.length > 0; round += 1) {
    const later: number[] = [];
    for (const mentee of waiting) bidding.chain(mentee, later);
    waiting = later;
  }
  return waiting;
}

class Bidding {
  #best = -1;
  #bestWorth = 0;
  #second = -1;
  #secondWorth = 0;

  constructor(
    private readonly problem: DenseProblem,
    private readonly seats: Seats,
    private readonly prices: Float64Array,
    private left: number,
  ) {}

  /** A mentee bids; a mentee who is outbid bids at once where the price rose, and otherwise later. */
  chain(first: number, later: number[]): void {
    for (let mentee = first; mentee >= 0;) {
      if (this.left-- <= 0) return void later.push(mentee);
      this.#look(mentee);
      // Worth less than no pair at prices that only rise: this mentee is left out for good.
      if (this.#bestWorth < 0) return;
      const raise = this.#bestWorth - Math.max(0, this.#secondWorth);
      const mentor = this.#wanted(raise);
      if (mentor < 0) return void later.push(mentee);
      const outbid = this.seats.room[mentor] ? -1 : this.seats.first(mentor);
      if (outbid >= 0) this.seats.rise(outbid);
      this.seats.sit(mentee, mentor);
      if (mentor === this.#best && this.problem.capacity[mentor] === 1) this.prices[mentor] = (this.prices[mentor] as number) + raise;
      if (outbid >= 0 && raise <= 0) return void later.push(outbid);
      mentee = outbid;
    }
  }

  /** The mentor to take; -1 where it needs a path: all places of a mentor with several have one price. */
  #wanted(raise: number): number {
    const { capacity } = this.problem;
    const [best, second] = [this.#best, this.#second];
    if (this.seats.room[best]) return best;
    if (raise <= 0 && second >= 0 && this.#secondWorth === this.#bestWorth && this.seats.room[second]) return second;
    return capacity[best] === 1 ? best : -1;
  }

  #look(mentee: number): void {
    const { mentors, weight, capacity } = this.problem;
    const prices = this.prices;
    let [best, second] = [-1, -1];
    let [bestWorth, secondWorth] = [-Infinity, -Infinity];
    const row = mentee * mentors;
    for (let mentor = 0; mentor < mentors; mentor += 1) {
      const worth = (weight[row + mentor] as number) - (prices[mentor] as number);
      if (worth <= secondWorth || capacity[mentor] === 0) continue;
      if (worth > bestWorth) {
        [second, secondWorth] = [best, bestWorth];
        [best, bestWorth] = [mentor, worth];
      } else [second, secondWorth] = [mentor, worth];
    }
    this.#best = best;
    this.#bestWorth = bestWorth;
    this.#second = second;
    this.#secondWorth = secondWorth;
  }
}
