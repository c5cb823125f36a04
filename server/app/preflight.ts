import { once } from 'node:events';
import { access, constants, rmdir, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import type { Config } from './config.js';
import { openDataFolder } from './data-folder.js';
import { errorCodeOf } from './error-code.js';
import { probeFolder } from './health/write-probe.js';
import { writeFailureOf } from './health/write-failure.js';

/** Room that a hub needs at least to begin. */
const ROOM_LIMIT_BYTES = 16 * 1024 * 1024;
/** What is tried out in a folder that is there. */
const PROBE_BYTES = 1024 * 1024;

/** The hub cannot start, in a sentence that says what to do. Nothing was written. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Refuses a port that is taken and a folder that cannot be used, before anything is opened. */
export async function preflight({ port, host, dataDir }: Pick<Config, 'port' | 'host' | 'dataDir'>): Promise<void> {
  if (port !== 0) await portIsFree(port, host);
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

/** Refuses a data folder that is a file, cannot be made, is read-only or has no room. */
export async function folderIsUsable(dataDir: string): Promise<void> {
  const folder = resolve(dataDir);
  const nearest = await nearestOf(folder);
  if (!nearest.isFolder)
    throw new CannotStart(
      nearest.path === folder
        ? `DATA_DIR is ${dataDir}, which is a file. Set it to a folder.`
        : `The folder ${dataDir} cannot be made, because ${nearest.path} is a file. Set DATA_DIR to another folder.`,
    );
  const isThere = nearest.path === folder;
  for (const name of isThere ? ['log', 'processes', 'outbox'] : []) {
    const part = await nearestOf(join(folder, name));
    if (!part.isFolder)
      throw new CannotStart(`${part.path} is a file where the hub keeps a folder. Move it away, or set DATA_DIR to another folder.`);
  }
  try {
    await access(nearest.path, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = await statfs(nearest.path);
    if (bavail * bsize < ROOM_LIMIT_BYTES) throw Object.assign(new Error('No room.'), { code: 'ENOSPC' });
    await openDataFolder(folder);
    await probeFolder(folder, PROBE_BYTES);
  } catch (error) {
    if (!isThere) await rmdir(folder).catch(() => undefined);
    throw new CannotStart(sayFolder(error, dataDir));
  }
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

/** A path, or the nearest one above it that is there. */
async function nearestOf(path: string): Promise<{ readonly path: string; readonly isFolder: boolean }> {
  try {
    return { path, isFolder: (await stat(path)).isDirectory() };
  } catch (error) {
    const above = dirname(path);
    if (above === path || !['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error) ?? '')) return { path, isFolder: true };
    return nearestOf(above);
  }
}
