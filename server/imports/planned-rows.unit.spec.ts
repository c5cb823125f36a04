import { batchesOf, PlannedRows } from './planned-rows.js';

const rows = Array.from({ length: 5 }, (_, row) => ({ row, name: `Zoë ${row}` }));
const planned = () => new PlannedRows<(typeof rows)[number]>([...batchesOf(rows, 2)], rows.length);

describe('rows that wait in batches', () => {
  test('come back as they were, in their order', () => {
    expect([...planned().batches()].map((batch) => batch.length)).toEqual([2, 2, 1]);
    expect([...planned().batches()].flat()).toEqual(rows);
  });

  test('the first are shown without touching the others', () => {
    expect(planned().first(1)).toEqual(rows.slice(0, 1));
    expect(new PlannedRows([], 0).first(20)).toEqual([]);
  });

  test('once let go they are gone, and their number is known still', () => {
    const waiting = planned();
    waiting.release();
    expect([...waiting.batches()]).toEqual([]);
    expect(waiting.first(1)).toEqual([]);
    expect(waiting.length).toBe(5);
  });

  test('a batch that is part of a larger piece of memory is read from where it begins', () => {
    const [batch] = [...batchesOf(rows, 5)];
    const around = Buffer.concat([Buffer.from('before'), batch as Uint8Array, Buffer.from('after')]);
    const within = new Uint8Array(around.buffer, around.byteOffset + 6, (batch as Uint8Array).length);
    expect(new PlannedRows([within], 5).first(5)).toEqual(rows);
  });
});
