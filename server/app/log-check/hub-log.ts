import { join } from 'node:path';
import { checkStore } from '../../event-store/check-store.js';
import { EventStoreUnreadable } from '../../event-store/checks.js';
import { foundTwice } from '../../event-store/not-checked.js';
import { eventLogFile } from '../../event-store/open.js';
import type { WatchedStore } from '../../event-store/watched-store.js';
import { noteDeletions } from '../../privacy/deletions.js';
import { triedWith } from '../../privacy/keyring.js';
import type { MasterKey } from '../../privacy/master-key.js';
import type { Clock } from '../clock.js';
import { errorCodeOf } from '../error-code.js';
import type { Logger } from '../logger.js';
import { checkOnThread } from './check-thread.js';
import { LogCheck } from './log-check.js';
import { WITNESS_FILE, witnessesIn } from './witness-file.js';

interface HubLog {
  readonly store: WatchedStore;
  readonly ownDir: string;
  readonly dataDir: string;
  /** The folder of the log, where it is not the data folder. */
  readonly logDir: string;
  readonly eventStoreUrl?: string;
  readonly master: MasterKey;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly afterMs?: number;
}

/** The check of a hub’s own log: of its file, on a thread of its own, or of its server, in small turns. */
export function hubLogCheck({ store, ownDir, dataDir, logDir, eventStoreUrl, master, clock, logger, afterMs }: HubLog): LogCheck {
  return new LogCheck({
    store,
    clock,
    logger,
    ...(afterMs !== undefined && { afterMs }),
    ownDir,
    witnessFile: join(ownDir, WITNESS_FILE),
    onErased: (people) => noteDeletions(dataDir, people, clock.now()),
    check: async (signal) => {
      const witnesses = await witnessesIn(dataDir);
      const once = () =>
        eventStoreUrl
          ? checkStore(store, 'the event store', { witnesses, signal, gently: true, tryKey: triedWith(master) })
          : checkOnThread({ file: eventLogFile(logDir), witnesses, master, gently: true }, signal);
      return foundTwice(once, async () => store.readThrough?.());
    },
  });
}

/** The log cannot be opened or read, so that nothing true can be served. Its message says which file, and what to do. */
export class LogDamaged extends Error {
  readonly code = 'HUB.LOG_DAMAGED';
  constructor(file: string, dataDir: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `The log ${file} cannot be read: ${why.replace(/\.?$/, '.')} Nothing was changed. See what is damaged: npm run verify -- ${dataDir}. Then restore the newest sound backup: npm run restore -- BACKUP.`,
      { cause },
    );
    this.name = 'LogDamaged';
  }
}

/** Whether a failure is that of a damaged log, and not of a busy or a full disk. */
export const isDamage = (error: unknown): boolean =>
  error instanceof EventStoreUnreadable || /^(SQLITE_CORRUPT|SQLITE_NOTADB|EVENT_STORE\.UNREADABLE)/.test(errorCodeOf(error) ?? '');
