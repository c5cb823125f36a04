import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { directoryIndex } from '@alongside/search/directory.js';
import { EmbeddedSearchIndex } from '../discovery/embedded/embedded-search-index.js';
import type { DirectoryIndex } from '../discovery/directory-indexer.js';

const fileIn = (ownDir: string) => join(ownDir, 'search.sqlite');

/** The directory's index, in the folder of this process alone. */
export const openDirectoryIndex = (ownDir: string): DirectoryIndex => EmbeddedSearchIndex.open(fileIn(ownDir), directoryIndex);

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
