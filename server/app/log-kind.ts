import { existsSync, statSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { streamOf, type CommandId, type EventId, type Instant } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { EventStore, NewEvent } from '@alongside/domain/kernel/event-store.js';
import { APPLICATION_ID } from '../event-store/sqlite/log-file.js';
import { isKeyEvent, KEY_CATEGORY } from '../privacy/keyring.js';
import { Database } from '../sqlite/driver.js';

/** `OwnClaimed`, or `DemoClaimed` and how far the demo story went. A key stream, for it is no history; no command may carry an id as long (0056). */
export const CLAIM = streamOf(KEY_CATEGORY, 'demo-community-'.padEnd(65, '0'));

/** Where the bench says that it wrote a whole history of its own, which is no demonstration. */
export const BENCH_CLAIM = streamOf(KEY_CATEGORY, 'bench-community-'.padEnd(65, '0'));

/** What a log is: of nobody yet, the demonstration’s, or of people of its own. */
export type LogKind = 'empty' | 'demonstration' | 'own';

/** What a log is, by what only the teller of the demonstration can have written; never by who is in it. */
export async function kindOf(store: EventStore): Promise<LogKind> {
  const [claim] = await store.readStream(CLAIM);
  if (claim) return claim.type === 'DemoClaimed' ? 'demonstration' : 'own';
  for await (const batch of store.readAll({ batchSizeEvents: 10 })) if (batch.some((event) => !isKeyEvent(event))) return 'own';
  return 'empty';
}

/** Claims an empty log for people of their own, unless that is decided: of all the processes that open it, the first to write decides. */
export async function claimAsOwn(store: EventStore, at: Instant): Promise<void> {
  if ((await kindOf(store)) === 'empty') await store.append(CLAIM, 'noStream', [mark('OwnClaimed', at, {})]);
}

/** An event of the hub’s own, in such a stream. */
export function mark(type: string, at: Instant, data: object): NewEvent {
  const id = uuidv7();
  return { id: id as EventId, type, version: 1, at, actor: HUB, commandId: id as CommandId, institutions: [], data };
}

/** When a log was begun as the demonstration; undefined where it was not. */
export async function demonstrationBegan(store: EventStore): Promise<Instant | undefined> {
  const [claim] = await store.readStream(CLAIM);
  return claim?.type === 'DemoClaimed' ? claim.at : undefined;
}

/** Whether a log was begun as the demonstration. */
export const isDemonstration = async (store: EventStore): Promise<boolean> => (await demonstrationBegan(store)) !== undefined;

/** The same of a file that nothing has opened yet. What is no log counts as empty, and opening it says what it is. */
export const kindOfFile = (file: string): LogKind =>
  inFile<LogKind>(file, 'empty', (db) => {
    const claim = db.prepare<[string], number>('SELECT key FROM streams WHERE name = ?').pluck().get(CLAIM);
    if (claim !== undefined) {
      // One of the first events of its log: without an index on streams, it is found at once.
      const first = db.prepare<[number], string>('SELECT body FROM events WHERE stream = ? ORDER BY position LIMIT 1').pluck().get(claim);
      return first?.startsWith('["DemoClaimed"') ? 'demonstration' : 'own';
    }
    const hasHistory = db.prepare('SELECT 1 FROM streams WHERE name NOT LIKE ? LIMIT 1').get(`${KEY_CATEGORY}-%`) !== undefined;
    return hasHistory ? 'own' : 'empty';
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
