import { createEffect, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js';

/**
 * Words for a live region that change while somebody is busy: what they say once they have rested for `restMs` milliseconds, so that
 * a screen reader hears how it stands and not every step on the way.
 */
export function createRested(words: () => string, restMs: number): Accessor<string> {
  const [said, setSaid] = createSignal('');
  // What is worked out anew and says the same has not moved.
  const steady = createMemo(words);
  createEffect(() => {
    const next = steady();
    const timer = setTimeout(() => setSaid(next), restMs);
    onCleanup(() => clearTimeout(timer));
  });
  return said;
}
