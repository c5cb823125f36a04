import { GLANCE_LIMIT_ROWS, place, SHEETS_LIMIT, type FormulaPlaces, type Sheets, type TakeMerged, type TakeRow } from './xlsx-sheets.js';
import { grown, type ZipParts } from './zip-parts.js';

const CONTENT = 'content.xml';
/** How often a row that holds something may say that it is repeated: a list names nobody so often. */
const REPEATED_LIMIT = 1_000;

/** The sheets of an `.ods` workbook, as LibreOffice saves it and the register of Wales comes. */
export async function odsSheets(parts: ZipParts): Promise<Sheets> {
  const names: string[] = [];
  const hidden = new Set<number>();
  const first: Parameters<TakeRow>[][] = [];
  const failed = new Map<number, unknown>();
  // All sheets are one part, so that one reading has to do for a look at each.
  await readTables(parts, {
    begin: (table, name, isHidden) => {
      names.push(name);
      first.push([]);
      if (isHidden) hidden.add(table);
      return (isHidden ? hidden.size : names.length - hidden.size) <= SHEETS_LIMIT;
    },
    take: (table, ...row) => (first[table]?.push(row) ?? 0) >= GLANCE_LIMIT_ROWS,
    fail: (table, error) => void failed.set(table, error),
  });
  return {
    names,
    hidden,
    read: (index, take, merged) =>
      readTables(parts, { isOne: true, begin: (table) => table === index, take: (_, ...row) => take(...row), merged }),
    glance: async (index, take) => {
      if (failed.has(index)) throw failed.get(index);
      first[index]?.some((row) => take(...row));
    },
  };
}

/** Says of each table whether its rows are wanted, and takes these. `fail`: told of what is wrong with one, which else ends the reading. */
interface Tables {
  readonly begin: (table: number, name: string, isHidden: boolean) => boolean;
  readonly take: (table: number, ...row: Parameters<TakeRow>) => boolean;
  readonly fail?: (table: number, error: unknown) => void;
  readonly merged?: TakeMerged | undefined;
  /** After the first that is wanted nothing more is heard. */
  readonly isOne?: true;
}

const timesIn = (repeated: string | undefined): number => Math.max(1, Number(repeated ?? 1) || 1);

async function readTables(parts: ZipParts, { begin, take, fail, merged, isOne }: Tables): Promise<void> {
  let [table, depth, row, rows, isHidden, isDone] = [-1, 0, 0, 1, false, true];
  let record: string[] = [];
  let cell:
    { readonly at: number; readonly times: number; readonly value: string | undefined; readonly mark: Mark | undefined } | undefined;
  let places: Record<Mark, number[]> = { workedOut: [], formulas: [] };
  let [text, paragraphs, notes, next] = ['', 0, 0, 0];
  const isHere = () => !isDone && depth === 1;
  let isOver = false;
  /** A table is hidden by its style, and styles stand before the tables. */
  const hiding = new Set<string>();
  let style = '';
  const end = () => {
    isOver = isOne === true;
    isDone = true;
  };
  const tried = (read: () => void) => {
    try {
      read();
    } catch (error) {
      if (!fail) throw error;
      fail(table, error);
      isDone = true;
    }
  };
  const grow = (piece: string) => tried(() => (text = grown(text, piece)));
  await parts.hear(CONTENT, {
    isDone: () => isOver,
    open: (name, attributes) => {
      if (name === 'table') {
        depth += 1;
        if (depth > 1) return;
        table += 1;
        [row, cell, isDone] = [0, undefined, !begin(table, attributes['name'] ?? '', hiding.has(attributes['style-name'] ?? ''))];
      } else if (name === 'style') style = attributes['family'] === 'table' ? (attributes['name'] ?? '') : '';
      else if (name === 'table-properties' && style !== '' && attributes['display'] === 'false') hiding.add(style);
      else if (!isHere()) return;
      else if (name === 'table-row') {
        [record, next, places] = [[], 0, { workedOut: [], formulas: [] }];
        rows = timesIn(attributes['number-rows-repeated']);
        isHidden = (attributes['visibility'] ?? 'visible') !== 'visible';
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        const times = timesIn(attributes['number-columns-repeated']);
        const down = timesIn(attributes['number-rows-spanned']);
        const across = timesIn(attributes['number-columns-spanned']);
        if (down > 1 || across > 1) merged?.({ at: next, last: next + across - 1, from: row + 1, to: row + down });
        cell = { at: next, times, value: valueOf(attributes), mark: markOf(attributes) };
        [text, paragraphs, next] = ['', 0, next + times];
      } else if (name === 'annotation') notes += 1;
      else if (name === 'p' && cell && notes === 0 && paragraphs++ > 0) grow('\n');
      else if (name === 's' && notes === 0) grow(' '.repeat(Math.min(100, timesIn(attributes['c']))));
      else if ((name === 'tab' || name === 'line-break') && notes === 0) grow(name === 'tab' ? '\t' : '\n');
    },
    text: (piece) => {
      if (isHere() && cell && notes === 0 && paragraphs > 0) grow(piece);
    },
    close: (name) => {
      if (name === 'annotation' && notes > 0) notes -= 1;
      else if (name === 'table') {
        if (isHere()) end();
        depth -= 1;
      } else if (!isHere()) return;
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        const shown = cell?.value ?? text;
        for (let more = 0; cell && shown !== '' && more < cell.times; more += 1) {
          const at = cell.at + more;
          tried(() => place(record, at, shown));
          if (isDone) return;
          if (cell.mark) places[cell.mark].push(at);
        }
        cell = undefined;
      } else if (name === 'table-row') {
        const times = record.length > 0 ? Math.min(rows, REPEATED_LIMIT) : 0;
        for (let more = 0; more < times && !isDone; more += 1) if (take(table, record, row + 1 + more, isHidden, places)) end();
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
