import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { welcomeOf } from '@alongside/projections/facts/welcome.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { viewReaderOf } from '../queries/live-views.js';
import { ChosenMailer } from './chosen-mailer.js';
import { EmailRefused, type Email } from './mailer.js';
import { INVITES } from './notifications.js';
import { emailKeyOf, emailsAbout } from './send-notifications.js';

/** An invitation that no mail server has had: the hub had none, or it waited for too long; and no later one was emailed. */
interface Kept {
  readonly person: PersonId;
  readonly event: string;
  readonly at: string;
}

type Parts = Pick<HubParts, 'views' | 'mailer' | 'mailHold' | 'mailWatch' | 'publicUrl' | 'logger'>;

/** `waits`: what was asked since is not sent yet, as the hub holds its emails or its mail server takes none. */
export interface Leaves {
  readonly leaves: boolean;
  readonly waits?: 'held' | 'failing';
}

/** The last invitation of a person. An earlier one that lies in the outbox says nothing of one that was emailed since. */
function lastOf(person: PersonId, look: HubReader): Kept | undefined {
  const last = look
    .rows('notice', { person })
    .filter(({ type, email }) => email && INVITES.has(type))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  return last && { person, event: last.event, at: last.at };
}

/** Who was asked to join, has not signed in, and was sent an invitation: as a member elsewhere, or before they were removed. */
const askedAt = (institution: InstitutionId | undefined, look: HubReader): readonly PersonId[] =>
  look
    .rows('invitation', institution ? { institution } : {})
    .filter(({ institution: at, untold, closed }) => at !== undefined && !untold && !closed)
    .map(({ person }) => person)
    .filter((person) => welcomeOf(person, look) === 'invited');

/** Invitations that no mail server has had yet, of members and people asked to join who have not signed in: of one institution, or of all. */
export class KeptInvitations {
  constructor(private readonly parts: Parts) {}

  /** Whether emails leave this hub, and why they wait where it has a mail server. Those of the demonstration are read in it. */
  async leaves(): Promise<Leaves> {
    const { mailer, mailHold, mailWatch } = this.parts;
    if (mailer instanceof ChosenMailer && !(await mailer.leaves())) return { leaves: false };
    if (mailHold.held) return { leaves: false, waits: 'held' };
    return { leaves: true, ...(mailWatch.condition.failingSince && { waits: 'failing' }) };
  }

  async of(institution?: InstitutionId): Promise<readonly PersonId[]> {
    return (await this.#kept(institution)).map(({ person }) => person);
  }

  /** Emails them, written anew, and returns how many. Of two who send at once, one sends each. Throws where the server takes none. */
  async send(institution: InstitutionId | undefined, people: readonly PersonId[] | undefined): Promise<number> {
    const { mailer } = this.parts;
    if (!(mailer instanceof ChosenMailer)) return 0;
    let sent = 0;
    for (const one of await this.#kept(institution)) {
      if (people && !people.includes(one.person)) continue;
      const email = await this.#written(one);
      if (!email || !(await mailer.outbox.take(email.key))) continue;
      try {
        await mailer.sendAtOnce(email);
        sent += 1;
      } catch (error) {
        if (error instanceof EmailRefused) {
          this.parts.logger.warn('A mail server refused an email for good.', { key: email.key, because: error.message });
          continue;
        }
        // It stays what was not emailed.
        await mailer.outbox.keepWithoutWords(email.key);
        this.parts.logger.warn('An invitation of the time before email could not be sent.', failureFields(error));
        throw error;
      }
    }
    return sent;
  }

  async #kept(institution: InstitutionId | undefined): Promise<readonly Kept[]> {
    const { views, mailer } = this.parts;
    if (!(mailer instanceof ChosenMailer)) return [];
    const look = viewReaderOf(views.store);
    // Without a place, the private rows of the view are among them.
    const rows = look.rows('newcomer', institution ? { institution } : {}).filter(({ institution: at }) => at !== undefined);
    const people = new Set([...rows.flatMap(({ person, invitedOn }) => (invitedOn ? [person] : [])), ...askedAt(institution, look)]);
    const lies = await mailer.outbox.keys();
    return [...people].flatMap((person) => {
      const last = lastOf(person, look);
      return last && lies(emailKeyOf(last.event, person)) ? [last] : [];
    });
  }

  async #written({ event, person, at }: Kept): Promise<Email | undefined> {
    const { views, mailer, publicUrl } = this.parts;
    const look = viewReaderOf(views.store);
    const parts = { look, publicUrl, now: () => at as never, mailFrom: await mailer.sender() };
    return emailsAbout({ id: event as never }, parts).find((email) => email.to.person === person);
  }
}
