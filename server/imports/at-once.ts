/** Rows on their way at once: enough to share disk syncs, few enough that people are still served. */
const AT_ONCE_ROWS = 12;

/** Does something with each row, some of them side by side, for as long as it `goesOn`. */
export async function atOnce<Row>(rows: readonly Row[], goesOn: () => boolean, act: (row: Row) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < rows.length && goesOn()) {
      const row = rows[next++] as Row;
      await act(row);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE_ROWS, rows.length) }, worker));
}
