import type { PartId } from './part.js';
import { DEFAULT_WEIGHTS, weightsFrom, type Weights } from './weights.js';

/** A part that a mentee may turn up or down. */
export type SliderPart = Exclude<PartId, 'goals' | 'learned'>;

/** The sliders and where each stands at first: 0 to 100. */
export const SLIDERS: Readonly<Record<SliderPart, number>> = {
  expertise: 75,
  context: 50,
  availability: 50,
  proximity: 25,
  'ways-of-working': 15,
};
const MOST = 100;
/** The weight that a slider at its most stands for. */
const WHOLE = 0.4;

/** What was moved, and where to. */
export type Moved = Readonly<Partial<Record<SliderPart, number>>>;

/** The weights that moved sliders stand for, to two places, as the hub is asked for them. What was not moved is left as it is usually. */
export function movedWeights(moved: Moved): Partial<Record<PartId, number>> {
  const named: Partial<Record<PartId, number>> = {};
  for (const [part, value] of Object.entries(moved) as [SliderPart, number][]) named[part] = rounded((value / MOST) * WHOLE);
  // Aims are part of what a mentee wants to learn: the two move together.
  if (moved.expertise !== undefined) named.goals = rounded((moved.expertise / 2 / MOST) * WHOLE);
  return named;
}

const rounded = (weight: number): number => Number(weight.toFixed(2));

/** What counts how much where sliders stand so: the same numbers as the hub’s. */
export const weightsBy = (moved: Moved): Weights => weightsFrom(movedWeights(moved));

/** Sliders as they stand at first, and each by itself at its least and at its most. */
export const ENDS: readonly Moved[] = [
  {},
  ...(Object.keys(SLIDERS) as SliderPart[]).flatMap((part): Moved[] => [{ [part]: 0 }, { [part]: MOST }]),
];

/** How far a slider has gone towards one of its ends, from where it stands at first: 0 where it went the other way. */
export function shareOfWay(moved: Moved, end: Moved): number {
  const [part, to] = Object.entries(end)[0] as [SliderPart, number];
  const [from, at] = [SLIDERS[part], moved[part] ?? SLIDERS[part]];
  return Math.max(0, (at - from) / (to - from));
}

/** What the weights of moved sliders add up to, before they are made to add up to 1. */
export const sumBy = (moved: Moved): number =>
  Object.values({ ...DEFAULT_WEIGHTS, ...movedWeights(moved) }).reduce((sum, weight) => sum + weight, 0);
