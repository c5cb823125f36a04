import { Controller, Get, Header, Inject } from '@nestjs/common';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { SignedIn } from '../app/signed-in.js';
import { viewReaderOf } from '../queries/live-views.js';
import { lookingInFives } from './looking-in-fives.js';

/** By institution, how many look for a mentor there: in fives, rounded down. */
export interface LookingAnswer {
  readonly institutions: Readonly<Record<InstitutionId, number>>;
}

/** How many look for a mentor, to those who lead an institution, and of a trust for each of its schools. */
@Controller('api/looking')
export class LookingController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  /** A person who leads nowhere is answered with no institution. */
  @Get()
  @Header('Cache-Control', 'private, no-store')
  looking(@SignedIn() person: PersonId): LookingAnswer {
    const look = viewReaderOf(this.hub.views.store);
    const today = dayOf(this.hub.clock.now());
    const led = this.hub.audience
      .actor(person)
      .memberships.flatMap(({ institution, roles }) => (roles.includes('leader') ? [institution] : []));
    const all = led.flatMap((institution) => [
      institution,
      ...look.rows('institution', { trust: institution }).map((school) => school.institution),
    ]);
    const told = all.map((one) => [one, lookingInFives(look.row('looking-count', one), today)] as const);
    return { institutions: Object.fromEntries(told) as LookingAnswer['institutions'] };
  }
}
