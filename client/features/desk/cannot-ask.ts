import { createMemo } from 'solid-js';
import { createRows } from '../../replica/index.js';

/**
 * Those whom a mentee could not ask, as far as their coordinator knows: themselves, who manages or assesses them, their mentors, and mentors
 * who have their request. Exclusions play no part: a shorter list would tell of them (R5).
 */
export function createCannotAsk(mentee: () => string): (() => ReadonlySet<string>) & { readonly loading: () => boolean } {
  const lists = {
    members: createRows('member', () => ({ person: mentee() })),
    pairs: createRows('pairing', () => ({ mentee: mentee() })),
    waiting: createRows('waiting', () => ({ mentee: mentee() })),
  };
  const all = createMemo(
    () =>
      new Set<string>([
        mentee(),
        ...lists.members().flatMap(({ lineManager, inductionTutor }) => [lineManager, inductionTutor].filter((one) => one !== null)),
        ...lists
          .pairs()
          .filter(({ status }) => status !== 'completed' && status !== 'ended')
          .map(({ mentor }) => mentor),
        ...lists.waiting().map(({ mentor }) => mentor),
      ]),
  );
  return Object.assign(() => all(), { loading: () => Object.values(lists).some((list) => list.loading) });
}
