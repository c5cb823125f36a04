import type { Sparse } from '../records/encode.js';
import { OUTPUT, viewsOf, type Shape } from './network.js';

/** What a tower says of a record: a direction of length 1, and numbers that meet those of the other side directly. */
export interface Embedded {
  readonly direction: Float32Array;
  readonly meeting: Float32Array;
}

/** Beneath this a length is taken for it. */
export const LENGTH_FLOOR = 1e-6;

/** Serves a trained network: plain arithmetic over flat weights, on a server and in a browser. */
export class Towers {
  readonly #views: ReturnType<typeof viewsOf>;
  readonly #towers: Readonly<
    Record<'left' | 'right', { readonly bias: Float32Array; readonly tower: Float32Array; readonly out: Float32Array }>
  >;
  /** Room that every record uses again: hidden units, and the direction before it is made of length 1. */
  readonly #units: Float64Array;
  readonly #sums = new Float64Array(OUTPUT);

  constructor(
    readonly shape: Shape,
    readonly weights: Float32Array,
  ) {
    const views = viewsOf(shape, weights);
    this.#views = views;
    this.#towers = {
      left: { bias: views.leftBias, tower: views.leftTower, out: views.leftOut },
      right: { bias: views.rightBias, tower: views.rightTower, out: views.rightOut },
    };
    this.#units = new Float64Array(shape.hidden);
  }

  embed(side: 'left' | 'right', { ids, values }: Sparse): Embedded {
    const { hidden, rank } = this.shape;
    const width = hidden + rank;
    const { table } = this.#views;
    const { bias, tower, out } = this.#towers[side];
    const [units, sums, meeting, direction] = [this.#units, this.#sums, new Float32Array(rank), new Float32Array(OUTPUT)];
    units.set(bias);
    for (let at = 0; at < ids.length; at += 1) {
      const from = (ids[at] as number) * width;
      const value = values[at] as number;
      for (let unit = 0; unit < hidden; unit += 1) units[unit] = (units[unit] as number) + value * (table[from + unit] as number);
      for (let place = 0; place < rank; place += 1)
        meeting[place] = (meeting[place] as number) + value * (table[from + hidden + place] as number);
    }
    sums.set(out);
    for (let unit = 0; unit < hidden; unit += 1) {
      const amount = units[unit] as number;
      if (amount <= 0) continue;
      const from = unit * OUTPUT;
      for (let place = 0; place < OUTPUT; place += 1) sums[place] = (sums[place] as number) + amount * (tower[from + place] as number);
    }
    let square = LENGTH_FLOOR;
    for (let place = 0; place < OUTPUT; place += 1) square += (sums[place] as number) * (sums[place] as number);
    const length = Math.sqrt(square);
    for (let place = 0; place < OUTPUT; place += 1) direction[place] = (sums[place] as number) / length;
    return { direction, meeting };
  }

  /** The left side turned by the head, so that a dot product with a right side’s direction and meeting is the logit but for the bias. */
  turned({ direction, meeting }: Embedded): Embedded {
    const { head, mix } = this.#views;
    const turned = new Float32Array(OUTPUT);
    for (let row = 0; row < OUTPUT; row += 1)
      for (let column = 0; column < OUTPUT; column += 1)
        turned[column] = (turned[column] as number) + (direction[row] as number) * (head[row * OUTPUT + column] as number);
    return { direction: turned, meeting: meeting.map((one, place) => one * (mix[place] as number)) };
  }

  /** What the network adds to the logit of a pair. */
  logit(turned: Embedded, right: Embedded): number {
    return (this.#views.bias[0] as number) + dot(turned.direction, right.direction) + dot(turned.meeting, right.meeting);
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
