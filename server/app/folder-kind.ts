import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { really } from './backup/is-within.js';
import { MANIFEST_FILE } from './backup/manifest.js';
import { holdsHub } from './holds-hub.js';

/** What lies in a folder: a hub, a backup, or backups that were made into it; undefined for anything else. One that says that it is a backup is one. */
export function kindOfFolder(path: string): 'hub' | 'backup' | 'backups' | undefined {
  if (existsSync(join(path, MANIFEST_FILE))) return 'backup';
  if (holdsHub(path)) return 'hub';
  const isBackup = (name: string) => BACKUP.test(name) && existsSync(join(path, name, MANIFEST_FILE));
  return namesIn(path).some(isBackup) ? 'backups' : undefined;
}

const BACKUP = /^alongside-/;

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
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
