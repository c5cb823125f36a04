/** Buckets of a table. A change copies this many references and one bucket: 50,000 entries cost as much as a few hundred. */
const BUCKETS = 256;

type Bucket<V> = ReadonlyMap<string, V>;

/**
 * An immutable map whose copies share structure. Copying a record for each of 50,000 members would make a fold quadratic. Not plain JSON;
 * no browser holds it.
 */
export class Table<K extends string, V> {
  private constructor(
    private readonly buckets: readonly (Bucket<V> | undefined)[],
    readonly size: number,
  ) {}

  static empty<K extends string, V>(): Table<K, V> {
    return new Table<K, V>(
      Array.from({ length: BUCKETS }, () => undefined),
      0,
    );
  }

  get(key: K): V | undefined {
    return this.buckets[bucketOf(key)]?.get(key);
  }

  has(key: K): boolean {
    return this.buckets[bucketOf(key)]?.has(key) ?? false;
  }

  with(key: K, value: V): Table<K, V> {
    const bucket = this.buckets[bucketOf(key)];
    return this.#replaced(key, new Map(bucket).set(key, value), this.size + (bucket?.has(key) ? 0 : 1));
  }

  without(key: K): Table<K, V> {
    const bucket = this.buckets[bucketOf(key)];
    if (!bucket?.has(key)) return this;
    const rest = new Map(bucket);
    rest.delete(key);
    return this.#replaced(key, rest, this.size - 1);
  }

  *[Symbol.iterator](): Iterator<readonly [K, V]> {
    for (const bucket of this.buckets) if (bucket) yield* bucket as ReadonlyMap<K, V>;
  }

  /** Its entries, where state is written down. */
  toJSON(): readonly (readonly [K, V])[] {
    return [...this];
  }

  #replaced(key: K, bucket: Bucket<V>, size: number): Table<K, V> {
    const buckets = [...this.buckets];
    buckets[bucketOf(key)] = bucket;
    return new Table<K, V>(buckets, size);
  }
}

/** Spreads ids evenly: those that were made together differ only at their end. */
function bucketOf(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
