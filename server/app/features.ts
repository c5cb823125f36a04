import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Provider, Type } from '@nestjs/common';
import { CommandsController } from '../commands/commands.controller.js';
import { commandHandlers } from '../commands/command-messages.js';
import { DIRECTORY_INDEX } from '../discovery/directory.controller.js';
import { discoveryControllers, discoveryProviders } from '../discovery/discovery.feature.js';
import { CertificateNameController } from '../files/certificate-name.controller.js';
import { FilesController } from '../files/files.controller.js';
import { HISTORY, HistoryController } from '../history/history.controller.js';
import { History } from '../history/history.js';
import { MemberAddressController } from '../identity/member-address.controller.js';
import { OWN_ADDRESS, OwnAddressController } from '../identity/own-address.controller.js';
import { OwnAddressService } from '../identity/own-address.service.js';
import { IdentitySecrets } from '../identity/secrets.js';
import { SIGN_IN, SignInController } from '../identity/sign-in.controller.js';
import { SIGN_IN_AGAIN, SignInAgainController } from '../identity/sign-in-again.controller.js';
import { SignInAgainService } from '../identity/sign-in-again.service.js';
import { SignInService } from '../identity/sign-in.service.js';
import { IMPORTS, ImportsController } from '../imports/imports.controller.js';
import { Imports } from '../imports/imports.js';
import { KeptOnDisk } from '../imports/kept-on-disk.js';
import { JOINING, JoiningController } from '../joining/joining.controller.js';
import { JoiningService } from '../joining/joining.service.js';
import { LearningController } from '../learning/learning.controller.js';
import { CertificatesController } from '../institutions/certificates.controller.js';
import { finderFrom, INSTITUTION_FINDER, InstitutionsController } from '../institutions/institutions.controller.js';
import { KeptInvitationsController } from '../mail/kept-invitations.controller.js';
import { MailController } from '../mail/mail.controller.js';
import { MAILER } from '../mail/mailer.js';
import { MEMBER_FINDER, memberFinderFrom, MembersController } from '../members/members.controller.js';
import { PutBackController } from '../members/put-back.controller.js';
import { OutboxController } from '../mail/outbox.controller.js';
import { FindPersonController } from '../privacy/find-person.controller.js';
import { OwnRecordController } from '../privacy/own-record.controller.js';
import { DocsController } from '../queries/docs.controller.js';
import { SessionController } from '../queries/session.controller.js';
import { ViewsController } from '../queries/views.controller.js';
import { SetUpController } from '../set-up/set-up.controller.js';
import { Gateway } from '../realtime/gateway.js';
import { openDirectoryIndex } from './directory-index.js';
import { HUB_PARTS, type HubParts } from './hub.js';
import { failureFields } from './logger.js';
import { StatusController } from './status.controller.js';

/** Everything that answers over HTTP. A feature adds its controller here, and what it injects below. */
export const controllers: readonly Type[] = [
  CommandsController,
  ViewsController,
  SessionController,
  DocsController,
  StatusController,
  SignInController,
  SignInAgainController,
  OwnAddressController,
  MemberAddressController,
  JoiningController,
  ...discoveryControllers,
  LearningController,
  FilesController,
  CertificateNameController,
  HistoryController,
  ImportsController,
  InstitutionsController,
  CertificatesController,
  MembersController,
  PutBackController,
  KeptInvitationsController,
  MailController,
  OutboxController,
  OwnRecordController,
  FindPersonController,
  SetUpController,
];

/** What controllers inject beyond `HUB_PARTS`. */
export const providers: readonly Provider[] = [
  ...commandHandlers,
  Gateway,
  { provide: MAILER, inject: [HUB_PARTS], useFactory: (hub: HubParts) => hub.mailer },
  { provide: SIGN_IN, inject: [HUB_PARTS], useFactory: (hub: HubParts) => new SignInService(identityFrom(hub)) },
  { provide: SIGN_IN_AGAIN, inject: [HUB_PARTS], useFactory: (hub: HubParts) => new SignInAgainService(identityFrom(hub)) },
  { provide: OWN_ADDRESS, inject: [HUB_PARTS], useFactory: (hub: HubParts) => new OwnAddressService(identityFrom(hub)) },
  { provide: JOINING, inject: [HUB_PARTS], useFactory: (hub: HubParts) => new JoiningService(identityFrom(hub)) },
  { provide: DIRECTORY_INDEX, inject: [HUB_PARTS], useFactory: (hub: HubParts) => openDirectoryIndex(hub) },
  ...discoveryProviders,
  { provide: INSTITUTION_FINDER, inject: [HUB_PARTS], useFactory: finderFrom },
  { provide: MEMBER_FINDER, inject: [HUB_PARTS], useFactory: memberFinderFrom },
  { provide: IMPORTS, inject: [HUB_PARTS], useFactory: importsFrom },
  { provide: HISTORY, inject: [HUB_PARTS], useFactory: historyFrom },
];

function importsFrom(hub: HubParts): Imports {
  const { ownDir, master, clock, views, logger } = hub;
  const onDisk = new KeptOnDisk({
    ownDir,
    master,
    now: () => clock.now(),
    erasures: () => views.store.erased().size,
    failed: (error) => logger.warn('A list that is being imported could not be kept for the next start.', failureFields(error)),
  });
  const imports = new Imports(hub, { onDisk });
  hub.erasers.push(() => imports.forgetErased());
  hub.closing.push(() => imports.close());
  return imports;
}

const identityFrom = ({ dispatcher, log, views, mailQueue, master, clock, publicUrl, joins }: HubParts) => ({
  dispatcher,
  log,
  keptOf: (person: PersonId) => joins.inForce.keptOf(person),
  recordsOf: (person: PersonId) => joins.inForce.recordsOf(person),
  views: views.store,
  through: () => views.through(),
  isSwitching: (person: PersonId) => joins.isSwitching(person),
  caughtUp: (position: Position) => views.caughtUp(position),
  mailQueue,
  secrets: new IdentitySecrets(master.bytes),
  clock,
  publicUrl: publicUrl(),
});

function historyFrom({ views, clock }: HubParts): History {
  return new History(views.store, () => clock.now());
}
