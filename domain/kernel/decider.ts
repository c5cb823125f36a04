import type { Day, Instant, PersonId } from './brand.js';
import type { Refusal, Result } from './result.js';

/** Something that happened: past tense, never edited. */
export type Event<Type extends string = string, Data = unknown> = { readonly type: Type; readonly data: Data };

/**
 * What a person asks for. The actor, the time and every new id were stamped before it reached the decider, so that deciding it twice gives
 * the same answer.
 */
export type Command<Type extends string = string, Data = unknown> = {
  readonly type: Type;
  /** Who asks. Reactors and the clock ask as `hub`. */
  readonly by: PersonId;
  readonly at: Instant;
  /** The day of `at` in the United Kingdom. */
  readonly on: Day;
  readonly data: Data;
};

/**
 * The rules of one aggregate, pure so that server and browser share them. `Facts` are what a decision needs from outside its own stream.
 */
export interface Decider<State, C, E, R extends Refusal = Refusal, Facts = undefined> {
  readonly initial: State;
  readonly decide: (command: C, state: State, facts: Facts) => Result<readonly E[], R>;
  readonly evolve: (state: State, event: E) => State;
}

export const replay = <State, E>(
  decider: Pick<Decider<State, never, E, never, never>, 'initial' | 'evolve'>,
  history: readonly E[],
): State => history.reduce(decider.evolve, decider.initial);

/** The actor of commands that no person gave: reactors, the clock, imports at the command line. */
export const HUB = 'hub' as PersonId;
