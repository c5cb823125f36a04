import { createSignal, type Accessor } from 'solid-js';
import { createBackOff } from './back-off.js';

/** A line that is down for less than this, in milliseconds, is nothing to tell: a change of network, a hub that restarts. */
const LOST_LEAST_MS = 5_000;

/**
 * Whether the hub is within reach, where the browser's own word is not enough: a network can be up and lead nowhere. Knocks by back-off
 * while the line is down; where the hub answers without a line, what is shown is read again instead.
 */
export function createReach(handlers: { readonly knock: () => Promise<boolean>; readonly answered: () => void }) {
  const [since, setSince] = createSignal<string>();
  let lostAt: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = createBackOff(() => void check());

  async function check(): Promise<void> {
    const before = lostAt;
    const asked = new Date().toISOString();
    const answered = await handlers.knock();
    if (lostAt === undefined || lostAt !== before) return;
    if (answered) {
      lostAt = asked;
      handlers.answered();
    }
    setSince(answered ? undefined : lostAt);
    again.later();
  }

  return {
    /** The moment from which nothing is known of the hub; nothing while it is within reach. */
    since: since as Accessor<string | undefined>,
    lost: () => {
      if (lostAt !== undefined) return;
      lostAt = new Date().toISOString();
      timer = setTimeout(() => void check(), LOST_LEAST_MS);
    },
    /** The line is up, or nobody needs one any more. */
    found: () => {
      clearTimeout(timer);
      again.reset();
      lostAt = undefined;
      setSince(undefined);
    },
    retry: () => again.now(),
  };
}
