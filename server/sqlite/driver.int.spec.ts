import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, DRIVER } from './driver.js';
import { openRebuildable, scrubFile } from './rebuildable-file.js';
import { isAtLeast } from './version.js';

const FULL = 2;
const BUILT = new URL('../dist/sqlite/driver.js', import.meta.url).href;

/** Statements, iterators and whole connections that nothing refers to any more, collected in the main thread and in one that has ended. */
const COLLECTED = `
  import { Worker, isMainThread } from 'node:worker_threads';
  import { Database } from ${JSON.stringify(BUILT)};
  function leaveBehind() {
    const db = new Database(':memory:');
    for (let n = 0; n < 500; n += 1) {
      db.prepare('SELECT ' + n).get();
      db.prepare('SELECT 1 UNION SELECT 2').iterate().next();
      new Database(':memory:').prepare('SELECT 1').get();
    }
  }
  leaveBehind();
  global.gc();
  if (isMainThread) {
    const worker = new Worker(new URL(import.meta.url));
    worker.on('exit', (code) => {
      leaveBehind();
      global.gc();
      process.exitCode = code;
    });
  }
`;

describe(`the driver of SQLite on Node.js ${process.versions.node}, ${DRIVER}`, () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-driver-'));
    file = join(folder, 'one.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('[SD1] brings a SQLite that does not corrupt write-ahead logs', () => {
    const db = new Database(':memory:');
    expect(isAtLeast(String(db.prepare('SELECT sqlite_version()').pluck().get()))).toBe(true);
    db.close();
  });

  test('[SD2] keeps a write-ahead log at synchronous=FULL, and writes over what is deleted', () => {
    const db = new Database(file);
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']) db.pragma(pragma);
    const found = ['journal_mode', 'synchronous', 'secure_delete'].map((name) => db.pragma(name, { simple: true }));
    expect(found).toEqual(['wal', FULL, 1]);
    db.close();
  });

  test('[SD3] searches words by their beginnings, without accents, the best first', () => {
    const db = openRebuildable(file);
    db.exec('CREATE VIRTUAL TABLE words USING fts5(text, tokenize = "unicode61 remove_diacritics 2", prefix = \'1 2 3\')');
    for (const text of ['Zoë teaches early reading and many other things', 'Zoe: phonics', 'Sam: phonics'])
      db.prepare('INSERT INTO words (text) VALUES (?)').run(text);
    expect(db.prepare("SELECT text FROM words WHERE words MATCH 'zo*' ORDER BY bm25(words)").pluck().all()).toEqual([
      'Zoe: phonics',
      'Zoë teaches early reading and many other things',
    ]);
    scrubFile(db);
    db.close();
  });

  test('[SD4] a transaction is kept whole or not at all', () => {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY) STRICT');
    const add = db.prepare('INSERT INTO numbers VALUES (?)');
    const addAll = db.transaction((numbers: readonly unknown[]) => numbers.forEach((n) => add.run(n)));
    expect(() => addAll.immediate([1, 2, 'three'])).toThrow('datatype mismatch');
    expect(() => addAll.immediate([1, 1])).toThrow(expect.objectContaining({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' }));
    addAll.immediate([4, 5]);
    expect(db.prepare('SELECT n FROM numbers').raw().all()).toEqual([[4], [5]]);
    expect([...db.prepare('SELECT n FROM numbers').pluck().iterate()]).toEqual([4, 5]);
    db.close();
  });

  test('[SD5] says by its code that another connection holds a file, and keeps a reader from writing', () => {
    const holder = new Database(file, { timeout: 0 });
    holder.exec('CREATE TABLE t (n); BEGIN EXCLUSIVE');
    const other = new Database(file, { timeout: 0 });
    expect(() => other.exec('BEGIN EXCLUSIVE')).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }));
    other.close();
    holder.close();
    const reader = new Database(file, { readonly: true });
    expect(() => reader.exec('DELETE FROM t')).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }));
    reader.close();
  });

  test('[SD6] bytes come back as they were written', () => {
    const db = new Database(':memory:');
    const bytes = Buffer.from([0, 255, 10, 0]);
    expect(db.prepare('SELECT ?').pluck().get(bytes)).toEqual(bytes);
    db.close();
  });

  test('[SD7] survives the collection of what it made, in threads that have ended too', () => {
    const script = join(folder, 'collected.mjs');
    writeFileSync(script, COLLECTED);
    const { status, signal, stderr } = spawnSync(process.execPath, ['--expose-gc', script], { encoding: 'utf8' });
    expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  });
});
