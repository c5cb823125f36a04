import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { mayChangeEmailOf } from '@alongside/domain/policies/addresses.policy.js';
import { membershipsOf } from '@alongside/projections/facts/gather.js';
import type { AccountRow } from '@alongside/projections/views/account.view.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { Problem } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { viewReaderOf } from '../queries/live-views.js';

/** The email address that a member signs in with, to whoever may change it ([AD8]): they see what is wrong with it. */
@Controller('api/people')
export class MemberAddressController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get(':person/email')
  @Header('Cache-Control', 'private, no-store')
  email(@SignedIn() reader: PersonId, @Param('person') person: PersonId): { email: string } {
    const look = viewReaderOf(this.hub.views.store);
    if (!mayChangeEmailOf(this.hub.audience.actor(reader), person, membershipsOf(person, look)))
      throw new Problem(403, 'QUERY.NOT_ALLOWED', 'Only people who may change this email address can see it.');
    return { email: look.row<AccountRow>('account', person)?.email ?? '' };
  }
}
