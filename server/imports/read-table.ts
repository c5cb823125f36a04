import { refuse, type Result } from '@alongside/domain/kernel/result.js';
import { odsSheets } from './ods-sheets.js';
import { readCsv, tableRead, type Csv, type CsvRefusal } from './read-csv.js';
import { TableRows, type Wanted } from './table-rows.js';
import { xlsxSheets, type Sheets } from './xlsx-sheets.js';
import { TooLarge, ZipParts } from './zip-parts.js';

/** Sheets of a workbook in which a list is looked for. */
const SHEETS_LIMIT = 20;
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** How Excel saved before 2007, and how it still saves with a password. */
const OLD_EXCEL = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const startsWith = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

/** Reads a list as schools have it, by what it is and not by what it is called: CSV, `.xlsx` or `.ods`. See `readCsv`. */
export async function readTable(bytes: Buffer, wanted: Wanted = {}, limitBytes?: number): Promise<Result<Csv, CsvRefusal>> {
  if (startsWith(bytes, OLD_EXCEL)) return refuse({ code: 'IMPORT.OLD_EXCEL' });
  if (!startsWith(bytes, ZIP)) return readCsv(bytes, wanted);
  try {
    const parts = await ZipParts.open(bytes, limitBytes);
    return await readSheets(await (parts.has('content.xml') ? odsSheets(parts) : xlsxSheets(parts)), wanted);
  } catch (error) {
    // What a stranger’s file may be is wide: whatever its parts lack or claim, it is the file and not the hub.
    return refuse({ code: error instanceof TooLarge ? 'IMPORT.UNPACKED_TOO_LARGE' : 'IMPORT.BROKEN_SPREADSHEET' });
  }
}

/** The first sheet whose headings are known, or else the first with anything on it. */
async function readSheets({ names, read }: Sheets, wanted: Wanted): Promise<Result<Csv, CsvRefusal>> {
  let found: { readonly table: TableRows; readonly at: number; readonly hiddenRows: number } | undefined;
  for (let at = 0; at < Math.min(names.length, SHEETS_LIMIT); at += 1) {
    const table = new TableRows(wanted);
    let hiddenRows = 0;
    await read(at, (record, row, isHidden, places) => {
      table.take(record, row, places);
      if (isHidden) hiddenRows += 1;
      return table.isFull;
    });
    table.settle();
    if (table.rows.length > 0 && (!found || table.known > 0)) found = { table, at, hiddenRows };
    if (found && (found.table.known > 0 || !wanted.known)) break;
  }
  if (!found) return refuse({ code: names.length === 0 ? 'IMPORT.NOT_CSV' : 'IMPORT.EMPTY' });
  const { table, at, hiddenRows } = found;
  return tableRead(table, 'UTF-8', { name: names[at] ?? '', others: names.filter((_, index) => index !== at), hiddenRows });
}
