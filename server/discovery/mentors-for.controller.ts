import { Controller, Get, Header, Headers, Inject, Param, Query } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { understandEither } from '@alongside/domain/uk/taxonomy/understand.js';
import { askedOf } from '@alongside/search/directory.js';
import { HITS_LIMIT_DOCUMENTS, TEXT_LIMIT_CHARACTERS } from '@alongside/search/search-index.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { AFTER_HEADER, waitedFor } from '../queries/after-header.js';
import { viewReaderOf } from '../queries/live-views.js';
import { DIRECTORY_INDEXER } from './directory.controller.js';
import type { DirectoryIndexer } from './directory-indexer.js';
import type { MentorPool } from './mentor-pool.js';
import { maySuggestTo, mentorsFor, type OfferedAnswer } from './mentors-for.js';

/** Injection token of the pool of mentors. */
export const MENTOR_POOL = Symbol('MentorPool');

/** Whom a coordinator may suggest to a mentee, and why. */
@Controller('api/mentees')
export class MentorsForController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(MENTOR_POOL) private readonly pool: MentorPool,
    @Inject(DIRECTORY_INDEXER) private readonly indexer: DirectoryIndexer,
  ) {}

  @Get(':mentee/mentors')
  @Header('Cache-Control', 'private, no-store')
  async mentors(
    @SignedIn() person: PersonId,
    @Param('mentee') mentee: string,
    @Query('q') words?: unknown,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<OfferedAnswer> {
    await waitedFor(this.hub.views, after);
    const look = viewReaderOf(this.hub.views.store);
    const own = look.row('profile', mentee as PersonId);
    if (!own || !maySuggestTo(person, own.person, look)) throw notThere();
    const principals = this.hub.audience.principals(person);
    const text = typeof words === 'string' ? words.trim().slice(0, TEXT_LIMIT_CHARACTERS) : '';
    const among = text === '' ? undefined : await this.#found(text, principals, after);
    return mentorsFor(own, principals, { pool: this.pool, look, now: this.hub.clock.now(), among, learned: this.hub.learning.serving });
  }

  async #found(text: string, principals: ReadonlySet<Principal>, after: string | undefined): Promise<ReadonlySet<PersonId>> {
    if (after !== undefined) await this.indexer.settled();
    const { hits } = await this.indexer.search({
      ...askedOf(understandEither(text)),
      for: [...principals],
      filters: { free: ['yes'] },
      limitDocuments: HITS_LIMIT_DOCUMENTS,
    });
    return new Set(hits.map(({ id }) => id as PersonId));
  }
}
