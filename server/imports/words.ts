import type { CsvRefusal } from './read-csv.js';

/** Why a file could not be read, and what to do. */
export function saidOfFile({ code, facts }: CsvRefusal): string {
  switch (code) {
    case 'IMPORT.EMPTY':
      return 'The file has no rows. The first row names the columns, and every row after it is a school or a person.';
    case 'IMPORT.NOT_CSV':
      return 'This is not a CSV file that we can read. In the spreadsheet, choose “Save as” and then “CSV”.';
    case 'IMPORT.TOO_MANY_ROWS':
      return `The file has more than ${Number(facts?.['rows'] ?? 0).toLocaleString('en-GB')} rows. Split it and import the parts one after another.`;
  }
}
