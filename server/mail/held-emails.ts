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
    return this.#events.reduce((sum, event) => sum + this.#waiting(event), 0);
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
    // One without an email may have one once the views know of it.
    this.#events = this.#events.filter((event) => {
      const emails = this.#emails(event);
      return emails.length === 0 || !emails.every(({ key }) => this.#claimed.has(key));
    });
  }

  #waiting(event: Recorded<AnyEvent>): number {
    const late = isTooLate(event, false, this.parts);
    return this.#emails(event).filter(({ key, invites }) => !this.#claimed.has(key) && (invites || !late)).length;
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
