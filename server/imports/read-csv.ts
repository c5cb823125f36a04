import type { RawRow } from '@alongside/domain/imports/columns.js';
import { ok, refuse, type Refusal, type Result } from '@alongside/domain/kernel/result.js';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

/** The size of a file, in bytes. The whole register of England is about 60 MB. */
export const IMPORT_LIMIT_BYTES = 96 * 1024 * 1024;
export const IMPORT_LIMIT_ROWS = 120_000;

export type CsvRefusal = Refusal<'IMPORT.EMPTY' | 'IMPORT.NOT_CSV' | 'IMPORT.TOO_MANY_ROWS'>;
export interface Csv {
  readonly headers: readonly string[];
  readonly rows: readonly RawRow[];
  /** How the bytes were read, for the person to know. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

/** Reads a spreadsheet's CSV as schools really save it: with or without a byte-order mark, in UTF-8 or Windows-1252, split by comma, semicolon or tab. */
export function readCsv(bytes: Buffer): Result<Csv, CsvRefusal> {
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') return refuse({ code: 'IMPORT.EMPTY' });
  // A spreadsheet saved as .xlsx is a zip file: the commonest wrong file there is.
  if (text.startsWith('PK\u0003\u0004') || text.includes('\u0000')) return refuse({ code: 'IMPORT.NOT_CSV' });
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: IMPORT_LIMIT_ROWS + 2,
    }) as string[][];
    const [headers, ...lines] = records;
    if (!headers || lines.length === 0) return refuse({ code: 'IMPORT.EMPTY' });
    if (lines.length > IMPORT_LIMIT_ROWS) return refuse({ code: 'IMPORT.TOO_MANY_ROWS', facts: { rows: IMPORT_LIMIT_ROWS } });
    const named = headers.map((header) => header.trim());
    return ok({
      headers: named,
      rows: lines.map((line) => Object.fromEntries(named.map((header, index) => [header, line[index] ?? '']))),
      encoding,
    });
  } catch {
    // csv-parse throws only on text that no reader of CSV would take, such as a quote that is never closed.
    return refuse({ code: 'IMPORT.NOT_CSV' });
  }
}

function decode(bytes: Buffer): { text: string; encoding: Csv['encoding'] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: iconv.decode(bytes, 'utf-16le'), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: iconv.decode(bytes, 'utf-16be'), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: iconv.decode(bytes, 'windows-1252'), encoding: 'Windows-1252' };
  }
}

/** The separator that the header row has most of, outside quotes. */
function delimiterOf(text: string): string {
  const header = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ',';
}
