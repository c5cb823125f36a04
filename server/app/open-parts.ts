import { join } from 'node:path';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { Projector } from '@alongside/projections/engine/projector.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import { allViews } from '@alongside/projections/views/index.js';
import { Dispatcher } from '../commands/dispatcher.js';
import { guardedRules } from '../commands/guarded-rules.js';
import { hubRules } from '../commands/hub-rules.js';
import type { WatchedStore } from '../event-store/watched-store.js';
import { eventLogFile } from '../event-store/open.js';
import { emptyKeptLists } from '../imports/kept-on-disk.js';
import { AddressKeeper } from '../identity/address-keeper.js';
import { IdentitySecrets } from '../identity/secrets.js';
import { JoinKeeper, readingOf } from '../joining/join-keeper.js';
import { HubLearning } from '../learning/hub-learning.js';
import { ViewSessions } from '../identity/view-sessions.js';
import { ChosenMailer } from '../mail/chosen-mailer.js';
import { FileOutbox } from '../mail/file-outbox.js';
import { MailHold } from '../mail/mail-hold.js';
import { MailQueue } from '../mail/mail-queue.js';
import { MailSettingsFile } from '../mail/mail-settings.js';
import { MailWatch } from '../mail/mail-watch.js';
import type { Mailer } from '../mail/mailer.js';
import { hubName } from '../mail/notifications.js';
import { noteDeletions } from '../privacy/deletions.js';
import { sweepErasedMeanwhile } from '../privacy/erased-meanwhile.js';
import { type MasterKey } from '../privacy/master-key.js';
import { repeatDeletions } from '../privacy/repeat-deletions.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import { SetUpLink } from '../set-up/set-up-link.js';
import { Audience } from '../queries/audience.js';
import { CAUGHT_UP_LIMIT_MS, viewReaderOf, type LiveViews } from '../queries/live-views.js';
import { HubClock } from '../reactors/hub-clock.js';
import type { ReactorRunner } from '../reactors/reactor-runner.js';
import { ClockGuard, clockWrong } from '../clock/clock-guard.js';
import { systemClock, type Clock } from './clock.js';
import { DEFAULT_MAIL_FROM, type Config } from './config.js';
import { emptyDirectoryIndex } from './directory-index.js';
import { finishRestore } from './backup/sign-everyone-out.js';
import { CertificateWatch } from './health/certificate.js';
import { ReadProbe } from './health/read-probe.js';
import { Sizes } from './health/sizes.js';
import { ViewsWatch } from './health/views-watch.js';
import { onSameDisk, WriteProbe } from './health/write-probe.js';
import type { HubHealth, HubParts } from './hub.js';
import { sweepCopies } from './log-check/check-copies.js';
import { hubLogCheck } from './log-check/hub-log.js';
import type { LogCheck } from './log-check/log-check.js';
import { verdictIn } from './log-check/verdict-file.js';
import { demonstrationBegan, isDemonstration } from './log-kind.js';
import { createLogger, failureFields, type Logger } from './logger.js';
import { publicUrlOf } from './public-url.js';
import { type OwnFolder } from './own-folder.js';
import { runnersOf } from './runners.js';
import { carryOnWhenAged, lastTold, seedWhenEmpty } from './seed-when-empty.js';
import { DemoDays } from './demo-days.js';
import { closeKept, openKept } from './open-kept.js';
import { Unreadable } from './unreadable.js';

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
  const { own, master, eventStore, keyring, log, store, restored } = await openKept(config, overrides, { clock, logger });
  const unreadable = new Unreadable({
    file: eventLogFile(overrides.logDir ?? config.dataDir),
    dataDir: config.dataDir,
    ownDir: own.path,
    isCommand: overrides.as === 'command',
    readThrough: async () => eventStore.readThrough?.(),
  });
  const joins = await unreadable.told(() => JoinKeeper.open(log, store));
  const viewsWatch: ViewsWatch = new ViewsWatch({ ownDir: own.path, now: () => clock.now(), through: () => projector.through });
  const projector = projectorOf(log, store, { logger, unreadable, viewsWatch, joins });
  const views = liveViews(store, projector);
  const look = viewReaderOf(store);
  const secrets = new IdentitySecrets(master.bytes);
  const logCheck = logCheckOf(config, overrides, { store: eventStore, ownDir: own.path, master, clock, logger });
  const clockGuard = new ClockGuard({
    log: eventStore,
    clock,
    asItPleases: overrides.clock !== undefined,
    isDemonstration: () => isDemonstration(eventStore),
  });
  const isClockWrong = clockWrong(clockGuard);
  const rules = {
    ...guardedRules(hubRules, (stream) => logCheck.isDamaged(stream)),
    isClockWrong,
    joins: () => joins.inForce,
    isSwitching: (person: PersonId) => joins.isSwitching(person),
  };
  const dispatcher = new Dispatcher(log, { ...views, look }, rules, clock, (email) => secrets.address(email));
  joins.onSwitched(() => dispatcher.forget());
  const sessions = new ViewSessions(store, clock, (person) => joins.inForce.keptOf(person));
  const mailWatch = new MailWatch({ file: join(own.path, 'mail-record.json'), now: () => clock.now() });
  const mailer = overrides.mailer ?? (await mailerOf(config, { own, master, look, mailWatch }));
  const mailQueue = await MailQueue.open({
    mailer,
    keyring,
    logger,
    watch: mailWatch,
    file: join(own.path, 'mail-queue.json'),
    now: () => clock.now(),
  });
  const learning = new HubLearning({
    dataDir: config.dataDir,
    log,
    store: eventStore,
    joins,
    clock,
    logger,
    erased: () => [...store.erased().keys()],
  });
  let erasedThrough: Position | undefined;
  // A process that is down when a person is erased, or goes down before it has heard, is cleaned up after (0055).
  const sweepAgain = async () => void ((await own.sweep(erasedThrough)) && (await mailer.forget()));
  const erasers: HubParts['erasers'] = [
    // First of all: what is restored from an older backup must be told of it, whatever becomes of the rest.
    (person) => noteDeletions(config.dataDir, [person], clock.now()),
    (person) => keyring.destroy(person),
    async () => dispatcher.forget(),
    (person) => mailQueue.forget(person),
    (person) => mailer.forget(person),
    (person) => learning.forget(person),
    async () => store.scrub(),
    async () => {
      erasedThrough = projector.through;
      await own.sweep(erasedThrough);
    },
    sweepCopies,
  ];
  const command = overrides.as === 'command';
  // A hub keeps the index in step with its views, and adds how to scrub it, and how to forget lists.
  if (command)
    erasers.push(
      () => emptyDirectoryIndex(own.path),
      () => emptyKeptLists(own.path),
    );
  const publicUrl = () => publicUrlOf(config);
  const runners = await runnersOf({
    log,
    store: eventStore,
    dispatcher,
    logger,
    views,
    clock,
    master,
    mailer,
    mailWatch,
    publicUrl,
    ownDir: own.path,
    projector,
    joins,
    erasers,
  });
  const mailHold = new MailHold(eventLogFile(overrides.logDir ?? config.dataDir), {
    begin: async () => runners.emails.start(await lastTold(eventStore)),
    keepPlace: async () => runners.emails.keepPlace(await lastTold(eventStore)),
  });
  const addresses = new AddressKeeper({
    dispatcher,
    log,
    look,
    clock,
    logger,
    nameOf: (email) => secrets.address(email),
    recordsOf: (person) => joins.known.recordsOf(person),
    read: (event) => joins.known.read(event),
  });
  const health = healthOf(config, overrides, { store: eventStore, own, clock, views: viewsWatch });
  const holdPlace = async () => {
    if (!own.inPlace())
      logger.error('The folder of this process was deleted or moved while the hub had it open. Restart the hub.', { folder: own.path });
  };
  const chores: HubParts['chores'] = [holdPlace, () => addresses.tidy(), () => health.sizes.note(), sweepAgain, () => mailHold.look()];
  const hubClock = new HubClock({
    dispatcher,
    look,
    clock,
    isClockWrong,
    logger,
    chores,
  });
  const audience = new Audience(rules.actorOf, look);
  const telling = { store: eventStore, log, clock, logger, nameOf: (email: string) => secrets.address(email) };
  if (!command && config.demo !== false) await seedWhenEmpty(telling);
  const began = await demonstrationBegan(eventStore);
  const demonstration = began !== undefined;
  const demoDays = demonstration && !command ? new DemoDays(() => carryOnWhenAged(telling), { clock, logger }) : undefined;
  await demoDays?.carryOn();
  const parts: HubParts = {
    config,
    demonstration,
    ownDir: own.path,
    closing: [],
    closingAfterViews: [],
    publicUrl,
    logger,
    clock,
    master,
    keyring,
    log,
    store: eventStore,
    views,
    projector,
    joins,
    definitions: allViews,
    dispatcher,
    audience,
    sessions,
    mailer,
    mailQueue,
    mailHold,
    mailWatch,
    setUpLink: new SetUpLink(),
    ...runners,
    erasers,
    addresses,
    chores,
    logCheck,
    clockGuard,
    health,
    learning,
  };

  // Heard before anybody else: a session that has ended must not be sent what the same commit changed.
  projector.onChanges((changes) => sessions.heed(changes));
  const close = async () => {
    for (const stop of parts.closing) await stop();
    await demoDays?.close();
    await learning.close();
    joins.close();
    await standStill(hubClock, [runners.reactors, runners.emails], projector);
    for (const stop of parts.closingAfterViews) await stop();
    await logCheck.close();
    health.certificate.close();
    await mailQueue.close();
    await mailWatch.close();
    await closeKept(eventStore, store, mailer, own);
  };
  try {
    const known = store.states().some(({ checkpoint }) => checkpoint !== undefined) ? new Set(store.erased().keys()) : undefined;
    await Promise.race([projector.start(), unreadable.met]);
    joins.watch(projector, {
      joined: () => logger.info('Two records were found to be one person’s. The views are built again, and serve as before until then.'),
      failed: (error) => logger.error('The views could not be built again after two records became one.', failureFields(error)),
    });
    await Promise.race([sweepErasedMeanwhile({ ...parts, store }, known), unreadable.met]);
    await repeatDeletions(parts, began);
    if (restored) await finishRestore(parts, eventLogFile(overrides.logDir ?? config.dataDir));
    await learning.open();
  } catch (error) {
    // A command at the terminal goes on to its end, which an open log would keep it from.
    await close().catch(() => undefined);
    throw error;
  }
  // Where a hub runs, it does what follows from what a command did.
  const reacts = !command || own.first;
  return {
    parts,
    begin: async () => {
      // After what a start does itself: a deletion that is repeated is not kept from a damaged record.
      logCheck.remember(await verdictIn(config.dataDir));
      if (reacts) await runners.reactors.start(await lastTold(eventStore));
      if (command) return;
      await mailHold.look();
      mailQueue.start();
      hubClock.start();
      demoDays?.start();
      logCheck.start();
      health.certificate.start();
      learning.start();
    },
    settled: async () => {
      if (reacts) await runners.reactors.settled();
    },
    close,
  };
}

