import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import { emptyDirectoryIndex } from '../app/directory-index.js';
import type { HubParts } from '../app/hub.js';
import { sweepCopies } from '../app/log-check/check-copies.js';
import { failureFields } from '../app/logger.js';
import { progressFiles } from '../app/own-views.js';
import { EventStoreUnreadable } from '../event-store/checks.js';
import { emptyKeptLists } from '../imports/kept-on-disk.js';
import { CheckpointFile } from '../reactors/checkpoints.js';
import { DESTROY_KEY } from '../reactors/destroy-key-when-person-erased.js';
import { deletionsIn, noteDeletions } from './deletions.js';

/** How long a start waits for its views to take in the log before it serves them, in milliseconds. */
const CATCH_UP_LIMIT_MS = 60_000;

type From = Pick<
  HubParts,
  'config' | 'ownDir' | 'clock' | 'logger' | 'log' | 'projector' | 'keyring' | 'mailer' | 'mailQueue' | 'joins'
> & {
  readonly store: Pick<ViewStore, 'erased' | 'scrub'>;
};

/**
 * Before serving, takes in the log and removes from this process's files whom it had not known to be erased, or had not finished with.
 * `known`: undefined without views.
 */
export async function sweepErasedMeanwhile(from: From, known: ReadonlySet<PersonId> | undefined): Promise<void> {
  const { config, ownDir, clock, logger, projector, keyring, mailer, mailQueue, joins, store } = from;
  const owed = await owedIn(from);
  const last = await endOf(from);
  if (last !== undefined && !(await projector.caughtUpTo(last, CATCH_UP_LIMIT_MS)))
    logger.warn('The views are behind the log. What they show may be older than what happened.', { through: projector.through });
  // All records of one person live and die together.
  const recordsOf = (people: Iterable<PersonId>) => new Set([...people].flatMap((person) => joins.known.recordsOf(person)));
  const due = owed === 'all' ? owed : recordsOf(owed);
  const isFresh = (person: PersonId) => (known !== undefined && !known.has(person)) || due === 'all' || due.has(person);
  // Without views and without progress nothing was ever kept here.
  const fresh = known || due !== 'all' ? recordsOf([...store.erased().keys()].filter(isFresh)) : new Set<PersonId>();
  const noted = (await deletionsIn(config.dataDir)).people.map(({ person }) => person);
  // A process that died may have put an email there that was written before.
  const gone = recordsOf([...store.erased().keys(), ...noted]);
  if (gone.size > 0) await mailer.forget(...gone);
  if (fresh.size === 0) return;
  await noteDeletions(config.dataDir, [...fresh], clock.now());
  for (const person of fresh) {
    await keyring.destroy(person);
    await mailQueue.forget(person);
  }
  store.scrub();
  await emptyDirectoryIndex(ownDir);
  await emptyKeptLists(ownDir);
  await sweepCopies();
}

/** Whom this process knew to be erased, perhaps, and died before it had followed that; `all` where it never noted how far it was. */
async function owedIn({ ownDir, log, logger }: Pick<From, 'ownDir' | 'log' | 'logger'>): Promise<ReadonlySet<PersonId> | 'all'> {
  const progress = await new CheckpointFile(progressFiles(ownDir).reactors).load();
  const after = progress?.positions[DESTROY_KEY];
  if (!progress || after === undefined) return 'all';
  const owed = new Set<PersonId>();
  const note = (events: readonly Recorded<AnyEvent>[]) => {
    for (const event of events) if (event.type === 'PersonErased') owed.add(event.data.person);
  };
  try {
    for (const { reactor, stream, revision } of progress.aside) if (reactor === DESTROY_KEY) note(await log.readStream(stream, revision));
    for await (const events of log.readAll({ after })) note(events);
    return owed;
  } catch (error) {
    if (!(error instanceof EventStoreUnreadable)) throw error;
    logger.warn(
      'Who was erased since this process was last here cannot be read from the log. All its files are cleaned.',
      failureFields(error),
    );
    return 'all';
  }
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
