import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of a running hub that is written beside the one it replaces. */
const WRITTEN_BESIDE = /\.new$/;

/** Every file of a folder, with its bytes. A running hub replaces some of them while they are looked at: then the new one is read. */
export async function filesIn(folder: string): Promise<readonly { readonly path: string; readonly bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const replaced = path.replace(WRITTEN_BESIDE, '');
      return entry.isFile()
        ? [
            readFile(path)
              .catch(() => readFile(replaced))
              .then((bytes) => ({ path, bytes })),
          ]
        : [];
    }),
  );
}
