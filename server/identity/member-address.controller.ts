import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { mayChangeEmailOf } from '@alongside/domain/policies/addresses.policy.js';
import { membershipsOf } from '@alongside/projections/facts/gather.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { Problem } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { viewReaderOf } from '../queries/live-views.js';

/** How many people one read may name. */
const PEOPLE_LIMIT = 50;

const notYours = () => new Problem(403, 'QUERY.NOT_ALLOWED', 'Only people who may change this email address can see it.');

/** The email address that a member signs in with, for people who may change it ([AD8]): they see what is wrong with it. */
@Controller('api/people')
export class MemberAddressController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get(':person/email')
  @Header('Cache-Control', 'private, no-store')
  email(@SignedIn() reader: PersonId, @Param('person') person: PersonId): { email: string } {
    if (this.#mayRead(reader, [person]).length === 0) throw notYours();
    return { email: this.#emailOf(person) };
  }

  /** Of several people at once: those alone whose address the reader may change. */
  @Get('emails')
  @Header('Cache-Control', 'private, no-store')
  emails(@SignedIn() reader: PersonId, @Query('ids') ids: unknown): { emails: Readonly<Record<string, string>> } {
    const people = [...new Set(typeof ids === 'string' ? ids.split(',').filter(Boolean) : [])] as PersonId[];
    if (people.length === 0 || people.length > PEOPLE_LIMIT)
      throw new Problem(400, 'QUERY.INVALID', 'We could not read that query.', [
        { field: 'ids', message: `Name from one to ${PEOPLE_LIMIT} people.` },
      ]);
    const may = this.#mayRead(reader, people);
    if (may.length === 0) throw notYours();
    return { emails: Object.fromEntries(may.map((person) => [person, this.#emailOf(person)] as const).filter(([, email]) => email)) };
  }

  #mayRead(reader: PersonId, people: readonly PersonId[]): readonly PersonId[] {
    const look = viewReaderOf(this.hub.views.store);
    const actor = this.hub.audience.actor(reader);
    return people.filter((person) => mayChangeEmailOf(actor, person, membershipsOf(person, look)));
  }

  #emailOf(person: PersonId): string {
    return viewReaderOf(this.hub.views.store).row('account', person)?.email ?? '';
  }
}
