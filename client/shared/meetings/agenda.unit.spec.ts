import type { ViewRows } from '../../replica/index.js';
import { firstAgenda, leftOver, mergeAgendas, moved, totalMinutes, usualAgenda, type AgendaItem } from './agenda.js';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => item(id)) as [AgendaItem, AgendaItem, AgendaItem, AgendaItem];

describe('an agenda', () => {
  test('moving an item by one place changes the two that it passes, and nothing at either end', () => {
    expect(ids(moved([a, b, c], 0, 1))).toEqual(['b', 'a', 'c']);
    expect(ids(moved([a, b, c], 2, -1))).toEqual(['a', 'c', 'b']);
    expect(moved([a, b, c], 0, -1)).toEqual([a, b, c]);
    expect(moved([a, b, c], 2, 1)).toEqual([a, b, c]);
  });

  test('the minutes of its items add up', () => {
    expect(totalMinutes([])).toBe(0);
    expect(totalMinutes([item('a', 5), item('b', 15)])).toBe(20);
  });
});

describe('the usual agenda', () => {
  test('changes with the stage of the relationship and fits the time that was booked', () => {
    const titles = [1, 2, 4, 5, 9, 30].map((number) => usualAgenda(number, 45, counter()).map(({ title }) => title));
    expect(titles[0]).toContain('Get to know each other');
    expect(titles[1]).toEqual(titles[2]);
    expect(titles[3]).not.toEqual(titles[2]);
    expect(titles[4]).toEqual(titles[5]);
    for (const number of [1, 2, 5, 9])
      for (let length = 15; length <= 120; length += 1)
        expect([number, length, totalMinutes(usualAgenda(number, length, counter()))]).toEqual([number, length, length]);
  });

  test('has time for what was left over: what is usual gives way', () => {
    const agenda = firstAgenda(2, 45, [waiting('m1', item('left', 20))], counter());
    expect(agenda[0]?.id).toBe('left');
    expect([agenda.length, totalMinutes(agenda)]).toEqual([4, 45]);
    expect(ids(firstAgenda(2, 30, [waiting('m1', item('long', 20))], counter()))).toEqual(['long']);
  });

  test('begins with what was left over, and tells its items apart', () => {
    const agenda = firstAgenda(2, 45, [waiting('m1', a)], counter());
    expect(agenda[0]).toEqual(a);
    expect(new Set(ids(agenda)).size).toBe(agenda.length);
  });

  test('stands once, though it waits from a meeting that was called off', () => {
    const before = usualAgenda(2, 45, counter());
    const waits = before.map((one) => waiting('m1', one));
    expect(firstAgenda(2, 45, waits, counter())).toEqual(before);
    expect(firstAgenda(2, 45, [...waits, ...waits], counter())).toEqual(before);
  });

  test('has room for twenty items', () => {
    const many = Array.from({ length: 25 }, (_, index) => waiting('m1', item(`left-${index}`)));
    expect(firstAgenda(1, 45, many, counter())).toHaveLength(20);
  });
});

describe('what was left over', () => {
  test('is offered at another meeting until it is on the agenda, and never at its own', () => {
    expect(leftOver([waiting('m1', a), waiting('m1', b)], 'm2', [b])).toEqual([a]);
    expect(leftOver([waiting('m2', a)], 'm2', [])).toEqual([]);
  });

  test('words that were taken back are not offered', () => {
    expect(leftOver([waiting('m1', { ...a, title: '' })], 'm2', [])).toEqual([]);
    expect(firstAgenda(2, 45, [waiting('m1', { ...a, title: '' })], counter())).not.toContainEqual({ ...a, title: '' });
  });
});

describe('an agenda that both changed', () => {
  test('keeps what each added', () => {
    expect(ids(mergeAgendas([a], [a, b], [a, c]))).toEqual(['a', 'b', 'c']);
  });

  test('keeps my order and their words where I only moved', () => {
    const theirs = { ...a, title: 'their words' };
    expect(mergeAgendas([a, b], [b, a], [theirs, b])).toEqual([b, theirs]);
  });

  test('what I reworded stays mine, even if they took it away', () => {
    const mine = { ...a, title: 'my words' };
    expect(mergeAgendas([a, b], [mine, b], [b])).toEqual([mine, b]);
    expect(mergeAgendas([a], [mine], [{ ...a, title: 'their words' }])).toEqual([mine]);
  });

  test('what one took away stays away where the other left it alone', () => {
    expect(mergeAgendas([a, b], [a], [a, b])).toEqual([a]);
    expect(mergeAgendas([a, b], [a, b, d], [b])).toEqual([b, d]);
  });
});

function item(id: string, minutes = 10): AgendaItem {
  return { id, title: `Item ${id}`, minutes };
}
function ids(items: readonly AgendaItem[]): readonly string[] {
  return items.map(({ id }) => id);
}
function waiting(from: string, carried: AgendaItem): ViewRows['carried-over']['items'][number] {
  return { from, by: 'asha', item: carried } as ViewRows['carried-over']['items'][number];
}
function counter(): () => string {
  let next = 0;
  return () => `new-${(next += 1)}`;
}
