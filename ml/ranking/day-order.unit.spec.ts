import { DayOrder } from './day-order.js';

const NAMES = Array.from({ length: 40 }, (_, at) => `person-${at}`);
const orderOf = (names: readonly string[]) => {
  const order = new DayOrder<string>();
  for (const name of names) order.add(name);
  return order;
};

describe('an order that changes by day', () => {
  test('is the same for all within one day, however they came', () => {
    const [one, other] = [orderOf(NAMES), orderOf(NAMES.toReversed())];
    expect([...one.on('2026-03-06')]).toEqual([...other.on('2026-03-06')]);
    expect([...one.on('2026-03-06')].toSorted()).toEqual(NAMES.toSorted());
  });

  test('is another on another day, and puts each first on some day', () => {
    const order = orderOf(NAMES);
    const days = Array.from({ length: 400 }, (_, at) => `day-${at}`);
    const first = new Set(days.map((day) => [...order.on(day)][0]));
    expect(first.size).toBe(NAMES.length);
    expect([...order.on('2026-03-06')]).not.toEqual([...order.on('2026-03-07')]);
  });

  test('keeps to it as some come and go within the day', () => {
    const order = orderOf(NAMES.slice(0, 20));
    const day = '2026-03-06';
    expect([...order.on(day)]).toHaveLength(20);
    for (const name of NAMES.slice(20)) order.add(name);
    for (const name of NAMES.slice(0, 5)) order.remove(name);
    order.remove('nobody');
    order.add('person-30');
    expect([...order.on(day)]).toEqual([...orderOf(NAMES.slice(5)).on(day)]);
    expect(order.size).toBe(35);
  });
});
