import { Controller, Get, Header, Inject } from '@nestjs/common';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere } from '../app/problem.js';
import { showsDemo } from '../demo/shows-demo.js';
import { ChosenMailer } from './chosen-mailer.js';

/** A letter as the demo shows it. */
export interface ShownLetter {
  readonly at: string;
  readonly to: { readonly email: string };
  readonly subject: string;
  readonly text: string;
}

/** The letters of the demo, for whoever tries the hub. Anywhere else letters are private, and this is not there. */
@Controller('api/outbox')
export class OutboxController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async letters(): Promise<{ letters: readonly ShownLetter[] }> {
    const { mailer } = this.hub;
    if (!showsDemo(this.hub) || !(mailer instanceof ChosenMailer) || (await mailer.leaves())) throw notThere();
    const letters = await mailer.outbox.list();
    return { letters: letters.map(({ at, to, subject, text }) => ({ at, to: { email: to.email }, subject, text })) };
  }
}
