import { z } from 'zod';
import { personId, tagged } from '../kernel/brand.js';
import { event, type EventOf } from '../kernel/catalogue.js';

/** How many notices can be dismissed at once. */
export const NOTICES_AT_ONCE = 60;
export const noticeId = tagged(200);
export const dismissed = z.array(noticeId).min(1).max(NOTICES_AT_ONCE);

/** What a person has done with their notices: one stream per person, `notices-<person>`. */
export const noticesEvents = {
  NoticesDismissed: event(z.object({ person: personId, notices: dismissed })),
};
export type NoticesEvent = EventOf<typeof noticesEvents>;
