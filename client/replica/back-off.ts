const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** Tries something again after 1, 2, 4 … 30 seconds, give or take a fifth, so that a hub that comes back is not met by everybody at once. */
export function createBackOff(run: () => void) {
  let wait = FIRST_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
  };
  return {
    /** Runs after the next wait; once, however often it is asked. */
    later: () => {
      if (timer !== undefined) return;
      timer = setTimeout(
        () => {
          timer = undefined;
          run();
        },
        wait * (0.8 + Math.random() * 0.4),
      );
      wait = Math.min(LONGEST_MS, wait * 2);
    },
    /** Runs at once if it was waiting: something says that the hub is back. */
    now: () => {
      wait = FIRST_MS;
      if (timer === undefined) return;
      stop();
      run();
    },
    /** It went well: the next wait is the first again. */
    reset: () => {
      stop();
      wait = FIRST_MS;
    },
    waiting: () => timer !== undefined,
  };
}
