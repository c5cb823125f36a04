import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import type { Answer, Duals } from './answer.js';
import { assign } from './assign.js';
import { networkOf } from './by-flow.js';
import { Flow } from './flow.js';
import { instanceOf, type Instance } from './instance.js';
import { movesBetween, type Moves } from './moves.js';
import { placeOf, placesOf, type PairOfIds, type Problem, type Trouble } from './problem.js';
import { possibleIn } from './proof/possible.js';
import { scoresOf, totalOf } from './proof/bound.js';
import type { Watch } from './watch.js';

/** What it would take to have a pair after all. */
export interface Forced {
  readonly pair: PairOfIds;
  /** How much the total falls, in units of score. Less than nought where a rule before the total costs score, as in `leximin`. */
  readonly price: number;
  readonly total: number;
  /** All pairs, were this one fixed. */
  readonly pairs: readonly PairOfIds[];
  readonly moves: Moves;
}

/** “Why not these two?”: the best assignment with the pair. In `total` one path over the prices of the answer; other modes are assigned again. */
export function whyNot(problem: Problem, answer: Answer, pair: PairOfIds, watch: Watch = {}): Result<Forced, Trouble> {
  const [mentee, mentor] = pair;
  if (answer.pairs.some(([one, other]) => one === mentee && other === mentor)) return ok(forced(problem, answer, pair, answer.pairs));
  const withPair = { ...problem, fixed: [...problem.fixed, pair] };
  const instance = instanceOf(withPair);
  if ('code' in instance) return refuse(asAsked(instance, pair, problem));
  if (!answer.duals || 'stages' in answer.duals) {
    const again = assign(withPair, watch);
    return again.ok ? ok(forced(problem, answer, pair, again.value.pairs)) : again;
  }
  const pairs = rerouted(problem, answer, answer.duals, pair);
  return pairs ? ok(forced(problem, answer, pair, pairs)) : refuse(noWay(pair));
}

function forced(problem: Problem, answer: Answer, pair: PairOfIds, pairs: readonly PairOfIds[]): Forced {
  const possible = possibleIn(problem);
  const total = totalOf(scoresOf(possible, pairs.map(possible.keyOf)));
  return { pair, price: answer.total - total, total, pairs, moves: movesBetween(problem, answer.pairs, pairs) };
}

const noWay = ([mentee, mentor]: PairOfIds): Trouble => ({
  code: 'ASSIGN.PAIR_CANNOT_BE_FORCED',
  message: `“${mentee}” and “${mentor}” cannot be a pair: no change of other pairs makes room for it and keeps every minimum.`,
  mentee,
  mentor,
});

/** Why a pair cannot be, of one that is only asked about: nobody fixed it. Any other trouble is as it is. */
function asAsked(trouble: Trouble, [mentee, mentor]: PairOfIds, { floor }: Problem): Trouble {
  const why = WHY_NEVER[trouble.code];
  if (!why || trouble.mentee !== mentee || trouble.mentor !== mentor) return trouble;
  return { ...trouble, message: `“${mentee}” and “${mentor}” cannot be a pair: ${why(`“${mentee}”`, `“${mentor}”`, floor)}.` };
}

const WHY_NEVER: Readonly<Record<string, (mentee: string, mentor: string, floor: number | undefined) => string>> = {
  'ASSIGN.FIXED_IS_FORBIDDEN': () => 'the pair is forbidden',
  'ASSIGN.FIXED_HAS_NO_SCORE': () => 'it has no score. Of two lists, these may not be paired or the mentor has no place',
  'ASSIGN.FIXED_BELOW_FLOOR': (_mentee, _mentor, floor) => `its score is below the floor of ${floor}`,
  'ASSIGN.FIXED_OVER_NEEDS': (mentee) => `${mentee} has as many fixed pairs as they need`,
  'ASSIGN.FIXED_OVER_CAPACITY': (_mentee, mentor) => `${mentor} has no place left`,
};

/** The pairs after the cheapest change that lets a pair in; undefined where none does. */
function rerouted(problem: Problem, answer: Answer, duals: Duals, pair: PairOfIds): readonly PairOfIds[] | undefined {
  const instance = instanceOf(problem);
  if ('code' in instance) throw new Error(instance.message);
  const [mentees, mentors] = [placesOf(problem.mentees), placesOf(problem.mentors)];
  const { pairs, needs, min } = instance;
  const { nodes, end, arcs } = networkOf(
    instance,
    instance.weight.map((value) => -value),
  );
  const [mentee, mentor] = [placeOf(mentees, pair[0]), placeOf(mentors, pair[1])];
  arcs.limit[arcOf(instance, mentee, mentor)] = 0;
  const flow = new Flow(nodes, arcs);
  flow.heights.set(duals.mentees);
  flow.heights.set(
    duals.mentors.map((price) => -price),
    end - problem.mentors.length,
  );
  const size = pairs.mentor.length;
  needs.forEach((units, place) => flow.push(size + place, units));
  min.forEach((units, place) => flow.push(size + needs.length + place, -units));
  const fixed = new Set(instance.fixed.map((each) => each.mentee * problem.mentors.length + each.mentor));
  for (const [one, other] of answer.pairs) {
    const [from, to] = [placeOf(mentees, one), placeOf(mentors, other)];
    if (fixed.has(from * problem.mentors.length + to)) continue;
    flow.push(arcOf(instance, from, to), 1);
    flow.push(size + from, -1);
    flow.push(size + needs.length + to, 1);
  }
  const wants = new Int32Array(nodes);
  wants[mentee] = 1;
  if (flow.route(needs.length + mentor, wants) < 0) return undefined;
  const others = pairsOf(problem, instance, (arc) => flow.used(arc) > 0);
  return [...problem.fixed, ...others, pair];
}

function arcOf({ pairs }: Instance, mentee: number, mentor: number): number {
  const start = pairs.start[mentee] ?? 0;
  return start + pairs.mentor.subarray(start, pairs.start[mentee + 1]).indexOf(mentor);
}

function pairsOf({ mentees, mentors }: Problem, { pairs }: Instance, has: (arc: number) => boolean): readonly PairOfIds[] {
  return mentees.flatMap(({ id }, mentee) => {
    const found: PairOfIds[] = [];
    for (let at = pairs.start[mentee] ?? 0; at < (pairs.start[mentee + 1] ?? 0); at += 1)
      if (has(at)) found.push([id, mentors[pairs.mentor[at] ?? 0]?.id ?? '']);
    return found;
  });
}
