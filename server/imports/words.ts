import type { FileKind } from './reading-messages.js';
import type { ReadRefusal } from './readings.js';

/** Why a file could not be read, and what to do. */
export function saidOfFile({ code, facts }: ReadRefusal, kind: FileKind): string {
  switch (code) {
    case 'IMPORT.EMPTY':
      return `The file has no rows. Put the column names in the first row, then one ${kind === 'staff' ? 'person' : 'school'} in each row.`;
    case 'IMPORT.PUPILS':
      return `This looks like a list of pupils, because it has ${facts?.['by'] ?? 'columns that only pupils have'}. We import staff only, and we have not kept the file. If it is a list of staff, delete what is named here from the file and choose it again.`;
    case 'IMPORT.NOT_CSV':
      return 'This is not a list that we can read. In the spreadsheet, choose “Save as” and then “Excel workbook (.xlsx)” or “CSV”.';
    case 'IMPORT.OLD_EXCEL':
      return 'This is an older Excel file (.xls), or one with a password. In Excel, choose “Save as” and then “Excel workbook (.xlsx)”, without a password.';
    case 'IMPORT.BROKEN_SPREADSHEET':
      return 'We could not read this spreadsheet. Open it in Excel or LibreOffice, save it again as “Excel workbook (.xlsx)” or “CSV”, and choose that file.';
    case 'IMPORT.UNPACKED_TOO_LARGE':
      return 'This spreadsheet is too large once it is opened. Copy the list alone into a new spreadsheet, save it and choose that file.';
    case 'IMPORT.QUOTE_NOT_CLOSED':
      return `Row ${Number(facts?.['row'] ?? 1).toLocaleString('en-GB')} has a quotation mark (") that is never closed, so we cannot tell where the row ends. Remove it or close it in your spreadsheet, then choose the file again.`;
    case 'IMPORT.TOO_MANY_ROWS':
      return `The file has more than ${Number(facts?.['rows'] ?? 0).toLocaleString('en-GB')} rows. Split it into smaller files and import each one.`;
    case 'IMPORT.TOO_LARGE':
      return `The file is larger than ${Number(facts?.['megabytes'] ?? 0)} MB. Split it into smaller files and import each one.`;
    case 'IMPORT.TOO_SLOW':
      return 'Reading this file took too long, so we stopped. Nothing has changed. Split it into smaller files and import each one.';
    case 'IMPORT.NOT_READ':
      return 'We could not read all of this file. Some of its rows may be too long. Nothing has changed. Open it in a spreadsheet, save it as CSV and try again. If it is large, split it into smaller files.';
    case 'IMPORT.BUSY':
      return 'We are importing other files right now. Try again in a minute.';
    case 'IMPORT.CALLED_OFF':
      return 'You stopped reading this file. Nothing has changed.';
    case 'IMPORT.OTHER_SHEET':
      return 'Another sheet was chosen in another tab or window, so this was not saved. Check the list again here.';
  }
}
