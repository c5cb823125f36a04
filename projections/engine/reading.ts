import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { View } from './view.js';

/** How events are read before views are told of them: what is known of people by now changes whose an earlier event is. */
export interface Reading {
  /** Equal for readings that make the same of every event; empty where events are read as they are written. */
  readonly key: string;
  readonly read: (event: Recorded) => Recorded;
}

/** Events as they are written. */
export const AS_WRITTEN: Reading = { key: '', read: (event) => event };

/** A view for which events are read so; one that is told of them as they are written stays as it is. */
export const readBy = (view: View, { key }: Reading): View => {
  const { readAs: _before, ...definition } = view;
  return key === '' || view.asWritten ? definition : { ...definition, readAs: key };
};
