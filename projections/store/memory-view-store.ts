import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { meets, type RowAudience } from '@alongside/domain/policies/audience.js';
import type { Erased } from '../engine/erased.js';
import { furtherOf, type Landmark } from '../engine/landmark.js';
import { ordered } from '../engine/order.js';
import type { View } from '../engine/view.js';
import { entryOf, FROM_THE_START, inOrder, JOURNAL_LIMIT_ENTRIES_PER_CHANGE, missedIn, standingIn, type JournalEntry } from './journal.js';
import { jsonOf, keyRange, keysOf, orderRange, valueKeysIn, whereKeys, type Lookups, type RowKey } from './row-keys.js';
import {
  JOURNAL_LIMIT_CHANGES,
  QUERY_LIMIT_ROWS,
  type Batch,
  type Change,
  type JournalAnswer,
  type MissedQuery,
  type Query,
  type Side,
  type StoredRow,
  type ViewState,
  type ViewStore,
  type Write,
} from './view-store.js';

interface Kept {
  readonly position: Position;
  readonly audience: RowAudience;
  readonly text: string;
  readonly keys: ReadonlySet<RowKey>;
  readonly about: readonly PersonId[];
}

/** One version of a view, being built or served. */
interface Slot extends Lookups {
  readonly name: string;
  readonly version: number;
  rows: Map<string, Kept>;
  checkpoint: Position | undefined;
  stopped: { readonly event: string; readonly error: string } | undefined;
  served: boolean;
  /** The journal of the name begins here. */
  floor: Position;
}

/** A view store in memory, for specs and for processes that keep nothing. Reads scan: it is right, not quick. */
export class MemoryViewStore implements ViewStore {
  #slots: Slot[] = [];
  #journal: JournalEntry[] = [];
  #journalFloor = FROM_THE_START;
  #furthest: Landmark | undefined;
  readonly #erased = new Map<PersonId, Position | undefined>();
  readonly #journalLimit: number;

  constructor(options: { readonly journalLimitChanges?: number } = {}) {
    this.#journalLimit = options.journalLimitChanges ?? JOURNAL_LIMIT_CHANGES;
  }

