import { createEffect, onCleanup } from 'solid-js';
import { replica } from '../replica/index.js';
import { halfWritten } from './draft.js';

/**
 * While something waits to be sent or is half-written, the browser asks before it closes the tab: both are kept in memory alone, until
 * storage comes underneath.
 */
export function guardLeaving(): void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  createEffect(() => {
    if (!replica().outbox.pending() && !halfWritten()) return;
    addEventListener('beforeunload', ask);
    onCleanup(() => removeEventListener('beforeunload', ask));
  });
}
