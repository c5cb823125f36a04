import { saysLeavers } from '@alongside/domain/imports/which-list.js';
import { cleanLine } from '@alongside/domain/text/hygiene.js';
import { refuse, type Result } from '@alongside/domain/kernel/result.js';
import { odsSheets } from './ods-sheets.js';
import { readCsv, tableRead, type Csv, type CsvRefusal } from './read-csv.js';
import { TableRows, type Merged, type Wanted } from './table-rows.js';
import { GLANCE_LIMIT_ROWS, SHEETS_LIMIT, xlsxSheets, type Sheets } from './xlsx-sheets.js';
import { TooLarge, ZipParts } from './zip-parts.js';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** How Excel saved before 2007, and how it still saves with a password. */
const OLD_EXCEL = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const startsWith = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

/** `sheet`: the one of a workbook that a person chose. */
interface HowRead {
  readonly limitBytes?: number | undefined;
  readonly limitTags?: number | undefined;
  readonly limitTexts?: number | undefined;
  readonly sheet?: string | undefined;
}

/** Reads a list as schools have it, by what it is and not by what it is called: CSV, `.xlsx` or `.ods`. See `readCsv`. */
export async function readTable(
  bytes: Buffer,
  wanted: Wanted = {},
  { limitBytes, limitTags, limitTexts, sheet }: HowRead = {},
): Promise<Result<Csv, CsvRefusal>> {
  if (startsWith(bytes, OLD_EXCEL)) return refuse({ code: 'IMPORT.OLD_EXCEL' });
  if (!startsWith(bytes, ZIP)) return readCsv(bytes, wanted);
  try {
    const parts = await ZipParts.open(bytes, { bytes: limitBytes, tags: limitTags });
    return await readSheets(await (parts.has('content.xml') ? odsSheets(parts) : xlsxSheets(parts, limitTexts)), wanted, sheet);
  } catch (error) {
    // What a stranger’s file may be is wide: whatever its parts lack or claim, it is the file and not the hub.
    return refuse({ code: error instanceof TooLarge ? 'IMPORT.UNPACKED_TOO_LARGE' : 'IMPORT.BROKEN_SPREADSHEET' });
  }
}

/** What a sheet seems to be by its first rows. */
interface Glance {
  readonly at: number;
  readonly name: string;
  readonly known: number;
}

/** What the first rows of sheets say, and what is wrong with those that cannot be read. */
async function glancesOf({ names, glance }: Sheets, some: readonly number[], wanted: Wanted) {
  const withRows: Glance[] = [];
  const unread: unknown[] = [];
  for (const at of some.slice(0, SHEETS_LIMIT)) {
    const table = new TableRows(wanted);
    let seen = 0;
    try {
      await glance(at, (record, row, _, places) => {
        table.take(record, row, places);
        seen += 1;
        return seen >= GLANCE_LIMIT_ROWS;
      });
      table.settle();
    } catch (error) {
      unread.push(error);
      continue;
    }
    if (table.rows.length > 0) withRows.push({ at, name: cleanLine(names[at] ?? '').trim(), known: table.known });
  }
  return { withRows, unread };
}

/** The sheet that a person chose; or the first with most known headings: of leavers only where none is of others, hidden only where no other has a list. */
async function readSheets(sheets: Sheets, wanted: Wanted, chosen: string | undefined): Promise<Result<Csv, CsvRefusal>> {
  const names = sheets.names.map((name) => cleanLine(name).trim());
  const visible = [...names.keys()].filter((at) => !sheets.hidden.has(at));
  const { withRows: seen, unread } = await glancesOf(sheets, visible, wanted);
  const isListSeen = seen.some(({ known }) => known > 0);
  const unseen = await glancesOf(sheets, isListSeen ? [] : [...sheets.hidden], wanted);
  const withRows = [...seen, ...unseen.withRows.filter(({ known }) => seen.length === 0 || known >= LIST_FROM_HEADINGS)].toSorted(
    (a, b) => a.at - b.at,
  );
  const said = withRows.find(({ name }) => name === chosen);
  const one = said ?? likeliest(withRows);
  // The list may be on a sheet that cannot be read: neither notes beside it nor a hidden sheet are taken for it.
  const isSure = one !== undefined && one.known >= LIST_FROM_HEADINGS && !sheets.hidden.has(one.at);
  if (unread.length > 0 && !said && !isSure) throw unread[0];
  if (!one && unseen.unread.length > 0) throw unseen.unread[0];
  if (!one) return refuse({ code: names.length === 0 ? 'IMPORT.NOT_CSV' : 'IMPORT.EMPTY' });
  const table = new TableRows(wanted);
  let hiddenRows = 0;
  const merged: Merged[] = [];
  await sheets.read(
    one.at,
    (record, row, isHidden, places) => {
      table.take(record, row, places);
      if (isHidden) hiddenRows += 1;
      return table.isFull;
    },
    (cell) => {
      if (merged.push(cell) > MERGED_LIMIT_CELLS) throw new TooLarge('A sheet with too many merged cells.');
    },
  );
  if (!table.isFull) table.fillMerged(merged);
  const others = (visible.length > 0 ? visible : [...names.keys()]).flatMap((at) => (at === one.at ? [] : [names[at] ?? '']));
  const isHidden = sheets.hidden.has(one.at) ? { isHidden: true as const } : {};
  return tableRead(table, 'UTF-8', { name: one.name, others, ...isHidden, withRows: withRows.map(({ name }) => name), hiddenRows });
}

/** Merged cells of a sheet: two of its own for every row that a file may have. */
const MERGED_LIMIT_CELLS = 240_000;

/** Headings from which on a sheet is a list. */
const LIST_FROM_HEADINGS = 2;

function likeliest(all: readonly Glance[]): Glance | undefined {
  const lists = [LIST_FROM_HEADINGS, 1].map((least) => all.filter(({ known }) => known >= least)).find((some) => some.length > 0) ?? all;
  return lists.find(({ name }) => !saysLeavers(name)) ?? lists[0];
}
