import { Findings, type CheckReport } from './findings.js';
import { chainHash, isChained, KEY_CATEGORY, keyHash } from './hash.js';
import { KeysThere } from './keys-there.js';
import { Heard, LogChain, type Witness } from './log-chain.js';

/** An event as a check needs it: its place, its id and hash, and its body as the log keeps it. */
export interface CheckedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly id: string;
  readonly hash: string;
  readonly body: string;
}

/** What a witness is called in findings, the file it was read from, and what it knows: nothing, where that file is not as it was written. */
export interface NamedWitness {
  readonly name: string;
  readonly file: string;
  readonly knows?: Witness | undefined;
}

/** Why a key cannot be opened, in words; undefined where it can. Takes the stream and the data of an event about a key. */
export type TryKey = (stream: string, type: string, data: unknown) => string | undefined;

interface End {
  revision: number;
  /** The hash before the next event: as stored, and as it should be, where the two differ. */
  hashes: readonly string[];
}

/** Checks a log as it is read in order: each stream’s chain, each key’s own hash, and the whole against what witnesses know. Pure. */
export class ChainCheck {
  readonly findings = new Findings();
  readonly #ends = new Map<string, End>();
  readonly #chain = new LogChain();
  readonly #heard: readonly Heard[];
  readonly #names: readonly string[];
  readonly #spoilt: readonly string[];
  readonly #keysThere = new KeysThere();
  #keys = 0;
  #keysWithoutHash = 0;
  #gaps = 0;
  #lost = 0;

  constructor(
    private readonly file: string,
    witnesses: readonly NamedWitness[] = [],
    private readonly tryKey?: TryKey,
  ) {
    const knowing = witnesses.flatMap(({ name, knows }) => (knows ? [{ name, heard: new Heard(knows) }] : []));
    this.#heard = knowing.map(({ heard }) => heard);
    this.#names = knowing.map(({ name }) => name);
    this.#spoilt = witnesses.filter(({ knows }) => !knows).map(({ file }) => file);
  }

  /** The next event. */
  take(event: CheckedEvent): void {
    this.#chain.saw(event.position);
    if (!isChained(event.stream)) return this.#key(event, bodyIn(event.body));
    const told = KeysThere.isAbout(event.body) ? bodyIn(event.body) : undefined;
    if (told) this.#keysThere.take(told);
    this.#chained(event);
    const head = this.#chain.take(event);
    for (const heard of this.#heard) heard.take(head);
  }

  /** Events known to be gone or unreadable, so that a witness that counts them is not taken for another finding. */
  lost(events: number): void {
    this.#lost += events;
  }

  /** Everything was read: what the witnesses say, and the whole. `end`: position of the last row, where rows are never taken out. */
  report(end?: string): CheckReport {
    for (const [index, heard] of this.#heard.entries()) this.#ask(heard, this.#names[index] ?? '', end);
    if (end !== undefined) this.#chain.saw(end);
    // What cannot be read may be the word that they were erased.
    if (!this.findings.has('missing', 'unreadable', 'cut', 'file'))
      for (const person of this.#keysThere.lost()) this.findings.add({ kind: 'keyless', stream: `${KEY_CATEGORY}-${person}` });
    const { list, more, damaged } = this.findings;
    const witness = this.#chain.witness();
    return {
      file: this.file,
      sound: list.length === 0,
      events: this.#chain.head.events,
      keys: this.#keys,
      keysWithoutHash: this.#keysWithoutHash,
      keysOpened: this.tryKey !== undefined,
      findings: list,
      more,
      damaged: [...damaged],
      ...(witness && { witness }),
      heads: this.#heard.length,
      spoilt: this.#spoilt,
      ...this.#vouched(),
      erased: this.#keysThere.erased,
    };
  }

  #vouched(): Pick<CheckReport, 'vouched'> {
    const agreed = this.#heard.flatMap(({ agreed: head }) => head ?? []);
    const vouched = agreed.toSorted((a, b) => a.events - b.events).at(-1);
    return vouched ? { vouched } : {};
  }

  #chained(event: CheckedEvent): void {
    const { stream, revision, id, hash, body } = event;
    const end = this.#ends.get(stream) ?? { revision: -1, hashes: [''] };
    const next = end.revision + 1;
    if (revision === next) {
      if (end.hashes.some((before) => hash === chainHash(before, stream, revision, id, body)))
        return this.#reached(stream, revision, [hash]);
      this.findings.add({ kind: 'altered', ...placeOf(event) });
      // The next one follows from its hash as it is, or, where the hash is what was changed, as it should be.
      return this.#reached(stream, revision, [hash, chainHash(end.hashes[0] ?? '', stream, revision, id, body)]);
    }
    // The number alone was changed: content and hash are those of the event that is due.
    const onlyNumber = end.hashes.some((before) => hash === chainHash(before, stream, next, id, body));
    if (onlyNumber || revision < next) {
      this.findings.add({ kind: 'altered', ...placeOf(event), revision: onlyNumber ? next : revision });
      return onlyNumber ? this.#reached(stream, next, [hash]) : undefined;
    }
    this.#gaps += revision - next;
    this.findings.add({ kind: 'missing', stream, revision: next, through: revision - 1 });
    this.#reached(stream, revision, [hash]);
  }

  #key(event: CheckedEvent, read: Body | undefined): void {
    const { stream, revision, id, hash, body } = event;
    const place = placeOf(event);
    this.#keys += 1;
    this.#reached(stream, revision, []);
    this.#keysThere.key(stream.slice(`${KEY_CATEGORY}-`.length), read?.type);
    if (hash === '') this.#keysWithoutHash += 1;
    else if (hash !== keyHash(stream, id, body)) return this.findings.add({ kind: 'altered', ...place });
    const why = this.tryKey && (read ? this.tryKey(stream, read.type, read.data) : 'It holds no event.');
    if (why !== undefined) this.findings.add({ kind: 'key', ...place, detail: why });
  }

