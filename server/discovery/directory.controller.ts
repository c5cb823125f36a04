import { Controller, Get, Header, Headers, Inject, Query } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { SignedIn } from '../app/signed-in.js';
import { AFTER_HEADER, waitedFor } from '../queries/after-header.js';
import type { DirectoryAnswer } from './directory-answer.js';
import type { DirectoryIndexer } from './directory-indexer.js';
import type { DirectoryQuery, DirectorySearch } from './directory-search.js';

/** Injection tokens. */
export const DIRECTORY_INDEX = Symbol('DirectoryIndex');
export const DIRECTORY_INDEXER = Symbol('DirectoryIndexer');
export const DIRECTORY_SEARCH = Symbol('DirectorySearch');
/** Towns and areas that are offered: a national register has some 1,500. */
const OFFERED_LIMIT_PLACES = 3_000;

/** Full-text search of those who offer mentoring, with facets. */
@Controller('api/directory')
export class DirectoryController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(DIRECTORY_SEARCH) private readonly directory: DirectorySearch,
    @Inject(DIRECTORY_INDEXER) private readonly indexer: DirectoryIndexer,
  ) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  async search(
    @SignedIn() person: PersonId,
    @Query() query: DirectoryQuery,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<DirectoryAnswer> {
    await waitedFor(this.hub.views, after);
    if (after !== undefined) await this.indexer.settled();
    return this.directory.answer(person, query);
  }

  /** The towns and areas of the hub that are on its map. */
  @Get('places')
  @Header('Cache-Control', 'private, no-store')
  async places(@SignedIn() _person: PersonId): Promise<{ readonly names: readonly string[] }> {
    return { names: this.directory.places.read().onMap.offered().slice(0, OFFERED_LIMIT_PLACES) };
  }
}
