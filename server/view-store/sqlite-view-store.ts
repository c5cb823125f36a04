import type { Database, Statement } from '../sqlite/driver.js';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Erased } from '@alongside/projections/engine/erased.js';
import type { Landmark } from '@alongside/projections/engine/landmark.js';
import type { View } from '@alongside/projections/engine/view.js';
import { FROM_THE_START, inOrder, missedIn } from '@alongside/projections/store/journal.js';
import { beginAfreshUnless, openRebuildable, scrubFile } from '../sqlite/rebuildable-file.js';
import type { Lookups } from '@alongside/projections/store/row-keys.js';
import { SqliteJournal } from './sqlite-journal.js';
import { SqliteReader } from './sqlite-query.js';
import { slotSchema, SqliteSlot } from './sqlite-slot.js';
import {
  JOURNAL_LIMIT_CHANGES,
  type Batch,
  type Change,
  type JournalAnswer,
  type MissedQuery,
  type Query,
  type Side,
  type StoredRow,
  type ViewState,
  type ViewStore,
} from '@alongside/projections/store/view-store.js';

/** Raised when the tables change: a file of another format is emptied, and the views are built again from the log. */
const FORMAT = 4;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS slots (
    slot INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, version INTEGER NOT NULL, lookups TEXT NOT NULL, checkpoint TEXT,
    served INTEGER NOT NULL DEFAULT 0, floor TEXT NOT NULL DEFAULT '', stopped_event TEXT, stopped_error TEXT
  );
  CREATE TABLE IF NOT EXISTS landmark (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1), position TEXT NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL, hash TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS gone (person TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS gone_at (person TEXT PRIMARY KEY, position TEXT NOT NULL) WITHOUT ROWID;
`;

interface SlotRecord {
  readonly slot: number;
  readonly name: string;
  readonly version: number;
  /** `Lookups` as JSON. */
  readonly lookups: string;
  checkpoint: string | null;
  served: number;
  floor: string;
  stopped_event: string | null;
  stopped_error: string | null;
}

/** One version of a view: its record, and the statements that read and write its tables. */
interface OpenSlot {
  readonly record: SlotRecord;
  readonly rows: SqliteSlot;
  readonly reader: SqliteReader;
}

/** The view store in one SQLite file: local to the process, rebuilt from the log if it is lost. */
export class SqliteViewStore implements ViewStore {
  #slots: OpenSlot[] = [];
  readonly #journal: SqliteJournal;
  readonly #advance: Statement<[checkpoint: string, slot: number]>;
  readonly #pass: Statement<[Landmark]>;
  readonly #erase: Statement<[person: string]>;
  readonly #eraseAt: Statement<[person: string, position: string]>;
  readonly #erased: Map<PersonId, Position | undefined>;

  private constructor(
    private readonly db: Database,
    journalLimitChanges: number,
  ) {
    beginAfreshUnless(db, FORMAT);
    this.db.exec(SCHEMA);
    this.#advance = db.prepare('UPDATE slots SET checkpoint = ?, stopped_event = NULL, stopped_error = NULL WHERE slot = ?');
    // A view that catches up passes landmarks that the others have long left behind.
    this.#pass = db.prepare(
      `INSERT INTO landmark VALUES (1, @position, @stream, @revision, @hash) ON CONFLICT (only_row) DO UPDATE
       SET position = excluded.position, stream = excluded.stream, revision = excluded.revision, hash = excluded.hash
       WHERE excluded.position > position`,
    );
    this.#erase = db.prepare('INSERT OR IGNORE INTO gone VALUES (?)');
    // In a table of its own: a file from before it was noted is used as it is, and by an older hub again.
    this.#eraseAt = db.prepare('INSERT OR IGNORE INTO gone_at VALUES (?, ?)');
    const gone = db.prepare<[], { person: PersonId; position: Position | null }>(
      'SELECT person, position FROM gone LEFT JOIN gone_at USING (person)',
    );
    this.#erased = new Map(gone.all().map(({ person, position }) => [person, position ?? undefined]));
    this.#slots = this.#kept();
    this.#journal = new SqliteJournal(db, journalLimitChanges);
  }

  /** Opens or makes the file. Throws where another process has it open. */
  static open(file: string, options: { readonly journalLimitChanges?: number } = {}): SqliteViewStore {
    const db = openRebuildable(file);
    try {
      return new SqliteViewStore(db, options.journalLimitChanges ?? JOURNAL_LIMIT_CHANGES);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  prepare(view: View): ViewState {
    const slot = this.#newest(view);
    if (!slot) this.#whole(() => this.#add(view));
    else if (slot.record.lookups !== lookupsOf(view)) this.reset(view);
    return stateOf(this.#slotOf(view).record);
  }

  states(): readonly ViewState[] {
    return this.#slots.map(({ record }) => stateOf(record));
  }

  landmark(): Landmark | undefined {
    return this.db.prepare<[], Landmark>('SELECT position, stream, revision, hash FROM landmark').get();
  }

  erased(): Erased {
    return this.#erased;
  }

  commit(batches: readonly Batch[], through?: Landmark, erased: Erased = new Map()): readonly Change[] {
    const touched = batches.map((batch) => ({ batch, slot: this.#slotOf(batch.view, batch.side) }));
    try {
      const changes = this.db.transaction(() => {
        const found = touched.flatMap(({ batch, slot }) => this.#write(batch, slot));
        this.#journal.record(inOrder(found));
        if (through) this.#pass.run(through);
        for (const [person, at] of erased) {
          this.#erase.run(person);
          if (at !== undefined) this.#eraseAt.run(person, at);
        }
        return found;
      })();
      this.#journal.kept();
      for (const [person, at] of erased) this.#erased.set(person, this.#erased.get(person) ?? at);
      for (const { batch, slot } of touched)
        Object.assign(slot.record, { checkpoint: batch.checkpoint, stopped_event: null, stopped_error: null });
      return changes;
    } catch (error) {
      for (const { slot } of touched) slot.rows.forget();
      this.#journal.forget();
      throw error;
    }
  }

  stop(view: View, { event, error }: { event: string; error: string }, side?: Side): void {
    const { record } = this.#slotOf(view, side);
    this.db.prepare('UPDATE slots SET stopped_event = ?, stopped_error = ? WHERE slot = ?').run(event, error, record.slot);
    Object.assign(record, { stopped_event: event, stopped_error: error });
  }

  reset(view: View): void {
    const slot = this.#slotOf(view);
    this.#whole(() => {
      if (!slot.record.served) this.#drop(slot);
      this.#add(view);
    });
  }

  serve(view: View): void {
    const slot = this.#slotOf(view);
    const floor = slot.record.checkpoint ?? FROM_THE_START;
    this.#whole(() => {
      for (const other of this.#slots) if (other !== slot && other.record.name === view.name) this.#drop(other);
      slot.rows.makeKeys();
      this.db.prepare('UPDATE slots SET served = 1, floor = ? WHERE slot = ?').run(floor, slot.record.slot);
    });
    slot.rows.keysMade();
    Object.assign(slot.record, { served: 1, floor });
  }

  draft(view: View, id: string, side?: Side): StoredRow | undefined {
    return this.#slotOf(view, side).rows.row(id);
  }

  draftsAbout(view: View, person: PersonId, side?: Side): readonly string[] {
    return this.#slotOf(view, side).rows.about(person);
  }

  get<Data>(view: string, id: string): StoredRow<Data> | undefined {
    return this.#served(view)?.reader.get(id) as StoredRow<Data> | undefined;
  }

  list<Data>(view: string, query: Query): readonly StoredRow<Data>[] {
    return (this.#served(view)?.reader.list(query) ?? []) as readonly StoredRow<Data>[];
  }

  count(view: string, query: Query): number {
    return this.#served(view)?.reader.count(query) ?? 0;
  }

  upTo<Data>(view: string, field: string, last: string): readonly StoredRow<Data>[] {
    return (this.#served(view)?.reader.upTo(field, last) ?? []) as readonly StoredRow<Data>[];
  }

  changesAfter(position: Position, query: MissedQuery): JournalAnswer {
    const floors = query.views.map((view) => (this.#served(view)?.record.floor ?? FROM_THE_START) as Position);
    if ([this.#journal.floor(), ...floors].some((floor) => position < floor)) return { kind: 'too-old' };
    const entries = this.#journal.entriesAfter(position, query);
    if (!entries) return { kind: 'too-many' };
    // What changed of late is at hand as the handlers had it: many who come back together are told of the same rows.
    const changes = missedIn(entries, new Set(query.for), (view, id) => this.#served(view)?.rows.row(id));
    return changes.length > query.limitChanges ? { kind: 'too-many' } : { kind: 'changes', changes };
  }

  scrub(): void {
    scrubFile(this.db);
    for (const { rows } of this.#slots) rows.forget();
  }

  close(): void {
    this.db.close();
  }

  #write({ view, writes, checkpoint, quiet }: Batch, { record, rows }: OpenSlot): Change[] {
    if (record.checkpoint !== null && checkpoint < record.checkpoint)
      throw new Error(`The checkpoint of the view ${view.name} would go back.`);
    const changes: Change[] = [];
    for (const write of writes) {
      const before = rows.write(write);
      if (!before || !record.served || quiet) continue;
      changes.push({ view: view.name, id: write.id, position: write.position, ...before, ...(write.row && { row: write.row }) });
    }
    this.#advance.run(checkpoint, record.slot);
    return changes;
  }

  #kept(): OpenSlot[] {
    return (this.db.prepare('SELECT * FROM slots ORDER BY slot').all() as SlotRecord[]).map((record) => this.#opened(record));
  }

  /** Changes which versions there are, all or nothing: one without its tables would keep the file from being opened again. */
  #whole(change: () => void): void {
    try {
      this.db.transaction(change)();
    } catch (error) {
      this.#slots = this.#kept();
      throw error;
    }
  }

  #add(view: View): void {
    const { lastInsertRowid } = this.db
      .prepare('INSERT INTO slots (name, version, lookups) VALUES (?, ?, ?)')
      .run(view.name, view.version, lookupsOf(view));
    this.db.exec(slotSchema(Number(lastInsertRowid)));
    this.#slots.push(this.#opened(this.db.prepare('SELECT * FROM slots WHERE slot = ?').get(lastInsertRowid) as SlotRecord));
  }

  #drop(slot: OpenSlot): void {
    const { slot: number } = slot.record;
    this.db.exec(`DROP TABLE rows_${number}; DROP TABLE keys_${number}; DROP TABLE about_${number}`);
    this.db.prepare('DELETE FROM slots WHERE slot = ?').run(number);
    this.#slots = this.#slots.filter((other) => other !== slot);
  }

  #opened(record: SlotRecord): OpenSlot {
    const lookups = JSON.parse(record.lookups) as Lookups;
    return {
      record,
      rows: new SqliteSlot(this.db, record.slot, record.name, lookups, record.served === 1),
      reader: new SqliteReader(this.db, record.slot, record.name, lookups),
    };
  }

  #served(name: string): OpenSlot | undefined {
    return this.#slots.find(({ record }) => record.name === name && record.served);
  }

  #newest(view: View): OpenSlot | undefined {
    return this.#slots.findLast(({ record }) => record.name === view.name && record.version === view.version);
  }

  #slotOf(view: View, side: Side = 'built'): OpenSlot {
    const served = side === 'served' ? this.#served(view.name) : undefined;
    const slot = served?.record.version === view.version ? served : this.#newest(view);
    if (!slot) throw new Error(`The view ${view.name} version ${view.version} was not prepared.`);
    return slot;
  }
}

const lookupsOf = ({ indexes, orders = [], readAs }: Lookups): string => JSON.stringify({ indexes, orders, ...(readAs && { readAs }) });

function stateOf({ name, version, checkpoint, served, stopped_event, stopped_error }: SlotRecord): ViewState {
  return {
    name,
    version,
    checkpoint: (checkpoint as Position | null) ?? undefined,
    served: served === 1,
    ...(stopped_event !== null && { stopped: { event: stopped_event, error: stopped_error ?? '' } }),
  };
}
