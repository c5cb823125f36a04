import { manyAtOnce } from '../event-store/many-at-once.js';

/** Rows on their way at once: enough to share disk syncs, few enough that people are still served. */
const AT_ONCE_ROWS = 12;

/** Does something with each row, some of them side by side, for as long as it `goesOn`. */
export const atOnce = <Row>(rows: readonly Row[], goesOn: () => boolean, act: (row: Row) => Promise<void>): Promise<void> =>
  manyAtOnce(whileItGoesOn(rows, goesOn), AT_ONCE_ROWS, act);

function* whileItGoesOn<Row>(rows: readonly Row[], goesOn: () => boolean): Iterable<Row> {
  for (const row of rows) {
    if (!goesOn()) return;
    yield row;
  }
}
