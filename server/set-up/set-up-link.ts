import { timingSafeEqual } from 'node:crypto';
import { hashOfToken, newToken } from '../identity/secrets.js';

/** The set-up link for the first administrator of an empty hub, printed at start and used once. Only its hash is kept, in memory. */
export class SetUpLink {
  #hash: Buffer | undefined;
  #inUse = false;

  /** A new token, 256 bits in base64url; the one before is void. */
  issue(): string {
    const token = newToken();
    this.#hash = Buffer.from(hashOfToken(token));
    return token;
  }

  /** Nobody gets in by the link any more. */
  void(): void {
    this.#hash = undefined;
  }

  /** Does something with the right token, once at a time; undefined where the token is another one, was used, or is being used. */
  async use<Value>(token: string, work: () => Promise<Value>): Promise<Value | undefined> {
    if (this.#inUse || !this.#isRight(token)) return undefined;
    this.#inUse = true;
    try {
      return await work();
    } finally {
      this.#inUse = false;
    }
  }

  #isRight(token: string): boolean {
    const given = Buffer.from(hashOfToken(token));
    return this.#hash !== undefined && timingSafeEqual(this.#hash, given);
  }
}
