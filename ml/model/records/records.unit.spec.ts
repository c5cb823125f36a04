import { distinct } from './distinct.js';
import { binOf, encoderOf } from './encode.js';
import { comparableOf, inCommon, planInCommon } from './in-common.js';
import { readExample } from './read-example.js';
import type { Features, Side } from './record.js';
import { prepare, readersOf, tableRows } from './schema.js';
import { planShared, planSide, type SidePlan } from './vocabulary.js';

const sides = (...features: readonly Features[]): Side[] => features.map((each, at) => ({ id: `${at}`, features: each }));
const plan = (...features: readonly Features[]) => planSide(sides(...features));
const keyOf = ({ keys }: SidePlan, key: string) => keys.find((each) => each.key === key);
const encode = (side: SidePlan, features: Features) => {
  const { ids, values } = encoderOf(side, { words: [], buckets: [], dense: [] }, { own: 0, shared: side.columns })(features).own;
  return new Map([...ids].map((id, at) => [id, values[at]!]));
};

describe('what becomes a column', () => {
  test('nothing that is the same everywhere, and no word that one record alone has', () => {
    expect(plan({ same: 1, word: 'x', list: ['a'] }, { same: 1, word: 'x', list: ['a'] })).toEqual({ columns: 0, keys: [] });
    expect(keyOf(plan({ word: 'one' }, { word: 'two' }, { word: 'two' }, { word: 'three' }), 'word')?.words).toEqual([['two', 0]]);
  });

  test('a number, standardised, and its bins; a gap where there are any', () => {
    const side = plan({ age: 10 }, { age: 20 }, { age: 30 }, {});
    expect(keyOf(side, 'age')).toEqual({
      key: 'age',
      missing: 0,
      dense: { column: 1, mean: 20, sd: Math.sqrt(200 / 3) },
      bins: { column: 2, from: [10, 20, 30], single: true },
    });
    expect(encode(side, { age: 20 })).toEqual(new Map([...[[1, 0] as const], ...[[3, 1] as const]]));
    expect(encode(side, { age: null })).toEqual(new Map([[0, 1]]));
    expect(encode(side, { age: 1e9 }).get(1)).toBe(4);
  });

  test('words of a list, each weighing less in a long one, and how long it is', () => {
    const side = plan({ tags: ['a', 'b', 'c', 'd'] }, { tags: ['a', 'b'] }, { tags: ['c'] });
    const { words, length } = keyOf(side, 'tags')!;
    expect(words?.map(([word]) => word)).toEqual(['a', 'b', 'c']);
    const long = encode(side, { tags: ['a', 'b', 'x', 'y', 'a'] });
    expect(long.get(0)).toBeCloseTo(1 / 2, 6);
    expect(long.get(length!.column)).toBeGreaterThan(encode(side, { tags: ['a'] }).get(length!.column)!);
  });

  test('words of free text, hashed; both sides share what both say', () => {
    const [left, right] = [
      sides({ about_text: 'maths maths tea' }, { about_text: 'tea' }, { about_text: 'maths' }),
      sides({ about_text: 'Tea' }, { about_text: 'rugby' }),
    ];
    const plans = { left: planSide(left), right: planSide(right) };
    expect(keyOf(plans.left, 'about_text')?.buckets).toHaveLength(2);
    const shared = planShared(left, right, plans);
    expect(shared.buckets).toHaveLength(1);
    const read = encoderOf(plans.left, shared, { own: 0, shared: plans.left.columns });
    expect([...read({ about_text: 'TEA' }).bag.ids]).toContain(plans.left.columns);
    expect([...read({ about_text: 'never said' }).bag.values]).toHaveLength(1); // How long it is.
  });

  test('bins of many numbers are ranges, and a single value that was not seen has none', () => {
    const bins = keyOf(plan(...Array.from({ length: 60 }, (_, n) => ({ n }))), 'n')!.bins!;
    expect(bins).toEqual({ column: 1, from: [0, 10, 20, 30, 40, 50], single: false });
    expect([-5, 9, 10, 99].map((value) => binOf(value, bins))).toEqual([0, 0, 1, 5]);
    expect(binOf(7, { from: [1, 2], single: true })).toBe(-1);
  });

  test('names such as __proto__ and constructor are keys and words like any other', () => {
    const features = JSON.parse('{"__proto__":["constructor"],"constructor":"toString"}') as Features;
    expect(encode(plan(features, features, { other: 1 }), features).size).toBeGreaterThan(0);
  });
});

