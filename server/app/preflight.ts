import { once } from 'node:events';
import { access, constants, readlink, rmdir, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import type { Config } from './config.js';
import { DELETIONS_FILE } from '../privacy/deletions.js';
import { MAIL_SETTINGS_FILE } from '../mail/mail-settings.js';
import { MASTER_KEY_FILE } from '../privacy/master-key.js';
import { PROGRESS_FILES } from '../reactors/checkpoints.js';
import { SENDER_FILE } from '../mail/sender-id.js';
import { RESTORED_FILE } from './backup/restored-note.js';
import { openDataFolder } from './data-folder.js';
import { errorCodeOf } from './error-code.js';
import { whyNoHubIn } from './folder-kind.js';
import { probeFolder } from './health/write-probe.js';
import { writeFailureOf } from './health/write-failure.js';
import { VERDICT_FILE } from './log-check/verdict-file.js';
import { SPOILT_WITNESS_FILE, WITNESS_FILE } from './log-check/witness-file.js';
import { slotsIn } from './own-folder.js';

/** Room that a hub needs at least to begin. */
const ROOM_LIMIT_BYTES = 16 * 1024 * 1024;
/** What is tried out in a folder that is there. */
const PROBE_BYTES = 1024 * 1024;

const withSidecars = (file: string): readonly string[] => ['', '-wal', '-shm'].map((end) => `${file}${end}`);
/** What the hub keeps in its data folder. */
const KEPT_FOLDERS = ['log', 'processes', 'outbox', 'models'];
const KEPT_FILES = [
  ...withSidecars(join('log', 'events.sqlite')),
  join('log', RESTORED_FILE),
  MASTER_KEY_FILE,
  MAIL_SETTINGS_FILE,
  DELETIONS_FILE,
];
/** What each process keeps in its own. */
const OWN_FOLDERS = ['drafts', 'imports'];
const OWN_FILES = [
  'lock.sqlite',
  ...withSidecars('views.sqlite'),
  ...withSidecars('search.sqlite'),
  WITNESS_FILE,
  SPOILT_WITNESS_FILE,
  VERDICT_FILE,
  SENDER_FILE,
  ...Object.values(PROGRESS_FILES),
  'mail-queue.json',
];

/** The hub cannot start, in a sentence that says what to do. Nothing was written. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Refuses a port that is taken and a folder that cannot be used, before anything is opened. */
export async function preflight({ port, host, dataDir }: Pick<Config, 'port' | 'host' | 'dataDir'>): Promise<void> {
  await portIsFree(port, host);
  await folderIsUsable(dataDir);
}

async function portIsFree(port: number, host: string): Promise<void> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    throw new CannotStart(sayPort(error, port, host));
  }
  server.close();
  await once(server, 'close');
}

/** Why a hub cannot listen, in a sentence. */
export function sayPort(error: unknown, port: number, host: string): string {
  switch (errorCodeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is taken. Stop what uses it, or choose another with PORT.`;
    case 'EACCES':
      return `This account may not listen on port ${port}. Choose a port above 1023 with PORT, and put a proxy before it.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `This machine has no address ${host}. Set HOST to one that it has, such as 127.0.0.1 or 0.0.0.0.`;
    default:
      return `The hub cannot listen on port ${port} of ${host} (${errorCodeOf(error) ?? 'unknown'}). Set PORT and HOST to others.`;
  }
}

/** Refuses a data folder that is a file, lies in one, leads nowhere, is a backup or holds some. Writes nothing; settles with the nearest folder that is there. */
export async function folderCouldBe(dataDir: string): Promise<string> {
  const folder = resolve(dataDir);
  const why = whyNoHubIn(folder);
  if (why) throw new CannotStart(why);
  const nearest = await nearestOf(folder);
  if (nearest.leadsTo !== undefined)
    throw new CannotStart(
      `${nearest.path} is a link to ${nearest.leadsTo}, which is not there. Check that its disk is there, or set DATA_DIR to another folder.`,
    );
  if (!nearest.isFolder)
    throw new CannotStart(
      nearest.path === folder
        ? `DATA_DIR is ${dataDir}, which is a file. Set it to a folder.`
        : `The folder ${dataDir} cannot be made, because ${nearest.path} is a file. Set DATA_DIR to another folder.`,
    );
  return nearest.path;
}

