import { createHash } from 'node:crypto';
import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { normal } from '../random.js';
import { openBackend } from '../tensorflow/backend.js';
import { tensorFlowSays, tensorFlowTrainer } from '../tensorflow/tensorflow-trainer.js';
import { plainTrainer } from '../testing/plain-trainer.testing.js';
import { randomLessons } from '../testing/random-lessons.testing.js';
import { batchesOf } from './batch.js';
import { learn, type Course } from './learn.js';
import { initialWeights, OUTPUT, viewsOf } from './network.js';
import { Towers } from './towers.js';
import type { Trainer } from './trainer.js';

const COURSE: Course = {
  shape: { rows: 30, hidden: 24, rank: 5 },
  losses: { inBatch: 0.5, temperature: 0.15 },
  dropout: { input: 0.3, hidden: 0.2 },
  epochs: 2,
  batchRows: 16,
  rate: 0.005,
  decay: 1,
  seed: 7,
};
const lessons = randomLessons(3);
const rows = Int32Array.from({ length: 60 }, (_, row) => row);

const trained = (trainer: Trainer, course = COURSE) => [...learn(trainer, course, lessons, rows)].at(-1)!;
const sha = (weights: Float32Array) => createHash('sha256').update(weights).digest('hex');
const farthest = (a: Float32Array, b: Float32Array) => a.reduce((most, one, at) => Math.max(most, Math.abs(one - b[at]!)), 0);

describe('TensorFlow.js and gradients by hand', () => {
  test('give the same loss and the same gradient', async () => {
    const [weights, batch] = [initialWeights(COURSE.shape, 1), batchesOf(lessons, rows, 16, 24, COURSE.dropout, 1).next().value!];
    const [a, b] = [new Float32Array(weights.length), new Float32Array(weights.length)];
    const losses = [tensorFlowTrainer(await openBackend()), plainTrainer].map((trainer, at) =>
      trainer.gradientOf(COURSE.shape, COURSE.losses, weights, batch, [a, b][at]!),
    );
    expect(losses[0]).toBeCloseTo(losses[1]!, 4);
    expect(farthest(a, b)).toBeLessThan(1e-5);
    expect(farthest(a, new Float32Array(a.length))).toBeGreaterThan(1e-3);
  });

  test.each([
    ['with', COURSE.losses],
    ['without', { inBatch: 0, temperature: 1 }],
  ])('come to the same weights, %s the loss of the batch', async (_name, losses) => {
    const course = { ...COURSE, losses };
    const [a, b] = [trained(tensorFlowTrainer(await openBackend()), course), trained(plainTrainer, course)];
    expect(farthest(a, b)).toBeLessThan(1e-4);
    expect(farthest(a, initialWeights(course.shape, course.seed))).toBeGreaterThan(1e-2);
  });
});

describe('a network that TensorFlow.js trains', () => {
  test('has the same weights again, bit for bit, and others with another seed', async () => {
    const trainer = tensorFlowTrainer(await openBackend());
    const first = sha(trained(trainer));
    expect(sha(trained(trainer))).toBe(first);
    expect(sha(trained(trainer, { ...COURSE, seed: 8 }))).not.toBe(first);
  });

  test('leaves no tensor behind', async () => {
    const backend = await openBackend();
    const before = backend.tf.memory().numTensors;
    trained(tensorFlowTrainer(backend));
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  describe('says the same when it is served in plain arithmetic', () => {
    const batch = batchesOf(lessons, rows, 60, 24, { input: 0, hidden: 0 }, 1).next().value!;
    const weights = trained(plainTrainer);
    // Far from what they begin with, and from what little training gives them: each of them counts.
    const { head, mix, bias } = viewsOf(COURSE.shape, weights);
    const random = numbersFrom(5);
    for (const part of [head, mix, bias]) part.forEach((_, at) => (part[at] = normal(random)));
    const towers = new Towers(COURSE.shape, weights);
    const served = (side: 'left' | 'right') => {
      const { starts, ids, values } = batch[side];
      return Array.from({ length: batch.rows }, (_, row) => {
        const [from, to] = [starts[row]!, starts[row + 1]!];
        return towers.embed(side, { ids: ids.subarray(from, to), values: values.subarray(from, to) });
      });
    };

    test.each(['left', 'right'] as const)('of a %s side', async (side) => {
      const said = tensorFlowSays(await openBackend(), COURSE.shape, weights, batch)[side];
      expect(said).toHaveLength(60 * OUTPUT);
      expect(farthest(said, Float32Array.from(served(side).flatMap(({ direction }) => [...direction])))).toBeLessThan(1e-5);
    });

    test('of a pair: by the head, by how the sides meet, and the bias', async () => {
      const said = tensorFlowSays(await openBackend(), COURSE.shape, weights, batch).logits;
      const [lefts, rights] = [served('left').map((left) => towers.turned(left)), served('right')];
      const ours = Float32Array.from(lefts, (left, row) => towers.logit(left, rights[row]!));
      expect(said).toHaveLength(60);
      expect(farthest(said, ours)).toBeLessThan(1e-5);
      expect(farthest(said, new Float32Array(60))).toBeGreaterThan(1);
    });
  });
});
