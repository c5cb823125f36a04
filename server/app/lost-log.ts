import { stat } from 'node:fs/promises';
import { errorCodeOf } from './error-code.js';
import { witnessesIn } from './log-check/witness-file.js';

/** A folder has had a hub, and its log is not there. Its message says what to do; nothing was written. */
export class LogLost extends Error {
  override readonly name = 'LogLost';

  /** `events`: how many it is known to have held; undefined where the note of that cannot be read. */
  constructor(file: string, dataDir: string, events: number | undefined, what: 'missing' | 'empty') {
    const were = events === undefined ? '' : ` of ${events.toLocaleString('en-GB')} ${events === 1 ? 'event' : 'events'}`;
    super(
      `The log of this hub is ${what}: ${file}. The folder ${dataDir} has held a log${were}. Nothing was changed. Put the file back, or bring a backup into this folder, which knows whose data was deleted since: npm run restore -- BACKUP --yes. Where the log is on a server, set EVENTSTORE_URL. For a new hub, set DATA_DIR to an empty folder.`,
    );
  }
}

/** Refuses to begin a new log, or to tell the demonstration, where processes of the folder know of an older one: nobody would see what is lost. */
export async function refuseLostLog(file: string, dataDir: string): Promise<void> {
  const bytes = await stat(file).then(
    ({ size }) => size,
    (error: unknown) => {
      if (errorCodeOf(error) === 'ENOENT') return undefined;
      throw error;
    },
  );
  if (bytes) return;
  const witnesses = await witnessesIn(dataDir);
  if (witnesses.length === 0) return;
  const events = witnesses
    .flatMap(({ knows }) => knows?.head.events ?? [])
    .toSorted((a, b) => a - b)
    .at(-1);
  if (events !== 0) throw new LogLost(file, dataDir, events, bytes === undefined ? 'missing' : 'empty');
}
