import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../app/log-check/witness-file.js';
import type { Email, Mailer } from './mailer.js';

/** An email as the outbox keeps it. */
export interface KeptEmail extends Email {
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** How many emails a reader is shown, newest first. */
export const OUTBOX_PAGE_EMAILS = 50;
/** Emails kept at most; older ones go. */
export const OUTBOX_LIMIT_EMAILS = 2_000;

/** What is left of an invitation that is still to be sent, without a word of it: an empty file, which makes room for nothing. */
const WITHOUT_WORDS = '.unsent';

/** Emails as files in a folder: the default where no mail server is named. One file an email, so that erasing a person is deleting files. */
export class FileOutbox implements Omit<Mailer, 'sender'> {
  /** Writes in progress. Erasure awaits them. */
  readonly #underWay = new Set<Promise<void>>();
  /** Emails about these come too late, such as one that was written before and sent after. */
  readonly #gone = new Set<PersonId>();

  private constructor(
    private readonly folder: string,
    private readonly drafts: string,
    private readonly now: () => Date,
    private readonly move: typeof rename,
  ) {}

  /** `drafts`: a folder of this process alone. What lies in it was torn by a sudden death; it is destroyed. */
  static async open(folder: string, drafts: string, now: () => Date = () => new Date(), move = rename): Promise<FileOutbox> {
    for (const path of [folder, drafts]) await mkdir(path, { recursive: true, mode: 0o700 });
    for (const name of await readdir(drafts)) await overwriteAndUnlink(join(drafts, name));
    for (const name of await readdir(folder)) {
      if (name.endsWith(GOING)) await overwriteAndUnlink(join(folder, name));
      // A sudden death came between its new name and the end of its words.
      if (name.endsWith(WITHOUT_WORDS)) await overwriteAndEmpty(join(folder, name));
      if (await isTorn(join(folder, name))) await overwriteAndUnlink(join(folder, name));
    }
    return new FileOutbox(folder, drafts, now, move);
  }

