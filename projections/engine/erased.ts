import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { withoutWordsOf } from '@alongside/domain/protocol/writers.js';

/** A batch of events as views are told of it, and whose erasure is in it. */
export interface ToldAfterErasures {
  readonly events: readonly Recorded[];
  readonly erased: readonly PersonId[];
}

/**
 * Views read words of an erased person as they will once the key is gone. What was under way while they were erased may still be readable
 * (0054).
 */
export function afterErasures(events: readonly Recorded[], known: ReadonlySet<PersonId>): ToldAfterErasures {
  const fresh = new Set<PersonId>();
  const isErased = (person: PersonId) => known.has(person) || fresh.has(person);
  const told = events.map((event) => {
    if (event.type === 'PersonErased') fresh.add((event as Recorded<Event<'PersonErased', { person: PersonId }>>).data.person);
    // Most hubs have erased nobody, and each event of a rebuild passes here.
    return known.size + fresh.size === 0 ? event : withoutWordsOf(event, isErased);
  });
  return { events: told, erased: [...fresh].filter((person) => !known.has(person)) };
}
