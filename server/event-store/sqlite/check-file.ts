import { statSync } from 'node:fs';
import type { Database } from '../../sqlite/driver.js';
import { ChainCheck, type NamedWitness, type TryKey } from '../chain-check.js';
import { numberedPosition } from '../checks.js';
import type { CheckReport } from '../findings.js';
import { isChained } from '../hash.js';
import { LogNotChecked, refuseTheMoment } from '../not-checked.js';
import { APPLICATION_ID, LAYOUT_VERSION, openForReading, schemaOf } from './log-file.js';
import { RowsAsTheyAre, type RawRow } from './raw-rows.js';

export interface FileCheckOptions {
  readonly witnesses?: readonly NamedWitness[];
  readonly tryKey?: TryKey;
  /** What the file is called in what is said, where it is a copy. */
  readonly named?: string;
  /** Called after each piece, with how long it took in milliseconds: the person who checks beside a hub waits here. */
  readonly pause?: (tookMs: number) => void;
}

/** How many lines of SQLite's own check are kept. */
const INTEGRITY_LIMIT_LINES = 20;

/** Where a stream ends, by its key in the file. */
interface StreamEnd {
  readonly name: string;
  revision: number;
  position: number;
}

/** Checks the file of a log, beside a hub too. Through SQLite alone: closing it otherwise loses this process’s locks. Throws `LogNotChecked`; ask twice (`foundTwice`). */
export function checkFile(file: string, options: FileCheckOptions = {}): CheckReport {
  const check = new ChainCheck(options.named ?? file, options.witnesses, options.tryKey);
  let db: Database | undefined;
  let end: number | undefined;
  try {
    db = openForReading(file);
    end = new FileCheck(db, check, options.pause ?? (() => undefined)).run();
  } catch (error) {
    if (error instanceof LogNotChecked) throw new LogNotChecked(error.cause, check.report());
    if (isThere(file)) refuseTheMoment(error);
    check.findings.add({ kind: 'file', detail: whyNoLog(file, error) ?? said(error) });
  } finally {
    db?.close();
  }
  return check.report(end === undefined ? undefined : numberedPosition(end));
}

/** To SQLite an empty file is a database with nothing in it. */
function whyNoLog(file: string, error: unknown): string | undefined {
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) return 'It is empty.';
  return (error as { code?: unknown }).code === 'SQLITE_NOTADB' ? NO_LOG : undefined;
}

/** A file that is not there is a finding, and no failure of the moment. */
function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

class FileCheck {
  readonly #ends = new Map<number, StreamEnd>();
  /** By the number of a stream, the position of its last event when `heads` was brought up to date, as the rows have it. */
  readonly #atFold = new Map<number, number>();
  /** What came after that, by number of stream and position: `heads` may be brought up to date again while this goes on. */
  readonly #tail: [key: number, position: number][] = [];
  #folded = 0;
  #mayHaveGaps = false;
  #last = 0;
  /** That the disk did not give a page to SQLite’s own check: what is in other pages can be read all the same. */
  #notGiven: LogNotChecked | undefined;

  constructor(
    private readonly db: Database,
    private readonly check: ChainCheck,
    private readonly pause: (tookMs: number) => void,
  ) {}

