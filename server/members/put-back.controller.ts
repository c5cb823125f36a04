import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { coordinates } from '@alongside/domain/policies/who.js';
import { putBackOf } from '@alongside/projections/facts/newcomers.js';
import { personView } from '@alongside/projections/views/person.view.js';
import { z } from 'zod';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere } from '../app/problem.js';
import { readBody } from '../app/read-body.js';
import { SignedIn } from '../app/signed-in.js';
import { viewReaderOf } from '../queries/live-views.js';
import { personWithEmail } from '../set-up/administrators.js';

const question = z.object({ email: z.string().trim().min(3).max(254) });

/** The removed person with an address, for those who may add them again. Posted, so that no address stands in a log of requests. */
@Controller('api/institutions')
export class PutBackController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Post(':id/put-back')
  @HttpCode(200)
  find(@SignedIn() asker: PersonId, @Param('id') id: string, @Body() body: unknown): { person: PersonId; name: string; from: string } {
    const institution = id as InstitutionId;
    const look = viewReaderOf(this.hub.views.store);
    const trust = look.row('institution', institution)?.trust ?? null;
    if (!coordinates(this.hub.audience.actor(asker), institution, trust)) throw notThere();
    const person = personWithEmail(this.hub, readBody(question, body, 'COMMAND.INVALID').email);
    const row = person && putBackOf(person, institution, look);
    if (!row) throw notThere();
    return { person, name: look.row(personView.name, person)?.name ?? '', from: row.from };
  }
}
