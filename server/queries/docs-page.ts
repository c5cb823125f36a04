import { z } from 'zod';
import { endpoints } from './endpoints.js';
import type { Described } from './openapi.js';

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const code = (text: string): string => `<code>${escape(text)}</code>`;

/** The interface as a page to read: no script, headings to go by, tables with captions. */
export function docsPage({ areas, views }: Described): string {
  const contents = [
    ['#use', 'How to use it'],
    ['#endpoints', 'Endpoints'],
    ['#views', 'Views'],
    ...areas.map(({ category }) => [`#commands-${category}`, `Commands: ${category}`]),
  ];
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Alongside: the interface</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><h1>The interface of this hub</h1><p>For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p></header>
<nav aria-label="On this page"><ul>${contents.map(([href, text]) => `<li><a href="${href}">${escape(text ?? '')}</a></li>`).join('')}</ul></nav>
<main id="main">
${HOW_TO}
<section aria-labelledby="endpoints"><h2 id="endpoints">Endpoints</h2>${endpointTable()}</section>
<section aria-labelledby="views"><h2 id="views">Views</h2>${viewTable(views)}</section>
${areas.map(areaSection).join('\n')}
</main>
</body>
</html>`;
}

const HOW_TO = `<section aria-labelledby="use"><h2 id="use">How to use it</h2>
<p>Every action is a <strong>command</strong>, sent to ${code('POST /api/commands')} as
${code('{"commandId", "type", "stampedAt", "data"}')}. Make the id once and send the command unchanged until it is answered: twice has the effect of once.
Whatever changes something carries the header ${code('x-alongside: 1')}.</p>
<p>Everything people see is <strong>rows of views</strong>, read from ${code('GET /api/views/…')}. You are sent the rows that you may see, and no others.
To read your own write, name its position in the header ${code('x-alongside-after')}.</p>
<p>Changes come by Socket.IO: send ${code('resume')} with the last position you have and the views you keep, and take ${code('changes')} from there.</p></section>`;

const table = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<div class="wide" tabindex="0" role="region" aria-label="${escape(caption)}"><table><caption>${escape(caption)}</caption><thead><tr>${heads
    .map((head) => `<th scope="col">${escape(head)}</th>`)
    .join(
      '',
    )}</tr></thead><tbody>${rows.map(([first, ...rest]) => `<tr><th scope="row">${first ?? ''}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table></div>`;

const endpointTable = (): string =>
  table(
    'Endpoints beside commands and views',
    ['Endpoint', 'What it does', 'Signed in'],
    endpoints.map(({ method, path, summary, signedIn }) => [
      code(`${method.toUpperCase()} ${path}`),
      escape(summary),
      signedIn ? 'yes' : 'no',
    ]),
  );

const viewTable = (views: Described['views']): string =>
  table(
    'Views and the fields by which their rows are looked up',
    ['View', 'Looked up by', 'In order of'],
    views.map(({ name, indexes, orders = [] }) => [
      code(name),
      ['id', ...indexes].map(code).join(', '),
      orders.map(({ within, by }) => `${code(by)} within ${code(within)}`).join(', '),
    ]),
  );

const areaSection = ({ category, commands }: Described['areas'][number]): string =>
  `<section aria-labelledby="commands-${category}"><h2 id="commands-${category}">Commands: ${escape(category)}</h2>
${Object.entries(commands)
  .map(([type, schema]) => `<h3 id="${type}">${escape(type)}</h3>${fieldTable(type, schema)}`)
  .join('\n')}</section>`;

interface FieldSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly FieldSchema[];
  readonly items?: FieldSchema;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
}

function fieldTable(type: string, schema: z.ZodType): string {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const rows = Object.entries(properties).map(([name, field]) => [
    code(name),
    escape(say(field as FieldSchema)),
    required.includes(name) ? 'yes' : 'no',
  ]);
  return table(`Data of ${type}`, ['Field', 'What it holds', 'Required'], rows);
}

/** A field in a few words. What is longer stands in the OpenAPI description. */
function say(field: FieldSchema): string {
  if (field.enum) return field.enum.map(String).join(', ');
  if (field.anyOf) return field.anyOf.map(say).join(', or ');
  if (field.type === 'array')
    return `list${field.maxItems === undefined ? '' : ` of at most ${field.maxItems}`}: ${say(field.items ?? {})}`;
  if (field.type === 'string') return field.maxLength === undefined ? 'text' : `text of at most ${field.maxLength} characters`;
  if (field.type === 'integer' && field.minimum !== undefined && field.maximum !== undefined)
    return `whole number from ${field.minimum} to ${field.maximum}`;
  return field.type === 'null' ? 'null' : (field.type ?? 'any value');
}

/** The page's own stylesheet: nothing is written into the page, so that the strict content policy holds here too. */
export const DOCS_CSS = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; }
h2 { margin-top: 3rem; } h3 { margin-top: 2rem; }
nav ul { columns: 14rem; padding: 0; list-style: none; }
nav a { display: inline-block; min-height: 1.5rem; padding: .25rem 0; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-size: .9rem; padding: .25rem 0; }
th, td { text-align: start; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid; font-weight: normal; }
thead th { font-weight: 600; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
.skip { position: absolute; left: -100vw; } .skip:focus { position: static; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;
