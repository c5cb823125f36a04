import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import { emptyDirectoryIndex } from '../app/directory-index.js';
import type { HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { EventStoreUnreadable } from '../event-store/checks.js';
import { emptyKeptLists } from '../imports/kept-on-disk.js';
import { deletionsIn, noteDeletions } from './deletions.js';

/** How long a start waits for its views to take in the log before it serves them, in milliseconds. */
const CATCH_UP_LIMIT_MS = 60_000;

type From = Pick<HubParts, 'config' | 'ownDir' | 'clock' | 'logger' | 'log' | 'projector' | 'keyring' | 'mailer'> & {
  readonly store: Pick<ViewStore, 'erased' | 'scrub'>;
};

/**
 * Before serving, takes in the log and removes from this process's files whom it had not known to be erased. `known`: undefined without
 * views.
 */
export async function sweepErasedMeanwhile(from: From, known: ReadonlySet<PersonId> | undefined): Promise<void> {
  const { config, ownDir, clock, logger, projector, keyring, mailer, store } = from;
  const last = await endOf(from);
  if (last !== undefined && !(await projector.caughtUpTo(last, CATCH_UP_LIMIT_MS)))
    logger.warn('The views are behind the log. What they show may be older than what happened.', { through: projector.through });
  const fresh = known ? [...store.erased()].filter((person) => !known.has(person)) : [];
  const noted = (await deletionsIn(config.dataDir)).map(({ person }) => person);
  // A process that died may have put an email there that was written before.
  const gone = new Set([...store.erased(), ...noted]);
  if (gone.size > 0) await mailer.forget(...gone);
  if (fresh.length === 0) return;
  await noteDeletions(config.dataDir, fresh, clock.now());
  for (const person of fresh) await keyring.destroy(person);
  store.scrub();
  await emptyDirectoryIndex(ownDir);
  await emptyKeptLists(ownDir);
}

/** Where the log ends for those who follow it; undefined where the views are there, or where what they lack cannot be read. */
async function endOf({ log, projector: { through }, logger }: Pick<From, 'log' | 'projector' | 'logger'>): Promise<Position | undefined> {
  let last: Position | undefined;
  try {
    // Not the log's own head: that may be the position of a key, which no view reaches.
    for await (const events of log.readAll(through === undefined ? {} : { after: through })) last = events.at(-1)?.position;
    return last;
  } catch (error) {
    if (!(error instanceof EventStoreUnreadable)) throw error;
    // The hub serves what is sound, and Health says what is not.
    logger.warn('The views are behind the log, a part of which cannot be read.', failureFields(error));
    return undefined;
  }
}