describe('what two records have in common', () => {
  const left = sides({ wants: ['a', 'b'], age: 20 }, { wants: ['c'], age: 40 });
  const right = sides({ offers: ['a', 'b', 'c', 'd'], age: 20 }, { offers: ['a', 'c'], age: 30 }, { offers: ['b', 'c'], age: 50 });
  const again = [...left, ...left];
  const plans = { left: planSide(again), right: planSide(right) };
  const shared = planShared(again, right, plans);
  const [l, r] = [
    left.map(({ features }) => comparableOf(plans.left)(features)),
    right.map(({ features }) => comparableOf(plans.right)(features)),
  ];
  const pairs = l.flatMap((one) => r.map((other) => [one, other] as const));
  const common = planInCommon({ ...plans, shared }, pairs);
  const raw = (kind: string, one: (typeof l)[number], other: (typeof r)[number]) => {
    const into = new Float32Array(common.parts.length);
    inCommon(common, one, other, into, 0);
    const at = common.parts.findIndex((part) => part.kind === kind);
    return into[at]! * common.parts[at]!.sd + common.parts[at]!.mean;
  };

  test('is how much lists overlap, corrected for how long both are, and how much of the left one is covered', () => {
    expect(raw('overlap', l[0]!, r[0]!)).toBeCloseTo(2 / Math.sqrt(8), 5);
    expect(raw('overlap', l[0]!, r[1]!)).toBeCloseTo(1 / 2, 5);
    expect(raw('covered', l[0]!, r[0]!)).toBeCloseTo(1, 5);
  });

  test('is how far apart numbers are; what is not known counts as the mean', () => {
    expect(raw('distance', l[1]!, r[2]!)).toBeCloseTo(10, 4);
    const into = new Float32Array(common.parts.length);
    inCommon(common, comparableOf(plans.left)({}), comparableOf(plans.right)({}), into, 0);
    expect([...into].filter((one, at) => one !== 0 && common.parts[at]!.kind !== 'words')).toEqual([]);
  });
});

describe('examples', () => {
  const side = (id: string, features: Features = {}): Side => ({ id, features });

  test('have each record once, and each id once', () => {
    const examples = [side('a'), side('a', { x: 1 }), side('b'), side('a')].map((left) => ({ left, right: side('r'), outcome: 1 }));
    const { recordOf, idOf, ids, records } = distinct(examples, 'left');
    expect([[...recordOf], [...idOf], ids, records.length]).toEqual([[0, 1, 2, 0], [0, 0, 1, 0], ['a', 'b'], 3]);
  });

  test('become rows of one table, which begins with the left side’s columns and ends with what both share', () => {
    const examples = ['a', 'b', 'a', 'c'].map((word, at) => ({
      left: side(`l${at}`, { word: word === 'c' ? 'b' : word, n: at }),
      right: side(`r${at}`, { word: at % 2 ? 'a' : 'b', n: at * 2 }),
      outcome: 1,
    }));
    const { schema, bags } = prepare(examples, (outcome) => outcome);
    expect(Math.max(...bags.left.ids, ...bags.right.ids)).toBe(tableRows(schema) - 1);
    const { left, right } = readersOf(schema);
    const sharedFrom = schema.left.columns + schema.right.columns;
    const both = (features: Features) => [left, right].map(({ encode }) => [...encode(features).bag.ids].filter((id) => id >= sharedFrom));
    const [ofLeft, ofRight] = both({ word: 'a', n: 1 });
    expect(ofLeft).toEqual(ofRight);
    expect(ofLeft).toHaveLength(2);
  });

  test('are read with ids that are numbers, yes and no as 1 and 0, and lists of numbers as words', () => {
    const line = '{"left":{"id":7,"features":{"yes":true,"list":[1,"a"],"none":null}},"right":{"id":"r"},"outcome":0.5}';
    const features = { yes: 1, list: ['1', 'a'], none: null };
    expect(readExample(line)).toEqual({ ok: true, value: { left: { id: '7', features }, right: { id: 'r', features: {} }, outcome: 0.5 } });
    expect(readExample('[]')).toEqual({ ok: false, error: 'must be an object.' });
  });
});
