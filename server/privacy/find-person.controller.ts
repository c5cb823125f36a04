import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { institutionView } from '@alongside/projections/views/institution.view.js';
import { personView } from '@alongside/projections/views/person.view.js';
import { z } from 'zod';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere } from '../app/problem.js';
import { readBody } from '../app/read-body.js';
import { SignedIn } from '../app/signed-in.js';
import { viewReaderOf } from '../queries/live-views.js';
import { allowHubAdministrator } from '../set-up/allow.js';
import { personWithEmail } from '../set-up/administrators.js';

const question = z.object({
  email: z.string().trim().min(3, { error: 'Enter their email address.' }).max(254, { error: 'Enter a shorter email address.' }),
});

/** Who signs in with an address: for administrators of the hub, whom people ask to be erased. Posted, so that no address stands in a log of requests. */
@Controller('api/people')
export class FindPersonController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Post('by-email')
  @HttpCode(200)
  find(@SignedIn() asker: PersonId, @Body() body: unknown): { person: PersonId; name: string; institutions: readonly string[] } {
    allowHubAdministrator(this.hub, asker);
    const person = personWithEmail(this.hub, readBody(question, body, 'COMMAND.INVALID').email);
    const look = viewReaderOf(this.hub.views.store);
    const row = person && look.row(personView.name, person);
    if (!row) throw notThere();
    const institutions = row.institutions.flatMap((id) => look.row(institutionView.name, id)?.details.name ?? []);
    return { person: row.person, name: row.name, institutions };
  }
}
