import { existsSync } from 'node:fs';
import { eventLogFile } from '../event-store/open.js';
import { isHalfRestored } from './backup/restoring-folder.js';

/** Whether a folder holds the log of a hub, or of one whose restore was interrupted. */
export const holdsHub = (dataDir: string): boolean => existsSync(eventLogFile(dataDir)) || isHalfRestored(dataDir);
