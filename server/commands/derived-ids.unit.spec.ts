import type { CommandId, Instant, StreamId } from '@alongside/domain/kernel/brand.js';
import { commandIdFrom, eventIdOf } from './derived-ids.js';

const at = '2026-03-02T09:00:00.000Z' as Instant;
const [c1, c2] = ['c1', 'c2'] as [CommandId, CommandId];
const [mine, other] = ['mentorship-m1', 'mentorship-m2'] as [StreamId, StreamId];
const idOf = (...[when = at, command = c1, stream = mine, index = 0, by = 'here']: Partial<Parameters<typeof eventIdOf>>) =>
  eventIdOf(when, command, stream, index, by);

describe('the id of an event', () => {
  test('is the same when the same is decided again, and another for any other act', () => {
    expect(idOf()).toBe(idOf());
    const ids = [idOf(), idOf(at, c2), idOf(at, c1, other), idOf(at, c1, mine, 1), idOf(at, c1, mine, 0, 'there')];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is a UUID of version 7, so that ids sort by the time of their events', () => {
    const ids = Array.from({ length: 200 }, (_, n) => idOf(new Date(Date.parse(at) + n).toISOString() as Instant, `c${n}` as CommandId));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids.toSorted()).toEqual(ids);
    expect(Number.parseInt(ids[0]?.replace('-', '').slice(0, 12) ?? '', 16)).toBe(Date.parse(at));
  });

  test('stays what it was: a log holds it already', () => {
    expect(idOf()).toBe('019cadc6-9a80-74bc-8cdb-c0124afecb9e');
  });
});

describe('the id of a command that follows from something', () => {
  test('is the same for whoever follows, and another for anything else', () => {
    expect(commandIdFrom('reactor', 'e1', 0)).toBe(commandIdFrom('reactor', 'e1', 0));
    const ids = [
      commandIdFrom('reactor', 'e1', 0),
      commandIdFrom('reactor', 'e1', 1),
      commandIdFrom('reactor', 'e10'),
      commandIdFrom('reactore1', 0),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has the shape of a command’s id, and stays what it was', () => {
    expect(commandIdFrom('reactor', 'e1', 0)).toBe('04006dc844e8cf55793d6adfae8aa7c13dabbebb');
  });
});
