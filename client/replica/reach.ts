import { createSignal, type Accessor } from 'solid-js';
import { createBackOff } from './back-off.js';
import type { Ports } from './ports.js';

/** A line that is down for less than this, in milliseconds, is nothing to tell: a change of network, a hub that restarts. */
const LOST_LEAST_MS = 5_000;

/**
 * Whether the hub is within reach: a network can be up and lead nowhere. Knocks with back-off while the line is down; reads again where
 * only requests get through.
 */
export function createReach(
  handlers: { readonly knock: () => Promise<boolean>; readonly answered: () => void },
  ports: Pick<Ports, 'clock' | 'random'>,
) {
  const [since, setSince] = createSignal<string>();
  let lostAt: string | undefined;
  let giveUp: (() => void) | undefined;
  const again = createBackOff(() => void check(), ports);
  const now = () => ports.clock.now().toISOString();

  async function check(): Promise<void> {
    const before = lostAt;
    const asked = now();
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
      lostAt = now();
      giveUp = ports.clock.after(LOST_LEAST_MS, () => void check());
    },
    /** The line is up, or nobody needs one any more. */
    found: () => {
      giveUp?.();
      again.reset();
      lostAt = undefined;
      setSince(undefined);
    },
    retry: () => again.now(),
  };
}
export type Reach = ReturnType<typeof createReach>;
