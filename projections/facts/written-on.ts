import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { HubReader } from '../views/index.js';

/** How much one person wrote to another on a day: messages, and words to a coordinator. */
export const writtenOn = (day: Day, from: PersonId, to: PersonId, look: HubReader): number =>
  [...look.rows('message', { from, to }), ...look.rows('help', { by: from, coordinator: to })].filter(({ at }) => dayOf(at) === day).length;
