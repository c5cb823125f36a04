// One turn of the check that drivers open each other’s files (exchange.mjs): `FOLDER TURN`. It reads, writes, and is killed with files
// open, so the next must recover write-ahead logs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '', turn = '0'] = process.argv.slice(2);
const built = (path) => import(new URL(`../../${path}`, import.meta.url).href);
const { DRIVER } = await built('server/dist/sqlite/driver.js');
const { openRebuildable } = await built('server/dist/sqlite/rebuildable-file.js');
const { SqliteEventStore } = await built('server/dist/event-store/sqlite/sqlite-event-store.js');
const { openForReading } = await built('server/dist/event-store/sqlite/log-file.js');
const { sampleEvent } = await built('domain/dist/testing/event-store.samples.js');
const { numbersFrom } = await built('domain/dist/kernel/random.js');

const events = join(folder, 'events.sqlite');
const words = join(folder, 'words.sqlite');
// A log of which nothing is left cannot be recovered: the check would prove nothing.
const recovered = ['events', 'words'].filter((name) => existsSync(join(folder, `${name}.sqlite-wal`)));

const log = await SqliteEventStore.open(events);
const read = (await log.readStream('sample-exchanged')).map(({ data }) => data.turn);
await log.append('sample-exchanged', 'any', [sampleEvent(numbersFrom(Number(turn) + 1), { turn: Number(turn) })]);

const index = openRebuildable(words);
index.exec('CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, tokenize = "unicode61 remove_diacritics 2", prefix = \'1 2 3\')');
const found = index.prepare("SELECT text FROM words WHERE words MATCH 'phon*' ORDER BY bm25(words), rowid").pluck().all();
index.prepare('INSERT INTO words (text) VALUES (?)').run(`Phonics ${turn} with Zoë`);
// Reading the whole of both: FTS5 compares its index with the rows.
index.exec("INSERT INTO words (words) VALUES ('integrity-check')");
const reader = openForReading(events);
const sound = [reader, index].map((db) => db.pragma('integrity_check', { simple: true }));
const sqlite = index.prepare('SELECT sqlite_version()').pluck().get();

process.stdout.write(`${JSON.stringify({ driver: DRIVER, sqlite, recovered, read, found, sound })}\n`, () =>
  process.kill(process.pid, 'SIGKILL'),
);
