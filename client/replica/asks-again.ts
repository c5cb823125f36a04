import type { Clock } from './ports.js';

/** How long after the end of a session a tab asks again who is signed in, each after the one before, in milliseconds. */
export const ASK_AGAIN_MS = [1_000, 4_000, 15_000] as const;

/** Asks a few times, further and further apart, until it is stopped. */
export function createAsksAgain(ask: () => void, clock: Clock) {
  let giveUp: (() => void) | undefined;
  const stop = () => {
    giveUp?.();
    giveUp = undefined;
  };
  const after = (turn: number) => {
    const wait = ASK_AGAIN_MS[turn];
    giveUp =
      wait === undefined
        ? undefined
        : clock.after(wait, () => {
            ask();
            after(turn + 1);
          });
  };
  return {
    start: () => {
      stop();
      after(0);
    },
    stop,
  };
}
