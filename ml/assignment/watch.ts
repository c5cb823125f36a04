/** How a long calculation is watched, and ended before its time. */
export interface Watch {
  /** Told now and then how much is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Asked now and then: the calculation throws `Cancelled` once it says yes. */
  readonly cancelled?: () => boolean;
}

/** The caller ended the calculation: there is no answer. */
export class Cancelled extends Error {
  constructor() {
    super('The assignment was cancelled.');
    this.name = 'Cancelled';
  }
}

/** Steps between two looks at the caller's wishes. */
const STRIDE = 64;

/** Counts steps of `of`, tells the caller, and throws `Cancelled` where the caller asks for it. */
export function stepper({ onProgress, cancelled }: Watch, of: number): (step: number) => void {
  return (step) => {
    if (step % STRIDE !== 0) return;
    if (cancelled?.()) throw new Cancelled();
    onProgress?.(of === 0 ? 1 : Math.min(1, step / of));
  };
}
