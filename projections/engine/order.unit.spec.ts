import { byCodePoint, ordered, type Order } from './order.js';

const row = (id: string, data: unknown = {}) => ({ id, data });
const meeting = (id: string, startsAt: unknown) => row(id, { startsAt });
/** Ids that sort otherwise than their times. */
const meetings = [meeting('e', '2026-01-05'), meeting('d', '2026-02-05'), meeting('c', '2026-02-05'), meeting('b', '2026-03-05')];
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join('');
const inTime = (more: Omit<Order, 'by'> = {}, rows = meetings) => ids(ordered(rows, { by: 'startsAt', ...more }));

describe('rows in an order', () => {
  test('come by its field, and by id where they are equal in it', () => {
    expect(inTime()).toBe('ecdb');
    expect(inTime({ descending: true })).toBe('bdce');
  });

  test('come by id where no order is asked for', () => {
    expect(ids(ordered(meetings))).toBe('bcde');
  });

  test('come before all others where they have no text in that field', () => {
    const odd = [...meetings, meeting('z', null), meeting('y', 2026), row('x', null), row('w', undefined)];
    expect(inTime({}, odd)).toBe('wxyzecdb');
    expect(inTime({ descending: true }, odd)).toBe('bdcezyxw');
  });

  test('are only those between the least and the greatest value, both included', () => {
    expect(inTime({ from: '2026-02-05' })).toBe('cdb');
    expect(inTime({ to: '2026-02-05' })).toBe('ecd');
    expect(inTime({ from: '2026-01-06', to: '2026-03-04' })).toBe('cd');
    expect(inTime({ from: '2026-01-05', to: '2026-01-05', descending: true })).toBe('e');
  });

  test('go on after a place in the direction asked for, without the row that stands there', () => {
    const after = { value: '2026-02-05', id: 'c' };
    expect(inTime({ after })).toBe('db');
    expect(inTime({ after, descending: true })).toBe('e');
    expect(inTime({ after: { value: '2026-02-04', id: 'zz' } })).toBe('cdb');
  });
});

describe('the order of characters', () => {
  test('is that of UTF-8, in which SQLite keeps text', () => {
    const texts = ['', 'a', 'aa', 'ab', 'b', 'é', 'ż', '\uD7FF', '\uE000', '\uFFFD', '\u{1F3AF}', '\u{1F3AF}a', '\u{10FFFF}'];
    const asBytes = texts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(texts.toReversed().toSorted(byCodePoint)).toEqual(asBytes);
    for (const text of texts) expect(byCodePoint(text, text)).toBe(0);
  });
});
