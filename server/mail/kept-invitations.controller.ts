import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { institutionId, personId, type InstitutionId, type PersonId } from '@alongside/domain/kernel/brand.js';
import { coordinates, runsHub } from '@alongside/domain/policies/who.js';
import { z } from 'zod';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { Problem } from '../app/problem.js';
import { readBody } from '../app/read-body.js';
import { SignedIn } from '../app/signed-in.js';
import { showsDemo } from '../demo/shows-demo.js';
import { viewReaderOf } from '../queries/live-views.js';
import { KeptInvitations, type Leaves } from './kept-invitations.js';

/** How many people one request may name, as one command does. */
const AT_ONCE_LIMIT_PEOPLE = 200;
/** Without an institution: of the whole hub. Without people: all. */
export const keptRequest = z.object({
  institution: institutionId.optional(),
  people: z.array(personId).max(AT_ONCE_LIMIT_PEOPLE).optional(),
});

/** Invitations that were not emailed, for the hub had no email or they waited too long: who, and the email now. */
@Controller('api/invitations/kept')
export class KeptInvitationsController {
  readonly #kept: KeptInvitations;

  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {
    this.#kept = new KeptInvitations(hub);
  }

  /** `leaves`: whether emails are sent now. The emails of the demonstration are shown, so there is nothing to say. */
  @Get()
  @Header('Cache-Control', 'private, no-store')
  async who(@SignedIn() reader: PersonId, @Query('at') at: unknown): Promise<Leaves & { readonly people: readonly PersonId[] }> {
    const institution = typeof at === 'string' ? (at as InstitutionId) : undefined;
    this.#allow(reader, institution);
    if (showsDemo(this.hub)) return { leaves: true, people: [] };
    return { ...(await this.#kept.leaves()), people: await this.#kept.of(institution) };
  }

  @Post()
  @HttpCode(200)
  async send(@SignedIn() reader: PersonId, @Body() body: unknown): Promise<{ sent: number }> {
    const { institution, people } = readBody(keptRequest, body, 'MAIL.INVALID');
    this.#allow(reader, institution);
    const { leaves, waits } = await this.#kept.leaves();
    if (waits === 'held')
      throw new Problem(
        409,
        'MAIL.WAITS',
        'This hub was restored from a backup and holds its emails. An administrator lets them go on Hub status.',
      );
    if (!leaves) throw new Problem(409, 'MAIL.NOT_SET', 'This hub does not send email yet. Set up email first.');
    try {
      return { sent: await this.#kept.send(institution, people) };
    } catch {
      throw new Problem(422, 'MAIL.NOT_TAKEN', 'The mail server did not take all of these emails. Those that are left can be sent again.');
    }
  }

  #allow(reader: PersonId, institution: InstitutionId | undefined): void {
    const actor = this.hub.audience.actor(reader);
    const trust = (institution && viewReaderOf(this.hub.views.store).row('institution', institution)?.trust) ?? null;
    if (institution ? !coordinates(actor, institution, trust) : !runsHub(actor))
      throw new Problem(403, 'QUERY.NOT_ALLOWED', 'Only coordinators and administrators can see this.');
  }
}
