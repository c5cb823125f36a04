import type { Day } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Handlers, Rows } from '../engine/view.js';
import { privateRows } from './private-rows.js';
import { ukDay } from './uk-day.js';

const days = privateRows<Day>('its-day');
const KEY = 'now';

/** Lets whatever handles an event know its day in the United Kingdom, also where it is handed rows and people alone. One write a day. */
export function noteDay<E extends Event, Data>(on: Handlers<E, Data>): Handlers<E, Data> {
  // The compiler cannot follow handlers through the list of their entries: each stays with its own type of event.
  type Handle = (event: Recorded<E>, rows: Rows<Data>) => void;
  const entries = Object.entries(on as unknown as Readonly<Record<string, Handle>>);
  const dated = entries.map(([type, handler]): [string, Handle] => [
    type,
    (event, rows) => {
      const day = ukDay(event.at);
      if (days.get(rows, KEY) !== day) days.put(rows, KEY, day);
      handler(event, rows);
    },
  ]);
  return Object.fromEntries(dated) as unknown as Handlers<E, Data>;
}

/** The day of the event that is being handled. Throws outside `noteDay`. */
export function onItsDay<Data>(rows: Rows<Data>): Day {
  const day = days.get(rows, KEY);
  if (day === undefined) throw new Error('No event is being handled: the day is not known.');
  return day;
}
