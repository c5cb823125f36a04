import { setImmediate } from 'node:timers/promises';
import { inTurns } from './in-turns.js';

test('goes through all rows in their order, and others get a turn in between', async () => {
  const rows = Array.from({ length: 1_200 }, (_, at) => at);
  let done = 0;
  const found = inTurns(rows, (row) => {
    done += 1;
    return row * 2;
  });
  const seen: number[] = [];
  while (done < rows.length) {
    seen.push(done);
    await setImmediate();
  }
  expect(await found).toEqual(rows.map((row) => row * 2));
  expect(seen.filter((many) => many > 0)).toEqual(expect.arrayContaining([500, 1_000]));
});
