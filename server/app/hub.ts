import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { View } from '@alongside/projections/engine/view.js';
import type { Dispatcher } from '../commands/dispatcher.js';
import type { Sessions } from '../identity/sessions.js';
import type { Keyring } from '../privacy/keyring.js';
import type { MasterKey } from '../privacy/master-key.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import type { Audience } from '../queries/audience.js';
import type { LiveViews } from '../queries/live-views.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Logger } from './logger.js';

/** The working parts of one hub process, below HTTP. Features take from here what they need, by the injection token `HUB_PARTS`. */
export interface HubParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly master: MasterKey;
  readonly keyring: Keyring;
  readonly log: SealedLog<AnyEvent>;
  readonly views: LiveViews;
  readonly publicViews: readonly View[];
  readonly dispatcher: Dispatcher<AnyEvent>;
  readonly audience: Audience;
  readonly sessions: Sessions;
}

/** Injection token of `HubParts`. */
export const HUB_PARTS = Symbol('HubParts');
