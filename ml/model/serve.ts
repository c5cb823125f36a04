import { sigmoid } from './base/newton.js';
import type { Model } from './model.js';
import { Towers, type Embedded } from './network/towers.js';
import type { Sparse } from './records/encode.js';
import { inCommon, type Comparable } from './records/in-common.js';
import type { Side } from './records/record.js';
import { readersOf } from './records/schema.js';

/** A record of one side, ready to be scored with many of the other. */
export interface Ready {
  readonly sum: number;
  readonly comparable: Comparable;
  /** By network. */
  readonly embedded: readonly Embedded[];
}

/** Scores pairs by a model, in plain arithmetic: on a server and in a browser. */
export class Scorer {
  readonly #readers: ReturnType<typeof readersOf>;
  readonly #towers: readonly Towers[];
  readonly #effects: ReadonlyMap<string, number>;
  readonly #common: Float32Array;

  constructor(private readonly model: Model) {
    this.#readers = readersOf(model.schema);
    this.#towers = model.share === 0 ? [] : model.networks.map(({ shape, weights }) => new Towers(shape, weights));
    this.#effects = new Map(model.people.map((id, at) => [id, model.peopleEffects[at] as number]));
    this.#common = new Float32Array(model.schema.inCommon.parts.length);
  }

  left({ features }: Pick<Side, 'features'>): Ready {
    const { own, bag } = this.#readers.left.encode(features);
    const embedded = this.#towers.map((towers) => towers.turned(towers.embed('left', bag)));
    return { sum: this.#sum(own, 1), comparable: this.#readers.left.comparable(features), embedded };
  }

  /** A right person who was seen in training brings what is known beyond features. */
  right({ id, features }: Side): Ready {
    const { own, bag } = this.#readers.right.encode(features);
    const sum = this.#sum(own, 1 + this.model.schema.left.columns) + (this.#effects.get(id) ?? 0);
    return {
      sum,
      comparable: this.#readers.right.comparable(features),
      embedded: this.#towers.map((towers) => towers.embed('right', bag)),
    };
  }

  /** The logit of a pair, before it is calibrated. */
  logit(left: Ready, right: Ready): number {
    const { base, schema, share } = this.model;
    let logit = (base[0] as number) + left.sum + right.sum;
    inCommon(schema.inCommon, left.comparable, right.comparable, this.#common, 0);
    const offset = 1 + schema.left.columns + schema.right.columns;
    for (let at = 0; at < this.#common.length; at += 1) logit += (this.#common[at] as number) * (base[offset + at] as number);
    let net = 0;
    this.#towers.forEach((towers, at) => (net += towers.logit(left.embedded[at] as Embedded, right.embedded[at] as Embedded)));
    return logit + (this.#towers.length > 0 ? (share * net) / this.#towers.length : 0);
  }

  /** How likely it is that the pair goes well. */
  probability(left: Ready, right: Ready): number {
    const { slope, intercept } = this.model.calibration;
    return sigmoid(slope * this.logit(left, right) + intercept);
  }

  #sum({ ids, values }: Sparse, offset: number): number {
    let sum = 0;
    for (let at = 0; at < ids.length; at += 1) sum += (values[at] as number) * (this.model.base[offset + (ids[at] as number)] as number);
    return sum;
  }
}
