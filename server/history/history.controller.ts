import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { day as daySchema, type InstitutionId, type PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere, Problem } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import type { History, PastDay, Timeline } from './history.js';

/** Injection token of `History`. */
export const HISTORY = Symbol('History');

/** The programme of an institution as it stood on any date, for those who lead or coordinate it. */
@Controller('api/history')
export class HistoryController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(HISTORY) private readonly history: History,
  ) {}

  @Get(':institution')
  @Header('Cache-Control', 'private, no-store')
  timeline(@SignedIn() person: PersonId, @Param('institution') institution: string): Timeline {
    return this.history.timeline(this.#allowed(person, institution));
  }

  @Get(':institution/:day')
  @Header('Cache-Control', 'private, no-store')
  day(@SignedIn() person: PersonId, @Param('institution') institution: string, @Param('day') given: string): PastDay {
    const day = daySchema.safeParse(given);
    if (!day.success) throw new Problem(400, 'HISTORY.NO_SUCH_DAY', day.error.issues[0]?.message ?? 'Give a date such as 2026-03-06.');
    return this.history.asOf(this.#allowed(person, institution), day.data);
  }

  #allowed(person: PersonId, institution: string): InstitutionId {
    if (!this.history.mayBeSeen(institution as InstitutionId, this.hub.audience.principals(person))) throw notThere();
    return institution as InstitutionId;
  }
}
