import { Controller, Get, Header, Headers, Inject } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';
import type { Membership } from '@alongside/domain/policies/actor.js';
import { PROTOCOL_VERSION } from '@alongside/domain/protocol/messages.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { SignedIn } from '../app/signed-in.js';
import { showsDemo } from '../demo/shows-demo.js';
import { AFTER_HEADER, waitedFor } from './after-header.js';

/** Who is signed in, as their client needs it to draw the way about. */
export interface SessionAnswer {
  readonly person: PersonId;
  readonly name: string;
  readonly memberships: readonly Membership[];
  /** Every role held anywhere, once each; the memberships say where. */
  readonly roles: readonly Role[];
  readonly demo: boolean;
  readonly protocol: number;
}

/** `GET /api/session`. */
@Controller('api/session')
export class SessionController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  async session(@SignedIn() person: PersonId, @Headers(AFTER_HEADER) after: string | undefined): Promise<SessionAnswer> {
    await waitedFor(this.hub.views, after);
    const { memberships } = this.hub.audience.actor(person);
    const name = this.hub.views.store.get<{ name: string }>('person', person)?.data.name ?? '';
    const roles = [...new Set(memberships.flatMap((membership) => membership.roles))];
    return { person, name, memberships, roles, demo: showsDemo(this.hub), protocol: PROTOCOL_VERSION };
  }
}
