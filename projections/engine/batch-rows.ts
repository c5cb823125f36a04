import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Side, ViewStore, Write } from '../store/view-store.js';
import type { Row, Rows, View } from './view.js';

/** A row after an event, or `undefined` where the event removed it. */
type Next = Row<unknown> | undefined;

/**
 * The rows of one view while a batch is applied: writes so far, over those of the store. An event whose handler throws leaves nothing
 * behind.
 */
class BatchRows implements Rows<unknown> {
  readonly #done = new Map<string, { readonly position: Position; readonly row: Next }>();
  readonly #read = new Map<string, Next>();
  readonly #current = new Map<string, Next>();

  constructor(
    private readonly store: ViewStore,
    private readonly view: View,
    private readonly side: Side,
  ) {}

  get(id: string): Next {
    if (this.#current.has(id)) return this.#current.get(id);
    const earlier = this.#done.get(id);
    if (earlier) return earlier.row;
    if (this.#read.has(id)) return this.#read.get(id);
    const row = this.store.draft(this.view, id, this.side);
    this.#read.set(id, row);
    return row;
  }

  put(id: string, row: Row<unknown>): void {
    this.#current.set(id, row);
  }

  remove(id: string): void {
    this.#current.set(id, undefined);
  }

  keep(position: Position): void {
    for (const [id, row] of this.#current) this.#done.set(id, { position, row });
    this.#current.clear();
  }

  writes(): readonly Write[] {
    return [...this.#done].map(([id, { position, row }]) => ({
      id,
      position,
      ...(row && { row: { audience: row.audience, data: row.data } }),
    }));
  }
}

/** An event that a view could not take, and why. */
export interface FailedEvent {
  readonly event: string;
  readonly position: Position;
  readonly error: string;
}

/** What a batch of events does to one view: its writes, how far it came, and the event that stopped it, if one did. */
export interface Outcome {
  readonly writes: readonly Write[];
  readonly checkpoint: Position | undefined;
  readonly poison?: FailedEvent;
}

/** Applies events to one side of a view, leaving out those it already has. `unstorable`: an event whose row the store could not take. */
export function applyTo(
  store: ViewStore,
  view: View,
  side: Side,
  from: Position | undefined,
  events: readonly Recorded[],
  unstorable?: FailedEvent,
): Outcome {
  const rows = new BatchRows(store, view, side);
  const handlers = view.on as Readonly<Record<string, ((event: Recorded, rows: Rows<unknown>) => void) | undefined>>;
  let checkpoint = from;
  for (const event of events) {
    if (checkpoint !== undefined && event.position <= checkpoint) continue;
    if (event.position === unstorable?.position) return { writes: rows.writes(), checkpoint, poison: unstorable };
    const handler = handlers[event.type];
    try {
      if (handler) {
        handler(event, rows);
        rows.keep(event.position);
      }
    } catch (error) {
      return { writes: rows.writes(), checkpoint, poison: { event: event.id, position: event.position, error: sentenceOf(error) } };
    }
    checkpoint = event.position;
  }
  return { writes: rows.writes(), checkpoint };
}

/** The first write that no store could take, because its data has no JSON form. */
export function unstorableOf({ writes }: Outcome, events: readonly Recorded[]): FailedEvent | undefined {
  for (const { row, position } of writes) {
    const error = row && whyNoJson(row.data);
    const event = error && events.find((one) => one.position === position);
    if (event) return { event: event.id, position, error };
  }
  return undefined;
}

function whyNoJson(data: unknown): string | undefined {
  try {
    return JSON.stringify(data) === undefined ? 'The row has no data that JSON can hold.' : undefined;
  } catch (error) {
    return sentenceOf(error);
  }
}

/** What went wrong, for a person who looks after the hub. */
export const sentenceOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
