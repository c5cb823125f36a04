import { HUB } from '@alongside/domain/kernel/decider.js';

/** An event as far as it tells whose key there has to be. */
interface Told {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** How bodies begin that this reads: most events are none of these, and reading a body costs more than looking at it. */
const READ = /^\["Person(?:Joined|Erased)"|^\["RecordsJoined"/;

/** Whether every person of a log who was not erased still has their key: a key that is blanked without a word takes all that they wrote. */
export class KeysThere {
  readonly #joined = new Set<string>();
  readonly #made = new Set<string>();
  readonly #erased = new Set<string>();
  /** Records of one person, each with the others. */
  readonly #same = new Map<string, Set<string>>();

  /** Whether a body is about whose key there has to be. */
  static isAbout(body: string): boolean {
    return READ.test(body);
  }

  take({ type, data }: Told): void {
    const [person, joined] = [data?.['person'], data?.['joined']];
    if (typeof person !== 'string') return;
    if (type === 'PersonJoined') this.#joined.add(person);
    // With each record that was the person’s by then: a log from before they were joined has them apart.
    if (type === 'PersonErased') for (const one of [person, ...(this.#same.get(person) ?? [])]) this.#erased.add(one);
    if (type === 'RecordsJoined' && typeof joined === 'string') this.#areOne(person, joined);
  }

  /** An event of the key of a person, or of a document. */
  key(owner: string, type: string | undefined): void {
    if (type !== 'PersonKeyDestroyed') this.#made.add(owner);
  }

  /** Everybody erased, by the log, by the ids of all their records. */
  get erased(): readonly string[] {
    return [...this.#erased];
  }

  /** People whose key is gone or destroyed though nothing tells that they were erased; and the hub, whose own key was there before any of them. */
  lost(): readonly string[] {
    const owners = this.#joined.size > 0 ? [HUB, ...this.#joined] : [];
    return owners.filter((person) => !this.#made.has(person) && !this.#isErased(person));
  }

  #areOne(person: string, joined: string): void {
    const all = new Set([person, joined, ...(this.#same.get(person) ?? []), ...(this.#same.get(joined) ?? [])]);
    for (const one of all) this.#same.set(one, all);
  }

  #isErased(person: string): boolean {
    return this.#erased.has(person) || [...(this.#same.get(person) ?? [])].some((one) => this.#erased.has(one));
  }
}
