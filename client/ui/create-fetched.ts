import { createResource } from 'solid-js';

/** What is read once for each `wanted`, and never pushed. `value` is undefined until it is there, and where reading threw. */
export interface Fetched<Value> {
  readonly value: () => Value | undefined;
  readonly loading: () => boolean;
  readonly again: () => void;
}

/** Reads what the server never pushes, again whenever `wanted` changes; reads nothing while it is undefined. */
export function createFetched<Wanted extends string, Value>(
  wanted: () => Wanted | undefined,
  read: (wanted: Wanted) => Promise<Value>,
): Fetched<Value> {
  const [answer, { refetch }] = createResource(wanted, read);
  return {
    value: () => (answer.state === 'ready' || answer.state === 'refreshing' ? answer.latest : undefined),
    loading: () => answer.loading,
    again: () => void refetch(),
  };
}
