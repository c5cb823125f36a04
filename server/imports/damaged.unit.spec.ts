import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { IMPORT_LIMIT_ROWS } from '@alongside/domain/imports/columns.js';
import { staffColumns } from '@alongside/domain/imports/staff-fields.js';
import iconv from 'iconv-lite';
import { odsOf, xlsxOf, xml } from './books.testing.js';
import type { Csv } from './read-csv.js';
import { readTable } from './read-table.js';

/** How many files are damaged; `npm run prove -- imports` takes 10,000. */
const FILES = Number(process.env['IMPORT_FILES'] ?? 150);
const SEED = Number(process.env['IMPORT_SEED'] ?? 1);
const HEADINGS = ['Name', 'Email', 'Job title', 'House'] as const;
const NAMES = ['Ann Ray', 'Zoë D’Arcy', 'Siân Müller', 'CHLOÉ ÉVANS', 'Renée O’Neill', 'Bo Lee', 'José Núñez', 'Jo'];
const JOBS = ['Teacher', 'Head of "maths"', 'Cook, part-time', 'Café', '=A1', '007', '1 Sep', 'SENCO; Year 7', ''];
const CSV = ['utf8', 'utf8 marked', 'utf8 twice', 'utf-16le', 'windows-1252', 'macroman', 'cp850'] as const;

const known = (cells: readonly string[]) => staffColumns(cells).filter(({ byHeading }) => byHeading !== null).length;

/** What a program saves that takes UTF-8 for Windows-1252; a byte without a letter there is kept, as Windows does. */
const savedTwice = (text: string): string =>
  Array.from(Buffer.from(text), (byte) =>
    [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte) ? String.fromCharCode(byte) : iconv.decode(Buffer.from([byte]), 'windows-1252'),
  ).join('');

/** A list, how it was written, and where in the file its rows begin: of a CSV alone. */
interface Made {
  readonly how: string;
  readonly rows: readonly (readonly string[])[];
  readonly bytes: Buffer;
  readonly starts: readonly number[] | undefined;
}

function made(number: () => number): Made {
  const below = (n: number) => Math.floor(number() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const rows = Array.from({ length: 2 + below(7) }, (_, at) => [pick(NAMES), `p${at}@a.example`, pick(JOBS), String(at)]);
  const kind = below(10);
  if (kind < 3) return { how: 'xlsx', rows, starts: undefined, bytes: xlsxOf({ Staff: [[...HEADINGS], ...rows] }) };
  if (kind < 5) {
    const cell = (text: string) => `<table:table-cell><text:p>${xml(text)}</text:p></table:table-cell>`;
    const row = (cells: readonly string[]) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;
    return {
      how: 'ods',
      rows,
      starts: undefined,
      bytes: odsOf(`<table:table table:name="S">${[HEADINGS, ...rows].map(row).join('')}</table:table>`),
    };
  }
  const [how, mark, end] = [pick(CSV), pick([',', ';', '\t']), pick(['\r\n', '\n'])];
  const quoted = (text: string) => (/["\r\n,;\t]/.test(text) || number() < 0.1 ? `"${text.replaceAll('"', '""')}"` : text);
  // MS-DOS has no apostrophe of printers: Excel saves a plain one.
  const written = how === 'cp850' ? rows.map((row) => row.map((text) => text.replaceAll('’', "'"))) : rows;
  const lines = [HEADINGS, ...written].map((row) => row.map(quoted).join(mark) + end);
  const twice = (line: string) => (how === 'utf8 twice' ? savedTwice(line) : line);
  const encoded = lines.map((line) => (how.startsWith('utf8') ? Buffer.from(twice(line)) : iconv.encode(line, how)));
  const start = how === 'utf8 marked' ? Buffer.from('\uFEFF') : how === 'utf-16le' ? Buffer.from([0xff, 0xfe]) : Buffer.alloc(0);
  let at = start.length;
  const starts = encoded.map((line) => (at += line.length) - line.length);
  return { how, rows: written, starts: [...starts, at], bytes: Buffer.concat([start, ...encoded]) };
}

/** One damage of a file, and the first byte that it changes. */
function damaged(bytes: Buffer, number: () => number): { readonly bytes: Buffer; readonly from: number; readonly what: string } {
  const below = (n: number) => Math.floor(number() * n);
  const from = below(bytes.length);
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
  const some = 1 + below(30);
  const noise = Buffer.from(Array.from({ length: some }, () => below(256)));
  switch (below(6)) {
    case 0:
      return { what: 'cut off', from, bytes: before };
    case 1:
      return { what: 'a piece gone', from, bytes: Buffer.concat([before, after.subarray(some)]) };
    case 2:
      return { what: 'a piece twice', from, bytes: Buffer.concat([before, after.subarray(0, some), after]) };
    case 3:
      return { what: 'noise', from, bytes: Buffer.concat([before, noise, after]) };
    case 4: {
      const copy = Buffer.from(bytes);
      copy[from] = below(256);
      return { what: 'another byte', from, bytes: copy };
    }
    default: {
      const copy = Buffer.from(bytes);
      copy[from] = 0x80 + below(128);
      return { what: 'a stray byte', from, bytes: copy };
    }
  }
}

/** What of these rows is not as it was written, and not said to be a guess. */
const silentlyOther = (read: Csv, rows: readonly (readonly string[])[]): readonly string[] =>
  rows.flatMap((row, at) => {
    const found = read.rows.find((one) => one.row === at + 2);
    if (!found) return [`row ${at + 2} is gone`];
    return row.flatMap((text, index) => {
      const letter = 'ABCD'.charAt(index);
      const has = found.cells[letter] ?? '';
      return has === text || found.doubtful?.includes(letter)
        ? []
        : [`${letter}${at + 2}: ${JSON.stringify(text)} is ${JSON.stringify(has)}`];
    });
  });

/** Twice as many files as take half a minute where other suites run beside it. */
const LIMIT_MS = 120_000;

test(
  `lists in every format are read as they were written, and damaged ones are refused or as they were (${FILES} files, seed ${SEED})`,
  async () => {
    const outcomes = new Map<string, number>();
    for (let at = 0; at < FILES; at += 1) {
      const number = numbersFrom(SEED * 1_000_003 + at);
      const one = made(number);
      const whole = await readTable(one.bytes, { known });
      if (!whole.ok) throw new Error(`File ${at} (${one.how}) is refused: ${whole.error.code}`);
      expect([at, one.how, ...silentlyOther(whole.value, one.rows)]).toEqual([at, one.how]);
      expect(whole.value.rows).toHaveLength(one.rows.length);

      const { bytes, from, what } = damaged(one.bytes, number);
      const read = await readTable(bytes, { known });
      const outcome = read.ok ? 'read' : read.error.code;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (!read.ok) continue;
      expect(read.value.rows.length).toBeLessThanOrEqual(IMPORT_LIMIT_ROWS);
      // A workbook has checksums: whatever of it is read is what was written. Of a CSV the rows above the damage are, below known headings.
      const safe = one.starts === undefined ? one.rows.length : one.starts.filter((start) => start <= from).length - 2;
      const isHeaded = read.value.headers.join() === HEADINGS.join() && read.value.headingsRow === 1;
      if (one.starts !== undefined && !isHeaded) continue;
      expect([at, one.how, what, ...silentlyOther(read.value, one.rows.slice(0, Math.max(0, safe)))]).toEqual([at, one.how, what]);
    }
    expect(outcomes.get('read')).toBeGreaterThan(0);
  },
  LIMIT_MS,
);
