import { existsSync, statSync } from 'node:fs';
import { streamOf, type Instant } from '@alongside/domain/kernel/brand.js';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import { APPLICATION_ID } from '../event-store/sqlite/log-file.js';
import { isKeyEvent, KEY_CATEGORY } from '../privacy/keyring.js';
import { Database } from '../sqlite/driver.js';

/**
 * Records how far the demo story went: `DemoClaimed`, then `DemoTold`. A key stream, for it is no history; its id is longer than any that
 * a command may carry (0056).
 */
export const CLAIM = streamOf(KEY_CATEGORY, 'demo-community-'.padEnd(65, '0'));

/** Where the bench says that it wrote a whole history of its own, which is no demonstration. */
export const BENCH_CLAIM = streamOf(KEY_CATEGORY, 'bench-community-'.padEnd(65, '0'));

/** What a log is: of nobody yet, the demonstration’s, or of people of its own. */
export type LogKind = 'empty' | 'demonstration' | 'own';

/** What a log is, by what only the teller of the demonstration can have written; never by who is in it. */
export async function kindOf(store: EventStore): Promise<LogKind> {
  if (await isDemonstration(store)) return 'demonstration';
  for await (const batch of store.readAll({ batchSizeEvents: 10 })) if (batch.some((event) => !isKeyEvent(event))) return 'own';
  return 'empty';
}

/** When a log was begun as the demonstration; undefined where it was not. */
export const demonstrationBegan = async (store: EventStore): Promise<Instant | undefined> =>
  (await store.readStream(CLAIM)).find(({ type }) => type === 'DemoClaimed')?.at;

/** Whether a log was begun as the demonstration. */
export const isDemonstration = async (store: EventStore): Promise<boolean> => (await demonstrationBegan(store)) !== undefined;

/** The same of a file that nothing has opened yet. What is no log counts as empty, and opening it says what it is. */
export const kindOfFile = (file: string): LogKind =>
  inFile<LogKind>(file, 'empty', (db) => {
    const has = (where: string, name: string) => db.prepare(`SELECT 1 FROM streams WHERE name ${where} LIMIT 1`).get(name) !== undefined;
    if (has('= ?', CLAIM)) return 'demonstration';
    return has('NOT LIKE ?', `${KEY_CATEGORY}-%`) ? 'own' : 'empty';
  });

/** Whether a log holds anything at all, its keys included; a file that cannot be told from one does not. */
export async function isWritten(log: EventStore | string): Promise<boolean> {
  if (typeof log !== 'string') return (await log.head()) !== undefined;
  return inFile(log, false, (db) => db.prepare('SELECT 1 FROM streams LIMIT 1').get() !== undefined);
}

function inFile<Answer>(file: string, otherwise: Answer, ask: (db: Database) => Answer): Answer {
  if (!existsSync(file) || statSync(file).size === 0) return otherwise;
  // For writing, or SQLite would leave its own files beside it. Nothing is written.
  const db = new Database(file, { fileMustExist: true });
  try {
    return db.pragma('application_id', { simple: true }) === APPLICATION_ID ? ask(db) : otherwise;
  } finally {
    db.close();
  }
}

/** A log of the one kind was to be opened as the other. Its message says what to do; nothing was written. */
export class OtherKind extends Error {
  constructor(where: string, kind: Exclude<LogKind, 'empty'>) {
    super(
      kind === 'demonstration'
        ? `${where} holds the demonstration, and DEMO=0 asks for a hub of your own. Nothing was changed. Name another folder with DATA_DIR, or leave DEMO out to open the demonstration.`
        : `${where} holds a hub of your own, and DEMO=1 asks for the demonstration. Nothing was changed. Name another folder with DATA_DIR, or leave DEMO out to open your hub. If it is a demonstration from before the log said so, delete it and start again.`,
    );
    this.name = 'OtherKind';
  }
}

/** Refuses to open a log as what it is not. Throws `OtherKind`. */
export function refuseOther(kind: LogKind, demo: boolean | undefined, where: string): void {
  if (demo === undefined || kind === 'empty' || demo === (kind === 'demonstration')) return;
  throw new OtherKind(where, kind);
}
