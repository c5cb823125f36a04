import { z } from 'zod';
import { digest } from '../identity/identity.events.js';
import { event, type EventOf } from '../kernel/catalogue.js';

/** One email, known by the hash of what it is about: one stream each, `letter-<hash>`. */
export const letterEvents = {
  /** One of the hub's processes took it upon itself to send this email; the others leave it. */
  LetterClaimed: event(z.object({ letter: digest })),
};
export type LetterEvent = EventOf<typeof letterEvents>;
