import type { ViewRows } from '../../replica/view-rows.js';

/** Every step of an open goal is done: what is left is to say that it is reached, or which step is missing. */
export const waitsToBeReached = ({ status, steps }: Pick<ViewRows['goal'], 'status' | 'steps'>): boolean =>
  status === 'open' && steps.length > 0 && steps.every(({ done }) => done !== null);
