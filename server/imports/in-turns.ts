import { setImmediate } from 'node:timers/promises';

/** Rows that are looked up in one go: a few milliseconds. */
const TURN_LIMIT_ROWS = 500;

/** What each comes to, in their order. Others get a turn before each 500 rows: a register has tens of thousands. */
export async function inTurns<Row, Found>(rows: readonly Row[], find: (row: Row) => Found): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % TURN_LIMIT_ROWS === 0) await setImmediate();
    found.push(find(row));
  }
  return found;
}
