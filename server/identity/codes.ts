import type { SignInEvent } from '@alongside/domain/identity/identity.events.js';
import { CODE_LIFE_MS, signIn } from '@alongside/domain/identity/sign-in.decider.js';
import { streamOf, type CommandId, type Instant, type PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '@alongside/domain/kernel/result.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { uuidv7 } from 'uuidv7';
import type { Clock } from '../app/clock.js';
import type { Dispatcher } from '../commands/dispatcher.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import { newCode, type IdentitySecrets } from './secrets.js';

export interface CodesParts {
  readonly dispatcher: Pick<Dispatcher, 'dispatch'>;
  readonly log: Pick<SealedLog, 'readStream'>;
  readonly secrets: IdentitySecrets;
  readonly clock: Clock;
  /** As whom a record is read; absent where nobody was joined. */
  readonly keptOf?: (person: PersonId) => PersonId;
}

/** A code that was just made, for the one email that carries it. */
export interface Code {
  readonly digits: string;
  /** Makes sending its email twice harmless. */
  readonly key: string;
  /** Of no use from then on. */
  readonly expiresAt: Instant;
}

/** Too many codes are no failure, and are told to nobody where that would tell who has an account. Anything else fails, and is logged. */
export function whyNoCode({ code }: Refusal): void {
  if (code !== 'SIGN_IN.TOO_MANY_CODES') throw new Error(`A code could not be made: ${code}`);
}

/**
 * Six digits by email, with their limits in the log. `address` is a keyed hash: of an address to sign in with, or of one that a person
 * proves.
 */
export class Codes {
  constructor(private readonly parts: CodesParts) {}

  /** Makes a code for a person, or says why not: too many of late, or a hub that can write nothing now. */
  async make(address: string, person: PersonId, from: string): Promise<Result<Code, Refusal>> {
    const { secrets, clock } = this.parts;
    const digits = newCode();
    const expiresAt = new Date(Date.parse(clock.now()) + CODE_LIFE_MS).toISOString() as Instant;
    const { answer, commandId } = await this.#ask('SendSignInCode', {
      address,
      person,
      expiresAt,
      code: secrets.code(address, digits),
      from: secrets.network(address, from),
    });
    return answer.outcome === 'accepted' ? ok({ digits, key: commandId, expiresAt }) : refuse({ code: answer.code });
  }

  /** Tries a code once. Settles with whose it was; undefined where it is not right. Every wrong try counts, in every process. */
  async use(address: string, digits: string, from: string): Promise<Result<PersonId | undefined, Refusal>> {
    const { secrets, log } = this.parts;
    const { answer, commandId } = await this.#ask('TrySignInCode', {
      address,
      code: secrets.code(address, digits.replace(/\s/g, '')),
      from: secrets.network(address, from),
    });
    // Too many tries, or a hub that can write nothing now: nobody is blamed for that.
    if (answer.outcome === 'rejected') return refuse({ code: answer.code });
    const history = await log.readStream(streamOf('signin', address));
    const used = history.find((event) => event.commandId === commandId && event.type === 'SignInCodeUsed');
    const whose = used && (used.data as { person: PersonId }).person;
    // A code that was made for a record a moment before it was joined.
    return ok(whose && (this.parts.keptOf?.(whose) ?? whose));
  }

  /** Whether a code would be used now. Nothing is used or counted: a wrong one is to be tried as well, or strangers guess without end. */
  async isGood(address: string, digits: string, from: string): Promise<boolean> {
    const { secrets, log, clock } = this.parts;
    const history = await log.readStream(streamOf('signin', address));
    // A stream of an address holds events of signing in alone.
    const state = history.reduce((before, event) => signIn.evolve(before, event as SignInEvent), signIn.initial);
    const now = clock.now();
    const data = { address, code: secrets.code(address, digits.replace(/\s/g, '')), from: secrets.network(address, from) };
    const decided = signIn.decide({ type: 'TrySignInCode', data, by: HUB, at: now, on: dayOf(now) }, state, undefined as never);
    return decided.ok && decided.value.some(({ type }) => type === 'SignInCodeUsed');
  }

  async #ask(type: string, data: object): Promise<{ answer: Answer; commandId: CommandId }> {
    const commandId = uuidv7() as CommandId;
    return { commandId, answer: await this.parts.dispatcher.dispatch({ commandId, type, stampedAt: this.parts.clock.now(), data }, HUB) };
  }
}
