import { existsSync, mkdirSync, statSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { SENDER_FILE } from '../mail/sender-id.js';
import { CheckpointFile, PROGRESS_FILES } from '../reactors/checkpoints.js';
import { DESTROY_KEY } from '../reactors/destroy-key-when-person-erased.js';
import { Database } from '../sqlite/driver.js';
import { lockFile, type FileLock } from '../sqlite/file-lock.js';
import { VERDICT_FILE } from './log-check/verdict-file.js';
import { SPOILT_WITNESS_FILE, WITNESS_FILE } from './log-check/witness-file.js';

/** How many processes may share one data folder on one machine. */
export const PROCESSES_LIMIT = 16;

/** A folder that no other process writes to while this one holds it. */
export interface OwnFolder {
  readonly path: string;
  /** The one that is kept between starts: no other process holds it, so no hub runs on this data folder that was started first. */
  readonly first: boolean;
  /** Whether it is still there. Where it was deleted or moved, its place is locked again, so that no other process begins as this one. */
  inPlace(): boolean;
  /**
   * Empties the folders that killed processes left behind; answers whether any held something. The first one's is emptied only where it
   * has not seen all erasures up to a position.
   */
  sweep(erasedThrough?: Position): Promise<boolean>;
  /** Drops all that was kept here, but for what bears witness to the log: it is to be held against the next one. */
  empty(): Promise<void>;
  /** Lets it go. What the first process keeps stays for its next start; what others kept can be made again and is removed. */
  release(): Promise<void>;
}

/**
 * Finds a folder for this process’s views and progress: the same at every start, another beside a running process. The lock ends with its
 * process (0013).
 */
export async function claimOwnFolder(dataDir: string): Promise<OwnFolder> {
  const root = join(dataDir, 'processes');
  await mkdir(root, { recursive: true });
  for (let slot = 1; slot <= PROCESSES_LIMIT; slot += 1) {
    const path = join(root, String(slot));
    const lock = await lockOn(path);
    if (!lock) continue;
    if (slot === 1) await removeLeftOvers(root, slot);
    else await clear(path);
    const place = new Place(path, lock);
    return {
      path,
      first: slot === 1,
      inPlace: () => place.isHeld(),
      sweep: (erasedThrough) => removeLeftOvers(root, slot, erasedThrough),
      empty: async () => void (await clear(path, [WITNESS_FILE, SPOILT_WITNESS_FILE])),
      release: async () => {
        if (slot > 1 && place.isHeld()) await clear(path);
        place.close();
      },
    };
  }
  throw new Error(`More than ${PROCESSES_LIMIT} processes use ${dataDir}. Stop some of them first.`);
}

const LOCK_FILE = 'lock.sqlite';

/** The lock of a folder, and whether the folder that has it is the one that its path leads to. */
class Place {
  readonly #locks: FileLock[];
  readonly #number: number | undefined;
  #gone = false;

  constructor(
    private readonly path: string,
    lock: FileLock,
  ) {
    this.#locks = [lock];
    this.#number = this.#numberNow();
  }

  isHeld(): boolean {
    if (this.#gone || this.#numberNow() === this.#number) return !this.#gone;
    this.#gone = true;
    try {
      mkdirSync(this.path, { recursive: true });
      const lock = lockFile(join(this.path, LOCK_FILE));
      if (lock) this.#locks.push(lock);
    } catch {
      // A disk that takes nothing is told of by itself.
    }
    return false;
  }

  close(): void {
    for (const lock of this.#locks) lock.close();
  }

  #numberNow(): number | undefined {
    return statSync(join(this.path, LOCK_FILE), { throwIfNoEntry: false })?.ino;
  }
}

async function lockOn(path: string): Promise<FileLock | undefined> {
  await mkdir(path, { recursive: true });
  return lockFile(join(path, LOCK_FILE));
}

/** What the first process needs at its next start and that holds nobody's words: how far it came, who it is, and what it knows of the log. */
const WORDLESS = [WITNESS_FILE, SPOILT_WITNESS_FILE, VERDICT_FILE, SENDER_FILE, ...Object.values(PROGRESS_FILES)];

/**
 * What the first one holds stays for its next start, where it catches up; but no words of an erased person stay there until then (0055).
 */
async function removeLeftOvers(root: string, own: number, erasedThrough?: Position): Promise<boolean> {
  let held = false;
  for (const name of await slotsIn(root)) {
    const path = join(root, name);
    const isFirst = name === '1';
    if (name === String(own) || (isFirst && !(erasedThrough !== undefined && (await missedErasure(path, erasedThrough))))) continue;
    const lock = await lockOn(path);
    if (!lock) continue;
    held = (await clear(path, isFirst ? WORDLESS : [])) || held;
    lock.close();
  }
  return held;
}

/** The folders of processes; what else lies among them is none of the hub’s. */
export const slotsIn = async (root: string): Promise<readonly string[]> => (await readdir(root)).filter((name) => /^[1-9]\d*$/.test(name));

/** Whether the process that kept its progress here may have erasures up to a position still to follow. */
async function missedErasure(path: string, erasedThrough: Position): Promise<boolean> {
  const progress = await new CheckpointFile(join(path, PROGRESS_FILES.reactors)).load();
  const reached = progress?.positions[DESTROY_KEY];
  return reached === undefined || reached < erasedThrough || (progress?.aside.some(({ reactor }) => reactor === DESTROY_KEY) ?? false);
}

/**
 * Empties a folder while its lock is held, and tells whether it held anything. The lock's file stays: a process may just be claiming it.
 */
async function clear(path: string, kept: readonly string[] = []): Promise<boolean> {
  const going = (await readdir(path)).filter((name) => !name.startsWith(LOCK_FILE) && !kept.includes(name));
  for (const name of going) await rm(join(path, name), { recursive: true, force: true });
  return going.length > 0;
}

/** Whether any process has one of the folders of a data folder, but for `own`. Nothing is changed there to find out, and nothing that a killed one left. */
export async function isInUse(dataDir: string, own?: string): Promise<boolean> {
  const root = join(dataDir, 'processes');
  return (await readdir(root).catch(() => [])).map((name) => join(root, name)).some((path) => path !== own && isHeld(path));
}

/** Whether a process has one folder. */
export function isHeld(ownDir: string): boolean {
  const file = join(ownDir, LOCK_FILE);
  return existsSync(file) && isLocked(file);
}

function isLocked(file: string): boolean {
  let db: Database | undefined;
  try {
    db = new Database(file, { readonly: true, timeout: 0 });
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    // Anything else is what a killed process left: it would have to be put right first, which one that only reads cannot.
    return (error as { code?: unknown }).code === 'SQLITE_BUSY';
  } finally {
    db?.close();
  }
}
