import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { assign } from '@alongside/ml/assignment/assign.js';
import type { Answer } from '@alongside/ml/assignment/answer.js';
import { instanceOf } from '@alongside/ml/assignment/instance.js';
import { acceptable } from '@alongside/ml/assignment/likings.js';
import { solveStable } from '@alongside/ml/assignment/stable.js';
import type { Problem } from '@alongside/ml/assignment/problem.js';
import { tagMarket } from '@alongside/ml/model/testing/tag-market.js';
import { openBackend, openBackends, type Backend } from '@alongside/ml/model/tensorflow/backend.js';
import { tensorFlowTrainer } from '@alongside/ml/model/tensorflow/tensorflow-trainer.js';
import { trainModel } from '@alongside/ml/model/train.js';
import { knownTaste } from '@alongside/ml/testing/known-taste.js';
import { cohortFromFiles } from './cohort.js';
import { median, readable } from './measuring.js';
import { crowdedTaste } from './taste-crowd.js';
import { learnedTaste } from './taste-learning.js';
import { hasScipy, scipySeconds } from './scipy.js';
import { topRowsBesideLoop } from './top-rows.js';
import { KINDS, problemOf, stableProblem } from './matrices.js';

/** Seconds: as the issue has them. */
const FLOOR_SECONDS = { dense1000: 3, dense2000: 2, stable: 0.5, cohort: 2 };
/** Seconds of a training on two cores, up to so many pairs. */
const FLOOR_TRAINING = [
  { pairs: 20_000, seconds: 120 },
  { pairs: 50_000, seconds: 600 },
];
/** Of scipy’s `linear_sum_assignment` for 2,000 uniform numbers, and of a loop by hand. */
const FLOOR_TIMES = { scipy: 3, topRows: 1.5 };
/** Of lists by both sides’ taste against lists by the mentee’s alone, as the issue has them. */
const FLOOR_MARKET = { success: 1.4, calibrationError: 0.05, gini: 0.76, longTail: 1.5, envy: 0.1, pairs: 0.95 };
const SEED = 11;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '1000,2000' },
    kinds: { type: 'string', default: KINDS.join(',') },
    stable: { type: 'string', default: '100000' },
    /** Mentees, and as many mentors, of two CSV files that are imported, scored, assigned and explained. */
    cohort: { type: 'string', default: '500' },
    /** Rows of a table of 64 numbers each, of which the best fifty are looked for; 0: none. */
    rows: { type: 'string', default: '50000' },
    /** Pairs; several sizes may be given, such as 20000,50000. */
    training: { type: 'string', default: '20000' },
    /** Mentees of a made-up hub whose taste is known; 0: none. */
    market: { type: 'string', default: '1000' },
    /** Of the one whose taste is learned: twice as many mentees, and a quarter as many mentors; twice the market unless said. */
    taste: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const sizes = values.sizes.split(',').map(Number);
const kinds = KINDS.filter((kind) => values.kinds.split(',').includes(kind));
const figures: Record<string, object> = {};
const secondsOf = (name: string): number | undefined => (figures[name] as { seconds: number } | undefined)?.seconds;

for (const kind of kinds)
  for (const size of sizes) figures[`${kind}${size}`] = measured((seed) => problemOf(kind, size, numbersFrom(seed)));
if (Number(values.stable) > 0) {
  figures['stable'] = measured((seed) => stableProblem(Number(values.stable), numbersFrom(seed)));
  figures['stableAlone'] = stableAlone();
}
if (Number(values.cohort) > 0) figures['cohort'] = await cohortFromFiles(Number(values.cohort), rounds, SEED);
if (Number(values.rows) > 0) figures['topRows'] = topRowsBesideLoop(Number(values.rows), rounds, SEED);
const trainings: Record<string, boolean | null> = {};
for (const pairs of values.training.split(',').map(Number).filter(Boolean))
  for await (const backend of openBackends()) {
    const name = `training${pairs}-${backend.name}`;
    const figure = trained(backend, pairs);
    figures[name] = figure;
    const limit = FLOOR_TRAINING.find((one) => pairs <= one.pairs)?.seconds;
    trainings[name] = limit === undefined ? null : figure.seconds <= limit;
  }
const market =
  Number(values.market) > 0 ? await marketOf(Number(values.market), Number(values.taste ?? 2 * Number(values.market))) : undefined;
