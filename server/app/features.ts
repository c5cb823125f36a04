import type { Provider, Type } from '@nestjs/common';
import { CommandsController } from '../commands/commands.controller.js';
import { commandHandlers } from '../commands/command-messages.js';
import { IdentitySecrets } from '../identity/secrets.js';
import { SIGN_IN, SignInController } from '../identity/sign-in.controller.js';
import { SignInService } from '../identity/sign-in.service.js';
import { MAILER } from '../mail/mailer.js';
import { DocsController } from '../queries/docs.controller.js';
import { SessionController } from '../queries/session.controller.js';
import { ViewsController } from '../queries/views.controller.js';
import { Gateway } from '../realtime/gateway.js';
import { HUB_PARTS, type HubParts } from './hub.js';
import { StatusController } from './status.controller.js';

/** Everything that answers over HTTP. A feature adds its controller here, and what it injects below. */
export const controllers: readonly Type[] = [
  CommandsController,
  ViewsController,
  SessionController,
  DocsController,
  StatusController,
  SignInController,
];

/** What controllers inject beyond `HUB_PARTS`. */
export const providers: readonly Provider[] = [
  ...commandHandlers,
  Gateway,
  { provide: MAILER, inject: [HUB_PARTS], useFactory: (hub: HubParts) => hub.mailer },
  { provide: SIGN_IN, inject: [HUB_PARTS], useFactory: signInFrom },
];

function signInFrom({ dispatcher, log, views, mailer, master, clock, publicUrl }: HubParts): SignInService {
  const secrets = new IdentitySecrets(master.bytes);
  return new SignInService({ dispatcher, log, views: views.store, mailer, secrets, clock, publicUrl: publicUrl() });
}
