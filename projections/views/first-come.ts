import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Handlers, Rows } from '../engine/view.js';

/** Things inside another aggregate’s stream, with ids made on devices: two streams may use one. `owner`: the field that names the aggregate. */
const INSIDE = {
  request: { category: 'caseload', owner: 'mentor' },
  helpOffer: { category: 'caseload', owner: 'mentor' },
  goal: { category: 'goals', owner: 'mentorship' },
  feedback: { category: 'goals', owner: 'mentorship' },
  reflection: { category: 'growth', owner: 'person' },
  action: { category: 'meeting', owner: 'meeting' },
  search: { category: 'searches', owner: 'person' },
} as const;

type Inside = keyof typeof INSIDE;
type Fields = Readonly<Record<string, unknown>>;

/**
 * An id belongs to the stream that used it first. Otherwise a person could reuse the id of another’s request, goal or reflection and read
 * what follows.
 */
export function firstCome<E extends Event, Data>(kind: Inside, handlers: Handlers<E, Data>): Handlers<E, Data> {
  const { category, owner } = INSIDE[kind];
  // The compiler cannot follow handlers through the list of their entries: each stays with its own type of event.
  type Handle = (event: Recorded<E>, rows: Rows<Data>) => void;
  const entries = Object.entries(handlers as unknown as Readonly<Record<string, Handle>>);
  const guarded = entries.map(([type, handler]): [string, Handle] => [
    type,
    (event, rows) => {
      const row = rows.get(String((event.data as Fields)[kind]));
      const isOwn = !row || event.stream === `${category}-${String((row.data as Fields)[owner])}`;
      if (isOwn || !event.stream.startsWith(`${category}-`)) handler(event, rows);
    },
  ]);
  return Object.fromEntries(guarded) as unknown as Handlers<E, Data>;
}
