import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { hasRole } from '@alongside/domain/policies/actor.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { viewReaderOf } from '../queries/live-views.js';
import { expertiseMapOf, type ExpertiseMap } from './expertise-map.js';
import type { MentorPool } from './mentor-pool.js';
import { MENTOR_POOL } from './mentors-for.controller.js';

/** Who knows what, and where the gaps are: for those who lead or coordinate an institution or its trust. */
@Controller('api/institutions')
export class ExpertiseMapController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(MENTOR_POOL) private readonly pool: MentorPool,
  ) {}

  @Get(':institution/expertise')
  @Header('Cache-Control', 'private, no-store')
  map(@SignedIn() person: PersonId, @Param('institution') id: string): ExpertiseMap {
    const institution = id as InstitutionId;
    const look = viewReaderOf(this.hub.views.store);
    const at = look.row('institution', institution);
    const actor = this.hub.audience.actor(person);
    if (!at || !(['coordinator', 'leader'] as const).some((role) => hasRole(actor, institution, role, at.trust))) throw notThere();
    const schools = look.rows('institution', { trust: institution }).map((school) => school.institution);
    return expertiseMapOf(this.pool.of([institution, ...schools]), this.hub.audience.principals(person));
  }
}
