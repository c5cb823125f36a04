import { monitorEventLoopDelay } from 'node:perf_hooks';

/** A round whose load generator's own event loop lagged more than this at the 99th percentile proves nothing about the store. */
const GENERATOR_DELAY_LIMIT_MS = 5;
const DELAY_RESOLUTION_MS = 1;

/** What one side did in one turn: a rate or a time, larger or smaller being better as the caller has it. */
export interface Turn {
  readonly value: number;
  /** CPU seconds of the whole process, threads included. */
  readonly cpuSeconds: number;
  /** The 99th percentile of the delay of the generator's event loop, in milliseconds. */
  readonly delayMs: number;
}

export interface Comparison {
  /** The median over rounds of project ÷ baseline, and the extremes. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
  readonly project: number;
  readonly baseline: number;
  readonly cpuRatio: number;
  readonly rounds: number;
  readonly voidRounds: number;
  /** The worst delay of the generator's event loop at p99, over all rounds, in milliseconds. */
  readonly delayMs: number;
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** One side of a comparison: makes ready what it needs, then hands back what is measured. */
export type Side = () => () => Promise<number> | number;

/** Runs a side and tells its CPU time and how late the event loop was meanwhile. */
export async function turn(side: Side): Promise<Turn> {
  const measure = side();
  globalThis.gc?.();
  const delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
  const before = process.cpuUsage();
  delay.enable();
  const value = await measure();
  delay.disable();
  const { user, system } = process.cpuUsage(before);
  return { value, cpuSeconds: (user + system) / 1e6, delayMs: Math.max(0, delay.percentile(99) / 1e6 - DELAY_RESOLUTION_MS) };
}

/**
 * Project and baseline in turns, A B B A, so that a changing machine affects both. With `generatorCounts` a round with a late generator is
 * void.
 */
export async function compare(rounds: number, project: Side, baseline: Side, generatorCounts = false): Promise<Comparison> {
  const kept: { project: number; baseline: number; cpu: number }[] = [];
  let voidRounds = 0;
  let delayMs = 0;
  while (kept.length < rounds && voidRounds <= rounds) {
    const [first, second, third, fourth] = [await turn(project), await turn(baseline), await turn(baseline), await turn(project)];
    const late = Math.max(first.delayMs, fourth.delayMs);
    delayMs = Math.max(delayMs, late);
    if (generatorCounts && late > GENERATOR_DELAY_LIMIT_MS) {
      voidRounds++;
      continue;
    }
    kept.push({
      project: (first.value + fourth.value) / 2,
      baseline: (second.value + third.value) / 2,
      cpu: (first.cpuSeconds + fourth.cpuSeconds) / (second.cpuSeconds + third.cpuSeconds),
    });
  }
  const ratios = kept.map((round) => round.project / round.baseline);
  return {
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    project: median(kept.map((round) => round.project)),
    baseline: median(kept.map((round) => round.baseline)),
    cpuRatio: median(kept.map((round) => round.cpu)),
    rounds: kept.length,
    voidRounds,
    delayMs,
  };
}

/** Rounds every number of a report to what can be read. */
export function readable(value: unknown): unknown {
  if (typeof value === 'number') return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, readable(part)]));
  return value;
}
