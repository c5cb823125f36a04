import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { ROWS_VERSION_HEADER, type SentRow } from '@alongside/domain/protocol/messages.js';
import { PUBLIC_VIEWS } from '@alongside/projections/views/index.js';
import type { Response } from 'express';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere, Problem } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { AFTER_HEADER, BEHIND_HEADER, waitedFor } from './after-header.js';
import { principalsIn, sentRow, visibleRow } from './audience.js';
import { readQuery } from './read-query.js';
import { mustUnderstand, rowsOf } from './rows-version.js';

/** `GET /api/views/…`: rows of any public view, and of each only those that the reader may see. */
@Controller('api/views')
export class ViewsController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get(':view')
  async rows(
    @Param('view') view: string,
    @Query() parameters: Record<string, unknown>,
    @SignedIn() person: PersonId,
    @Headers(AFTER_HEADER) after: string | undefined,
    @Headers(ROWS_VERSION_HEADER) version: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ rows: readonly SentRow[]; through: Position | null }> {
    const definition = PUBLIC_VIEWS.has(view) ? this.hub.definitions.find(({ name }) => name === view) : undefined;
    if (!definition) throw notThere();
    const query = readQuery(parameters, definition);
    if (!query.ok) throw new Problem(400, 'QUERY.INVALID', 'We could not read that query.', query.error);
    await this.#settle(after, response);
    // In the turn of the read: meanwhile another version may have come to be served.
    mustUnderstand(this.hub.views.store, view, version);
    const rows = rowsOf(this.hub.views.store, view, { ...query.value, for: principalsIn(view, this.hub.audience.principals(person)) });
    return { rows: rows.map((row) => sentRow(view, row)), through: this.#through() };
  }

  @Get(':view/:id')
  async row(
    @Param('view') view: string,
    @Param('id') id: string,
    @SignedIn() person: PersonId,
    @Headers(AFTER_HEADER) after: string | undefined,
    @Headers(ROWS_VERSION_HEADER) version: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ row: SentRow; through: Position | null }> {
    if (!PUBLIC_VIEWS.has(view)) throw notThere();
    await this.#settle(after, response);
    mustUnderstand(this.hub.views.store, view, version);
    const row = visibleRow(this.hub.views.store, this.hub.audience.principals(person), view, id);
    if (!row) throw notThere();
    return { row, through: this.#through() };
  }

  async #settle(after: string | undefined, response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'private, no-store');
    if (!(await waitedFor(this.hub.views, after))) response.setHeader(BEHIND_HEADER, '1');
  }

  #through(): Position | null {
    return this.hub.views.through() ?? null;
  }
}
