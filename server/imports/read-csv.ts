import { isUtf8 } from 'node:buffer';
import { IMPORT_LIMIT_ROWS, letterOf, type RawRow } from '@alongside/domain/imports/columns.js';
import { ok, refuse, type Refusal, type Result } from '@alongside/domain/kernel/result.js';
import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

/** Letters of one row. A quote that somebody forgot to close would otherwise swallow the rest of the file before anybody notices. */
const RECORD_LIMIT_CHARACTERS = 1024 * 1024;
/** Where the row of headers is looked for. The register's, with its 150 columns, is 4 kB. */
const HEADER_LIMIT_BYTES = 64 * 1024;
const SPACE = 0x20;
/** A row of so many lines that is far too long is within quotes: outside them, the first line break would have ended it. */
const QUOTED_FROM_LINES = 3;
/** What Excel writes, and reads, above the headers to name the separator. */
const SEPARATOR_LINE = /^"?sep=([,;\t|])"?[ \t,;]*(?:\r\n?|\n)/i;
/** Each ends a row outside quotes, also where one file has several: lists are put together from pieces of other lists. The longest first. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

export type CsvRefusal = Refusal<'IMPORT.EMPTY' | 'IMPORT.NOT_CSV' | 'IMPORT.QUOTE_NOT_CLOSED' | 'IMPORT.TOO_MANY_ROWS'>;
export interface Csv {
  readonly headers: readonly string[];
  readonly rows: readonly RawRow[];
  /** How the bytes were read, for the person to know. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

/** Rows among which the headings are looked for, below a title. */
const TITLE_LIMIT_ROWS = 10;

/** Which of a file's columns are kept, by their letters. */
export type Kept = (headers: readonly string[]) => ReadonlySet<string>;

/**
 * Reads a spreadsheet's CSV as schools really save it: with or without a byte-order mark, in UTF-8 or Windows-1252, split by comma,
 * semicolon or tab. Takes seconds of the processor for a large file: never called where people are served (decision 0018).
 */
