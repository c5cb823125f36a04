import { createEffect, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js';

/**
 * Text for a live region once it has not changed for `restMs` milliseconds, so that a screen reader hears the outcome and not every step.
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
