import { hkdfSync } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MasterKey } from '../privacy/master-key.js';
import { decrypt, encrypt, KEY_BYTES } from '../privacy/sealing.js';
import type { Foreseen } from './foreseen.js';
import type { ImportPlan, ImportTarget } from './import-plan.js';
import type { ImportProgress } from './import-progress.js';
import { KEPT_LIFE_MS, KEPT_LIMIT_IMPORTS, KEPT_LIMIT_IMPORTS_PER_PERSON, type Said } from './kept-imports.js';

const FOLDER = 'imports';
const END = '.sealed';

/** What is known of a kept list without opening its file. */
export interface KeptMeta {
  readonly id: string;
  readonly by: PersonId;
  readonly reading: number;
  readonly target: ImportTarget;
  readonly at?: Instant;
  readonly name?: string;
  readonly said: Said;
  /** How many people were erased when it was read first: once it is another number, one of them may be in the list. */
  readonly erasures: number;
  readonly keptAt: Instant;
  /** Confirmed, and not over when it was kept. */
  readonly begun?: true;
  /** What became of it, once it is over. */
  readonly over?: KeptResult;
}

/** What the page of an import that is over shows. */
export interface KeptResult {
  readonly progress: ImportProgress;
  readonly summary: ImportPlan['summary'];
  readonly foreseen: Foreseen;
}

/** A list, or its result, as a restart finds it again. `file` as in `Brought`; null for a result. */
export type KeptRecord = Omit<KeptMeta, 'keptAt'> & { readonly file: Uint8Array | null };

/** Removes what a hub kept of lists in its folder; for a process that serves none, and before one serves any. */
export const emptyKeptLists = (ownDir: string): Promise<void> => rm(join(ownDir, FOLDER), { recursive: true, force: true });

/**
 * Lists that wait and results, in this process’s own folder, each in one sealed file. All go once any person is erased: who is in a
 * list is not known.
 */
export class KeptOnDisk {
  readonly #folder: string;
  readonly #key: Buffer;
  readonly #kept = new Map<string, { readonly meta: KeptMeta; readonly timer: NodeJS.Timeout }>();
  /** Writes one after the other, so that the last thing said of a list is what stays. */
  #writing: Promise<void>;

  constructor(
    private readonly from: {
      readonly ownDir: string;
      readonly master: Pick<MasterKey, 'bytes'>;
      readonly now: () => Instant;
      /** How many people the views know to be erased. */
      readonly erasures: () => number;
      /** Told of what could not be written or read: the list is in memory all the same. */
      readonly failed: (error: unknown) => void;
    },
  ) {
    this.#folder = join(from.ownDir, FOLDER);
    this.#key = Buffer.from(hkdfSync('sha256', from.master.bytes, Buffer.alloc(0), 'alongside kept imports', KEY_BYTES));
    this.#writing = this.#open().catch(from.failed);
  }

