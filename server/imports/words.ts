import type { ReadRefusal } from './readings.js';

/** Why a file could not be read, and what to do. */
export function saidOfFile({ code, facts }: ReadRefusal): string {
  switch (code) {
    case 'IMPORT.EMPTY':
      return 'The file has no rows. The first row names the columns, and every row after it is a school or a person.';
    case 'IMPORT.NOT_CSV':
      return 'This is not a CSV file that we can read. In the spreadsheet, choose “Save as” and then “CSV”.';
    case 'IMPORT.TOO_MANY_ROWS':
      return `The file has more than ${Number(facts?.['rows'] ?? 0).toLocaleString('en-GB')} rows. Split it and import the parts one after another.`;
    case 'IMPORT.TOO_LARGE':
      return `The file is larger than ${Number(facts?.['megabytes'] ?? 0)} MB. Split it and import the parts one after another.`;
    case 'IMPORT.TOO_SLOW':
      return 'Reading this file took too long, so the hub has stopped. Nothing was changed. Split it and import the parts one after another.';
    case 'IMPORT.NOT_READ':
      return 'The hub could not read this file to its end; some of its rows may be far longer than rows of a list are. Nothing was changed. Open it in a spreadsheet, save it as CSV and try again, in parts if it is large.';
    case 'IMPORT.BUSY':
      return 'Other files are being brought in just now. Please try again in a minute.';
    case 'IMPORT.CALLED_OFF':
      return 'The reading of this file was stopped. Nothing was changed.';
  }
}
