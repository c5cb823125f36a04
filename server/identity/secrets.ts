import { comparableEmail } from '@alongside/domain/text/folding.js';
import { createHash, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto';

/** What identity needs of the master key: hashes that nobody without it can make or try. */
export class IdentitySecrets {
  readonly #key: Buffer;

  constructor(masterKey: Buffer) {
    // A key of its own, so that what is learned here says nothing of the key that wraps people's words.
    this.#key = Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), 'alongside identity', 32));
  }

  /** The name of an address in the log, hex. Without the key nobody can tell whose it is. */
  address(email: string): string {
    return this.#keyed('address', comparableEmail(email));
  }

  /** The name under which codes are sent that prove a new address of a person. No code of it is good for signing in. */
  proof(person: string, email: string): string {
    return this.#keyed('address proof', `${person} ${comparableEmail(email)}`);
  }

  /** The name under which codes are sent that prove that another record is a person's own. */
  joining(person: string, email: string): string {
    return this.#keyed('joining proof', `${person} ${comparableEmail(email)}`);
  }

  /** A code is hashed with its address: the same digits elsewhere are another hash. */
  code(address: string, digits: string): string {
    return this.#keyed('code', `${address} ${digits}`);
  }

  /** Where a person asks from, hashed with the address that they ask about: the same network is another hash elsewhere. */
  network(address: string, from: string): string {
    return this.#keyed('network', `${address} ${from}`);
  }

  #keyed(purpose: string, text: string): string {
    return createHmac('sha256', this.#key).update(`${purpose}\0${text}`).digest('hex');
  }
}

export const CODE_DIGITS = 6;
/** Six digits from the system's generator, zero-padded. */
export const newCode = (): string => String(randomInt(0, 10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
/** 256 bits: a token is not guessed, so its plain hash is name enough for a session. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
