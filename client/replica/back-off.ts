import { BROWSER, type Ports } from './ports.js';

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** Tries something again after 1, 2, 4 … 30 seconds, give or take a fifth, so that a hub that comes back is not met by everybody at once. */
export function createBackOff(run: () => void, { clock, random }: Pick<Ports, 'clock' | 'random'> = BROWSER) {
  let wait = FIRST_MS;
  let giveUp: (() => void) | undefined;
  const stop = () => {
    giveUp?.();
    giveUp = undefined;
  };
  return {
    /** Runs after the next wait; once, however often it is asked. */
    later: () => {
      if (giveUp) return;
      giveUp = clock.after(wait * (0.8 + random() * 0.4), () => {
        giveUp = undefined;
        run();
      });
      wait = Math.min(LONGEST_MS, wait * 2);
    },
    /** Runs at once if it was waiting: something says that the hub is back. */
    now: () => {
      wait = FIRST_MS;
      if (!giveUp) return;
      stop();
      run();
    },
    /** It went well: the next wait is the first again. */
    reset: () => {
      stop();
      wait = FIRST_MS;
    },
  };
}