  #reached(stream: string, revision: number, hashes: readonly string[]): void {
    const end = this.#ends.get(stream);
    if (!end) this.#ends.set(stream, { revision, hashes });
    else {
      end.revision = revision;
      end.hashes = hashes;
    }
  }

  #ask({ agreed, differs, newest, last }: Heard, name: string, end: string | undefined): void {
    const { head } = this.#chain;
    const missing = (newest?.events ?? 0) - head.events;
    if (newest && missing > Math.max(this.#gaps, this.#lost))
      this.findings.add({
        kind: 'cut',
        position: newest.position,
        detail: `It ends after ${count(head.events)}${head.position ? `, at position ${head.position}` : ''}. ${name} knows ${count(newest.events)}, up to position ${newest.position}: ${count(missing)} of the history ${missing === 1 ? 'is' : 'are'} gone.`,
      });
    else if (end !== undefined && last !== undefined && last.length === end.length && end < last)
      this.findings.add({ kind: 'cut', position: end, detail: `It ends at position ${end}. ${name} knows position ${last}.` });
    // What was found in a stream, or is gone, explains why the whole differs.
    else if (differs && !this.findings.has('altered', 'missing', 'unreadable', 'file'))
      this.findings.add({
        kind: 'rewritten',
        position: agreed?.position ?? '',
        until: differs.position,
        detail: `${name} knows another history ${agreed ? 'after the first position named' : 'from the beginning'}.`,
      });
  }
}

function placeOf({ stream, revision, position, id, body }: CheckedEvent) {
  const type = bodyIn(body)?.type;
  return { stream, revision, event: id, ...(type !== undefined && { type }), position };
}

const count = (events: number): string => `${events.toLocaleString('en-GB')} ${events === 1 ? 'event' : 'events'}`;

interface Body {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** Type and data of a body; undefined where it is none. */
function bodyIn(text: string): Body | undefined {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list) || typeof list[0] !== 'string') return undefined;
    const data: unknown = list[DATA_AT];
    return { type: list[0], data: typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : undefined };
  } catch {
    return undefined;
  }
}

/** Where the data stands in a body. */
const DATA_AT = 7;
