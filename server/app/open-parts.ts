import { join } from 'node:path';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { checkEvent, eventShapeOf, parseEvent, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { Projector } from '@alongside/projections/engine/projector.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import { allViews } from '@alongside/projections/views/index.js';
import { Dispatcher } from '../commands/dispatcher.js';
import { guardedRules } from '../commands/guarded-rules.js';
import { hubRules } from '../commands/hub-rules.js';
import { EventStoreUnreadable } from '../event-store/checks.js';
import { eventLogFile, openEventStore, type EventStoreConfig } from '../event-store/open.js';
import { AddressKeeper } from '../identity/address-keeper.js';
import { IdentitySecrets } from '../identity/secrets.js';
import { JoinKeeper, readingOf } from '../joining/join-keeper.js';
import { ViewSessions } from '../identity/view-sessions.js';
import { ChosenMailer } from '../mail/chosen-mailer.js';
import { FileOutbox } from '../mail/file-outbox.js';
import { MailSettingsFile } from '../mail/mail-settings.js';
import type { Mailer } from '../mail/mailer.js';
import { institutionName } from '../mail/notifications.js';
import { noteDeletions } from '../privacy/deletions.js';
import { Keyring } from '../privacy/keyring.js';
import { masterKey, type MasterKey } from '../privacy/master-key.js';
import { repeatDeletions } from '../privacy/repeat-deletions.js';
import { SealedLog } from '../privacy/sealed-log.js';
import { SetUpLink } from '../set-up/set-up-link.js';
import { Audience } from '../queries/audience.js';
import { CAUGHT_UP_LIMIT_MS, viewReaderOf, type LiveViews } from '../queries/live-views.js';
import { HubClock } from '../reactors/hub-clock.js';
import type { ReactorRunner } from '../reactors/reactor-runner.js';
import { isHalfRestored } from './backup/lay-down.js';
import { systemClock, type Clock } from './clock.js';
import { DEFAULT_MAIL_FROM, type Config } from './config.js';
import { openDataFolder } from './data-folder.js';
import { emptyDirectoryIndex } from './directory-index.js';
import type { HubParts } from './hub.js';
import { hubLogCheck, isDamage, LogDamaged } from './log-check/hub-log.js';
import type { LogCheck } from './log-check/log-check.js';
import { createLogger, failureFields, type Logger } from './logger.js';
import { publicUrlOf } from './public-url.js';
import { claimOwnFolder, type OwnFolder } from './own-folder.js';
import { openOwnViews } from './own-views.js';
import { runnersOf } from './runners.js';
import { carryOnWhenAged, lastTold, seedWhenEmpty } from './seed-when-empty.js';
import { DemoDays } from './demo-days.js';

/** What a test, or a second process on one log, brings instead of what the configuration says. */
export interface Overrides {
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** The folder of the log, where it is not that of everything else. */
  readonly logDir?: string;
  readonly mailer?: Mailer;
  /** A command at the terminal does one thing and ends: it strikes no clock and writes no emails, which are for a hub that knows how it is reached. */
  readonly as?: 'hub' | 'command';
  /** When the log is first checked after the start, in milliseconds. */
  readonly checkAfterMs?: number;
}

/** The parts of a hub, and how to stop them. */
export interface OpenParts {
  readonly parts: HubParts;
  /** Lets happen what follows of itself, once everybody who keeps anything of people has said how to destroy it. */
  begin(): Promise<void>;
  /** Settles once what follows from all that is in the log is done, where that is for this process to do. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the log, the views and everything between them, and settles once the views are up to date. Nothing follows of itself before `begin`. */
export async function openParts(config: Config, overrides: Overrides = {}): Promise<OpenParts> {
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? createLogger(config.logLevel);
  const { own, master, eventStore, keyring, log, store } = await openKept(config, overrides, { clock, logger });
  const unreadable = new Unreadable(eventLogFile(overrides.logDir ?? config.dataDir), config.dataDir);
  const joins = await JoinKeeper.open(log, store);
  const projector = projectorOf(log, store, { logger, unreadable, joins });
  const views = liveViews(store, projector);
  const look = viewReaderOf(store);
  const secrets = new IdentitySecrets(master.bytes);
  const logCheck = logCheckOf(config, overrides, { store: eventStore, ownDir: own.path, master, clock, logger });
  const rules = { ...guardedRules(hubRules, (stream) => logCheck.isDamaged(stream)), joins: () => joins.inForce };
  const dispatcher = new Dispatcher(log, { ...views, look }, rules, clock, (email) => secrets.address(email));
  joins.onSwitched(() => dispatcher.forget());
  const sessions = new ViewSessions(store, clock, (person) => joins.inForce.keptOf(person));
  const mailer = overrides.mailer ?? (await mailerOf(config, { own, master, look }));
  const erasers: HubParts['erasers'] = [
    // First of all: what is restored from an older backup must be told of it, whatever becomes of the rest.
    (person) => noteDeletions(config.dataDir, [person], clock.now()),
    (person) => keyring.destroy(person),
    async () => dispatcher.forget(),
    (person) => mailer.forget(person),
    async () => store.scrub(),
    () => own.sweep(),
  ];
  const command = overrides.as === 'command';
  // A hub keeps the index in step with its views, and adds how to scrub it.
  if (command) erasers.push(() => emptyDirectoryIndex(own.path));
  const publicUrl = () => publicUrlOf(config);
  const runners = await runnersOf({
    log,
    dispatcher,
    logger,
    views,
    clock,
    master,
    mailer,
    publicUrl,
    ownDir: own.path,
    projector,
    joins,
    erasers,
  });
  const addresses = new AddressKeeper({
    dispatcher,
    log,
    look,
    clock,
    logger,
    nameOf: (email) => secrets.address(email),
    recordsOf: (person) => joins.known.recordsOf(person),
  });
  const hubClock = new HubClock({ dispatcher, look, clock, logger, chores: [() => addresses.tidy()] });
  const audience = new Audience(rules.actorOf, look);
  const parts: HubParts = {
    config,
    ownDir: own.path,
    closing: [],
    closingAfterViews: [],
    publicUrl,
    logger,
    clock,
    master,
    keyring,
    log,
    views,
    projector,
    joins,
    definitions: allViews,
    dispatcher,
    audience,
    sessions,
    mailer,
    setUpLink: new SetUpLink(),
    ...runners,
    erasers,
    addresses,
    logCheck,
  };

  const telling = { store: eventStore, log, clock, logger, nameOf: (email: string) => secrets.address(email) };
  if (config.demo) await seedWhenEmpty(telling);
  const demoDays = config.demo && !command ? new DemoDays(() => carryOnWhenAged(telling), { clock, logger }) : undefined;
  await demoDays?.carryOn();
  // Heard before anybody else: a session that has ended must not be sent what the same commit changed.
  projector.onChanges((changes) => sessions.heed(changes));
  await Promise.race([projector.start(), unreadable.met]);
  joins.watch(projector, {
    joined: () => logger.info('Two records were found to be one person’s. The views are built again, and serve as before until then.'),
    failed: (error) => logger.error('The views could not be built again after two records became one.', failureFields(error)),
  });
  await repeatDeletions(parts);
  // Where a hub runs, it does what follows from what a command did.
  const reacts = !command || own.first;
  return {
    parts,
    begin: async () => {
      const told = await lastTold(eventStore);
      if (reacts) await runners.reactors.start(told);
      if (command) return;
      await runners.emails.start(told);
      hubClock.start();
      demoDays?.start();
      logCheck.start();
    },
    settled: async () => {
      if (reacts) await runners.reactors.settled();
    },
    close: async () => {
      for (const stop of parts.closing) await stop();
      await demoDays?.close();
      joins.close();
      await standStill(hubClock, Object.values(runners), projector);
      for (const stop of parts.closingAfterViews) await stop();
      await logCheck.close();
      await closeKept(eventStore, store, mailer, own);
    },
  };
}

/** What lies on disks and servers: the process's own folder, the key, the log, and the views that were made from it. */
async function openKept({ dataDir, ...config }: Config, { logDir }: Overrides, { clock, logger }: { clock: Clock; logger: Logger }) {
  if (!(await openDataFolder(dataDir)))
    logger.warn('The data folder belongs to another account and cannot be closed to others. Close it: the views in it are not sealed.', {
      folder: dataDir,
    });
  if (isHalfRestored(dataDir))
    throw new Error('A restore was interrupted, and the log is not in its place yet. Run it again: npm run restore -- BACKUP --yes.');
  const own = await claimOwnFolder(dataDir);
  const master = await masterKey(config.masterKey, dataDir);
  if (master.made)
    logger.warn('A master key was made beside the data. Keep a copy elsewhere: without it nothing personal can be read.', {
      file: join(dataDir, 'master.key'),
    });
  const eventStore = await openLog({
    dataDir: logDir ?? dataDir,
    ...(config.eventStoreUrl && { eventStoreUrl: config.eventStoreUrl }),
    report: (trouble) =>
      trouble.kind === 'back'
        ? logger.info('A follower of the event store hears of new events again.')
        : logger.warn('A follower of the event store does not hear of new events; it tries again.', {
            failures: trouble.failures,
            ...failureFields(trouble.error),
          }),
  });
  const keyring = new Keyring(eventStore, master, () => clock.now());
  const file = eventLogFile(logDir ?? dataDir);
  await told(file, dataDir, () => keyring.verify());
  const log = new SealedLog<AnyEvent>(eventStore, keyring, { shapeOf: eventShapeOf, parse: parseEvent, check: checkEvent });
  return { own, master, eventStore, keyring, log, store: await told(file, dataDir, () => openOwnViews(own, eventStore, logger)) };
}

/** Opens the log; where its file is damaged, with a sentence for the person who started the hub. */
const openLog = (config: EventStoreConfig): Promise<EventStore> =>
  told(eventLogFile(config.dataDir), config.dataDir, () => openEventStore(config));

async function told<T>(file: string, dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isDamage(error) ? new LogDamaged(file, dataDir, error) : error;
  }
}

/** Whether views that must be made met a part of the log that cannot be read: tried again, they would never be done. */
class Unreadable {
  readonly met: Promise<never>;
  #reject: (error: unknown) => void = () => undefined;

  constructor(
    private readonly file: string,
    private readonly dataDir: string,
  ) {
    this.met = new Promise<never>((_, reject) => (this.#reject = reject));
    // Once the hub serves, those who follow report it, and nobody waits for this.
    this.met.catch(() => undefined);
  }

  heard(doing: string, cause: unknown): void {
    if (doing === 'catching-up' && cause instanceof EventStoreUnreadable) this.#reject(new LogDamaged(this.file, this.dataDir, cause));
  }
}

function logCheckOf(
  { dataDir, eventStoreUrl }: Config,
  { logDir, checkAfterMs }: Overrides,
  from: { store: EventStore; ownDir: string; master: MasterKey; clock: Clock; logger: Logger },
): LogCheck {
  return hubLogCheck({
    ...from,
    dataDir,
    logDir: logDir ?? dataDir,
    ...(eventStoreUrl && { eventStoreUrl }),
    ...(checkAfterMs !== undefined && { afterMs: checkAfterMs }),
  });
}

async function mailerOf(
  { smtpUrl, mailFrom, dataDir }: Config,
  { own, master, look }: { own: OwnFolder; master: MasterKey; look: HubReader },
): Promise<Mailer> {
  const outbox = await FileOutbox.open(join(dataDir, 'outbox'), join(own.path, 'drafts'));
  const fixed = { ...(smtpUrl && { url: smtpUrl }), ...(mailFrom && { from: mailFrom }) };
  return new ChosenMailer(outbox, new MailSettingsFile(master, dataDir), fixed, DEFAULT_MAIL_FROM, () =>
    institutionName(HUB_INSTITUTION, look),
  );
}

function projectorOf(
  log: SealedLog<AnyEvent>,
  store: ViewStore,
  { logger, unreadable, joins }: { readonly logger: Logger; readonly unreadable: Unreadable; readonly joins: JoinKeeper },
): Projector {
  return new Projector({
    feed: log,
    store,
    views: allViews,
    reading: readingOf(joins.inForce),
    report: (trouble) => {
      if (trouble.kind === 'failed') unreadable.heard(trouble.doing, trouble.cause);
      if (trouble.kind === 'view-stopped')
        logger.error('A view stopped at an event that it cannot take.', {
          view: trouble.view,
          version: trouble.version,
          event: trouble.event,
        });
      else
        logger.error('The views met a failure and try again.', {
          doing: trouble.doing,
          ...failureFields(trouble.cause),
        });
    },
  });
}

const liveViews = (store: ViewStore, projector: Projector): LiveViews => ({
  store,
  through: () => projector.through,
  caughtUp: (position: Position) => projector.caughtUpTo(position, CAUGHT_UP_LIMIT_MS),
  onChanges: (listener) => projector.onChanges(listener),
});

/** Nothing follows of itself any more, and no view changes. */
async function standStill(clock: HubClock, runners: readonly ReactorRunner[], projector: Projector): Promise<void> {
  await clock.close();
  await Promise.all(runners.map((runner) => runner.close()));
  await projector.close();
}

async function closeKept(log: EventStore, store: ViewStore, mailer: Mailer, own: OwnFolder): Promise<void> {
  await log.close();
  store.close();
  await mailer.close();
  await own.release();
}
