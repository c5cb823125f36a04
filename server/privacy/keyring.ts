import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import {
  streamOf,
  type CommandId,
  type EventId,
  type Brand,
  type Instant,
  type PersonId,
  type StreamId,
} from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { EventStore, NewEvent, StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { decrypt, encrypt, KEY_BYTES } from './sealing.js';
import type { MasterKey } from './master-key.js';

/** The category of the streams that hold the keys of people and documents. */
export const KEY_CATEGORY = 'key';
/** How many keys a process keeps at hand. */
export const KEY_CACHE_LIMIT_KEYS = 20_000;
/** How often a key is made or destroyed again after another process was quicker. */
const KEY_RACE_LIMIT_TRIES = 10;

/** A key, or that it was destroyed. */
export type OwnedKey = Buffer | 'destroyed';

/** A document that several people write, from one snapshot to the next: its key is destroyed when one of its writers is erased (0042). */
export type DocumentEpoch = Brand<string, 'DocumentEpoch'>;
/** The owner of a document's key. No id holds a full stop, so no person is ever taken for one. `epoch` counts from 0. */
export const documentEpoch = (document: string, epoch: number): DocumentEpoch => `${document}.${epoch}` as DocumentEpoch;

/** Whose a key is. */
export type KeyOwner = PersonId | DocumentEpoch;

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

/** Keys of people and of documents: kept in the log, one stream each, wrapped by the master key, and destroyed with the stream. */
export class Keyring {
  readonly #cache = new Map<KeyOwner, Promise<OwnedKey | undefined>>();
  /** Erased, as this process has heard: their keys count as destroyed, whether or not they are yet. */
  readonly #erased = new Set<KeyOwner>();

  constructor(
    private readonly store: EventStore,
    private readonly master: MasterKey,
    private readonly now: () => Instant,
  ) {}

  /** Makes sure, before anything else is done, that the master key is the one that belongs to this log. Throws `WrongMasterKey`. */
  async verify(): Promise<void> {
    await this.toSeal(HUB);
  }

  /** The key with which an owner's words are sealed; made now where there was none. */
  async toSeal(owner: KeyOwner): Promise<OwnedKey> {
    for (let tries = 0; tries < KEY_RACE_LIMIT_TRIES; tries++) {
      const found = await this.find(owner);
      if (found) return found;
      const key = randomBytes(KEY_BYTES);
      const made = await this.store.append(streamFor(owner), 'noStream', [this.#made(owner, key)]);
      this.#cache.delete(owner);
      if (made.ok) return key;
    }
    throw new Error('A key was made and destroyed by others again and again.');
  }

  /** The owner's key as the log has it; undefined where none was ever made. */
  async find(owner: KeyOwner): Promise<OwnedKey | undefined> {
    if (this.#erased.has(owner)) return 'destroyed';
    const cached = this.#cache.get(owner);
    if (cached) {
      // Asked for last, dropped last.
      this.#cache.delete(owner);
      this.#cache.set(owner, cached);
      return cached;
    }
    const reading = this.#read(owner);
    this.#cache.set(owner, reading);
    const oldest = this.#cache.size > KEY_CACHE_LIMIT_KEYS ? this.#cache.keys().next().value : undefined;
    if (oldest !== undefined) this.#cache.delete(oldest);
    // An absent key may be made by another process at any moment, and a failed read says nothing: neither is remembered.
    const forget = () => this.#cache.get(owner) === reading && this.#cache.delete(owner);
    return reading.then(
      (key) => (key ?? forget(), key),
      (error: unknown) => {
        forget();
        throw error;
      },
    );
  }

  /** Destroys a key beyond recovery. What it sealed reads as erased from now on, and no new key is ever made for its owner. */
  async destroy(owner: KeyOwner): Promise<void> {
    const stream = streamFor(owner);
    for (let tries = 0; tries < KEY_RACE_LIMIT_TRIES; tries++) {
      this.forget(owner);
      if ((await this.#read(owner)) === 'destroyed') return;
      await this.store.shred(stream);
      // Without this mark a late word about the owner, from a process that has not heard yet, would be sealed with a new key.
      const marked = await this.store.append(stream, 'noStream', [this.#event('PersonKeyDestroyed', {})]);
      this.forget(owner);
      if (marked.ok) return;
    }
    throw new Error('A key was made by others as often as it was destroyed.');
  }

  /** A person was erased: from now on nothing of theirs is opened here, nothing is sealed, and no key is made for them. */
  erased(person: PersonId): void {
    this.#erased.add(person);
    this.forget(person);
  }

  /** Whether the log still has the owner's key, whatever this process has heard. */
  async holds(owner: KeyOwner): Promise<boolean> {
    const key = await this.#read(owner);
    return key !== undefined && key !== 'destroyed';
  }

  /** Drops a key from this process's memory: another process has destroyed it. */
  forget(owner: KeyOwner): void {
    this.#cache.delete(owner);
  }

  async #read(owner: KeyOwner): Promise<OwnedKey | undefined> {
    const first = (await this.store.readStream(streamFor(owner)))[0];
    if (!first) return undefined;
    if (first.type !== 'PersonKeyMade') return 'destroyed';
    const { wrapped, master } = first.data as KeyMade;
    if (master !== this.master.fingerprint) throw new WrongMasterKey(this.master.fingerprint, master);
    return decrypt(this.master.bytes, owner, wrapped);
  }

  #made(owner: KeyOwner, key: Buffer): NewEvent {
    const data: KeyMade = { wrapped: encrypt(this.master.bytes, owner, key), master: this.master.fingerprint };
    return this.#event('PersonKeyMade', data);
  }

  #event(type: string, data: unknown): NewEvent {
    const id = uuidv7();
    return { id: id as EventId, type, version: 1, at: this.now(), actor: HUB, commandId: id as CommandId, institutions: [], data };
  }
}

/** Tries keys without keeping them: why one cannot be opened with this master key, in words; undefined where it can, or was destroyed. */
export const triedWith =
  (master: Pick<MasterKey, 'bytes' | 'fingerprint'>) =>
  (stream: string, type: string, data: unknown): string | undefined => {
    if (type !== 'PersonKeyMade') return undefined;
    const made = data as Partial<KeyMade> | undefined;
    if (made?.master !== master.fingerprint)
      return `It was wrapped by the master key ${made?.master ?? 'without a name'}, and this is ${master.fingerprint}.`;
    try {
      decrypt(master.bytes, stream.slice(`${KEY_CATEGORY}-`.length), made.wrapped ?? '');
      return undefined;
    } catch {
      return 'It was changed after it was written.';
    }
  };

const streamFor = (owner: KeyOwner): StreamId => streamOf(KEY_CATEGORY, owner);
