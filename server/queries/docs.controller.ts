import { Controller, Get, Header, Inject } from '@nestjs/common';
import { aggregates } from '@alongside/domain/protocol/registry.js';
import { PUBLIC_VIEWS } from '@alongside/projections/views/index.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { DOCS_CSS, docsPage } from './docs-page.js';
import { openApi, type Described } from './openapi.js';

// Given by the hub itself on behalf of a person who is not signed in: nobody can send them.
const HUB_ONLY_AREAS: ReadonlySet<string> = new Set(['signin']);

/** The description of the interface, for programs and for people. */
@Controller('api')
export class DocsController {
  #described: { readonly openApi: object; readonly page: string } | undefined;

  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get('openapi.json')
  @Header('Cache-Control', 'no-cache')
  openApi(): object {
    return this.#made().openApi;
  }

  @Get('docs')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  page(): string {
    return this.#made().page;
  }

  @Get('docs.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  styles(): string {
    return DOCS_CSS;
  }

  /** Made at the first request: hundreds of schemas are turned into words. */
  #made(): { readonly openApi: object; readonly page: string } {
    if (this.#described) return this.#described;
    const areas = Object.values(aggregates).filter(({ category }) => !HUB_ONLY_AREAS.has(category));
    const views = this.hub.definitions.filter(({ name }) => PUBLIC_VIEWS.has(name));
    const described: Described = { areas, views };
    this.#described = { openApi: openApi(described), page: docsPage(described) };
    return this.#described;
  }
}
