import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Projector } from '@alongside/projections/engine/projector.js';
import type { HubView } from '@alongside/projections/views/hub-view.js';
import type { Dispatcher } from '../commands/dispatcher.js';
import type { WatchedStore } from '../event-store/watched-store.js';
import type { AddressKeeper } from '../identity/address-keeper.js';
import type { Sessions } from '../identity/sessions.js';
import type { JoinKeeper } from '../joining/join-keeper.js';
import type { HubLearning } from '../learning/hub-learning.js';
import type { MailHold } from '../mail/mail-hold.js';
import type { MailQueue } from '../mail/mail-queue.js';
import type { MailWatch } from '../mail/mail-watch.js';
import type { Mailer } from '../mail/mailer.js';
import type { Keyring } from '../privacy/keyring.js';
import type { MasterKey } from '../privacy/master-key.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import type { SetUpLink } from '../set-up/set-up-link.js';
import type { Audience } from '../queries/audience.js';
import type { LiveViews } from '../queries/live-views.js';
import type { ReactorRunner } from '../reactors/reactor-runner.js';
import type { ClockGuard } from '../clock/clock-guard.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { IndexCondition } from '../discovery/index-condition.js';
import type { CertificateWatch } from './health/certificate.js';
import type { ReadProbe } from './health/read-probe.js';
import type { Sizes } from './health/sizes.js';
import type { ViewsWatch } from './health/views-watch.js';
import type { WriteProbe } from './health/write-probe.js';
import type { LogCheck } from './log-check/log-check.js';
import type { Logger } from './logger.js';

/** Those who look at what the hub hangs on. */
export interface HubHealth {
  readonly writes: WriteProbe;
  readonly reads: ReadProbe;
  readonly views: ViewsWatch;
  readonly sizes: Sizes;
  readonly certificate: CertificateWatch;
  /** Says how the directory's index stands, once it is opened; nothing of an own one that is as it should be. */
  readonly search: { condition?: () => IndexCondition | undefined };
}

/** The working parts of one hub process, below HTTP. Features take from here what they need, by the injection token `HUB_PARTS`. */
export interface HubParts {
  readonly config: Config;
  /** Whether its log was begun as the demonstration: the log says so, and neither settings nor ids (0056). */
  readonly demonstration: boolean;
  /** The folder that this process alone writes to: what is in it can be made again from the log. */
  readonly ownDir: string;
  /** Closed in turn when the hub stops, while it still follows the log: for code that acts on it. */
  readonly closing: (() => Promise<void>)[];
  /** Closed in turn once the views stand still: for code that is told of each change of theirs, until the last. */
  readonly closingAfterViews: (() => Promise<void>)[];
  /** How browsers reach the hub, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly clockGuard: ClockGuard;
  readonly master: MasterKey;
  readonly keyring: Keyring;
  readonly log: SealedLog<AnyEvent>;
  /** The log as it lies there, sealed. Metrics hear of its appends. */
  readonly store: Pick<WatchedStore, 'onAppend'>;
  readonly views: LiveViews;
  readonly projector: Projector;
  /** Which records are one person's. */
  readonly joins: JoinKeeper;
  /** The definitions of all views: what they index, who reads them, what they serve. */
  readonly definitions: readonly HubView[];
  readonly dispatcher: Dispatcher<AnyEvent>;
  readonly audience: Audience;
  readonly sessions: Sessions;
  readonly mailer: Mailer;
  /** For emails that the log could not write again, such as codes. */
  readonly mailQueue: MailQueue;
  /** Knows whether emails about events are held since a restore. */
  readonly mailHold: MailHold;
  /** How many emails wait while they are held. */
  readonly heldEmails: { count(): Promise<number> };
  /** Knows how sending goes. */
  readonly mailWatch: MailWatch;
  /** Keeps claims of addresses true to who has them. */
  readonly addresses: AddressKeeper;
  /** Checks the log in the background, and says how it stands. */
  readonly logCheck: LogCheck;
  /** What the hub hangs on outside itself. */
  readonly health: HubHealth;
  /** What the hub has learned from its own mentorships. */
  readonly learning: HubLearning;
  /** Lets the first administrator in; void wherever there is one. */
  readonly setUpLink: SetUpLink;
  readonly reactors: ReactorRunner;
  /** Follows the log beside the reactors, and writes to people. */
  readonly emails: ReactorRunner;
  /** Done in turn at each strike of the clock, a minute apart, after what is due. */
  readonly chores: (() => Promise<void>)[];
  /**
   * Called in every process once a person was erased and the views know it: code that keeps anything of people outside the views adds how
   * to destroy it.
   */
  readonly erasers: ((person: PersonId) => Promise<void>)[];
}

/** Injection token of `HubParts`. */
export const HUB_PARTS = Symbol('HubParts');
