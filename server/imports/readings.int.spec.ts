import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { IMPORT_LIMIT_MEGABYTES } from '@alongside/domain/imports/columns.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import iconv from 'iconv-lite';
import type { LogFields } from '../app/logger.js';
import { xlsxOf } from './books.testing.js';
import { PlannedRows } from './planned-rows.js';
import { readCsv } from './read-csv.js';
import { BATCH_LIMIT_ROWS, type FileKind } from './reading-messages.js';
import { READING_LIMITS, type ReadingLimits } from './reading-process.js';
import { Readings, READINGS_LIMIT_AT_ONCE, type Pieces, type ReadingOf } from './readings.js';

const MEGABYTE_BYTES = 1024 * 1024;
const HEADERS = 'Name,E-mail address,Job title,Line manager\r\n';

function open(limits?: Partial<ReadingLimits>) {
  const warned: LogFields[] = [];
  const readings = new Readings({ warn: (_, fields) => void warned.push(fields ?? {}) }, { ...READING_LIMITS, ...limits });
  const read = (pieces: Pieces, kind: FileKind = 'staff', more: Partial<Omit<ReadingOf, 'order'>> = {}) =>
    readings.read(pieces, { order: { kind, today: '2026-09-07' as Day }, isMember: () => false, ...more });
  return { readings, warned, read };
}
const small = () => [Buffer.from(`${HEADERS}Ann,ann@a.example,,\r\n`)];

/** A file whose second half comes only when the test says so. */
function halves() {
  let go: () => void = () => undefined;
  const second = new Promise<void>((resolve) => (go = resolve));
  let begun: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (begun = resolve));
  async function* pieces() {
    yield Buffer.from(HEADERS);
    begun();
    await second;
    yield Buffer.from('Ann,ann@a.example,,\r\n');
  }
  return { pieces: pieces(), first, go };
}

/** Settles once no process runs that this one started; the test's own limit of time is its end where one stays. */
async function noProcessLeft(): Promise<void> {
  while (process.getActiveResourcesInfo().includes('ProcessWrap')) await new Promise((resolve) => setImmediate(resolve));
}

