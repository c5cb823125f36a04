import { Controller, Get, Header, Inject, StreamableFile } from '@nestjs/common';
import { aggregates } from '@alongside/domain/protocol/registry.js';
import { PUBLIC_VIEWS } from '@alongside/projections/views/index.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { SignedIn } from '../app/signed-in.js';
import { openApi } from './openapi.js';

// Given by the hub itself on behalf of a person who is not signed in: nobody can send them.
const HUB_ONLY_AREAS: ReadonlySet<string> = new Set(['signin']);

/** Swagger UI, which the build of the client puts beside it (0066). */
const PAGE = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Alongside: the interface</title>
<link rel="icon" href="/icons/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api-docs/swagger-ui.css">
<script src="/api-docs/swagger-ui-bundle.js" defer></script>
<script src="/api-docs/start.js" defer></script>
</head>
<body>
<main id="swagger-ui"></main>
<noscript>The interface for programs: <a href="/api/openapi.json">OpenAPI 3.1</a></noscript>
</body>
</html>`;

/** The description of the interface, for programs and for people. */
@Controller('api')
export class DocsController {
  #openApi: object | undefined;

  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get('openapi.json')
  @Header('Cache-Control', 'private, no-cache')
  openApi(@SignedIn() _person: PersonId): object {
    // Made at the first request: hundreds of schemas are turned into words.
    return (this.#openApi ??= openApi({
      areas: Object.values(aggregates).filter(({ category }) => !HUB_ONLY_AREAS.has(category)),
      views: this.hub.definitions.filter(({ name }) => PUBLIC_VIEWS.has(name)),
    }));
  }

  @Get('docs')
  @Header('Cache-Control', 'private, no-cache')
  page(@SignedIn() _person: PersonId): StreamableFile {
    // A refusal is JSON: the type goes with the page alone.
    return new StreamableFile(Buffer.from(PAGE), { type: 'text/html; charset=utf-8' });
  }
}
