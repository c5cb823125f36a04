import { isUtf8 } from 'node:buffer';
import { IMPORT_LIMIT_ROWS, letterOf, type RawRow } from '@alongside/domain/imports/columns.js';
import { ok, refuse, type Refusal, type Result } from '@alongside/domain/kernel/result.js';
import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import {
  isMostlyUtf8,
  lettersOfOlder,
  lettersOfUtf8,
  readingsOfCell,
  olderEncodingOf,
  unmarkedUtf16,
  type OlderEncoding,
  type ReadLetters,
} from './cell-letters.js';
import { hasSwallowedRows } from './open-quotes.js';
import { ROW_LIMIT_CHARACTERS, TableRows, TITLE_LIMIT_ROWS, type Wanted } from './table-rows.js';
import { TooLarge } from './zip-parts.js';

/** Where the row of headers is looked for. The register's, with its 150 columns, is 4 kB. */
const HEADER_LIMIT_BYTES = 64 * 1024;
const SPACE = 0x20;
/** What a program of one byte a letter ends a file with. */
const LINE_END_BYTES: ReadonlySet<number> = new Set([0x0a, 0x0d, 0x1a]);
/** A row of so many lines that is far too long is within quotes: outside them, the first line break would have ended it. */
const QUOTED_FROM_LINES = 3;
/** What Excel writes, and reads, above the headers to name the separator. */
const SEPARATOR_LINE = /^"?sep=([,;\t|])"?[ \t,;]*(?:\r\n?|\n)/i;
/** Text that is no list: a web page or XML, whatever its file is called, a PDF, a letter, an email, a card of an address book. */
const NO_LIST =
  /^\s*(?:<!--|<(?:!doctype|\?xml|html|head|body|table|meta|style|script|div|workbook)[\s>-]|%PDF-|\{\\rtf|MIME-Version:|BEGIN:V|%!PS)/i;
/** Each ends a row outside quotes, also where one file has several: lists are put together from pieces of other lists. The longest first. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

export type CsvRefusal = Refusal<
  | 'IMPORT.EMPTY'
  | 'IMPORT.NOT_CSV'
  | 'IMPORT.QUOTE_NOT_CLOSED'
  | 'IMPORT.PUPILS'
  | 'IMPORT.TOO_MANY_ROWS'
  | 'IMPORT.OLD_EXCEL'
  | 'IMPORT.BROKEN_SPREADSHEET'
  | 'IMPORT.UNPACKED_TOO_LARGE'
>;
/** What was read of a list: its headings, its rows and how its letters are written. */
export interface Csv {
  readonly headers: readonly string[];
  readonly rows: readonly RawRow[];
  /** How the bytes were read, for the person to know. */
  readonly encoding: 'UTF-8' | 'UTF-16' | OlderEncoding;
  /** The row of the headings: above it is a title at most. */
  readonly headingsRow: number;
  /** The lines above it. */
  readonly titles: readonly string[];
  /** Which sheet of a workbook it is. */
  readonly sheet?: ReadSheet;
}

/** A sheet of a workbook, beside those that were not read. */
export interface ReadSheet {
  readonly name: string;
  readonly others: readonly string[];
  /** It is hidden in the spreadsheet, and no other has a list. */
  readonly isHidden?: true;
  /** All that have rows, in the order of the workbook: one of them can be chosen. Hidden ones where no other has a list. */
  readonly withRows?: readonly string[];
  /** Rows that are hidden in the spreadsheet, such as those that a filter leaves out: they are read as well. */
  readonly hiddenRows: number;
}

/** Reads a spreadsheet’s CSV as schools save it: encodings mixed, any separator. Takes seconds for a large file: never called where people are served (0018). */
export function readCsv(bytes: Buffer, wanted: Wanted = {}): Result<Csv, CsvRefusal> {
  const { utf8, encoding, letters } = decode(bytes);
  // Each of its letters has two bytes or four: where one byte is gone, those after it are read as other letters. A line end may be one.
  if (encoding === 'UTF-16' && bytes.length % 2 === 1)
    return LINE_END_BYTES.has(bytes.at(-1) ?? 0) ? readCsv(bytes.subarray(0, -1), wanted) : refuse({ code: 'IMPORT.NOT_CSV' });
  if (isBlank(utf8)) return refuse({ code: 'IMPORT.EMPTY' });
  if (utf8.includes(0)) return refuse({ code: 'IMPORT.NOT_CSV' });
  const head = utf8.toString('utf8', startOf(utf8), HEADER_LIMIT_BYTES);
  if (NO_LIST.test(head)) return refuse({ code: 'IMPORT.NOT_CSV' });
  const declared = SEPARATOR_LINE.exec(head);
  const table = new TableRows(wanted);
  const delimiter = declared?.[1] ?? delimiterOf(head);
  let linesRead = 0;
  let swallowedAt: number | undefined;
  /** How many cells the row above has: the headings are known a few rows later. */
  let above = 0;
  const widths = new Map<number, number>();
  try {
    parse(utf8, {
      bom: true,
      delimiter,
      // Without it the parser takes the line end that it meets first for the only one, and runs rows together.
      record_delimiter: LINE_ENDS,
      // Excel's own line about the separator is row 1 of the spreadsheet and no row of the list.
      from: declared ? 2 : 1,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      // A quote that a person forgot to close would otherwise swallow the rest of the file before anybody notices.
      max_record_size: ROW_LIMIT_CHARACTERS,
      to: IMPORT_LIMIT_ROWS + 2 + TITLE_LIMIT_ROWS,
      // Counted here and not by the parser: lines that were skipped are rows of the spreadsheet, and a quoted cell of several lines is in one.
      on_record: (record: readonly string[], { records, empty_lines, lines }) => {
        linesRead = lines;
        if (hasSwallowedRows(record, delimiter, table.headers.length || above || record.length)) swallowedAt ??= records + empty_lines;
        above = record.length;
        widths.set(records + empty_lines, record.length);
        if (letters) takeCells(record, records + empty_lines, letters, table);
        else table.take(record, records + empty_lines);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof TooLarge) return refuse({ code: 'IMPORT.UNPACKED_TOO_LARGE' });
    // csv-parse throws only on text that no reader of CSV would take, such as a quote that is never closed.
    const row = rowOfOpenQuote(error, linesRead);
    return refuse(row === undefined ? { code: 'IMPORT.NOT_CSV' } : { code: 'IMPORT.QUOTE_NOT_CLOSED', facts: { row } });
  }
  // Those below it are no rows of the list any more, and would seem to have left.
  if (swallowedAt !== undefined) return refuse({ code: 'IMPORT.QUOTE_NOT_CLOSED', facts: { row: swallowedAt } });
  const isEnded = LINE_END_BYTES.has(utf8.at(-1) ?? 0);
  const read = tableRead(table, encoding);
  return isEnded || !read.ok ? read : ok({ ...read.value, rows: withCutOff(read.value, widths) });
}

/** The last row of a file without a line end may be half a row, where it alone has fewer cells than there are headings. */
function withCutOff({ headers, rows, headingsRow }: Csv, widths: ReadonlyMap<number, number>): Csv['rows'] {
  const last = rows.at(-1);
  const width = widths.get(last?.row ?? 0) ?? headers.length;
  const isShort = ([row, cells]: readonly [number, number]) => row > headingsRow && cells < headers.length;
  const short = [...widths].filter(isShort);
  if (!last || width >= headers.length || short.length > 1 || short[0]?.[0] !== last.row) return rows;
  return [...rows.slice(0, -1), { ...last, cutOff: letterOf(width - 1) }];
}

/** What a table has, once all of its rows are taken. */
export function tableRead(table: TableRows, encoding: Csv['encoding'], sheet?: ReadSheet): Result<Csv, CsvRefusal> {
  table.settle();
  const { headers, rows, headingsRow, titles } = table;
  if (rows.length === 0) return refuse({ code: 'IMPORT.EMPTY' });
  if (table.isFull) return refuse({ code: 'IMPORT.TOO_MANY_ROWS', facts: { rows: IMPORT_LIMIT_ROWS } });
  return ok({ headers, rows, encoding, headingsRow, titles, ...(sheet && { sheet }) });
}

/** The row of the spreadsheet in which a quote was opened that nothing closes; undefined where something else is wrong. */
function rowOfOpenQuote(error: unknown, linesRead: number): number | undefined {
  if (!(error instanceof CsvError)) return undefined;
  const { records, empty_lines: emptyLines, lines } = error as CsvError & Record<string, unknown>;
  const isLong = error.code === 'CSV_MAX_RECORD_SIZE' && Number(lines) - linesRead >= QUOTED_FROM_LINES;
  const swallowed = error.code === 'CSV_QUOTE_NOT_CLOSED' || isLong;
  return swallowed && typeof records === 'number' && typeof emptyLines === 'number' ? records + emptyLines + 1 : undefined;
}

/** A row whose cells are one character for each byte: each is read by itself. */
function takeCells(record: readonly string[], row: number, letters: ReadLetters, table: TableRows): void {
  const read = record.map(letters);
  const doubtful = read.flatMap(({ isDoubtful }, index) => (isDoubtful ? [index] : []));
  const readings = new Map<number, readonly string[]>();
  read.forEach((one, index) => {
    const meant = one.isDoubtful ? readingsOfCell(record[index] ?? '', one) : [];
    if (meant.length > 0) readings.set(index, meant);
  });
  table.take(
    read.map(({ text }) => text),
    row,
    { doubtful, ...(readings.size > 0 && { readings }) },
  );
}

interface Decoded {
  readonly utf8: Buffer;
  readonly encoding: Csv['encoding'];
  /** Where the file is not one encoding throughout: how each cell is read. `utf8` then has a character for each byte. */
  readonly letters?: ReadLetters;
}

function decode(bytes: Buffer): Decoded {
  const from = (name: string) => Buffer.from(iconv.decode(bytes, name));
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : unmarkedUtf16(bytes);
  if (utf16) return { utf8: from(utf16), encoding: 'UTF-16' };
  if (isUtf8(bytes)) return { utf8: bytes, encoding: 'UTF-8' };
  const older = olderEncodingOf(bytes);
  const start = startOf(bytes);
  const utf8 = Buffer.from(bytes.toString('latin1', start));
  return start > 0 || isMostlyUtf8(bytes)
    ? { utf8, encoding: 'UTF-8', letters: lettersOfUtf8(older) }
    : { utf8, encoding: older.likeliest, letters: lettersOfOlder(older) };
}

const isBlank = (utf8: Buffer): boolean => utf8.subarray(startOf(utf8)).every((byte) => byte <= SPACE);
const startOf = (utf8: Buffer): number => (utf8[0] === 0xef && utf8[1] === 0xbb && utf8[2] === 0xbf ? 3 : 0);

/** Where a separator begins to part the lines of a file: the first with more than one, or else with any. */
interface Parted {
  readonly mark: string;
  readonly count: number;
  readonly at: number;
}

/** The separator that the header row has most of, outside quotes: the first row with more than one, below a title. */
function delimiterOf(text: string): string {
  const unquoted = text.replace(/^[\r\n]+/, '').replace(/"[^"]*"/g, '');
  const lines = unquoted.split(/\r\n?|\n/, TITLE_LIMIT_ROWS);
  const [usual, bars] = [partedBy([',', ';', '\t'], lines), partedBy(['|'], lines)];
  return (bars && isMeant(bars, usual, lines) ? bars : usual)?.mark ?? ',';
}

const timesIn = (line: string, mark: string): number => line.split(mark).length - 1;

function partedBy(marks: readonly string[], lines: readonly string[]): Parted | undefined {
  const counted = lines.flatMap(
    (line, at) => marks.map((mark) => ({ mark, count: timesIn(line, mark), at })).toSorted((a, b) => b.count - a.count)[0] ?? [],
  );
  return counted.find(({ count }) => count > 1) ?? counted.find(({ count }) => count > 0);
}

/** Whether bars part the cells, and do not stand within them, as in “Maths|PE” or in a title: most lines have as many as the first. */
function isMeant(bars: Parted, usual: Parted | undefined, lines: readonly string[]): boolean {
  const holds = ({ mark, count, at }: Parted) => {
    const below = lines.slice(at).filter((line) => line.trim() !== '');
    return below.filter((line) => timesIn(line, mark) === count).length * 2 > below.length;
  };
  if (!usual || !holds(bars)) return !usual;
  // A heading row that they part has more columns than bars would make.
  if (lines.slice(0, bars.at + 1).some((line) => timesIn(line, usual.mark) > bars.count)) return false;
  // A row of a list that commas part has some.
  if (timesIn(lines[bars.at] ?? '', usual.mark) === 0) return true;
  return !holds(usual) || bars.at < usual.at || (bars.at === usual.at && bars.count > usual.count);
}