/** Refuses what could be no data folder, and one that cannot be made, is read-only or has no room. */
export async function folderIsUsable(dataDir: string): Promise<void> {
  const folder = resolve(dataDir);
  const nearest = await folderCouldBe(dataDir);
  const isThere = nearest === folder;
  if (isThere) await partsAreUsable(folder);
  try {
    await access(nearest, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = await statfs(nearest);
    if (bavail * bsize < ROOM_LIMIT_BYTES) throw Object.assign(new Error('No room.'), { code: 'ENOSPC' });
    await openDataFolder(folder);
    await probeFolder(folder, PROBE_BYTES);
  } catch (error) {
    if (!isThere) await rmdir(folder).catch(() => undefined);
    throw new CannotStart(sayFolder(error, dataDir));
  }
}

/** Refuses a file where the hub keeps a folder, and a folder where it keeps a file: whatever opens it would not say which it is. */
async function partsAreUsable(folder: string): Promise<void> {
  const kinds = await keptKinds(folder);
  for (const [kind, other] of [
    ['folder', 'file'],
    ['file', 'folder'],
  ] as const)
    for (const path of kinds[kind]) {
      const isFolder = await stat(path).then(
        (found) => found.isDirectory(),
        () => undefined,
      );
      if (isFolder === undefined || isFolder === (kind === 'folder')) continue;
      throw new CannotStart(`${path} is a ${other} where the hub keeps a ${kind}. Move it away, or set DATA_DIR to another folder.`);
    }
}

async function keptKinds(folder: string): Promise<Readonly<Record<'folder' | 'file', readonly string[]>>> {
  const root = join(folder, 'processes');
  const own = (await slotsIn(root).catch(() => [])).map((slot) => join(root, slot));
  return {
    folder: [
      ...KEPT_FOLDERS.map((name) => join(folder, name)),
      ...own,
      ...own.flatMap((path) => OWN_FOLDERS.map((name) => join(path, name))),
    ],
    file: [...KEPT_FILES.map((name) => join(folder, name)), ...own.flatMap((path) => OWN_FILES.map((name) => join(path, name)))],
  };
}

/** Why a hub could not start, in a sentence. One of the file system is told with the file that it is about. */
export function sayStart(error: unknown): string {
  const hasPath = typeof error === 'object' && error !== null && 'path' in error && typeof error.path === 'string';
  if (!hasPath) return error instanceof Error ? error.message : String(error);
  // Of a copy both files are named: which of them it is about only the code tells, and not always.
  if ('dest' in error && typeof error.dest === 'string')
    return writeFailureOf(error) === 'full'
      ? `There is no room on the disk of ${dirname(error.dest)}. Make space, then run this again.`
      : `${error.path} cannot be copied to ${error.dest} (${errorCodeOf(error) ?? 'unknown'}). Check the disks, and that this account may read the one and write the other.`;
  return `${error.path} cannot be used (${errorCodeOf(error) ?? 'unknown'}). Check the disk, and that the hub’s account may read and write there, or move it away.`;
}

/** Why a data folder cannot be used, in a sentence. */
export function sayFolder(error: unknown, dataDir: string): string {
  if (errorCodeOf(error) === 'EROFS') return `The disk of ${dataDir} is read-only. Make it writable, or set DATA_DIR to another folder.`;
  switch (writeFailureOf(error)) {
    case 'full':
      return `There is no room on the disk of ${dataDir}. Make space, or set DATA_DIR to a folder on another disk.`;
    case 'read-only':
      return `This account may not write to ${dataDir}. Give it the right to, or set DATA_DIR to another folder.`;
    default:
      return `The folder ${dataDir} cannot be used (${errorCodeOf(error) ?? 'unknown'}). Check the disk, or set DATA_DIR to another folder.`;
  }
}

interface Nearest {
  readonly path: string;
  readonly isFolder: boolean;
  /** Where a link leads that leads nowhere. */
  readonly leadsTo?: string;
}

/** A path, or the nearest one above it that is there. */
async function nearestOf(path: string): Promise<Nearest> {
  try {
    return { path, isFolder: (await stat(path)).isDirectory() };
  } catch (error) {
    const leadsTo = await readlink(path).catch(() => undefined);
    if (leadsTo !== undefined) return { path, isFolder: false, leadsTo };
    const above = dirname(path);
    if (above === path || !['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error) ?? '')) return { path, isFolder: true };
    return nearestOf(above);
  }
}
