import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Fingerprint } from '@alongside/domain/kernel/event-store.js';
import type { Keyring, OwnedKey } from './keyring.js';

const PURPOSE = 'alongside command fingerprint';
/** 128 bits: two different commands under one id never meet by chance. */
const HASH_BYTES = 16;

/** Fingerprints of commands. Their key needs the key of everyone whose words they hold, so that erasing one leaves nothing to guess. */
export class Fingerprints {
  constructor(private readonly keyring: Pick<Keyring, 'toSeal' | 'find'>) {}

  /** The fingerprint of a command's content; undefined where a person in it was erased. */
  async make(content: string, people: Iterable<PersonId>): Promise<Fingerprint | undefined> {
    const of = [...new Set(people)].sort();
    const hash = await this.#hash(content, of, (person) => this.keyring.toSeal(person));
    return hash && { hash: hash.toString('base64url'), of };
  }

  /** Whether the content is what the fingerprint was made of; undefined where nobody can tell any more. */
  async matches({ hash, of }: Fingerprint, content: string): Promise<boolean | undefined> {
    const again = await this.#hash(content, of, (person) => this.keyring.find(person));
    if (!again) return undefined;
    const kept = Buffer.from(hash, 'base64url');
    return kept.length === again.length && timingSafeEqual(kept, again);
  }

  async #hash(
    content: string,
    people: readonly PersonId[],
    keyOf: (person: PersonId) => Promise<OwnedKey | undefined>,
  ): Promise<Buffer | undefined> {
    let key: Buffer = Buffer.from(PURPOSE);
    for (const person of people) {
      const own = await keyOf(person);
      if (own === undefined || own === 'destroyed') return undefined;
      key = createHmac('sha256', own).update(key).digest();
    }
    return createHmac('sha256', key).update(content).digest().subarray(0, HASH_BYTES);
  }
}
