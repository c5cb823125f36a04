import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { ViewReader } from '../engine/view-reader.js';
import type { HelpRow } from '../views/help.view.js';
import type { MessageRow } from '../views/message.view.js';

/** How much one person wrote to another on a day: messages, and words to a coordinator. */
export const writtenOn = (day: Day, from: PersonId, to: PersonId, look: ViewReader): number =>
  [...look.rows<MessageRow>('message', { from, to }), ...look.rows<HelpRow>('help', { by: from, coordinator: to })].filter(
    ({ at }) => dayOf(at) === day,
  ).length;
