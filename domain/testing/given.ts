import { expect } from '@jest/globals';
import { replay, type Decider } from '../kernel/decider.js';
import type { Refusal } from '../kernel/result.js';

/** `given(decider, history, facts).when(command).happens(events)` or `.refused(code)`: a spec reads like the rule it checks. */
export function given<S, C, E, R extends Refusal, F>(
  decider: Decider<S, C, E, R, F>,
  history: readonly NoInfer<E>[],
  ...[facts]: undefined extends F ? [facts?: F] : [facts: F]
) {
  return {
    when: (command: NoInfer<C>) => {
      const decision = decider.decide(command, replay(decider, history), facts as F);
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