  async send(email: Email): Promise<void> {
    if (this.#isAboutGone(email)) return;
    const writing = this.#write(email);
    this.#underWay.add(writing);
    try {
      await writing;
    } finally {
      this.#underWay.delete(writing);
    }
    await this.#prune();
  }

  /** The newest emails, at most `OUTBOX_PAGE_EMAILS`. */
  async list(): Promise<readonly KeptEmail[]> {
    const emails = await Promise.all((await this.#names()).map((name) => this.#read(name)));
    return emails
      .filter((email) => email !== undefined && email !== 'damaged')
      .toSorted((a, b) => b.at.localeCompare(a.at))
      .slice(0, OUTBOX_PAGE_EMAILS);
  }

  /** Destroys what is kept to or about these people, by whatever process, and takes nothing about them from now on. */
  async forget(...people: readonly PersonId[]): Promise<void> {
    for (const person of people) this.#gone.add(person);
    await Promise.allSettled(this.#underWay);
    for (const name of this.#gone.size > 0 ? await this.#names() : []) {
      const email = await this.#read(name);
      // One that the disk damaged no longer says whom it is about.
      if (email === 'damaged' || (email && this.#isAboutGone(email))) await overwriteAndUnlink(join(this.folder, name));
    }
    for (const name of this.#gone.size > 0 ? await readdir(this.folder) : [])
      if (await isTorn(join(this.folder, name))) await overwriteAndUnlink(join(this.folder, name));
  }

  async close(): Promise<void> {}

  #isAboutGone({ to, about }: Email): boolean {
    return this.#gone.has(to.person) || about.some((person) => this.#gone.has(person));
  }

  /** Says of a key whether its email lies here, or is kept without its words. */
  async keys(): Promise<(key: string) => boolean> {
    await this.#isThere();
    const names = new Set((await readdir(this.folder)).filter((name) => name.endsWith('.json') || name.endsWith(WITHOUT_WORDS)));
    return (key) => names.has(nameOf(key)) || names.has(unsentOf(nameOf(key)));
  }

  /** A person may have deleted the folder while the hub runs. */
  async #isThere(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }

  /** Notes by its key that an invitation is still to be sent: it is written anew. On disk once this settles. */
  async keepWithoutWords(key: string): Promise<void> {
    await this.#isThere();
    await (await open(join(this.folder, unsentOf(nameOf(key))), 'a', 0o600)).close();
    await syncFolder(this.folder);
  }

  /** Takes the email of a key away for good; false where it is not here, or another was faster. */
  async take(key: string): Promise<boolean> {
    const name = nameOf(key);
    const words = await overwriteAndUnlink(join(this.folder, name));
    const noted = await overwriteAndUnlink(join(this.folder, unsentOf(name)));
    return words || noted;
  }

  async #write(email: Email): Promise<void> {
    const name = nameOf(email.key);
    const kept: KeptEmail = { ...email, at: this.now().toISOString() };
    const draft = join(this.drafts, name);
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(kept));
      await file.sync();
    } finally {
      await file.close();
    }
    try {
      await this.move(draft, join(this.folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await this.#carryOver(draft, name);
    }
  }

  /** From a disk of its own: nobody reads half an email, and nothing of it stays there. */
  async #carryOver(draft: string, name: string): Promise<void> {
    const coming = join(this.folder, `${name}${COMING}`);
    await copyFile(draft, coming);
    const file = await open(coming, 'r+');
    await file.sync().finally(() => file.close());
    await rename(coming, join(this.folder, name));
    await overwriteAndUnlink(draft);
  }

  /** Another process may be the one that does it, or that sends it. */
  async #endWords(name: string): Promise<void> {
    const [words, unsent] = [join(this.folder, name), join(this.folder, unsentOf(name))];
    try {
      await rename(words, unsent);
      await overwriteAndEmpty(unsent);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  async #names(): Promise<readonly string[]> {
    const entries = await readdir(this.folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isFile() && entry.name.endsWith('.json') ? [entry.name] : []));
  }

  async #read(name: string): Promise<KeptEmail | 'damaged' | undefined> {
    try {
      const text = await readFile(join(this.folder, name), 'utf8');
      // Opened under its name and overwritten before it was read: it is on its way out.
      return text.startsWith('\u0000') ? undefined : emailIn(text);
    } catch (error) {
      // Another process may have pruned or erased it between the listing and the reading.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async #prune(): Promise<void> {
    const names = await this.#names();
    if (names.length <= OUTBOX_LIMIT_EMAILS) return;
    const ages = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(this.folder, name))).mtimeMs })));
    const oldest = ages.toSorted((a, b) => a.at - b.at).slice(0, names.length - OUTBOX_LIMIT_EMAILS);
    for (const { name } of oldest) {
      const email = await this.#read(name);
      // Its words make room, and who was not emailed is known all the same.
      if (email !== 'damaged' && email?.invites) await this.#endWords(name);
      else await overwriteAndUnlink(join(this.folder, name));
    }
  }
}

const unsentOf = (name: string): string => name.replace(/\.json$/, WITHOUT_WORDS);

function emailIn(text: string): KeptEmail | 'damaged' {
  try {
    const email = JSON.parse(text) as Partial<KeptEmail> | null;
    return email?.to && Array.isArray(email.about) && typeof email.at === 'string' ? (email as KeptEmail) : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** A key may be longer than a file's name, and one email of a key is kept. */
const nameOf = (key: string): string => `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`;

/** Ends the name of an email that is on its way out: nobody reads it any more, and what a crash leaves of it goes at the next start. */
const GOING = '.going';

/** Ends the name of an email that is on its way here from another disk, which takes a moment. */
const COMING = '.coming';
const TORN_AFTER_MS = 60_000;

/** Whether a sudden death left half an email. */
async function isTorn(path: string): Promise<boolean> {
  if (!path.endsWith(COMING)) return false;
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > TORN_AFTER_MS;
}

/** A file's bytes are gone before its last name is. Of two who do it at once only one can take the name away, and is told so. */
async function overwriteAndUnlink(path: string): Promise<boolean> {
  const going = path.endsWith(GOING) ? path : `${path}${GOING}`;
  try {
    if (going !== path) await rename(path, going);
    await overwriteAndEmpty(going);
    await unlink(going);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return false;
  }
}

async function overwriteAndEmpty(path: string): Promise<void> {
  const { size } = await stat(path);
  if (size === 0) return;
  const file = await open(path, 'r+');
  try {
    await file.write(Buffer.alloc(size), 0, size, 0);
    await file.sync();
    await file.truncate();
  } finally {
    await file.close();
  }
}
