import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { really } from './backup/is-within.js';
import { MANIFEST_FILE } from './backup/manifest.js';
import { holdsHub } from './holds-hub.js';

/** What a folder is to the hub. `backups`: one that backups were made into. `none`: not there, or no folder that can be read. */
export type FolderKind = 'none' | 'empty' | 'hub' | 'backup' | 'backups' | 'other';

/** What lies in a folder. One that says that it is a backup is one, whatever else was put there. */
export function kindOfFolder(path: string): FolderKind {
  if (existsSync(join(path, MANIFEST_FILE))) return 'backup';
  if (holdsHub(path)) return 'hub';
  const names = namesIn(path);
  if (names === undefined) return 'none';
  if (names.some((name) => BACKUP.test(name) && existsSync(join(path, name, MANIFEST_FILE)))) return 'backups';
  return names.length === 0 ? 'empty' : 'other';
}

const BACKUP = /^alongside-/;

function namesIn(path: string): readonly string[] | undefined {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}

/** Why no hub is kept in a folder, in a sentence: its master key would lie beside the backups that it opens. Undefined where one may be. */
export function whyNoHubIn(dataDir: string): string | undefined {
  const folder = really(resolve(dataDir));
  // A folder in a backup is the backup’s as well.
  const backup = [folder, ...aboveOf(folder)].find((one) => kindOfFolder(one) === 'backup');
  const what = backup ? `${backup} is a backup` : kindOfFolder(folder) === 'backups' ? `${folder} holds backups` : undefined;
  return (
    what &&
    `${what}, and a hub is never kept there: the master key would lie beside what it opens. Nothing was changed. Name another folder with DATA_DIR; to bring the backup back into it, use npm run restore -- BACKUP --into FOLDER.`
  );
}

function aboveOf(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [] : [above, ...aboveOf(above)];
}