export function readCsv(
  bytes: Buffer,
  kept: Kept = (headers) => new Set(headers.map((_, index) => letterOf(index))),
  isHeadings: (cells: readonly string[]) => boolean = () => false,
): Result<Csv, CsvRefusal> {
  const { utf8, encoding } = decode(bytes);
  if (isBlank(utf8)) return refuse({ code: 'IMPORT.EMPTY' });
  // A spreadsheet saved as .xlsx is a zip file: the commonest wrong file there is.
  if (utf8.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' || utf8.includes(0)) return refuse({ code: 'IMPORT.NOT_CSV' });
  const head = utf8.toString('utf8', startOf(utf8), HEADER_LIMIT_BYTES);
  const declared = SEPARATOR_LINE.exec(head);
  const table = new Rows(kept, isHeadings);
  try {
    parse(utf8, {
      bom: true,
      delimiter: declared?.[1] ?? delimiterOf(head),
      // Without it the parser takes the line end that it meets first for the only one, and runs rows together.
      record_delimiter: LINE_ENDS,
      // Excel's own line about the separator is row 1 of the spreadsheet and no row of the list.
      from: declared ? 2 : 1,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: RECORD_LIMIT_CHARACTERS,
      to: IMPORT_LIMIT_ROWS + 2 + TITLE_LIMIT_ROWS,
      // Kept here and not by the parser: what it hands back is each row with all of its cells.
      // Lines that were skipped are rows of the spreadsheet all the same; a quoted cell of several lines is in one.
      on_record: (record: readonly string[], { records, empty_lines, lines }) => {
        table.lines = lines;
        return table.take(record, records + empty_lines);
      },
    });
  } catch (error) {
    // csv-parse throws only on text that no reader of CSV would take, such as a quote that is never closed.
    const row = rowOfOpenQuote(error, table.lines);
    return refuse(row === undefined ? { code: 'IMPORT.NOT_CSV' } : { code: 'IMPORT.QUOTE_NOT_CLOSED', facts: { row } });
  }
  table.settle();
  const { headers, rows } = table;
  if (rows.length === 0) return refuse({ code: 'IMPORT.EMPTY' });
  if (rows.length > IMPORT_LIMIT_ROWS) return refuse({ code: 'IMPORT.TOO_MANY_ROWS', facts: { rows: IMPORT_LIMIT_ROWS } });
  return ok({ headers, rows, encoding });
}

/** The row of the spreadsheet in which a quote was opened that nothing closes; undefined where something else is wrong. */
function rowOfOpenQuote(error: unknown, linesRead: number): number | undefined {
  if (!(error instanceof CsvError)) return undefined;
  const { records, empty_lines: emptyLines, lines } = error as CsvError & Record<string, unknown>;
  const isLong = error.code === 'CSV_MAX_RECORD_SIZE' && Number(lines) - linesRead >= QUOTED_FROM_LINES;
  const swallowed = error.code === 'CSV_QUOTE_NOT_CLOSED' || isLong;
  return swallowed && typeof records === 'number' && typeof emptyLines === 'number' ? records + emptyLines + 1 : undefined;
}

/** The rows of a file, each reduced to the columns that are kept as soon as it is read. */
class Rows {
  readonly rows: RawRow[] = [];
  headers: readonly string[] = [];
  /** How many lines of the file the rows so far take up. */
  lines = 0;
  #cells: readonly (readonly [letter: string, index: number])[] | undefined;

  /** Rows with one cell at most, which are a title where the next row holds the headings. */
  #held: (readonly [record: readonly string[], row: number])[] = [];

  constructor(
    private readonly kept: Kept,
    private readonly isHeadings: (cells: readonly string[]) => boolean,
  ) {}

  /** Takes the headers first and then row after row; answers null, so that the parser keeps nothing. */
  take(record: readonly string[], row: number): null {
    if (this.#cells) this.#add(record, row);
    else if (this.#held.length < TITLE_LIMIT_ROWS && record.filter((text) => text.trim() !== '').length < 2) this.#held.push([record, row]);
    else {
      if (this.isHeadings(record)) this.#held = [];
      this.#held.push([record, row]);
      this.settle();
    }
    return null;
  }

  /** The first of the rows that are held has the headings. */
  settle(): void {
    const [first, ...rest] = this.#held;
    this.#held = [];
    if (!first) return;
    this.headers = first[0].map((header) => header.trim());
    const kept = this.kept(this.headers);
    this.#cells = this.headers.map((_, index) => [letterOf(index), index] as const).filter(([letter]) => kept.has(letter));
    for (const [record, row] of rest) this.#add(record, row);
  }

  #add(record: readonly string[], row: number): void {
    this.rows.push({ row, cells: Object.fromEntries((this.#cells ?? []).map(([letter, index]) => [letter, record[index] ?? ''])) });
  }
}

function decode(bytes: Buffer): { utf8: Buffer; encoding: Csv['encoding'] } {
  const from = (name: string) => Buffer.from(iconv.decode(bytes, name));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { utf8: from('utf-16le'), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { utf8: from('utf-16be'), encoding: 'UTF-16' };
  if (isUtf8(bytes)) return { utf8: bytes, encoding: 'UTF-8' };
  // Decoded, each wrong byte is U+FFFD, and the row that has it is told of.
  return startOf(bytes) > 0 || isMostlyUtf8(bytes)
    ? { utf8: Buffer.from(bytes.toString('utf8')), encoding: 'UTF-8' }
    : { utf8: from('windows-1252'), encoding: 'Windows-1252' };
}

/** Whether of what is not ASCII at least as much is a character in UTF-8 as is not: in Windows-1252 such pairs of letters as “Ã©” are in no name. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let [right, wrong] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    const more = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0;
    let read = 0;
    while (read < more && ((bytes[at + read + 1] ?? 0) & 0xc0) === 0x80) read += 1;
    if (more > 0 && read === more) right += 1;
    else wrong += 1;
    at += read;
  }
  return right > 0 && right >= wrong;
}

const isBlank = (utf8: Buffer): boolean => utf8.subarray(startOf(utf8)).every((byte) => byte <= SPACE);
const startOf = (utf8: Buffer): number => (utf8[0] === 0xef && utf8[1] === 0xbb && utf8[2] === 0xbf ? 3 : 0);

/** The separator that the header row has most of, outside quotes: the first row with more than one, below a title. */
function delimiterOf(text: string): string {
  const unquoted = text.replace(/^[\r\n]+/, '').replace(/"[^"]*"/g, '');
  const lines = unquoted.split(/\r\n?|\n/, TITLE_LIMIT_ROWS);
  const counted = lines.map(
    (line) => [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length - 1 })).toSorted((a, b) => b.count - a.count)[0],
  );
  return (counted.find((best) => (best?.count ?? 0) > 1) ?? counted.find((best) => (best?.count ?? 0) > 0))?.mark ?? ',';
}
