import type { Instant, PersonId } from '../kernel/brand.js';
import type { Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import type { SignInCommand } from './identity.commands.js';
import type { SignInEvent } from './identity.events.js';

/** Wrong tries at one code before it is worth nothing. With six digits, five tries guess right once in 200,000. */
export const CODE_TRIES = 5;
/** Codes sent to one address within `CODE_WINDOW_MS`. */
export const CODES_PER_WINDOW = 5;
export const CODE_WINDOW_MS = 60 * 60 * 1_000;
/** How long a code is good for. */
export const CODE_LIFE_MS = 10 * 60 * 1_000;

export type SignInRefusal = Refusal<'SIGN_IN.TOO_MANY_CODES'>;

interface SignIn {
  readonly current: { readonly person: PersonId; readonly code: string; readonly expiresAt: Instant; readonly triesLeft: number } | null;
  /** When the codes of late were sent; bounded by `CODES_PER_WINDOW`. */
  readonly sentAt: readonly Instant[];
}
/** The kernel's events carry no time in their data: what was sent when is read off its expiry. */
const sentAtOf = (expiresAt: Instant) => new Date(Date.parse(expiresAt) - CODE_LIFE_MS).toISOString() as Instant;

function decide(command: SignInCommand, state: SignIn): Result<readonly SignInEvent[], SignInRefusal> {
  switch (command.type) {
    case 'SendSignInCode': {
      const since = new Date(Date.parse(command.at) - CODE_WINDOW_MS).toISOString();
      return state.sentAt.filter((at) => at > since).length >= CODES_PER_WINDOW
        ? refuse({ code: 'SIGN_IN.TOO_MANY_CODES' })
        : ok([{ type: 'SignInCodeSent', data: command.data }]);
    }
    case 'TrySignInCode': {
      const { current } = state;
      // No code is good: there is nothing to count, and strangers must not be able to fill the log.
      if (current === null || current.triesLeft <= 0 || command.at >= current.expiresAt) return ok([]);
      // A wrong try is something that happened: it is written down so that it counts, in every process.
      return ok([
        current.code === command.data.code
          ? { type: 'SignInCodeUsed', data: { address: command.data.address, person: current.person } }
          : { type: 'SignInCodeRefused', data: { address: command.data.address } },
      ]);
    }
  }
}

function evolve(state: SignIn, event: SignInEvent): SignIn {
  switch (event.type) {
    case 'SignInCodeSent': {
      const { person, code, expiresAt } = event.data;
      return {
        current: { person, code, expiresAt, triesLeft: CODE_TRIES },
        sentAt: [...state.sentAt, sentAtOf(expiresAt)].slice(-CODES_PER_WINDOW),
      };
    }
    case 'SignInCodeRefused':
      return state.current ? { ...state, current: { ...state.current, triesLeft: state.current.triesLeft - 1 } } : state;
    case 'SignInCodeUsed':
      return { ...state, current: null };
  }
}

/** One code at a time for an address, good for ten minutes, five tries and one use. */
export const signIn: Decider<SignIn, SignInCommand, SignInEvent, SignInRefusal> = {
  initial: { current: null, sentAt: [] },
  decide,
  evolve,
};