  prepare(view: View): ViewState {
    const slot = this.#newest(view);
    if (!slot) this.#slots.push(emptySlot(view));
    else if (lookupsOf(slot) !== lookupsOf(view)) this.reset(view);
    return stateOf(this.#slotOf(view));
  }

  states(): readonly ViewState[] {
    return this.#slots.map(stateOf);
  }

  landmark(): Landmark | undefined {
    return this.#furthest;
  }

  erased(): Erased {
    return this.#erased;
  }

  commit(batches: readonly Batch[], through?: Landmark, erased: Erased = new Map()): readonly Change[] {
    // Everything that may throw comes first: after that, nothing is left half-done.
    const planned = batches.map((batch) => ({ batch, slot: this.#slotOf(batch.view, batch.side), writes: this.#plan(batch) }));
    const changes: Change[] = [];
    for (const { batch, slot, writes } of planned) {
      for (const { write, kept } of writes) {
        const before = slot.rows.get(write.id);
        if (same(before, kept)) {
          if (before && kept) slot.rows.set(write.id, { ...before, about: kept.about });
          continue;
        }
        if (kept) slot.rows.set(write.id, kept);
        else slot.rows.delete(write.id);
        if (slot.served && !batch.quiet) changes.push(changeOf(slot.name, write, before, kept));
      }
      slot.checkpoint = batch.checkpoint;
      slot.stopped = undefined;
    }
    this.#furthest = furtherOf(this.#furthest, through);
    for (const [person, at] of erased) this.#erased.set(person, this.#erased.get(person) ?? at);
    this.#record(inOrder(changes));
    return changes;
  }

  stop(view: View, reason: { event: string; error: string }, side?: Side): void {
    this.#slotOf(view, side).stopped = reason;
  }

  reset(view: View): void {
    const slot = this.#slotOf(view);
    if (!slot.served) this.#slots = this.#slots.filter((other) => other !== slot);
    this.#slots.push(emptySlot(view));
  }

  serve(view: View): void {
    const slot = this.#slotOf(view);
    this.#slots = this.#slots.filter((other) => other === slot || other.name !== slot.name);
    slot.served = true;
    slot.floor = slot.checkpoint ?? FROM_THE_START;
  }

  draft(view: View, id: string, side?: Side): StoredRow | undefined {
    const kept = this.#slotOf(view, side).rows.get(id);
    return kept && { ...storedRow(id, kept), ...(kept.about.length > 0 && { about: kept.about }) };
  }

  draftsAbout(view: View, person: PersonId, side?: Side): readonly string[] {
    return [...this.#slotOf(view, side).rows].flatMap(([id, { about }]) => (about.includes(person) ? [id] : [])).sort();
  }

  get<Data>(view: string, id: string): StoredRow<Data> | undefined {
    const kept = this.#served(view)?.rows.get(id);
    return kept && (storedRow(id, kept) as StoredRow<Data>);
  }

  list<Data>(view: string, query: Query): readonly StoredRow<Data>[] {
    const limit = Math.min(query.limitRows ?? QUERY_LIMIT_ROWS, QUERY_LIMIT_ROWS);
    const found = this.#matching(view, query).map(([id, kept]) => storedRow(id, kept) as StoredRow<Data>);
    return ordered(found, query.order).slice(0, limit);
  }

  count(view: string, query: Query): number {
    const found = this.#matching(view, query);
    const { order } = query;
    return order
      ? ordered(
          found.map(([id, kept]) => storedRow(id, kept)),
          order,
        ).length
      : found.length;
  }

  upTo<Data>(view: string, field: string, last: string): readonly StoredRow<Data>[] {
    const slot = this.#served(view);
    if (!slot) return [];
    const { from, to } = keyRange(view, slot, field, last);
    const found = [...slot.rows].filter(([, { keys }]) => [...keys].some((key) => key >= from && key <= to));
    return found.map(([id, kept]) => storedRow(id, kept) as StoredRow<Data>);
  }

  changesAfter(position: Position, { views, for: mine, limitChanges }: MissedQuery): JournalAnswer {
    const floors = views.map((view) => this.#served(view)?.floor ?? FROM_THE_START);
    if ([this.#journalFloor, ...floors].some((floor) => position < floor)) return { kind: 'too-old' };
    const principals = new Set(mine);
    const standing = (entry: JournalEntry) => [...standingIn(entry)].filter((principal) => principals.has(principal)).length;
    const found = this.#journal.filter((entry) => entry.position > position && views.includes(entry.view) && standing(entry) > 0);
    const entries = found.reduce((sum, entry) => sum + standing(entry), 0);
    if (entries > limitChanges * JOURNAL_LIMIT_ENTRIES_PER_CHANGE) return { kind: 'too-many' };
    const changes = missedIn(found, principals, (view, id) => this.get(view, id));
    return changes.length > limitChanges ? { kind: 'too-many' } : { kind: 'changes', changes };
  }

  scrub(): void {}
  close(): void {}

  #matching(view: string, query: Query): [string, Kept][] {
    const slot = this.#served(view);
    if (!slot) return [];
    const keys = whereKeys(view, slot, query.where);
    if (query.order) orderRange(view, slot, query.where, query.order);
    const mine = query.for === 'all' ? undefined : new Set(query.for);
    const ids = query.ids && new Set(query.ids);
    return [...slot.rows].filter(
      ([id, kept]) =>
        (!mine || meets(kept.audience, mine)) &&
        keys.every((key) => kept.keys.has(key)) &&
        (!ids || ids.has(id)) &&
        (query.afterId === undefined || id > query.afterId),
    );
  }

  #plan({ view, writes, checkpoint, side }: Batch): readonly { write: Write; kept: Kept | undefined }[] {
    const slot = this.#slotOf(view, side);
    if (slot.checkpoint !== undefined && checkpoint < slot.checkpoint)
      throw new Error(`The checkpoint of the view ${view.name} would go back.`);
    return writes.map((write) => {
      if (!write.row) return { write, kept: undefined };
      const { audience, data } = write.row;
      const text = jsonOf(view.name, write.id, data);
      return {
        write,
        kept: {
          position: write.position,
          audience: [...audience],
          text,
          keys: new Set(keysOf(slot, audience, data)),
          about: [...(write.row.about ?? [])],
        },
      };
    });
  }

  #record(changes: readonly Change[]): void {
    this.#journal.push(...changes.map(entryOf));
    const dropped = this.#journal.splice(0, Math.max(0, this.#journal.length - this.#journalLimit));
    this.#journalFloor = dropped.at(-1)?.position ?? this.#journalFloor;
  }

  #served(name: string): Slot | undefined {
    return this.#slots.find((slot) => slot.name === name && slot.served);
  }

  #newest(view: View): Slot | undefined {
    return this.#slots.findLast((slot) => slot.name === view.name && slot.version === view.version);
  }

  #slotOf(view: View, side: Side = 'built'): Slot {
    const served = side === 'served' ? this.#served(view.name) : undefined;
    const slot = served?.version === view.version ? served : this.#newest(view);
    if (!slot) throw new Error(`The view ${view.name} version ${view.version} was not prepared.`);
    return slot;
  }
}

function emptySlot({ name, version, indexes, orders = [], readAs = '' }: View): Slot {
  return {
    name,
    version,
    indexes,
    orders,
    readAs,
    rows: new Map(),
    checkpoint: undefined,
    stopped: undefined,
    served: false,
    floor: FROM_THE_START,
  };
}

function stateOf({ name, version, checkpoint, served, stopped }: Slot): ViewState {
  return { name, version, checkpoint, served, ...(stopped && { stopped }) };
}

const lookupsOf = ({ indexes, orders = [], readAs = '' }: Lookups): string => JSON.stringify([indexes, orders, readAs]);

function same(before: Kept | undefined, after: Kept | undefined): boolean {
  if (!before || !after) return before === after;
  return before.text === after.text && before.audience.join() === after.audience.join();
}

function storedRow(id: string, { position, audience, text }: Kept): StoredRow {
  return { id, position, audience: [...audience], data: JSON.parse(text) as unknown };
}

function changeOf(view: string, { id, position, row }: Write, before: Kept | undefined, after: Kept | undefined): Change {
  const under = { before: valueKeysIn(before?.keys ?? []), after: valueKeysIn(after?.keys ?? []) };
  return { view, id, position, before: before?.audience ?? [], under, ...(row && { row }) };
}