  /** Answers the position of the last row. */
  run(): number {
    this.#schema();
    this.#mayHaveGaps = this.#cameFromLayoutOne();
    this.#readable(() => (this.#folded = this.#folds()[0] ?? 0));
    try {
      this.#timed(() => this.#pages());
    } catch (error) {
      if (!(error instanceof LogNotChecked)) throw error;
      this.#notGiven = error;
    }
    const rows = new RowsAsTheyAre(this.db);
    while (this.#timed(() => this.#piece(rows)));
    // What came meanwhile and where streams end, in one moment of the log.
    this.db.transaction(() => {
      while (this.#piece(rows));
      for (const part of [() => this.#streams(), () => this.#heads(), () => this.#counters(), () => this.#early()]) this.#readable(part);
    })();
    if (this.#notGiven) throw this.#notGiven;
    return this.#last;
  }

  #timed<T>(part: () => T): T {
    const start = performance.now();
    const result = part();
    this.pause(performance.now() - start);
    return result;
  }

  #readable(part: () => void): void {
    try {
      part();
    } catch (error) {
      if (error instanceof LogNotChecked) throw error;
      refuseTheMoment(error);
      this.#file(said(error));
    }
  }

  #file(detail: string): void {
    this.check.findings.add({ kind: 'file', detail });
  }

  #schema(): void {
    this.#readable(() => {
      const [found, wanted] = [schemaOf(this.db), schemaOf()];
      const names = new Set([...found.keys(), ...wanted.keys()]);
      for (const name of names) if (found.get(name) !== wanted.get(name)) this.#file(`Its part “${name}” is not as this hub makes it.`);
      const ours = this.db.pragma('application_id', { simple: true }) === APPLICATION_ID;
      if (!ours || Number(this.db.pragma('user_version', { simple: true })) > LAYOUT_VERSION)
        this.#file('Its first page does not say that it is a log that this version of the hub can read.');
    });
  }

  #pages(): void {
    this.#readable(() => {
      const lines = this.db.pragma(`integrity_check(${INTEGRITY_LIMIT_LINES})`) as { integrity_check: string }[];
      for (const { integrity_check: line } of lines) if (isOfDisk(line)) throw new LogNotChecked(`SQLite says: ${line}`);
      for (const { integrity_check: line } of lines) if (line !== 'ok') this.#file(`SQLite says: ${line.replaceAll('\n', ' ')}.`);
    });
  }

  /** One piece of rows; false at the end. */
  #piece(rows: RowsAsTheyAre): boolean {
    const piece = rows.next(this.#last);
    if (piece.unreadable) {
      const { from, to, error } = piece.unreadable;
      this.check.lost(to - from + 1);
      this.check.findings.add({ kind: 'unreadable', position: numberedPosition(from), until: numberedPosition(to), detail: said(error) });
      this.#last = to;
      return !piece.end;
    }
    for (const row of piece.rows) this.#row(row);
    return !piece.end;
  }

  #row(row: RawRow): void {
    const { position, key, revision, previous, body } = row;
    if (position !== this.#last + 1 && !this.#mayHaveGaps) this.#gap(this.#last + 1, position - 1);
    this.#last = position;
    const place = { event: row.id, position: numberedPosition(position) };
    if (!body.startsWith('[')) return this.#blank(row);
    const end = this.#endOf(key);
    // Shredded between the reading of its row and of its name.
    if (!end && this.#isBlankNow(position)) return;
    if (!end)
      return this.check.findings.add({ kind: 'altered', detail: `It belongs to no stream that the log names (key ${key}).`, ...place });
    if (previous !== end.position || (!isChained(end.name) && revision !== end.revision + 1))
      this.check.findings.add({
        kind: 'altered',
        stream: end.name,
        revision,
        detail: 'Its link to the event before it is wrong.',
        ...place,
      });
    end.revision = revision;
    end.position = position;
    if (position <= this.#folded) this.#atFold.set(key, position);
    else this.#tail.push([key, position]);
    if (row.id.length !== UUID_CHARACTERS)
      this.check.findings.add({ kind: 'altered', stream: end.name, revision, detail: 'Its id is none.', ...place });
    this.check.take({ stream: end.name, revision, position: place.position, id: row.id, hash: row.hash, body });
  }

  #gap(from: number, to: number): void {
    this.check.lost(to - from + 1);
    this.check.findings.add({ kind: 'missing', position: numberedPosition(from), until: numberedPosition(to) });
  }

  /** A shredded event is blank and its stream has no name any more. Anything else is an event that a person blanked. */
  #blank({ position, key, revision, id, body, hash }: RawRow): void {
    const name = this.#nameOf(key);
    if (name === undefined && body.trim() === '' && /^0*$/.test(hash)) return;
    const place = { revision, event: id, position: numberedPosition(position) };
    // From before hashes of keys were blanked with them there is none; and a key that was begun anew has another number.
    this.check.findings.add({ kind: 'altered', ...(name !== undefined && { stream: name }), ...place, detail: 'Its content is no event.' });
  }

  #endOf(key: number): StreamEnd | undefined {
    const known = this.#ends.get(key);
    if (known) return known;
    const name = this.#nameOf(key);
    if (name === undefined) return undefined;
    const end = { name, revision: -1, position: 0 };
    this.#ends.set(key, end);
    return end;
  }

  #nameOf(key: number): string | undefined {
    return this.db.prepare<[number], string>('SELECT name FROM streams WHERE key = ?').pluck().get(key);
  }

  #isBlankNow(position: number): boolean {
    const body = this.db.prepare<[number], string>('SELECT body FROM events WHERE position = ?').pluck().get(position);
    return body?.trim() === '';
  }

  /** Each name has its events, and each stream that was met still has its name, unless it was shredded meanwhile. */
  #streams(): void {
    const named = new Map(this.db.prepare<[], [number, string]>('SELECT key, name FROM streams').raw().all());
    for (const [key, name] of named)
      if (!this.#ends.has(key))
        this.check.findings.add({ kind: 'missing', stream: name, detail: 'The log has its name and none of its events.' });
    for (const [key, { name, revision, position }] of this.#ends)
      if (named.get(key) !== name && !this.#isBlankNow(position))
        this.check.findings.add({ kind: 'altered', stream: name, revision, detail: 'The name of this stream is gone.' });
  }

  /** Where streams ended at the last fold: what a stream is read from. */
  #heads(): void {
    const folds = this.#folds();
    const folded = folds[0] ?? 0;
    if (folds.length !== 1) this.#file('It does not say how far it knows where streams end.');
    if (folded > this.#last && !this.#mayHaveGaps)
      this.check.findings.add({
        kind: 'cut',
        position: numberedPosition(this.#last),
        detail: `It ends at position ${this.#last.toLocaleString('en-GB')}, and says itself that it went up to ${folded.toLocaleString('en-GB')}.`,
      });
    for (const [key, position] of this.#tail) if (position <= folded) this.#atFold.set(key, position);
    const told = new Map(this.db.prepare<[], [number, number]>('SELECT stream, position FROM heads').raw().all());
    for (const [key, { name, revision }] of this.#ends)
      if (told.get(key) !== this.#atFold.get(key) && this.#nameOf(key) !== undefined)
        this.check.findings.add({ kind: 'altered', stream: name, revision, detail: 'Where this stream ends is told wrongly.' });
    const stray = [...told.keys()].find((key) => !this.#ends.has(key));
    if (stray !== undefined) this.#file(`It tells an end of a stream that it does not hold (number ${stray}).`);
  }

  #folds(): readonly number[] {
    return this.db.prepare<[], number>('SELECT up_to FROM folded').pluck().all();
  }

  /** Positions begin at one: a row before that is read by no check, and the log never wrote it. */
  #early(): void {
    const first = this.db.prepare<[], number>('SELECT position FROM events WHERE position < 1 ORDER BY position LIMIT 1').pluck().get();
    if (first !== undefined) this.#file(`It has a row at position ${first}, where nothing is ever written.`);
  }

  /** Numbers of streams are never given twice. */
  #counters(): void {
    const given = this.db.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'streams'").pluck().all();
    let highest = 0;
    for (const key of this.#ends.keys()) highest = Math.max(highest, key);
    if (highest > 0 && (given.length !== 1 || (given[0] ?? 0) < highest)) this.#file('It would give the number of a stream a second time.');
  }

  /** Logs that were begun under the first layout took shredded rows out; there `folded` was made after the other tables. */
  #cameFromLayoutOne(): boolean {
    try {
      const order = this.db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").pluck().all();
      return order.indexOf('folded') > order.indexOf('events');
    } catch (error) {
      refuseTheMoment(error);
      return false;
    }
  }
}

/** SQLite’s number for a failure of reading and writing; what it was is in the bits above. */
const SQLITE_IOERR = 10;
/** SQLite’s own check does not fail on a page that the disk does not give: it writes a line with the number of the failure. */
const isOfDisk = (line: string): boolean => (Number(/error code=(\d+)/.exec(line)?.[1] ?? 0) & 0xff) === SQLITE_IOERR;

const UUID_CHARACTERS = 36;

const NO_LOG = 'Its first bytes, which say what kind of file it is, are not those of a log.';
const said = (error: unknown): string => (error instanceof Error ? `${error.message}.` : `${String(error)}.`);
