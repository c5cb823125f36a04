import { aucWithinLeft } from '../evaluation/auc.js';
import { scoredBy } from '../evaluation/evaluate.js';
import { fitBase } from './base/base.js';
import { fitLogistic } from './base/newton.js';
import { foldsOf, split } from './base/folds.js';
import { logisticOf } from './baselines/logistic.js';
import { popularityOf } from './baselines/popularity.js';
import { calibrate } from './calibrate.js';
import { readExample } from './records/read-example.js';
import type { Example } from './records/record.js';
import { prepare } from './records/schema.js';
import { Scorer } from './serve.js';
import { openBackend } from './tensorflow/backend.js';
import { tensorFlowTrainer } from './tensorflow/tensorflow-trainer.js';
import { tagMarket } from './testing/tag-market.js';
import { wideMarket } from './testing/wide-market.js';
import { trainModel } from './train.js';

const TRAINING = { trainer: tensorFlowTrainer(await openBackend()), seed: 1, epochs: 4 };
const small = tagMarket(2, { mentees: 150, mentors: 80, tested: 60, each: 6, strength: 3 });
const { model } = trainModel(small.train, TRAINING);
const within = (examples: readonly Example[], scores: readonly number[]) =>
  aucWithinLeft(examples.map(({ left, right, outcome }, at) => ({ left: left.id, right: right.id, outcome, score: scores[at]! })))!;

