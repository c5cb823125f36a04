/** What a row of each view holds, from the one list of views. Types only, nothing is bundled. */
export type { ViewName, ViewRows } from '@alongside/projections/views/index.js';
