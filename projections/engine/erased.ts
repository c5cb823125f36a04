import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { withoutWordsOf } from '@alongside/domain/protocol/writers.js';

/** Where in the log each erased person was erased first; undefined where that was not noted. */
export type Erased = ReadonlyMap<PersonId, Position | undefined>;

/** Whether a person was erased before the event that a view is told of. */
export type IsErased = (person: PersonId) => boolean;

export const NOBODY_ERASED: IsErased = () => false;

/** A person was erased. */
export type Erasure = Recorded<Event<'PersonErased', { readonly person: PersonId }>>;

/** Whom an event erases; undefined for every other event. */
export const erasedBy = (event: Recorded): PersonId | undefined =>
  event.type === 'PersonErased' ? (event as Erasure).data.person : undefined;

/** A batch of events as views are told of it. */
export interface ToldAfterErasures {
  readonly events: readonly Recorded[];
  /** Whose erasure is in it and was not known, or not where. */
  readonly erased: Erased;
}

/**
 * Views read words of an erased person as they will once the key is gone. What was under way while they were erased may still be readable
 * (0054).
 */
export function afterErasures(events: readonly Recorded[], known: Erased): ToldAfterErasures {
  const fresh = new Map<PersonId, Position>();
  const isErased = (person: PersonId) => known.has(person) || fresh.has(person);
  const told = events.map((event) => {
    const person = erasedBy(event);
    if (person !== undefined && known.get(person) === undefined && !fresh.has(person)) fresh.set(person, event.position);
    // Most hubs have erased nobody, and each event of a rebuild passes here.
    return known.size + fresh.size === 0 ? event : withoutWordsOf(event, isErased);
  });
  return { events: told, erased: fresh };
}

/** Who was erased before a place in the log: a view that is built again meets each erasure where it stands. */
export function erasedBefore(position: Position, ...some: readonly Erased[]): IsErased {
  if (some.every(({ size }) => size === 0)) return NOBODY_ERASED;
  return (person) => some.some((erased) => (erased.get(person) ?? position) < position);
}
