import { Controller, Get, Header, Headers, Inject, Query } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { INSTITUTION_KINDS } from '@alongside/domain/institutions/institution.events.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { SignedIn } from '../app/signed-in.js';
import { AFTER_HEADER, waitedFor } from '../queries/after-header.js';
import { InstitutionFinder } from './institution-finder.js';

/** Injection token of the `InstitutionFinder`. */
export const INSTITUTION_FINDER = Symbol('InstitutionFinder');
const PAGE_ROWS = 20;
const OFFSET_LIMIT_ROWS = 100_000;
const TEXT_LIMIT_CHARS = 200;

/** An institution as a list shows it. */
export interface InstitutionHit {
  readonly institution: string;
  readonly name: string;
  readonly kind: string;
  readonly nation: string;
  readonly town: string;
  readonly trust: string | null;
  readonly trustName: string;
  /** The day from which it is closed. */
  readonly closed: string | null;
}

/** A finder that follows the views. */
export function finderFrom({ views, projector }: HubParts): InstitutionFinder {
  const finder = new InstitutionFinder();
  finder.fill(views.store);
  views.onChanges((changes) => finder.heed(changes));
  projector.onServed((view) => view === institutionView.name && finder.fill(views.store));
  return finder;
}

/** `GET /api/institutions`: schools, trusts and colleges by name. Their facts are open to everyone who is signed in. */
@Controller('api/institutions')
export class InstitutionsController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(INSTITUTION_FINDER) private readonly finder: InstitutionFinder,
  ) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  async find(
    @SignedIn() _person: PersonId,
    @Query() query: Record<string, unknown>,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<{ hits: readonly InstitutionHit[]; total: number }> {
    await waitedFor(this.hub.views, after);
    const { q, kind, offset, open } = query;
    const { hits, total } = this.finder.find({
      text: typeof q === 'string' ? q.slice(0, TEXT_LIMIT_CHARS) : '',
      kind: INSTITUTION_KINDS.find((one) => one === kind),
      open: open === 'yes',
      limitRows: PAGE_ROWS,
      offsetRows: typeof offset === 'string' && /^\d{1,6}$/.test(offset) ? Math.min(Number(offset), OFFSET_LIMIT_ROWS) : 0,
    });
    return { total, hits: hits.map((row) => this.#hit(row)) };
  }

  #hit({ institution, trust, closed, details: { name, kind, nation, town = '' } }: InstitutionRow): InstitutionHit {
    const trustName = (trust && this.hub.views.store.get<InstitutionRow>(institutionView.name, trust)?.data.details.name) || '';
    return { institution, name, kind, nation, town, trust, trustName, closed: closed?.on ?? null };
  }
}
