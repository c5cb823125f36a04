import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import { checkEvent, eventShapeOf, parseEvent, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import type { WatchedStore } from '../event-store/watched-store.js';
import { eventLogFile, openEventStore, type EventStoreConfig } from '../event-store/open.js';
import type { Mailer } from '../mail/mailer.js';
import { Keyring } from '../privacy/keyring.js';
import { KeyMissing, MASTER_KEY_FILE, masterKey } from '../privacy/master-key.js';
import { SealedLog } from '../privacy/sealed-log.js';
import { isUnfinished, noteRestored, refuseHalfRestored, takeUpRestore } from './backup/restored-note.js';
import { type Clock } from './clock.js';
import { type Config } from './config.js';
import { errorCodeOf } from './error-code.js';
import { openDataFolder } from './data-folder.js';
import { isDamage } from './log-check/hub-log.js';
import { refuseLostLog } from './lost-log.js';
import { claimAsOwn, isWritten, kindOf, kindOfFile, refuseOther } from './log-kind.js';
import { failureFields, type Logger } from './logger.js';
import { claimOwnFolder, type OwnFolder } from './own-folder.js';
import { openOwnViews } from './own-views.js';
import { isLogUnreadable, told } from './unreadable.js';

/** What lies on disks and servers: the process's own folder, the key, the log, and the views that were made from it. */
export async function openKept(
  { dataDir, ...config }: Config,
  { logDir, as }: { readonly logDir?: string; readonly as?: 'hub' | 'command' },
  { clock, logger }: { clock: Clock; logger: Logger },
) {
  refuseHalfRestored(dataDir);
  const open = () => openLog({ dataDir: logDir ?? dataDir, ...serverOf(config, logger) });
  const server = config.eventStoreUrl ? await open() : undefined;
  await refuseOtherLog({ ...config, dataDir }, logDir ?? dataDir, server);
  if (!(await openDataFolder(dataDir)))
    logger.warn('The data folder belongs to another account and cannot be closed to others. Close it: the views in it are not sealed.', {
      folder: dataDir,
    });
  const own = await claimOwnFolder(dataDir);
  const file = eventLogFile(logDir ?? dataDir);
  let opened = server;
  try {
    if (!server) await takeUpRestore(file, dataDir, own);
    const master = await masterKey(config.masterKey, dataDir);
    if (master.made)
      logger.warn('A master key was made beside the data. Keep a copy elsewhere: without it nothing personal can be read.', {
        file: join(dataDir, 'master.key'),
      });
    const eventStore = (opened ??= await open());
    const keyring = new Keyring(eventStore, master, () => clock.now());
    await told(file, dataDir, () => keyring.verify());
    await told(file, dataDir, () =>
      settleKind(eventStore, { ...config, as, where: server ? 'The event store' : `The folder ${logDir ?? dataDir}` }, clock),
    );
    const log = new SealedLog<AnyEvent>(eventStore, keyring, { shapeOf: eventShapeOf, parse: parseEvent, check: checkEvent });
    // An operator put another log in place by hand: sessions that ended since would live again. A server has means of its own.
    const onOther = async () => (server ? undefined : noteRestored(dirname(file), {}));
    const store = await told(file, dataDir, () => openOwnViews(own, eventStore, { logger, onOther }), isLogUnreadable);
    // Before anything is read: an erasure that these views have taken in may have died before the key was destroyed.
    for (const person of store.erased().keys()) keyring.erased(person);
    return { own, master, eventStore, keyring, log, store, restored: !server && isUnfinished(file) };
  } catch (error) {
    await opened?.close();
    await own.release();
    throw error;
  }
}

interface Wanted {
  readonly demo?: boolean;
  readonly as?: 'hub' | 'command' | undefined;
  /** The log, at the beginning of a sentence. */
  readonly where: string;
}

/** An empty log is claimed by who opens it for people of their own; another process may have been first, and then this one does not serve it. */
async function settleKind(store: EventStore, { demo, as, where }: Wanted, clock: Clock): Promise<void> {
  if (demo === false || (demo === undefined && as === 'command')) await claimAsOwn(store, clock.now());
  if (demo !== undefined) refuseOther(await kindOf(store), demo, where);
}

/** Looks before anything is written whether the log is what was asked for and its key is here. Damage is said by what opens it. */
async function refuseOtherLog(config: Config, logDir: string, server: EventStore | undefined): Promise<void> {
  const { demo, dataDir, eventStoreUrl, masterKey: given } = config;
  const file = eventLogFile(logDir);
  if (!server) await refuseLostLog(file, dataDir);
  try {
    if (demo !== undefined)
      refuseOther(server ? await kindOf(server) : kindOfFile(file), demo, eventStoreUrl ? 'The event store' : `The folder ${logDir}`);
    // The log first: who begins one makes its key before.
    if (given === undefined && (await isWritten(server ?? file)) && !existsSync(join(dataDir, MASTER_KEY_FILE)))
      throw new KeyMissing(dataDir);
  } catch (error) {
    if (!server && isDamage(error)) return;
    await server?.close();
    throw named(file, error);
  }
}

const serverOf = ({ eventStoreUrl }: Pick<Config, 'eventStoreUrl'>, logger: Logger): Omit<EventStoreConfig, 'dataDir'> => ({
  ...(eventStoreUrl && { eventStoreUrl }),
  report: (trouble) =>
    trouble.kind === 'back'
      ? logger.info('A follower of the event store hears of new events again.')
      : logger.warn('A follower of the event store does not hear of new events; it tries again.', {
          failures: trouble.failures,
          ...failureFields(trouble.error),
        }),
});

/** Opens the log; where its file is damaged, with a sentence for the person who started the hub. */
const openLog = (config: EventStoreConfig): Promise<WatchedStore> =>
  told(eventLogFile(config.dataDir), config.dataDir, () => openEventStore(config)).catch((error: unknown) => {
    throw config.eventStoreUrl ? error : named(eventLogFile(config.dataDir), error);
  });

/** What SQLite says of a file that may not be opened names no file. */
function named(file: string, error: unknown): unknown {
  if (!/^SQLITE_(?:CANTOPEN|PERM|READONLY|IOERR|AUTH)/.test(errorCodeOf(error) ?? '') || !(error instanceof Error)) return error;
  const message = `The log ${file} cannot be opened: ${error.message}. Nothing was changed. Check the disk, and that the hub’s account may read and write the file and its folder.`;
  return new Error(message, { cause: error });
}

/** Lets go of what `openKept` opened. */
export async function closeKept(log: EventStore, store: ViewStore, mailer: Mailer, own: OwnFolder): Promise<void> {
  await log.close();
  store.close();
  await mailer.close();
  await own.release();
}
