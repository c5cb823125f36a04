import type { ProbedStore } from '../event-store/watched-store.js';
import { sendAddressEmails } from '../mail/address-emails.js';
import { sendJoinAskedEmails } from '../mail/join-asked-emails.js';
import { senderIdIn } from '../mail/sender-id.js';
import { sendNotifications } from '../mail/send-notifications.js';
import type { MailWatch } from '../mail/mail-watch.js';
import { ChosenMailer } from '../mail/chosen-mailer.js';
import { HeldEmails } from '../mail/held-emails.js';
import type { Mailer } from '../mail/mailer.js';
import { eraseHere } from '../privacy/erase.js';
import { keyedHash } from '../privacy/master-key.js';
import { viewReaderOf } from '../queries/live-views.js';
import { reactors } from '../reactors/all-reactors.js';
import { CheckpointFile } from '../reactors/checkpoints.js';
import { destroyKeyWhenPersonErased } from '../reactors/destroy-key-when-person-erased.js';
import { ReactorRunner } from '../reactors/reactor-runner.js';
import type { HubParts } from './hub.js';
import { progressFiles } from './own-views.js';

/** What the runners are made from. */
export type RunnersFrom = Pick<
  HubParts,
  'log' | 'dispatcher' | 'logger' | 'views' | 'clock' | 'master' | 'publicUrl' | 'ownDir' | 'projector' | 'joins' | 'erasers'
> & {
  readonly store: Pick<ProbedStore, 'probeReading'>;
  readonly mailer: Mailer;
  readonly mailWatch: MailWatch;
};

/**
 * Who follows the log and acts on it. Emails have their own runner and progress, so that a mail server that is down delays nothing else.
 */
export async function runnersOf(from: RunnersFrom): Promise<Pick<HubParts, 'reactors' | 'emails' | 'heldEmails'>> {
  const { log, dispatcher, logger, views, clock, master, mailer, publicUrl, ownDir, joins } = from;
  const now = () => clock.now();
  const look = viewReaderOf(views.store);
  const world = { look, now, secret: (purpose: string, text: string) => keyedHash(master, purpose, text) };
  const following = { log, dispatcher, logger, world, caughtUp: views.caughtUp, joins, probeReading: from.store.probeReading };
  const onTooLate = () => from.mailWatch.notSent('too-late');
  const keepInvitation = mailer instanceof ChosenMailer ? (key: string) => mailer.outbox.keepWithoutWords(key) : undefined;
  const notifications = {
    look,
    mailer,
    dispatcher,
    now,
    publicUrl,
    logger,
    senderId: await senderIdIn(ownDir),
    onTooLate,
    ...(keepInvitation && { keepInvitation }),
  };
  const emails = new ReactorRunner({
    ...following,
    reactors: [],
    effects: [sendNotifications(notifications), sendAddressEmails(notifications), sendJoinAskedEmails(notifications)],
    checkpoints: new CheckpointFile(progressFiles(ownDir).emails),
  });
  return {
    reactors: new ReactorRunner({
      ...following,
      reactors,
      effects: [destroyKeyWhenPersonErased((person) => eraseHere(from, person))],
      checkpoints: new CheckpointFile(progressFiles(ownDir).reactors),
    }),
    emails,
    heldEmails: new HeldEmails({ log, look, now, publicUrl, from: () => emails.condition.reached }),
  };
}