describe('reading a file beside the thread that serves', () => {
  afterAll(noProcessLeft);

  test('rows come in batches, as they were; who is a member is asked of the hub, a few addresses at a time', async () => {
    const people = Array.from(
      { length: 450 },
      (_, n) => `Zoë D’Arcy ${n},p${n}@a.example,"Teacher\nof maths, ""lead""",${n % 2 ? `m${n}@a.example` : `x${n}@a.example`}`,
    );
    const file = iconv.encode(`${HEADERS}${people.join('\r\n')}`, 'windows-1252');
    let inOneTurn = 0;
    let most = 0;
    const isMember = (email: string) => {
      if (inOneTurn++ === 0) setImmediate(() => (inOneTurn = 0));
      most = Math.max(most, inOneTurn);
      return email.startsWith('m');
    };
    const found = await open().read([file.subarray(0, 1000), file.subarray(1000)], 'staff', { isMember });
    if (!found.ok) throw new Error(found.error.code);
    const { summary, batches } = found.value;
    expect(summary).toMatchObject({ encoding: 'Windows-1252', rows: 450, problemsTotal: 225, rowsWithErrors: 0 });
    expect(batches).toHaveLength(Math.ceil(450 / BATCH_LIMIT_ROWS));
    const rows = [...new PlannedRows<StaffImport>(batches, 450).batches()].flat();
    expect(rows[1]).toMatchObject({ name: 'Zoë D’Arcy 1', jobTitle: 'Teacher of maths, "lead"', lineManager: 'm1@a.example' });
    expect(rows[2]).toMatchObject({ lineManager: null, from: '2026-09-07' });
    expect(rows.at(-1)?.row).toBe(451);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(200);
    await noProcessLeft();
  });

  test('whose name somebody is named by is asked of the hub as well', async () => {
    const file = Buffer.from(`${HEADERS}Ann,ann@a.example,,Ms Temi Dhillon\r\nBo,bo@a.example,,Jo Bloggs\r\n`);
    const called = (key: string) => (key === 'temidhillon' ? [{ email: 'temi@a.example' }] : []);
    const found = await open().read([file], 'staff', { membersCalled: called });
    if (!found.ok) throw new Error(found.error.code);
    const rows = [...new PlannedRows<StaffImport>(found.value.batches, 2).batches()].flat();
    expect(rows.map(({ lineManager }) => lineManager)).toEqual(['temi@a.example', null]);
    await noProcessLeft();
  });

  test('a file that takes seconds to read holds nobody up', async () => {
    const line = `,${'"Not applicable",'.repeat(140)}\r\n`;
    const file = Buffer.from(
      `URN,EstablishmentName,${'Other,'.repeat(140)}\r\n${Array.from({ length: 6_000 }, (_, n) => `${n},School ${n}${line}`).join('')}`,
    );
    const began = performance.now();
    expect(readCsv(file).ok).toBe(true);
    const hereMs = performance.now() - began;

    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const found = await open().read([file], 'institutions');
    delay.disable();
    expect(found).toMatchObject({ ok: true, value: { summary: { rows: 6_000 } } });
    expect(delay.max / 1e6).toBeLessThan(hereMs / 2);
  });

  test('a workbook is read in the same process, row by row, and half of one is refused in words', async () => {
    const { read, warned } = open();
    const rows = Array.from({ length: 2_000 }, (_, n) => [`Zoë Ray ${n}`, `p${n}@a.example`, { formula: 'A1', value: 'Teacher' }, '']);
    const list = xlsxOf({ Staff: [['Staff list'], ['Name', 'Email', 'Job', 'Line manager'], ...rows] });
    const found = await read([list.subarray(0, 1000), list.subarray(1000)]);
    expect(found).toMatchObject({
      ok: true,
      value: { summary: { rows: 2_000, headingsRow: 2, sheet: { name: 'Staff' }, problemsTotal: 0, rowsWithErrors: 0 } },
    });
    const columns = found.ok ? found.value.summary.columns : [];
    expect(columns.map(({ formulas }) => formulas)).toEqual([undefined, undefined, { saved: 2_000, unsaved: 0 }, undefined]);
    expect(await read([list.subarray(0, 1000)])).toMatchObject({ ok: false, error: { code: 'IMPORT.BROKEN_SPREADSHEET' } });
    expect(warned).toEqual([]);
    await noProcessLeft();
  });

  test('a file that needs more memory than it may have is refused in words; the hub stays and reads the next', async () => {
    const { read, warned } = open({ memoryMb: 24 });
    const commas = Buffer.alloc(20 * MEGABYTE_BYTES, ',');
    expect(await read([Buffer.from('URN,Name\n'), commas], 'institutions')).toMatchObject({
      ok: false,
      error: { code: 'IMPORT.NOT_READ' },
    });
    expect(warned).toEqual([expect.objectContaining({ failure: 'ReadingProcessEnded' })]);
    expect(await read(small())).toMatchObject({ ok: true, value: { summary: { rows: 1 } } });
  });

  test('a file that takes too long is given up', async () => {
    expect(await open({ timeMs: 1 }).read(small())).toMatchObject({ ok: false, error: { code: 'IMPORT.TOO_SLOW' } });
    await noProcessLeft();
  });

  test('whoever calls it off while the file comes in, or while it is read, leaves no process behind', async () => {
    const { read } = open();
    const [coming, reading] = [new AbortController(), new AbortController()];
    const { pieces, first, go } = halves();
    const uploaded = read(pieces, 'staff', { signal: coming.signal });
    await first;
    coming.abort();
    go();
    expect(await uploaded).toMatchObject({ ok: false, error: { code: 'IMPORT.CALLED_OFF' } });

    const asking = Buffer.from(`${HEADERS}Ann,ann@a.example,,boss@a.example\r\n`);
    const asked = (): boolean => {
      reading.abort();
      return true;
    };
    expect(await read([asking], 'staff', { signal: reading.signal, isMember: asked })).toMatchObject({
      ok: false,
      error: { code: 'IMPORT.CALLED_OFF' },
    });
    await noProcessLeft();
  });

  test('as many at once as may, each with its own rows; one more is asked to wait', async () => {
    const { read } = open();
    const files = Array.from({ length: READINGS_LIMIT_AT_ONCE }, halves);
    const reading = files.map(({ pieces }) => read(pieces));
    await Promise.all(files.map(({ first }) => first));
    expect(await read(small())).toMatchObject({ ok: false, error: { code: 'IMPORT.BUSY' } });
    for (const { go } of files) go();
    for (const one of await Promise.all(reading)) expect(one).toMatchObject({ ok: true, value: { summary: { rows: 1 } } });
    expect(await read(small())).toMatchObject({ ok: true });
  });

  test('when the hub stops, so does what is being read', async () => {
    const { readings, read } = open();
    const { pieces, first, go } = halves();
    const reading = read(pieces);
    await first;
    readings.close();
    go();
    expect(await reading).toMatchObject({ ok: false, error: { code: 'IMPORT.CALLED_OFF' } });
    await noProcessLeft();
  });

  test('what is no list at all is refused, or said to have no columns that are known', async () => {
    const { read } = open();
    const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]), randomBytes(100_000)]);
    expect(await read([picture])).toMatchObject({ ok: false, error: { code: 'IMPORT.NOT_CSV' } });
    const page = Buffer.from('<!doctype html>\n<html>\n<body class="login">Sign in, please</body>\n</html>\n');
    expect(await read([page])).toMatchObject({ ok: false, error: { code: 'IMPORT.NOT_CSV' } });
    const letter = Buffer.from('Hello all,\nthis is no list\n');
    expect(await read([letter])).toMatchObject({
      ok: true,
      value: { summary: { rows: 0, problems: [{ message: expect.stringContaining('“Name”') }] } },
    });
    expect(await read([])).toMatchObject({ ok: false, error: { code: 'IMPORT.EMPTY' } });
    const tooLarge = Array.from({ length: 9 }, () => Buffer.alloc(MEGABYTE_BYTES, 'a'));
    expect(await read(tooLarge)).toMatchObject({
      ok: false,
      error: { code: 'IMPORT.TOO_LARGE', facts: { megabytes: IMPORT_LIMIT_MEGABYTES.staff } },
    });
  });
});