describe('a trained model', () => {
  test('orders lists of people it never saw, where popularity cannot and how features meet is what counts', () => {
    const popularity = popularityOf(small.train);
    const logistic = logisticOf(small.train, 1);
    const reached = aucWithinLeft(scoredBy(model, small.test))!;
    expect(
      within(
        small.test,
        small.test.map(({ right }) => popularity(right)),
      ),
    ).toBe(0.5);
    expect(reached).toBeGreaterThan(
      within(
        small.test,
        small.test.map(({ left, right }) => logistic(left, right)),
      ) + 0.02,
    );
    expect(model.share).toBeGreaterThan(0);
  });

  test('is the same again with the same seed, to the last bit', () => {
    const few = small.train.slice(0, 240);
    const once = trainModel(few, { ...TRAINING, epochs: 2 });
    expect(once.model.networks.length).toBeGreaterThan(0);
    expect(trainModel(few, { ...TRAINING, epochs: 2 })).toEqual(once);
    expect(trainModel(few, { ...TRAINING, epochs: 2, seed: 2 })).not.toEqual(once);
  });

  test('takes a table of 8,000 lines and 200 columns, 100 of each side, with gaps', () => {
    const lines = wideMarket(3, { evenings: 27 })
      .train.slice(0, 8000)
      .map((example) => JSON.stringify(example));
    const read = lines.map((line) => {
      const example = readExample(line);
      if (!example.ok) throw new Error(example.error);
      return example.value;
    });
    expect(new Set(read.flatMap(({ left }) => Object.keys(left.features))).size).toBe(100);
    const { design } = prepare(read, (outcome) => outcome);
    expect(design.rows).toBe(8000);
    // What never varies has no column; all else has at least one.
    expect(design.left.matrix.columns).toBeGreaterThan(90);
    const wide = trainModel(read.slice(0, 100), { ...TRAINING, epochs: 1 }).model;
    const scores = scoredBy(wide, read.slice(7900)).map(({ score }) => score);
    expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
  });

  test('says how far it is', () => {
    const told: number[] = [];
    trainModel(small.train.slice(0, 100), { ...TRAINING, epochs: 1, onProgress: (done) => told.push(done) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  test('takes what one side alone has, and outcomes that are all the same', () => {
    const same = small.train.slice(0, 40).map((example) => ({ ...example, outcome: 1 }));
    const scored = scoredBy(trainModel(same, { ...TRAINING, epochs: 1 }).model, [
      ...same,
      { left: { id: 'x', features: {} }, right: { id: 'y', features: { new: 1 } }, outcome: 0 },
    ]);
    expect(scored.every(({ score }) => score > 0.5 && score <= 1)).toBe(true);
    const [only] = small.train as [Example];
    expect(scoredBy(trainModel([only], TRAINING).model, [only])).toHaveLength(1);
  });
});

test('a person who is liked by most is known for it beyond features, and one who was not seen is not', () => {
  const market = wideMarket(2, { evenings: 3, columns: 30 });
  const trained = trainModel(market.train, { ...TRAINING, epochs: 1 }).model;
  const effect = new Map(trained.people.map((id, at) => [id, trained.peopleEffects[at]!]));
  const shares = popularityOf(market.train);
  const sorted = [...effect.keys()].sort((a, b) => shares({ id: a }) - shares({ id: b }));
  expect(effect.get(sorted.at(-1)!)!).toBeGreaterThan(effect.get(sorted[0]!)!);
  const scorer = new Scorer(trained);
  const { left, right } = market.test[0]!;
  const difference =
    scorer.logit(scorer.left(left), scorer.right(right)) - scorer.logit(scorer.left(left), scorer.right({ ...right, id: 'stranger' }));
  expect(difference).toBeCloseTo(effect.get(right.id)!, 5);
});

test('popularity holds to the mean until there are many pairs', () => {
  const pair = (right: string, outcome: number): Example => ({
    left: { id: 'l', features: {} },
    right: { id: right, features: {} },
    outcome,
  });
  const of = popularityOf([pair('a', 1), pair('a', 1), pair('b', 0), pair('b', 0.4)]);
  expect([of({ id: 'a' }), of({ id: 'b' }), of({ id: 'new' })]).toEqual([4.5 / 7, 2.5 / 7, 0.5]);
});

describe('a logistic fit', () => {
  test('finds the logit of the mean, and holds weights at 0 by their cost', () => {
    const fit = (ridge: number) =>
      fitLogistic({
        rows: 4,
        columns: 1,
        targets: Float64Array.of(1, 1, 1, 0),
        ridge: Float64Array.of(ridge),
        times: ([weight], logits) => logits.fill(weight!),
        transposed: (perRow, sums) => sums.fill(perRow.reduce((sum, one) => sum + one, 0)),
      })[0]!;
    expect(fit(0)).toBeCloseTo(Math.log(3), 3);
    expect(Math.abs(fit(1e6))).toBeLessThan(1e-4);
  });

  test('keeps all rows of a left person in one part, and fits what it is held to', () => {
    const { design } = prepare(small.train, (outcome) => outcome);
    const folds = foldsOf(design.left.personOf, design.left.people, 4, 1);
    const { inside, outside } = split(folds, 2);
    const people = (rows: Int32Array) => new Set([...rows].map((row) => design.left.personOf[row]));
    expect(inside.length + outside.length).toBe(design.rows);
    expect([...people(inside)].filter((person) => people(outside).has(person))).toEqual([]);
    const held = fitBase(design, outside, { features: 1e9, inCommon: 1e9, left: 1e9, right: 1e9 });
    expect(Math.max(...held.slice(1).map(Math.abs))).toBeLessThan(1e-3);
  });

  test('makes logits that say too much say less', () => {
    const logits = Float64Array.from({ length: 400 }, (_, at) => (at % 2 ? 3 : -3));
    const outcomes = Float64Array.from({ length: 400 }, (_, at) => (at % 20 < 5 ? 1 - (at % 2) : at % 2));
    const { slope, intercept } = calibrate(logits, outcomes);
    expect(slope).toBeLessThan(0.6);
    expect(slope).toBeGreaterThan(0.2);
    expect(Math.abs(intercept)).toBeLessThan(0.3);
    expect(
      calibrate(
        logits,
        outcomes.map((one) => 1 - one),
      ).slope,
    ).toBe(0.01);
  });
});
