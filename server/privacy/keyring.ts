import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { streamOf, type CommandId, type EventId, type Instant, type PersonId, type StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { EventStore, NewEvent, StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { decrypt, encrypt, KEY_BYTES } from './sealing.js';
import type { MasterKey } from './master-key.js';

/** The category of the streams that hold people's keys. */
export const KEY_CATEGORY = 'key';
/** How many people's keys a process keeps at hand. */
export const KEY_CACHE_LIMIT_KEYS = 20_000;
/** How often a key is made or destroyed again after another process was quicker. */
const KEY_RACE_LIMIT_TRIES = 10;

/** A person's key, or that it was destroyed. */
export type PersonKey = Buffer | 'destroyed';

interface KeyMade {
  readonly wrapped: string;
  readonly master: string;
}

/** Whether an event belongs to the keyring and not to the history. */
export const isKeyEvent = (event: StoredEvent): boolean => event.stream.startsWith(`${KEY_CATEGORY}-`);

/** The log was sealed under another master key than the one this process was given. */
export class WrongMasterKey extends Error {
  constructor(given: string, needed: string) {
    super(
      `The people’s keys in this log were wrapped by the master key ${needed}, and this is ${given}. Give the MASTER_KEY, or the master.key file, that belongs to the log.`,
    );
    this.name = 'WrongMasterKey';
  }
}

/** People's keys: kept in the log, one stream each, wrapped by the master key, and destroyed with the stream. */
export class Keyring {
  readonly #cache = new Map<PersonId, Promise<PersonKey | undefined>>();

  constructor(
    private readonly store: EventStore,
    private readonly master: MasterKey,
    private readonly now: () => Instant,
  ) {}

  /** Makes sure, before anything else is done, that the master key is the one that belongs to this log. Throws `WrongMasterKey`. */
  async verify(): Promise<void> {
    await this.toSeal(HUB);
  }

  /** The key with which a person's words are sealed; made now where there was none. */
  async toSeal(person: PersonId): Promise<PersonKey> {
    for (let tries = 0; tries < KEY_RACE_LIMIT_TRIES; tries++) {
      const found = await this.find(person);
      if (found) return found;
      const key = randomBytes(KEY_BYTES);
      const made = await this.store.append(streamFor(person), 'noStream', [this.#made(person, key)]);
      this.#cache.delete(person);
      if (made.ok) return key;
    }
    throw new Error('A key was made and destroyed by others again and again.');
  }

  /** The person's key as the log has it; undefined where none was ever made. */
  async find(person: PersonId): Promise<PersonKey | undefined> {
    const cached = this.#cache.get(person);
    if (cached) {
      // Asked for last, dropped last.
      this.#cache.delete(person);
      this.#cache.set(person, cached);
      return cached;
    }
    const reading = this.#read(person);
    this.#cache.set(person, reading);
    const oldest = this.#cache.size > KEY_CACHE_LIMIT_KEYS ? this.#cache.keys().next().value : undefined;
    if (oldest !== undefined) this.#cache.delete(oldest);
    // An absent key may be made by another process at any moment, and a failed read says nothing: neither is remembered.
    const forget = () => this.#cache.get(person) === reading && this.#cache.delete(person);
    return reading.then(
      (key) => (key ?? forget(), key),
      (error: unknown) => {
        forget();
        throw error;
      },
    );
  }

  /** Destroys a person's key beyond recovery. What it sealed reads as erased from now on, and no new key is ever made for them. */
  async destroy(person: PersonId): Promise<void> {
    const stream = streamFor(person);
    for (let tries = 0; tries < KEY_RACE_LIMIT_TRIES; tries++) {
      this.forget(person);
      if ((await this.#read(person)) === 'destroyed') return;
      await this.store.shred(stream);
      // Without this mark a late word about the person, from a process that has not heard yet, would be sealed with a new key.
      const marked = await this.store.append(stream, 'noStream', [this.#event('PersonKeyDestroyed', {})]);
      this.forget(person);
      if (marked.ok) return;
    }
    throw new Error('A key was made by others as often as it was destroyed.');
  }

  /** Drops a key from this process's memory: another process has destroyed it. */
  forget(person: PersonId): void {
    this.#cache.delete(person);
  }

  async #read(person: PersonId): Promise<PersonKey | undefined> {
    const first = (await this.store.readStream(streamFor(person)))[0];
    if (!first) return undefined;
    if (first.type !== 'PersonKeyMade') return 'destroyed';
    const { wrapped, master } = first.data as KeyMade;
    if (master !== this.master.fingerprint) throw new WrongMasterKey(this.master.fingerprint, master);
    return decrypt(this.master.bytes, person, wrapped);
  }

  #made(person: PersonId, key: Buffer): NewEvent {
    const data: KeyMade = { wrapped: encrypt(this.master.bytes, person, key), master: this.master.fingerprint };
    return this.#event('PersonKeyMade', data);
  }

  #event(type: string, data: unknown): NewEvent {
    const id = uuidv7();
    return { id: id as EventId, type, version: 1, at: this.now(), actor: HUB, commandId: id as CommandId, institutions: [], data };
  }
}

const streamFor = (person: PersonId): StreamId => streamOf(KEY_CATEGORY, person);
