import { createMemo } from 'solid-js';
import { createView, me } from '../../replica/index.js';
import { howManyLook } from './looking-words.js';

/** How many members of an institution look for a mentor, to those who coordinate there: as many as the list names. */
export function createLooking(at: () => string, today: () => string) {
  const counted = createView('looking-count', at);
  const own = createView('seeking', me);
  const looking = createMemo(() => howManyLook(counted(), own(), { at: at(), today: today() }));
  return Object.defineProperties(() => looking(), {
    loading: { get: () => counted.loading || own.loading },
  }) as (() => number) & { readonly loading: boolean };
}
