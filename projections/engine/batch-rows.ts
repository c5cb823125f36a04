import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Side, ViewStore, Write } from '../store/view-store.js';
import { erasedBefore, type Erased } from './erased.js';
import { RowsOver } from './rows-over.js';
import { tell } from './tell.js';
import type { View } from './view.js';

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

/**
 * Applies events to one side of a view, leaving out those it already has. `erased`: whose erasures are in them. `unstorable`: an event
 * whose row the store could not take.
 */
export function applyTo(
  store: ViewStore,
  view: View,
  side: Side,
  from: Position | undefined,
  events: readonly Recorded[],
  erased: Erased = new Map(),
  unstorable?: FailedEvent,
): Outcome {
  const known = store.erased();
  const rows = new RowsOver({ get: (id) => store.draft(view, id, side), about: (person) => store.draftsAbout(view, person, side) });
  let checkpoint = from;
  for (const event of events) {
    if (checkpoint !== undefined && event.position <= checkpoint) continue;
    if (event.position === unstorable?.position) return { writes: writesOf(rows), checkpoint, poison: unstorable };
    try {
      // Most events are none of a view's: a rebuild passes here for each of them.
      if (event.type in view.on) {
        tell(view, event, rows, erasedBefore(event.position, known, erased));
        rows.keep(event.position);
      }
    } catch (error) {
      return { writes: writesOf(rows), checkpoint, poison: { event: event.id, position: event.position, error: sentenceOf(error) } };
    }
    checkpoint = event.position;
  }
  return { writes: writesOf(rows), checkpoint };
}

const writesOf = (rows: RowsOver): readonly Write[] =>
  [...rows.written()].map(([id, position, row]) => ({
    id,
    position,
    ...(row && { row: { audience: row.audience, data: row.data, ...(row.about && { about: row.about }) } }),
  }));

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
