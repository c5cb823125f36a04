import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eventLogFile } from '../../event-store/open.js';

/** Where a log is laid down before it takes the place of the one before. */
export const RESTORING_FOLDER = 'log-restoring';

/** A restore that was killed between taking the log away and putting the other in its place: an empty log must not be begun there. */
export const isHalfRestored = (dataDir: string): boolean =>
  existsSync(join(dataDir, RESTORING_FOLDER)) && !existsSync(eventLogFile(dataDir));
