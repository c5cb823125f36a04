import { createMemo, type Accessor } from 'solid-js';
import type { Outbox } from './outbox.js';
import type { Reach } from './reach.js';

/** How what the person changed stands, and whether the hub is within reach. */
export type SaveStatus = 'everywhere' | 'sending' | 'here' | 'unable' | 'offline' | 'away' | 'refused';

/** A refusal comes first, then what is not sent yet, then the way to the hub. */
export const createSaveStatus = (
  outbox: Outbox,
  reach: Reach,
  online: Accessor<boolean>,
  unsent: Accessor<'here' | 'unable' | undefined>,
): Accessor<SaveStatus> =>
  createMemo((): SaveStatus => {
    if (outbox.refusals().length) return 'refused';
    if (outbox.pending()) return unsent() ?? 'sending';
    if (!online()) return 'offline';
    return reach.since() ? 'away' : 'everywhere';
  });
