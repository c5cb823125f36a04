/** Rows of so many columns are known by their separators alone; narrower ones by an email address as well, as an address in a cell may have two commas. */
const WIDE_FROM_COLUMNS = 6;
const LINE_END = /\r\n?|\n/;
/** A quote that ends at the beginning of a line: there another row began, in quotes of its own, and what was left of this one has as many cells. */
const ENDS_AT_ROW = /^"[^"]*[\r\n]"/;

const times = (text: string, mark: string): number => text.split(mark).length - 1;

/** A line that looks like a whole row: it has a separator between any two of its columns. */
const isRow = (line: string, separator: string, columns: number): boolean =>
  columns > 1 && times(line, separator) === columns - 1 && (columns >= WIDE_FROM_COLUMNS || times(line, '@') === 1);

/** Whether a quote that was never closed has swallowed the rows below. A note of several lines with an odd quote has no separator beside it. */
export function hasSwallowedRows(record: readonly string[], separator: string, columns: number): boolean {
  const isOther = record.length !== columns;
  return record.some((cell) => {
    const lines = cell.split(LINE_END);
    if (lines.length < 2) return false;
    const isOdd = times(cell, '"') % 2 === 1;
    const isOpen = cell.startsWith('"') || isOdd;
    const between = lines.slice(1, -1);
    return (
      (isOpen && (isOther || cell.includes(separator) || (isOdd && ENDS_AT_ROW.test(cell)))) ||
      (between.length > 0 && between.every((line) => isRow(line, separator, columns)))
    );
  });
}
