import type { Batch } from '../network/batch.js';
import { partsOf, viewsOf, type PartName, type Shape } from '../network/network.js';
import { LENGTH_FLOOR } from '../network/towers.js';
import type { Losses, Trainer } from '../network/trainer.js';
import type { Backend } from './backend.js';
import { bagOp } from './bag-op.js';
import type { Tensor, TensorFlow } from './tensor.js';

type Tensors = Readonly<Record<PartName, Tensor>>;

/** Works out gradients with TensorFlow.js. Weights are the caller’s: no tensor lives longer than one call. */
export function tensorFlowTrainer({ tf, name }: Backend): Trainer {
  return {
    backend: name,
    gradientOf: (shape, losses, weights, batch, gradient) => {
      const parts = partsOf(shape);
      return tf.tidy(() => {
        const inputs = parts.map((part) => tf.tensor(weights.subarray(part.offset, part.offset + part.length), part.shape));
        const lossOf = (...all: Tensor[]) => {
          const tensors = Object.fromEntries(parts.map((part, at) => [part.name, all[at]])) as Tensors;
          return loss(tf, shape, losses, tensors, viewsOf(shape, weights).table, batch);
        };
        const { value, grads } = tf.valueAndGrads(lossOf)(inputs);
        parts.forEach(({ offset }, at) => gradient.set((grads[at] as Tensor).dataSync(), offset));
        return value.dataSync()[0] as number;
      });
    },
  };
}

/** Both towers over a batch, and what the network adds to its logits. */
function passed(tf: TensorFlow, { hidden, rank }: Shape, all: Tensors, table: Float32Array, batch: Batch) {
  const { rows } = batch;
  const side = (which: 'left' | 'right') => {
    const bag = bagOp(tf, batch[which], all.table, table);
    const units = bag
      .slice([0, 0], [rows, hidden])
      .add(all[`${which}Bias`])
      .relu()
      .mul(tf.tensor(batch[`${which}Mask`], [rows, hidden]));
    const out = units.matMul(all[`${which}Tower`]).add(all[`${which}Out`]);
    const direction = out.div(out.square().sum(1, true).add(LENGTH_FLOOR).sqrt());
    return { direction, meeting: bag.slice([0, hidden], [rows, rank]) };
  };
  const [left, right] = [side('left'), side('right')];
  const net = left.direction
    .matMul(all.head)
    .mul(right.direction)
    .sum(1)
    .add(left.meeting.mul(right.meeting).mul(all.mix).sum(1))
    .add(all.bias);
  return { left, right, net };
}

function loss(tf: TensorFlow, shape: Shape, { inBatch, temperature }: Losses, all: Tensors, table: Float32Array, batch: Batch): Tensor {
  const { rows } = batch;
  const { left, right, net } = passed(tf, shape, all, table, batch);
  const logits = net.add(tf.tensor(batch.offsets, [rows]));
  const targets = tf.tensor(batch.targets, [rows]);
  const outcome = logits.relu().sub(logits.mul(targets)).add(logits.abs().neg().exp().log1p()).mean();
  if (inBatch === 0) return outcome;
  const cosines = left.direction
    .matMul(right.direction.transpose())
    .div(temperature)
    .add(tf.tensor(batch.apart, [rows, rows]));
  const own = left.direction.mul(right.direction).sum(1).div(temperature);
  const choice = cosines.logSumExp(1).add(cosines.transpose().logSumExp(1)).div(2).sub(own);
  const weight = batch.targets.reduce((sum, one) => sum + one, 0);
  return outcome.add(
    choice
      .mul(targets)
      .sum()
      .mul(inBatch / Math.max(1, weight)),
  );
}

/** What trained towers say of the sides of a batch, by record, and of its pairs, by TensorFlow.js: for a test that serving says the same. */
export function tensorFlowSays(
  { tf }: Backend,
  shape: Shape,
  weights: Float32Array,
  batch: Batch,
): Readonly<Record<'left' | 'right' | 'logits', Float32Array>> {
  return tf.tidy(() => {
    const views = viewsOf(shape, weights);
    const all = Object.fromEntries(partsOf(shape).map((part) => [part.name, tf.tensor(views[part.name], part.shape)])) as Tensors;
    const { left, right, net } = passed(tf, shape, all, views.table, batch);
    return { left: left.direction.dataSync(), right: right.direction.dataSync(), logits: net.dataSync() };
  });
}