function logCheckOf(
  { dataDir, eventStoreUrl }: Config,
  { logDir, checkAfterMs }: Overrides,
  from: { store: WatchedStore; ownDir: string; master: MasterKey; clock: Clock; logger: Logger },
): LogCheck {
  return hubLogCheck({
    ...from,
    dataDir,
    logDir: logDir ?? dataDir,
    ...(eventStoreUrl && { eventStoreUrl }),
    ...(checkAfterMs !== undefined && { afterMs: checkAfterMs }),
  });
}

function healthOf(
  config: Config,
  { logDir }: Overrides,
  { store, own, clock, views }: { store: WatchedStore; own: OwnFolder; clock: Clock; views: ViewsWatch },
): HubHealth {
  const now = () => clock.now();
  const logFile = eventLogFile(logDir ?? config.dataDir);
  return {
    writes: new WriteProbe({
      store,
      folder: own.path,
      inPlace: () => own.inPlace(),
      isApart: () => config.eventStoreUrl !== undefined || !onSameDisk(own.path, logFile),
      now,
    }),
    reads: new ReadProbe({ store, now }),
    views,
    sizes: new Sizes({ file: join(own.path, 'sizes.json'), logFile, now }),
    certificate: new CertificateWatch(publicUrlOf(config), now),
    search: {},
  };
}

