import { Controller, Get, Header, Inject } from '@nestjs/common';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere } from '../app/problem.js';
import { showsDemo } from '../demo/shows-demo.js';
import { ChosenMailer } from './chosen-mailer.js';

/** An email as the demo shows it. */
export interface ShownEmail {
  readonly at: string;
  readonly to: { readonly email: string };
  readonly subject: string;
  readonly text: string;
}

/** The emails of the demo, for visitors. Anywhere else emails are private, and this is not there. */
@Controller('api/outbox')
export class OutboxController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async emails(): Promise<{ emails: readonly ShownEmail[] }> {
    const { mailer } = this.hub;
    if (!showsDemo(this.hub) || !(mailer instanceof ChosenMailer) || (await mailer.leaves())) throw notThere();
    const emails = await mailer.outbox.list();
    return { emails: emails.map(({ at, to, subject, text }) => ({ at, to: { email: to.email }, subject, text })) };
  }
}
