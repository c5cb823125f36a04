import { Controller, Get, Header, Headers, Inject } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { SignedIn } from '../app/signed-in.js';
import { AFTER_HEADER, waitedFor } from '../queries/after-header.js';
import { viewReaderOf } from '../queries/live-views.js';
import type { MenteePool } from './mentee-pool.js';
import { menteesToHelp, type MenteesAnswer } from './mentees-to-help.js';
import type { MentorPool } from './mentor-pool.js';
import { MENTOR_POOL } from './mentors-for.controller.js';

/** Injection token of the pool of those who are open to offers. */
export const MENTEE_POOL = Symbol('MenteePool');

/** Whom a mentor could help, and why. */
@Controller('api/mentees')
export class MenteesController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(MENTOR_POOL) private readonly mentors: MentorPool,
    @Inject(MENTEE_POOL) private readonly mentees: MenteePool,
  ) {}

  /** A person who does not offer mentoring is answered with nobody. */
  @Get()
  @Header('Cache-Control', 'private, no-store')
  async toHelp(@SignedIn() person: PersonId, @Headers(AFTER_HEADER) after?: string): Promise<MenteesAnswer> {
    await waitedFor(this.hub.views, after);
    return menteesToHelp(person, this.hub.audience.principals(person), {
      mentors: this.mentors,
      mentees: this.mentees,
      look: viewReaderOf(this.hub.views.store),
      now: this.hub.clock.now(),
    });
  }
}