async function mailerOf(
  { smtpUrl, mailFrom, dataDir }: Config,
  { own, master, look, mailWatch }: { own: OwnFolder; master: MasterKey; look: HubReader; mailWatch: MailWatch },
): Promise<Mailer> {
  const outbox = await FileOutbox.open(join(dataDir, 'outbox'), join(own.path, 'drafts'));
  const fixed = { ...(smtpUrl && { url: smtpUrl }), ...(mailFrom && { from: mailFrom }) };
  return new ChosenMailer(outbox, new MailSettingsFile(master, dataDir), fixed, DEFAULT_MAIL_FROM, () => hubName(look), mailWatch);
}

function projectorOf(
  log: SealedLog<AnyEvent>,
  store: ViewStore,
  {
    logger,
    unreadable,
    viewsWatch,
    joins,
  }: Pick<HubParts, 'logger' | 'joins'> & {
    readonly unreadable: Unreadable;
    readonly viewsWatch: ViewsWatch;
  },
): Projector {
  return new Projector({
    feed: log,
    store,
    views: allViews,
    reading: readingOf(joins.inForce),
    report: (trouble) => {
      if (trouble.kind === 'failed') {
        unreadable.heard(trouble.doing, trouble.cause);
        if (trouble.doing !== 'telling-listeners') viewsWatch.heard(trouble.cause);
      }
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
