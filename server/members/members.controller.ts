import { Controller, Get, Header, Headers, Inject, Param, Query } from '@nestjs/common';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { MEMBER_FILTERS } from '@alongside/domain/institutions/member-filters.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { memberListReaders, overseers } from '@alongside/projections/views/audiences.js';
import { QUERY_LIMIT_ROWS } from '@alongside/projections/store/view-store.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { AFTER_HEADER, waitedFor } from '../queries/after-header.js';
import { viewReaderOf } from '../queries/live-views.js';
import type { MembersFound } from './member-book.js';
import { MemberFinder } from './member-finder.js';

/** Injection token of the `MemberFinder`. */
export const MEMBER_FINDER = Symbol('MemberFinder');
const PAGE_ROWS = 50;
const TEXT_LIMIT_CHARS = 200;

/** A finder that follows the views. */
export function memberFinderFrom({ views, projector }: HubParts): MemberFinder {
  const finder = new MemberFinder(views.store);
  views.onChanges((changes) => finder.heed(changes));
  projector.onServed((view) => finder.replaced(view));
  return finder;
}

/** `GET /api/institutions/:id/members`: the list of members by words, to those who read its rows, however long it is. */
@Controller('api/institutions')
export class MembersController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(MEMBER_FINDER) private readonly finder: MemberFinder,
  ) {}

  @Get(':id/members')
  @Header('Cache-Control', 'private, no-store')
  async find(
    @SignedIn() person: PersonId,
    @Param('id') id: string,
    @Query() { q, show, limit }: Record<string, unknown>,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<MembersFound> {
    await waitedFor(this.hub.views, after);
    const at = id as InstitutionId;
    const trust = viewReaderOf(this.hub.views.store).row('institution', at)?.trust ?? null;
    const where = trust ? [at, trust] : [at];
    const principals = this.hub.audience.principals(person);
    // The same who read the rows of this list, and of its pairs.
    if (!meets(memberListReaders(where), principals)) throw notThere();
    return this.finder.find(at, {
      text: typeof q === 'string' ? q.slice(0, TEXT_LIMIT_CHARS) : '',
      show: MEMBER_FILTERS.find((one) => one === show) ?? 'everyone',
      limitRows: typeof limit === 'string' && /^\d{1,4}$/.test(limit) ? Math.min(Number(limit), QUERY_LIMIT_ROWS) : PAGE_ROWS,
      seesPairs: meets(overseers(where), principals),
    });
  }
}
