import type { Matrix } from '../base/design.js';
import { bagSpread, bagSums } from '../network/bag.js';
import type { Tensor, TensorFlow } from './tensor.js';

/** Sums of table rows by record, with a gradient: TensorFlow’s own way needs a kernel that WebAssembly does not have. */
export function bagOp(tf: TensorFlow, bag: Matrix, table: Tensor, values: Float32Array): Tensor {
  const [rows, width] = table.shape as readonly [number, number];
  return tf.customGrad(() => ({
    value: tf.tensor(bagSums(bag, values, width), [bag.starts.length - 1, width]),
    gradFunc: (slope) => {
      const spread = new Float32Array(rows * width);
      bagSpread(bag, slope.dataSync(), spread, width);
      return tf.tensor(spread, [rows, width]);
    },
  }))(table);
}
