import type { Instant, PersonId } from '../kernel/brand.js';
import { byId, type ById } from '../kernel/by-id.js';
import type { Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import { isGoodAt, isWithin } from '../kernel/windows.js';
import type { SignInCommand } from './identity.commands.js';
import type { SignInEvent } from './identity.events.js';

/** Wrong tries allowed per network and code. With six digits and three codes, ten tries guess right once in 33,000. */
export const CODE_TRIES = 5;
const CODES_WITH_TRIES = 2;
/** The same from everywhere, so that many networks do not guess what one cannot. */
export const CODE_TRIES_OF_ALL = 30;
/** How many codes are sent for an address within a span of time. */
interface CodeLimit {
  readonly withinMs: number;
  /** Because one network asked: a stranger who knows an address uses up none of its owner's. */
  readonly ofNetwork: number;
  /** For everybody who asks, so that no mailbox is flooded. */
  readonly ofAll: number;
}
const HOUR_MS = 60 * 60 * 1_000;
export const CODES_AN_HOUR: CodeLimit = { withinMs: HOUR_MS, ofNetwork: 5, ofAll: 20 };
/** Each code brings tries with it: guessing all day long, from any number of networks, is right once in 330 days. Lessons in six rooms are six codes. */
export const CODES_A_DAY: CodeLimit = { withinMs: 24 * HOUR_MS, ofNetwork: 20, ofAll: 100 };
/** How long a code is good for. */
export const CODE_LIFE_MS = 10 * 60 * 1_000;
/** Codes that are good at once: of one network, and of all. */
export const CODES_KEPT = 3;
export const CODES_KEPT_OF_ALL = 6;

export type SignInRefusal = Refusal<'SIGN_IN.TOO_MANY_CODES'>;

interface Code {
  readonly person: PersonId;
  readonly code: string;
  readonly expiresAt: Instant;
  /** The network that asked for it. */
  readonly from: string;
}
/** What a network did since any code was good without a break. */
interface Share {
  readonly codes: number;
  readonly wrong: number;
}
interface SignIn {
  /** Oldest first; those that ran out stay until the next is sent. */
  readonly codes: readonly Code[];
  readonly shares: ById<string, Share>;
  /** The codes of late, as many as may be sent in a day. */
  readonly sent: readonly { readonly at: Instant; readonly from: string }[];
}
const NOTHING: Share = { codes: 0, wrong: 0 };
const NO_SHARES: SignIn['shares'] = {};

/** The kernel's events carry no time in their data: what was sent when is read off its expiry. */
const sentAtOf = (expiresAt: Instant) => new Date(Date.parse(expiresAt) - CODE_LIFE_MS).toISOString() as Instant;
const isGood = ({ expiresAt }: Code, at: Instant) => isGoodAt({ from: sentAtOf(expiresAt), to: expiresAt }, at);

function decide(command: SignInCommand, state: SignIn): Result<readonly SignInEvent[], SignInRefusal> {
  switch (command.type) {
    case 'SendSignInCode':
      return [CODES_AN_HOUR, CODES_A_DAY].some((limit) => isReached(limit, state, command))
        ? refuse({ code: 'SIGN_IN.TOO_MANY_CODES' })
        : ok([{ type: 'SignInCodeSent', data: command.data }]);
    case 'TrySignInCode': {
      const { address, code, from } = command.data;
      const good = state.codes.filter((one) => isGood(one, command.at));
      // No code is good: there is nothing to count, and strangers must not be able to fill the log.
      if (good.length === 0 || triesLeft(state, from) <= 0) return ok([]);
      const found = good.find((one) => one.code === code);
      // A wrong try is something that happened: it is written down so that it counts, in every process.
      return ok([
        found
          ? { type: 'SignInCodeUsed', data: { address, person: found.person } }
          : { type: 'SignInCodeRefused', data: { address, from } },
      ]);
    }
  }
}

function isReached(limit: CodeLimit, { sent }: SignIn, { at, data }: Extract<SignInCommand, { type: 'SendSignInCode' }>): boolean {
  // What a wrong clock dated ahead does not count: it would keep its person out until that day. Only an administrator who confirms the date
  // has it begin anew.
  const late = sent.filter((one) => isWithin(one.at, at, limit.withinMs));
  return late.length >= limit.ofAll || late.filter(({ from }) => from === data.from).length >= limit.ofNetwork;
}

function triesLeft({ shares }: SignIn, from: string): number {
  const { codes, wrong } = byId.get(shares, from) ?? NOTHING;
  const ofAll = byId.values(shares).reduce((sum, share) => sum + share.wrong, 0);
  // A person may ask on a phone and type on a computer, so a network that asked for no code has tries too.
  return Math.min(CODE_TRIES * Math.min(Math.max(codes, 1), CODES_WITH_TRIES) - wrong, CODE_TRIES_OF_ALL - ofAll);
}

function evolve(state: SignIn, event: SignInEvent): SignIn {
  switch (event.type) {
    case 'SignInCodeSent': {
      const { person, code, expiresAt, from } = event.data;
      const at = sentAtOf(expiresAt);
      const good = state.codes.filter((one) => isGood(one, at));
      const shares = good.length > 0 ? state.shares : NO_SHARES;
      const share = byId.get(shares, from) ?? NOTHING;
      return {
        codes: kept([...good, { person, code, expiresAt, from }]),
        shares: byId.with(shares, from, { ...share, codes: share.codes + 1 }),
        sent: [...state.sent, { at, from }].slice(-CODES_A_DAY.ofAll),
      };
    }
    case 'SignInCodeRefused': {
      const share = byId.get(state.shares, event.data.from) ?? NOTHING;
      return { ...state, shares: byId.with(state.shares, event.data.from, { ...share, wrong: share.wrong + 1 }) };
    }
    case 'SignInCodeUsed':
      return { ...state, codes: [], shares: NO_SHARES };
  }
}

/** Without what is too much: the oldest code of the network that has most goes first, so that no stranger's codes push out the owner's. */
function kept(codes: readonly Code[]): readonly Code[] {
  const ofNetwork = (from: string) => codes.filter((one) => one.from === from).length;
  const most = Math.max(...codes.map(({ from }) => ofNetwork(from)));
  if (most <= CODES_KEPT && codes.length <= CODES_KEPT_OF_ALL) return codes;
  const going = codes.find(({ from }) => ofNetwork(from) === most);
  return kept(codes.filter((one) => one !== going));
}

/** The last few codes of an address are good together, each for ten minutes; tries are counted for all of them, and the first that is used is the last. */
export const signIn: Decider<SignIn, SignInCommand, SignInEvent, SignInRefusal> = {
  initial: { codes: [], shares: NO_SHARES, sent: [] },
  decide,
  evolve,
};
