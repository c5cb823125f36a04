import { setImmediate } from 'node:timers/promises';
import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import { addressEmailsAbout } from './address-emails.js';
import { joinAskedEmailsAbout } from './join-asked-emails.js';
import type { Email } from './mailer.js';
import { NOTIFICATION_TYPES } from './notifications.js';
import { emailsAbout, isTooLate } from './send-notifications.js';

export interface HeldEmailsParts {
  readonly log: Pick<SealedLog<AnyEvent>, 'readAll'>;
  readonly look: HubReader;
  readonly now: () => Instant;
  readonly publicUrl: () => string;
  /** Behind which event those who email will begin; undefined for the start of the log. */
  readonly from: () => Position | undefined;
}

/** Events whose emails are written in one turn. */
const TURN_EVENTS = 100;
const TYPES: ReadonlySet<AnyEvent['type']> = new Set([...NOTIFICATION_TYPES, 'EmailChanged', 'JoinAsked']);

/** Counts the emails that wait while a hub holds them: what no process took upon itself, and is not too late. */
export class HeldEmails {
  #through: Position | undefined;
  #events: Recorded<AnyEvent>[] = [];
  readonly #claimed = new Set<string>();
  #counting: Promise<number> | undefined;

  constructor(private readonly parts: HeldEmailsParts) {}

  /** As things are now. What the log does not give is not counted. */
  count(): Promise<number> {
    this.#counting ??= this.#count().finally(() => (this.#counting = undefined));
    return this.#counting;
  }

  async #count(): Promise<number> {
    await this.#readOn().catch(() => undefined);
    const left: Recorded<AnyEvent>[] = [];
    let waiting = 0;
    for (const [at, event] of this.#events.entries()) {
      // Writing an email takes its time, and a list of a whole trust holds tens of thousands.
      if (at % TURN_EVENTS === 0) await setImmediate();
      const open = this.#emails(event);
      const unclaimed = open.filter(({ key }) => !this.#claimed.has(key));
      // One without an email may have one once the views know of it.
      if (open.length === 0 || unclaimed.length > 0) left.push(event);
      // An invitation that is too late waits to be offered.
      const late = isTooLate(event, false, this.parts);
      waiting += unclaimed.filter(({ invites }) => invites || !late).length;
    }
    this.#events = left;
    return waiting;
  }

  async #readOn(): Promise<void> {
    const after = this.#through ?? this.parts.from();
    for await (const events of this.parts.log.readAll(after === undefined ? {} : { after })) {
      for (const event of events) {
        if (event.type === 'LetterClaimed') this.#claimed.add(event.data.letter);
        else if (TYPES.has(event.type)) this.#events.push(event);
        this.#through = event.position;
      }
    }
  }

  #emails(event: Recorded<AnyEvent>): readonly Email[] {
    const { parts } = this;
    return [
      ...emailsAbout(event, { ...parts, mailFrom: '' }),
      ...(event.type === 'EmailChanged' ? addressEmailsAbout(event, parts) : []),
      ...(event.type === 'JoinAsked' ? joinAskedEmailsAbout(event, parts) : []),
    ];
  }
}