const timesScipy = await besideScipy();
console.table(readable(figures));
const floor = (name: string, limit: number) => {
  const seconds = secondsOf(name);
  return seconds === undefined ? null : seconds <= limit;
};
const floors = {
  dense1000: floor('uniform1000', FLOOR_SECONDS.dense1000),
  dense2000: floor('uniform2000', FLOOR_SECONDS.dense2000),
  stableAlone: floor('stableAlone', FLOOR_SECONDS.stable),
  stable: floor('stable', FLOOR_SECONDS.stable),
  cohort: floor('cohort', FLOOR_SECONDS.cohort),
  topRows: figures['topRows'] ? (figures['topRows'] as { ratio: number }).ratio <= FLOOR_TIMES.topRows : null,
  ...trainings,
  scipy: timesScipy === null ? null : timesScipy <= FLOOR_TIMES.scipy,
  ...(market && {
    success: market.learned.ratio >= FLOOR_MARKET.success,
    calibration: market.learned.calibrationError <= FLOOR_MARKET.calibrationError,
    gini: market.crowd.gini.ratio <= FLOOR_MARKET.gini,
    longTail: market.crowd.longTail.ratio >= FLOOR_MARKET.longTail && market.crowd.ndcg.ratio >= 1,
    envy: market.crowd.envy.ratio <= FLOOR_MARKET.envy && market.crowd.pairs.ratio >= FLOOR_MARKET.pairs,
    envyOfOpen:
      market.crowd.envyOfOpen.ratio <= FLOOR_MARKET.envy && market.crowd.pairs.ours / market.crowd.pairs.withoutFull >= FLOOR_MARKET.pairs,
  }),
};
/** Whether anybody could reach these, with all that can be known of two people before they meet. */
const reachable = market && {
  success: market.learned.most.foreseeing.ratio >= FLOOR_MARKET.success,
  envyOfTaken: market.crowd.envyOfTaken.byTaste / market.crowd.envyOfTaken.naive <= FLOOR_MARKET.envy,
};
const method =
  'assign() on the main thread, seeds differ by round, median of the rounds; seconds and processor seconds contain the proof and the reasons of those left out, reading JSON is not in them; stableAlone is deferred acceptance on pairs that are read already; cohort is two CSV files of so many people each, from reading them to the reasons of every pair, on this thread too; topRows is the best fifty rows by the product with one query, in milliseconds, the quickest of many turns beside that of a loop by hand; scipy solves the same uniform matrices and comes to the same totals; training is one round of 10 epochs, with every backend that is installed, over pairs of a made-up market of tags, features weighed first; market: a made-up hub in which is known whom each would ask and take on; success is the mean chance of a mutual yes in the first ten of mentees whom no training saw, by models of both answers (whether a mentee asks, and whether a mentor who was asked says yes) over one of asking alone; most is what one reaches who knows the taste, or all of it that follows from who the two are; byTaste is what lists by both sides’ taste come to that leave out who is full; the rest compares lists by what the mentee wants with the hub’s own, where its model knows both: envy as all look in one moment, the others as mentees come one after the other';
const how = { method, rounds, loadAverage: loadavg(), node: process.version, cpus: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}` };
console.log(
  JSON.stringify({
    bench: 'matching',
    floors,
    ...(reachable && { reachable }),
    ...(readable({
      timesScipy: timesScipy ?? 'not compared: there is no python3 with scipy, or no uniform 2,000',
      figures,
      market,
    }) as object),
    how,
  }),
);

/** The median round of a kind of problem. Throws where an answer is not proven. */
function measured(problemFor: (seed: number) => Problem) {
  const turns = Array.from({ length: rounds }, (_, round) => {
    const problem = problemFor(SEED + round);
    globalThis.gc?.();
    const before = process.cpuUsage();
    const answer = provenAnswer(problem);
    const { user, system } = process.cpuUsage(before);
    return { seconds: answer.seconds, cpuSeconds: (user + system) / 1e6, pairs: answer.pairs.length, total: answer.total };
  });
  const of = (figure: 'seconds' | 'cpuSeconds' | 'pairs' | 'total') => median(turns.map((turn) => turn[figure]));
  return {
    seconds: of('seconds'),
    cpuSeconds: of('cpuSeconds'),
    most: Math.max(...turns.map(({ seconds }) => seconds)),
    pairs: of('pairs'),
    total: of('total'),
  };
}

/** Deferred acceptance alone, without what surrounds it in an answer. */
function stableAlone() {
  const turns = Array.from({ length: rounds }, (_, round) => {
    const problem = stableProblem(Number(values.stable), numbersFrom(SEED + round));
    const instance = instanceOf(problem);
    if ('code' in instance) throw new Error(instance.message);
    const wishes = acceptable(problem, instance.pairs);
    globalThis.gc?.();
    const [began, before] = [performance.now(), process.cpuUsage()];
    const chosen = solveStable({ ...instance, ...wishes });
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(before);
    return { seconds, cpuSeconds: (user + system) / 1e6, pairs: chosen.reduce((sum, one) => sum + one, 0) };
  });
  const of = (figure: 'seconds' | 'cpuSeconds' | 'pairs') => median(turns.map((turn) => turn[figure]));
  return {
    seconds: of('seconds'),
    cpuSeconds: of('cpuSeconds'),
    most: Math.max(...turns.map(({ seconds }) => seconds)),
    pairs: of('pairs'),
  };
}

/** A hub whose people’s taste is known: what models of its history are worth, and what its lists do to a crowd. */
async function marketOf(mentees: number, taught: number) {
  const trainer = tensorFlowTrainer(await openBackend());
  return {
    learned: learnedTaste(knownTaste(SEED, { mentees: taught * 2, mentors: taught / 4 }), SEED, trainer),
    crowd: crowdedTaste(knownTaste(SEED + 1, { mentees, mentors: (mentees * 2) / 5 }), SEED),
  };
}

/** How many times as long as scipy the median of the uniform 2,000 takes; null where either was not run. */
async function besideScipy(): Promise<number | null> {
  const ours = secondsOf('uniform2000');
  if (ours === undefined || !hasScipy()) return null;
  const solved = Array.from({ length: rounds }, (_, round) => {
    const problem = problemOf('uniform', 2000, numbersFrom(SEED + round));
    return { problem, total: provenAnswer(problem).total };
  });
  return ours / (await scipySeconds(solved));
}

/** One training, on this thread. */
function trained(backend: Backend, pairs: number) {
  const market = tagMarket(SEED, { mentees: pairs / 4, mentors: pairs / 8, each: 4, tested: 1 });
  const [began, before] = [performance.now(), process.cpuUsage()];
  const { validation } = trainModel(market.train, { trainer: tensorFlowTrainer(backend), seed: SEED, epochs: 10 });
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { seconds, cpuSeconds: (user + system) / 1e6, pairs: market.train.length, withinLeft: validation.model };
}

function provenAnswer(problem: Problem): Answer {
  const answer = assign(problem);
  if (!answer.ok) throw new Error(answer.error.message);
  if (!answer.value.optimal) throw new Error('An answer was not proven.');
  return answer.value;
}
