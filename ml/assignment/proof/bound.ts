import type { Duals } from '../answer.js';
import { bonusOf } from '../objective.js';
import type { Problem } from '../problem.js';
import type { Possible } from './possible.js';

/** How far apart a bound and a total may be for rounding, as a share of the total or of the largest score. */
export const ROUNDING_SHARE = 1e-9;

/** What no assignment exceeds, by weak duality: needs and places at their prices, and what pairs are worth beyond. True for any prices. */
export function boundOf(problem: Problem, possible: Possible, { mentees, mentors, bonus }: Duals, keys: readonly number[]): number {
  const { needs, capacity, min, fixed, kept, scoreOf } = possible;
  const parting = problem.keep?.price ?? 0;
  const sum = new Sum();
  needs.forEach((units, mentee) => sum.add(units * Math.max(0, mentees[mentee] ?? 0)));
  capacity.forEach((places, mentor) => {
    const price = mentors[mentor] ?? 0;
    sum.add(price >= 0 ? places * price : (min[mentor] ?? 0) * price);
  });
  const plain = bonus === 0 && kept.size === 0;
  possible.each((mentee, mentor, score, key) => {
    const weight = plain ? score : score + bonusOf(score, bonus) + (kept.has(key) ? parting : 0);
    const beyond = weight - Math.max(0, mentees[mentee] ?? 0) - (mentors[mentor] ?? 0);
    if (beyond > 0) sum.add(beyond);
  });
  for (const key of fixed) sum.add(scoreOf(key) ?? 0);
  // Back from weights to scores: the bonuses and the prices of parting that this assignment has.
  for (const key of keys) {
    if (!fixed.has(key)) sum.add(-bonusOf(scoreOf(key) ?? 0, bonus) - (kept.has(key) ? parting : 0));
  }
  return sum.value;
}

/** The scores of pairs, by their keys; not a number where there is none. */
export const scoresOf = ({ scoreOf }: Possible, keys: readonly number[]): readonly number[] =>
  keys.map((key) => scoreOf(key) ?? Number.NaN);

export function totalOf(scores: readonly number[]): number {
  const sum = new Sum();
  for (const score of scores) sum.add(score);
  return sum.value;
}

/** Whether a bound is as good as the total: no assignment is better by more than rounding. */
export function meets(bound: number, total: number, problem: Problem): boolean {
  let scale = Math.abs(total);
  for (const score of problem.scores.values) scale = Math.max(scale, Math.abs(score));
  return Math.abs(bound - total) <= ROUNDING_SHARE * scale;
}

/** A sum that keeps what rounding loses (Neumaier 1974). */
class Sum {
  #sum = 0;
  #lost = 0;

  add(part: number): void {
    const next = this.#sum + part;
    this.#lost += Math.abs(this.#sum) >= Math.abs(part) ? this.#sum - next + part : part - next + this.#sum;
    this.#sum = next;
  }

  get value(): number {
    return this.#sum + this.#lost;
  }
}
