import { join } from 'node:path';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import type { Landmark } from '@alongside/projections/engine/landmark.js';
import { SqliteViewStore } from '../view-store/sqlite-view-store.js';
import { CheckpointFile, PROGRESS_FILES } from '../reactors/checkpoints.js';
import { errorCodeOf } from './error-code.js';
import type { Logger } from './logger.js';
import { isNotedDamaged, isOwnDamage, notGiven, OwnFilesDamaged, removeWhatIsMade, sayingDamage } from './own-damage.js';
import type { OwnFolder } from './own-folder.js';
import { ofFile } from './read-text.js';

/** Where a process keeps how far its reactors and its emails are. */
export const progressFiles = (ownDir: string) => ({
  reactors: join(ownDir, PROGRESS_FILES.reactors),
  emails: join(ownDir, PROGRESS_FILES.emails),
});

/** Opens this process’s views. Those of another log are dropped with progress and sender id, so that no email is sent again; of damaged ones only what is made. */
export async function openOwnViews(
  own: OwnFolder,
  log: Pick<EventStore, 'readStream'>,
  {
    logger,
    onOther,
  }: { readonly logger: Logger; /** Told that the log is another, before what was kept goes. */ readonly onOther: () => Promise<void> },
): Promise<SqliteViewStore> {
  const file = join(own.path, 'views.sqlite');
  const open = () => {
    try {
      return SqliteViewStore.open(file);
    } catch (error) {
      throw ofFile(file, error);
    }
  };
  let store: SqliteViewStore | undefined;
  try {
    if (isNotedDamaged(own.path)) throw new OwnFilesDamaged(own.path, undefined);
    store = sayingDamage(open(), file);
    const whose = await whoseViews(store, own, log);
    if (whose === 'of-this-log') return store;
    logger.warn(
      'What this process kept was made from another log: a backup was restored, or the hub was pointed at another event store. Views, search index and progress are made again from this log.',
      { folder: own.path },
    );
    if (whose === 'of-another') await onOther();
    store.close();
    await own.empty();
  } catch (error) {
    store?.close();
    if (!isOwnDamage(error) && !isHalfMade(error)) throw error;
    const unread = error instanceof OwnFilesDamaged ? undefined : notGiven(file);
    if (unread) throw unread;
    logger.warn('What this process keeps of the log was damaged on disk, and is made again from the log. Check the disk.', {
      folder: own.path,
    });
    await removeWhatIsMade(own.path);
  }
  return sayingDamage(open(), file);
}

/** A file without a table that it names: a version of before was ended, or had no room, while it made one. */
const isHalfMade = (error: unknown): boolean => errorCodeOf(error) === 'SQLITE_ERROR';

async function whoseViews(
  store: SqliteViewStore,
  own: OwnFolder,
  log: Pick<EventStore, 'readStream'>,
): Promise<'of-this-log' | 'of-another' | 'unknown'> {
  const kept = [store.landmark(), ...(await progressIn(own.path))].filter((landmark) => landmark !== undefined);
  const known = await Promise.all(kept.map((landmark) => standsIn(log, landmark)));
  const unmarked = store.landmark() === undefined && store.states().some(({ checkpoint }) => checkpoint !== undefined);
  if (!known.every(Boolean)) return 'of-another';
  return unmarked ? 'unknown' : 'of-this-log';
}

/** Whether an event is in a log, at the same position, with the same history before it in its stream. */
export async function standsIn(log: Pick<EventStore, 'readStream'>, { stream, revision, position, hash }: Landmark): Promise<boolean> {
  const [event] = await log.readStream(stream, revision);
  return event?.revision === revision && event.position === position && event.hash === hash;
}

async function progressIn(ownDir: string): Promise<readonly (Landmark | undefined)[]> {
  const files = Object.values(progressFiles(ownDir));
  return Promise.all(files.map(async (file) => (await new CheckpointFile(file).load())?.reached));
}