  /** Keeps a list, or what became of it, in the place of what was kept before. Not where a person was erased since it was read. */
  save(record: KeptRecord): Promise<void> {
    const { file, ...known } = record;
    return this.#then(async () => {
      if (known.erasures !== this.from.erasures()) return this.#remove(known.id);
      const meta: KeptMeta = { ...known, keptAt: this.from.now() };
      await this.#write(meta, file);
      this.#note(meta);
      await this.#makeRoom();
    });
  }

  /** A list of this person; undefined where there is none, none any more, or where one who was erased may be in it. */
  async find(id: string, by: PersonId): Promise<KeptRecord | undefined> {
    await this.#writing;
    const meta = this.#kept.get(id)?.meta;
    if (meta?.by !== by) return undefined;
    if (meta.erasures !== this.from.erasures()) return void (await this.remove(id));
    try {
      const [, sealed] = (await readFile(this.#fileOf(id), 'utf8')).split('\n');
      const { keptAt: _, ...known } = meta;
      return { ...known, file: sealed ? decrypt(this.#key, `${id} file`, sealed) : null };
    } catch (error) {
      this.from.failed(error);
      return undefined;
    }
  }

  /** All of this person, without their files. Not those in which one who was erased may be. */
  async of(by: PersonId): Promise<readonly KeptMeta[]> {
    await this.#writing;
    const erasures = this.from.erasures();
    return [...this.#kept.values()].flatMap(({ meta }) => (meta.by === by && meta.erasures === erasures ? [meta] : []));
  }

  remove(id: string): Promise<void> {
    return this.#then(() => this.#remove(id));
  }

  /** A person was erased. */
  forgetAll(): Promise<void> {
    return this.#then(async () => {
      for (const { timer } of this.#kept.values()) clearTimeout(timer);
      this.#kept.clear();
      await emptyKeptLists(this.from.ownDir);
    });
  }

  /** Settles once nothing is being written. What is kept stays, for the next start. */
  async close(): Promise<void> {
    await this.#writing;
    for (const { timer } of this.#kept.values()) clearTimeout(timer);
  }

  #then(act: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(act).catch(this.from.failed);
    return this.#writing;
  }

  /** Notes what is there, and removes what is too old, half written, or of another key. */
  async #open(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const meta = name.endsWith(END) ? await this.#metaIn(name) : undefined;
      if (meta && this.#leftOf(meta) > 0) this.#note(meta);
      else await rm(join(this.#folder, name), { force: true });
    }
  }

  async #metaIn(name: string): Promise<KeptMeta | undefined> {
    const id = name.slice(0, -END.length);
    try {
      const [sealed = ''] = (await readFile(join(this.#folder, name), 'utf8')).split('\n');
      // Only ever what `#write` sealed of this list.
      return JSON.parse(decrypt(this.#key, `${id} list`, sealed).toString()) as KeptMeta;
    } catch {
      return undefined;
    }
  }

  /** A torn write leaves what was kept before. */
  async #write(meta: KeptMeta, file: Uint8Array | null): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const draft = `${this.#fileOf(meta.id)}.new`;
    const handle = await open(draft, 'w', 0o600);
    try {
      const list = encrypt(this.#key, `${meta.id} list`, Buffer.from(JSON.stringify(meta)));
      await handle.writeFile(`${list}\n${file ? encrypt(this.#key, `${meta.id} file`, Buffer.from(file)) : ''}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, this.#fileOf(meta.id));
  }

  /** As many as memory keeps. What is under way goes last. */
  async #makeRoom(): Promise<void> {
    const all = [...this.#kept.values()].map(({ meta }) => meta);
    const oldest = all.toSorted((a, b) => Number(a.begun ?? 0) - Number(b.begun ?? 0) || (a.keptAt < b.keptAt ? -1 : 1));
    const counts = new Map<PersonId, number>();
    for (const { by } of all) counts.set(by, (counts.get(by) ?? 0) + 1);
    let total = all.length;
    for (const { id, by } of oldest) {
      const own = counts.get(by) ?? 0;
      if (own <= KEPT_LIMIT_IMPORTS_PER_PERSON && total <= KEPT_LIMIT_IMPORTS) continue;
      counts.set(by, own - 1);
      total -= 1;
      await this.#remove(id);
    }
  }

  #note(meta: KeptMeta): void {
    clearTimeout(this.#kept.get(meta.id)?.timer);
    // Removed without being asked for: its person may never come back.
    const timer = setTimeout(() => void this.remove(meta.id), this.#leftOf(meta)).unref();
    this.#kept.delete(meta.id);
    this.#kept.set(meta.id, { meta, timer });
  }

  /** Never longer than `KEPT_LIFE_MS`, wherever the clock was set. */
  #leftOf({ keptAt }: KeptMeta): number {
    return Math.min(KEPT_LIFE_MS, Date.parse(keptAt) + KEPT_LIFE_MS - Date.parse(this.from.now()));
  }

  #drop(id: string): void {
    clearTimeout(this.#kept.get(id)?.timer);
    this.#kept.delete(id);
  }

  async #remove(id: string): Promise<void> {
    const was = this.#kept.has(id);
    this.#drop(id);
    if (was) await rm(this.#fileOf(id), { force: true });
  }

  // Ids are those of this hub, never what an address of the browser says.
  #fileOf(id: string): string {
    return join(this.#folder, `${id}${END}`);
  }
}
