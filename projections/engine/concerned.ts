import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';

const texts = new WeakMap<Recorded, readonly PersonId[]>();

/** Who may have to do with an event: its actor, and each text in it, once and sorted. Ids of people are like no other text. */
export function concernedBy(event: Recorded): readonly PersonId[] {
  // Every view that knows of erasures asks this of one event.
  const known = texts.get(event);
  if (known) return known;
  const found = new Set<PersonId>([event.actor]);
  gather(event.data, found);
  const all = [...found].sort();
  texts.set(event, all);
  return all;
}

function gather(value: unknown, found: Set<PersonId>): void {
  if (typeof value === 'string') found.add(value as PersonId);
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) gather(inner, found);
}
