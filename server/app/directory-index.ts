import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { directoryIndex } from '@alongside/search/directory.js';
import { EmbeddedSearchIndex } from '../discovery/embedded/embedded-search-index.js';
import { isOwnDamage } from './own-damage.js';
import type { DirectoryIndex } from '../discovery/directory-indexer.js';

const fileIn = (ownDir: string) => join(ownDir, 'search.sqlite');

/** The directory's index, in the folder of this process alone. A damaged one is begun again: it is filled from the views. */
export function openDirectoryIndex(ownDir: string): DirectoryIndex {
  try {
    return EmbeddedSearchIndex.open(fileIn(ownDir), directoryIndex);
  } catch (error) {
    if (!isOwnDamage(error)) throw error;
    for (const end of ['', '-wal', '-shm']) rmSync(`${fileIn(ownDir)}${end}`, { force: true });
    return EmbeddedSearchIndex.open(fileIn(ownDir), directoryIndex);
  }
}

/** Empties this folder’s index, for a process that does not keep it in step with the views. The hub fills it at its next start. */
export async function emptyDirectoryIndex(ownDir: string): Promise<void> {
  if (!existsSync(fileIn(ownDir))) return;
  const index = openDirectoryIndex(ownDir);
  try {
    await index.clear();
    await index.scrub();
  } finally {
    await index.close();
  }
}
