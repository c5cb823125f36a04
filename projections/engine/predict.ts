import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Handler, Row, Rows, View } from './view.js';

/** A row that a reader was not sent: not the same as none. A prediction that meets it is not made. */
export class NotHeld extends Error {
  override readonly name = 'NotHeld';
}

/** Rows of one view as their reader holds them. */
export interface Held<Data> {
  /** A row that they hold, undefined for one that they would be sent if it were there. Throws `NotHeld` for one that they never are. */
  readonly get: (id: string) => Data | undefined;
  /** Whose they are: rows that are changed stay theirs. */
  readonly reader: Row<Data>['audience'];
}

/**
 * What an event makes of rows that a reader holds, before the hub replies, by the view’s handler. By id, `null` for a deleted one;
 * undefined where it needs more.
 */
export function predict<E extends Event, Data>(
  view: View<E, Data>,
  event: Recorded<E>,
  held: Held<Data>,
): ReadonlyMap<string, Row<Data> | null> | undefined {
  const handler = view.on[event.type as E['type']] as Handler<E, Data> | undefined;
  const made = new Map<string, Row<Data> | null>();
  const rows: Rows<Data> = {
    get: (id) => {
      const before = made.get(id);
      if (before !== undefined) return before ?? undefined;
      const data = held.get(id);
      return data === undefined ? undefined : { audience: held.reader, data };
    },
    put: (id, row) => void made.set(id, row),
    remove: (id) => void made.set(id, null),
    about: (person) => {
      throw new NotHeld(person);
    },
  };
  try {
    handler?.(event, rows);
    return made;
  } catch (error) {
    if (error instanceof NotHeld) return undefined;
    throw error;
  }
}
