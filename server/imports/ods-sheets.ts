import { place, type FormulaPlaces, type Sheets, type TakeRow } from './xlsx-sheets.js';
import { grown, type ZipParts } from './zip-parts.js';

const CONTENT = 'content.xml';
/** How often a row that holds something may say that it is repeated: a list names nobody so often. */
const REPEATED_LIMIT = 1_000;

/** The sheets of an `.ods` workbook, as LibreOffice saves it and the register of Wales comes. */
export async function odsSheets(parts: ZipParts): Promise<Sheets> {
  const names: string[] = [];
  await parts.hear(CONTENT, { open: (name, attributes) => void (name === 'table' && names.push(attributes['name'] ?? '')) });
  return { names, read: (index, take) => readTable(parts, index, take) };
}

const timesIn = (repeated: string | undefined): number => Math.max(1, Number(repeated ?? 1) || 1);

async function readTable(parts: ZipParts, wanted: number, take: TakeRow): Promise<void> {
  let [table, depth, row, rows, isHidden, isDone] = [-1, 0, 0, 1, false, false];
  let record: string[] = [];
  let cell:
    { readonly at: number; readonly times: number; readonly value: string | undefined; readonly mark: Mark | undefined } | undefined;
  let places: Record<Mark, number[]> = { workedOut: [], formulas: [] };
  let [text, paragraphs, notes, next] = ['', 0, 0, 0];
  const isHere = () => table === wanted && depth === 1;
  await parts.hear(CONTENT, {
    isDone: () => isDone,
    open: (name, attributes) => {
      if (name === 'table') {
        depth += 1;
        if (depth === 1) table += 1;
      } else if (!isHere() || isDone) return;
      else if (name === 'table-row') {
        [record, next, places] = [[], 0, { workedOut: [], formulas: [] }];
        rows = timesIn(attributes['number-rows-repeated']);
        isHidden = (attributes['visibility'] ?? 'visible') !== 'visible';
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        const times = timesIn(attributes['number-columns-repeated']);
        cell = { at: next, times, value: valueOf(attributes), mark: markOf(attributes) };
        [text, paragraphs, next] = ['', 0, next + times];
      } else if (name === 'annotation') notes += 1;
      else if (name === 'p' && cell && notes === 0 && paragraphs++ > 0) text += '\n';
      else if (name === 's' && notes === 0) text += ' '.repeat(Math.min(100, timesIn(attributes['c'])));
      else if ((name === 'tab' || name === 'line-break') && notes === 0) text += name === 'tab' ? '\t' : '\n';
    },
    text: (piece) => {
      if (isHere() && cell && notes === 0 && paragraphs > 0) text = grown(text, piece);
    },
    close: (name) => {
      if (name === 'annotation' && notes > 0) notes -= 1;
      else if (name === 'table') {
        if (isHere()) isDone = true;
        depth -= 1;
      } else if (!isHere() || isDone) return;
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        const shown = cell?.value ?? text;
        for (let more = 0; cell && shown !== '' && more < cell.times; more += 1) {
          place(record, cell.at + more, shown);
          if (cell.mark) places[cell.mark].push(cell.at + more);
        }
        cell = undefined;
      } else if (name === 'table-row') {
        const times = record.length > 0 ? Math.min(rows, REPEATED_LIMIT) : 0;
        for (let more = 0; more < times && !isDone; more += 1) isDone = take(record, row + 1 + more, isHidden, places);
        row += rows;
      }
    },
  });
}

type Mark = keyof FormulaPlaces;

/** A formula without a type was never worked out. */
const markOf = (attributes: Readonly<Record<string, string>>): Mark | undefined =>
  attributes['formula'] === undefined ? undefined : attributes['value-type'] ? 'workedOut' : 'formulas';

/** What a cell holds where that is not its text: a formula, a day or a number, which its text shows in the manner of its sheet. */
function valueOf(attributes: Readonly<Record<string, string>>): string | undefined {
  if (attributes['formula'] && !attributes['value-type']) return attributes['formula'].replace(/^[a-z]+:=/i, '=');
  switch (attributes['value-type']) {
    case 'date':
      return (attributes['date-value'] ?? '').replace(/^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?$/, '$1');
    case 'float':
      return attributes['value'];
    case 'boolean':
      return attributes['boolean-value']?.toUpperCase();
    default:
      return undefined;
  }
}
