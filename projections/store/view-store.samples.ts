import type { Position, StreamId } from '@alongside/domain/kernel/brand.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { View } from '../engine/view.js';
import type { Batch, ViewStore, Write } from './view-store.js';

interface Goal {
  readonly title: string;
  readonly mentorship?: string;
  readonly tags?: readonly string[];
}

export const goals = (version = 1, indexes: readonly (keyof Goal)[] = ['mentorship', 'tags']): View =>
  ({ name: 'goal', version, indexes, on: {} }) as View;
export const notes: View = { name: 'note', version: 1, indexes: [], on: {} };
export const [asha, ben, cleo] = ['person:asha', 'person:ben', 'person:cleo'] as const;

/** A position that sorts as its number does. */
export const at = (place: number) => String(place).padStart(8, '0') as Position;
export const put = (place: number, id: string, audience: RowAudience, data: unknown): Write => ({
  id,
  position: at(place),
  row: { audience, data },
});
export const gone = (place: number, id: string): Write => ({ id, position: at(place) });
export const batch = (view: View, checkpoint: number, ...writes: Write[]): Batch => ({ view, writes, checkpoint: at(checkpoint) });

export const everything = { for: 'all' } as const;

export const landmark = (place: number) => ({
  position: at(place),
  stream: 'thing-1' as StreamId,
  revision: place - 1,
  hash: `hash of ${place}`,
});

/** What a contract makes its stores with. */
export type MakeStore = (options: { journalLimitChanges: number }) => { store: ViewStore; end?: () => void };

/** A version of a view that serves these rows. */
export function serve(store: ViewStore, view: View, checkpoint: number, ...writes: Write[]): void {
  store.prepare(view);
  store.commit([batch(view, checkpoint, ...writes)]);
  store.serve(view);
}
