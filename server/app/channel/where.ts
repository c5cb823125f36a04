import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { isHeld } from '../own-folder.js';

/** The most bytes of a path that a socket may have: 104 on macOS with the zero at its end, 108 on Linux. */
const PATH_LIMIT_BYTES = 103;

/** In the process's own folder. On Windows it holds the name of a pipe, elsewhere it is the socket itself. */
export const channelFile = (ownDir: string): string => join(ownDir, 'channel');

/** The socket in a folder by the shorter of its two paths; undefined where both are longer than a socket's may be. */
export function socketIn(ownDir: string): string | undefined {
  const whole = resolve(channelFile(ownDir));
  return [relative(process.cwd(), whole), whole].find((path) => Buffer.byteLength(path) <= PATH_LIMIT_BYTES);
}

/** Where running hubs on a data folder listen to its owner. What a dead process left is passed over: nobody holds its folder (0013). */
export async function channelsIn(dataDir: string): Promise<readonly string[]> {
  const root = join(dataDir, 'processes');
  const found: string[] = [];
  for (const name of await readdir(root).catch(() => [])) {
    const ownDir = join(root, name);
    if (!existsSync(channelFile(ownDir)) || !isHeld(ownDir)) continue;
    const path = process.platform === 'win32' ? await readFile(channelFile(ownDir), 'utf8') : socketIn(ownDir);
    if (path !== undefined) found.push(path);
  }
  return found;
}
