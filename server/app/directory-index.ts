import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { directoryIndex } from '@alongside/search/directory.js';
import { EmbeddedSearchIndex } from '../discovery/embedded/embedded-search-index.js';
import { MeilisearchIndex, type Trust } from '../discovery/meilisearch/meilisearch-index.js';
import { isOwnDamage, notGiven } from './own-damage.js';
import type { DirectoryIndex } from '../discovery/index-keeper.js';
import type { Config } from './config.js';

/** How the indexes of hubs are called on a Meilisearch server. */
const UID_PREFIX = 'alongside-directory-';
const UID = new RegExp(`^${UID_PREFIX}[0-9a-f]{16}$`);

const fileIn = (ownDir: string) => join(ownDir, 'search.sqlite');
/** There once the server was filled from the views of this folder; gone with them, and wherever something is owed. */
const filledIn = (ownDir: string) => join(ownDir, 'meilisearch-filled');

/** The directory's index: on the Meilisearch server that is named, or in the folder of this process. */
export function openDirectoryIndex({ config, ownDir }: { readonly config: Config; readonly ownDir: string }): DirectoryIndex {
  const { meiliUrl: url, meiliKey: key, dataDir } = config;
  if (url === undefined) return openEmbedded(ownDir);
  // What was indexed here before would not be kept in step: nobody may be found in it who was erased since.
  removeEmbedded(ownDir);
  const uid = uidOf(dataDir, ownDir);
  return new MeilisearchIndex({ url, ...(key !== undefined && { key }), uid, trust: trustIn(ownDir, uid) }, directoryIndex);
}

/** Empties this folder’s index, for a process that does not keep it in step with the views. The hub fills it at its next start. */
export async function emptyDirectoryIndex(ownDir: string): Promise<void> {
  rmSync(filledIn(ownDir), { force: true });
  if (!existsSync(fileIn(ownDir))) return;
  const index = openEmbedded(ownDir);
  try {
    await index.clear();
    await index.scrub();
  } finally {
    await index.close();
  }
}

/** A damaged one is begun again: it is filled from the views. */
function openEmbedded(ownDir: string): DirectoryIndex {
  try {
    return EmbeddedSearchIndex.open(fileIn(ownDir), directoryIndex);
  } catch (error) {
    if (!isOwnDamage(error)) throw error;
    const unread = notGiven(fileIn(ownDir));
    if (unread) throw unread;
    removeEmbedded(ownDir);
    return EmbeddedSearchIndex.open(fileIn(ownDir), directoryIndex);
  }
}

function removeEmbedded(ownDir: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${fileIn(ownDir)}${end}`, { force: true });
}

/** The same at every start, and of this process alone. Kept in the data folder: the process's own may be emptied, and would leave an index that nobody knows. */
function uidOf(dataDir: string, ownDir: string): string {
  const file = join(dataDir, `meilisearch-index-${basename(ownDir)}`);
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (UID.test(known)) return known;
  const uid = `${UID_PREFIX}${randomBytes(8).toString('hex')}`;
  writeFileSync(file, `${uid}\n`);
  return uid;
}

function trustIn(ownDir: string, uid: string): Trust {
  const file = filledIn(ownDir);
  return {
    isHeld: () => existsSync(file) && readFileSync(file, 'utf8') === uid,
    keep: () => writeFileSync(file, uid),
    drop: () => rmSync(file, { force: true }),
  };
}
