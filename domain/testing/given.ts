import { expect } from '@jest/globals';
import type { Decider } from '../kernel/decider.js';
import type { Refusal } from '../kernel/result.js';
import { Table } from '../kernel/table.js';

/** `given(decider, history, facts).when(command).happens(events)` or `.refused(code)`: a spec reads like the rule it checks. */
export function given<S, C, E, R extends Refusal, F>(
  decider: Decider<S, C, E, R, F>,
  history: readonly NoInfer<E>[],
  ...[facts]: undefined extends F ? [facts?: F] : [facts: F]
) {
  const state = plainly(decider, history);
  return {
    when: (command: NoInfer<C>) => {
      const decision = decider.decide(command, state, facts as F);
      return {
        happens: (...expected: readonly E[]) => expect(decision).toEqual({ ok: true, value: expected }),
        happensLike: (...expected: readonly unknown[]) => expect(decision).toMatchObject({ ok: true, value: expected }),
        nothingHappens: () => expect(decision).toEqual({ ok: true, value: [] }),
        refused: (code: R['code'], told?: R['facts']) =>
          expect(decision).toMatchObject({ ok: false, error: { code, ...(told && { facts: told }) } }),
      };
    },
  };
}

/** The state after a history: plain JSON after every event of it, so that a browser can hold it and the hub can write it down. */
function plainly<S, E>({ initial, evolve }: { readonly initial: S; readonly evolve: (state: S, event: E) => S }, history: readonly E[]): S {
  expectPlain(initial);
  return history.reduce((before, event) => {
    const state = evolve(before, event);
    expectPlain(state);
    return state;
  }, initial);
}

/** Refuses state that reads otherwise once it was written down. The members of an institution are a `Table`, which is written as its entries. */
export const expectPlain = (state: unknown): void => expect(JSON.parse(JSON.stringify(state))).toStrictEqual(withoutTables(state));

const withoutTables = (state: unknown): unknown =>
  typeof state === 'object' && state !== null && Object.values(state).some((part) => part instanceof Table)
    ? Object.fromEntries(Object.entries(state).map(([name, part]) => [name, part instanceof Table ? part.toJSON() : part]))
    : state;
